/**
 * What the events of a dossier have in common.
 *
 * A field that another system may not know is `ifKnown`: it may be left out, and is then null, which
 * says "not stated" and never "no". A personal field is left out altogether.
 */
import { z } from 'zod';
import { CalendarDate, Instant } from '../../units.ts';

/** Lets a source that does not know leave the field out. */
export function ifKnown<Schema extends z.ZodType>(schema: Schema) {
  return z.nullable(schema).default(null);
}

/** The name of a thing (a step, a paper, a room): never about a person. */
export const Name = z
  .string()
  .min(1)
  .max(500)
  .regex(/\S/, 'a name cannot be blank')
  .transform((text) => text.normalize('NFC'));

/** The number or name by which two entries know each other: of a hand-over note, of a letter. */
export const Reference = ifKnown(Name.describe('Names the pair: the same in both of its events.'));

/** The number of a document (số, ký hiệu văn bản), such as `412/STNMT-VP`. */
export const DocumentNumber = ifKnown(Name);

/** Ngày hẹn trả: to the instant, or only to the day, as it was stated. */
export const Appointment = z.union([
  z.strictObject({ at: Instant }),
  z.strictObject({ on: CalendarDate }),
]);
export type Appointment = z.output<typeof Appointment>;

/** Cách thức nộp hồ sơ, nhận kết quả. The first five are in the regulations (TQ Đ7, Đ8); the others are met in logs. */
export const Channel = z
  .enum(['direct', 'online', 'post', 'by-proxy', 'hired-service', 'e-mail', 'internal', 'other'])
  .describe('How it came or went: in person, online, by post, by a proxy, by a hired service.');
export type Channel = z.output<typeof Channel>;

/** Where it took place, seen from the centre: at its counters, at an agency's own section in it, or elsewhere. */
export const Place = z
  .enum([
    'centre',
    'agency-section',
    'agency-office',
    'provincial-portal',
    'national-portal',
    'post-office',
    'elsewhere',
  ])
  .describe(
    'Where: the centre, an agency’s section in it, an agency’s office, a portal, the post.',
  );
export type Place = z.output<typeof Place>;

export const Medium = z.enum(['electronic', 'paper', 'both']);

/** How somebody was told (TQ Đ7.1a names e-mail, SMS and the application). */
export const Means = z.enum([
  'in-person',
  'telephone',
  'sms',
  'e-mail',
  'application',
  'portal',
  'letter',
  'official-letter',
  'other',
]);

/** Mẫu: forms 02 (supplement) and 03 (refusal) of TT 01/2018 and TT 03/2025, and what is used in their place. */
export const Form = z.enum(['supplement-form', 'refusal-form', 'notice', 'letter', 'spoken']);

/** Thành phần hồ sơ: one paper of a dossier, by its name in the published procedure. */
export const Component = z.strictObject({
  name: Name,
  copies: z.int().min(1).max(1_000).default(1),
  kind: ifKnown(z.enum(['original', 'copy', 'certified-copy', 'electronic'])),
});
export const Components = z.array(Component).max(500);

/** Whether `first` is after `second`. False if either is unknown, or they are not stated alike. */
export function isReversed(first: Appointment | null, second: Appointment | null): boolean {
  if (first === null || second === null) return false;
  if ('at' in first && 'at' in second) return first.at > second.at;
  if ('on' in first && 'on' in second) return first.on > second.on;
  return false;
}

/** Refines an event that states both ends of a span of days. */
export function daysInOrder(span: {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}): boolean {
  return span.from === null || span.to === null || span.from <= span.to;
}

export const reversedDays = { error: 'the last day is before the first day', path: ['to'] };
