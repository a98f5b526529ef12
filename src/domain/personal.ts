/**
 * Personal data: what is told about a person, and can be forgotten while the event stays.
 *
 * A vocabulary marks a field with `personal(...)`. What a client posts is `Told`; what an event
 * holds, from the first moment on, is `SealedField` (see `ledger/personal.ts`). Decoding leaves it
 * sealed, so the domain can see that something was said, and never what.
 */
import { z } from 'zod';
import { PersonId } from './units.ts';

/** What a client tells: the text alone (it is then about the person whose record this is), or with whose it is. */
export const Told = z.union([
  z.string().min(1).max(4_000),
  z.strictObject({
    text: z.string().min(1).max(4_000),
    person: PersonId.optional().describe('The person, where the ledger has named one before.'),
    nationalNumber: z
      .string()
      .regex(/^\d{9}(\d{3})?$/, 'a national number has 9 or 12 digits')
      .optional()
      .describe('Finds or makes the person. Never stored in the clear.'),
  }),
]);
export type Told = z.output<typeof Told>;

/** What an event holds in the place of the text. */
export const SealedField = z.strictObject({
  person: PersonId,
  /** SHA-256(salt || text), in hex. */
  commitment: z.string().regex(/^[0-9a-f]{64}$/),
  /** IV || AES-256-GCM(the person's key, salt || text) || tag, in base64. */
  sealed: z.base64(),
});
export type SealedField = z.output<typeof SealedField>;

/**
 * About whom a personal field tells, and so for whom it may be opened (`api/opening.ts` has the table):
 * an applicant (người nộp hồ sơ), whoever complains (người khiếu nại, phản ánh, kiến nghị) or asks about data
 * of their own (chủ thể dữ liệu cá nhân), a denouncer (người tố cáo), whose identity is secret, whoever pays
 * (người nộp tiền), or an official.
 */
export const personalKinds = [
  'applicant',
  'complainant',
  'denouncer',
  'payer',
  'official',
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** Marks a field as personal. Marked fields stand directly in an event's data, never deeper. */
export function personal(what: string, about: PersonalKind = 'applicant') {
  return z
    .union([SealedField, Told])
    .meta({ personal: about, description: `${what} Personal: sealed from the first moment on.` });
}

export function isPersonal(schema: z.ZodType | undefined): boolean {
  return personalKindOf(schema) !== null;
}

/** About whom a field tells; null for one that is not personal. */
export function personalKindOf(schema: z.ZodType | undefined): PersonalKind | null {
  const marked = personalKinds.find((kind) => kind === schema?.meta()?.['personal']);
  if (marked !== undefined) return marked;
  const isWrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault;
  return isWrapped ? personalKindOf(schema.unwrap() as z.ZodType) : null;
}
