/**
 * What the events of all families have in common.
 *
 * A field that another system may not know is `ifKnown`: it may be left out, and is then null, which
 * says "not stated" and never "no". A personal field is left out altogether.
 */
import { z } from 'zod';
import type { CalendarDate } from '../units.ts';

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

/** Refines an event that states both ends of a span of days. */
export function daysInOrder(span: {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}): boolean {
  return span.from === null || span.to === null || span.from <= span.to;
}

export const reversedDays = { error: 'the last day is before the first day', path: ['to'] };
