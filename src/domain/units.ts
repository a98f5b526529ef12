/**
 * Quantities that must not be mixed up, each with its unit in its type.
 *
 * A unit is a schema and a type of one name: `Instant.parse(text)` makes one, at the edge where
 * the raw value arrives. The brand exists only for the compiler.
 */
import { z } from 'zod';
import { millisecondsOfText, textOfMilliseconds } from './iso-text.ts';

/** The dates whose first instant has a four-digit year, whatever the zone. */
const [firstDate, lastDate] = ['0001-01-02', '9999-12-30'];

/**
 * A moment in UTC, to the millisecond, as `2026-03-02T01:00:00.000Z`. Sorts as text.
 *
 * Read with any offset, never without one. A fraction finer than a millisecond is refused and not
 * cut off: what is stored is what was stated. Out of the range are times that have no four-digit
 * year in UTC, whose text would not sort, and the first day, which in some zone is in no year at all.
 */
export const Instant = z.iso
  .datetime({
    offset: true,
    error:
      'a time is written like 2026-03-02T08:00:00+07:00: a day that exists, and an offset from UTC',
  })
  .refine((text) => !/\.\d{3}\d*[1-9]/.test(text), 'times are kept to the millisecond')
  .transform((text, context) => {
    const date = new Date(text);
    const utc = Number.isNaN(date.getTime()) ? '' : date.toISOString();
    if (utc.length === 24 && utc >= firstDate) return utc;
    context.addIssue({
      code: 'custom',
      message: `in UTC this is not from ${firstDate} to 9999-12-31`,
    });
    return z.NEVER;
  })
  .brand<'Instant'>();
export type Instant = z.output<typeof Instant>;

/** The instant at `milliseconds` since 1970 UTC. @throws RangeError outside the years 1 to 9999. */
export function instantAt(milliseconds: number): Instant {
  const text = textOfMilliseconds(milliseconds);
  if (text.length !== 24 || text < '0001')
    throw new RangeError(`${text} is outside the years 1 to 9999`);
  return text as Instant;
}

/** Milliseconds since 1970 UTC. */
export function millisecondsOf(instant: Instant): number {
  return millisecondsOfText(instant);
}

/**
 * A day that exists, as `2026-03-02`: no clock time, no zone. Sorts as text. From 0001-01-02 to
 * 9999-12-30, so that its first and its last instant can be told in any zone.
 */
export const CalendarDate = z.iso
  .date({ error: 'a date is written like 2026-03-02, and must exist', abort: true })
  .refine(
    (text) => text >= firstDate && text <= lastDate,
    `a date is from ${firstDate} to ${lastDate}`,
  )
  .brand<'CalendarDate'>();
export type CalendarDate = z.output<typeof CalendarDate>;

/** A month that exists, as `2026-03`: a period of a report, of a roster, of a fee summary. Sorts as text. */
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month is written like 2026-03')
  .brand<'Month'>();
export type Month = z.output<typeof Month>;

/** A year, as `2026`: text, as it stands in the name of a record. */
export const Year = z
  .string()
  .regex(/^[12]\d{3}$/, 'a year is written like 2026')
  .brand<'Year'>();
export type Year = z.output<typeof Year>;

/** Working or clock time, in whole minutes. */
export const Minutes = z.int().brand<'Minutes'>();
export type Minutes = z.output<typeof Minutes>;

/** Made from the stream and the client's key, so that what is sent twice is recorded once. */
export const EventId = z.uuid().brand<'EventId'>();
export type EventId = z.output<typeof EventId>;

/** Text in Unicode's composed form, so that one name is always the same bytes; never blank. */
const identifier = z
  .string()
  .min(1)
  .max(200)
  .regex(/\S/, 'an identifier cannot be blank')
  .refine((text) => !hasControlCharacter(text), 'an identifier has no control characters')
  .transform((text) => text.normalize('NFC'));

function hasControlCharacter(text: string): boolean {
  for (let place = 0; place < text.length; place += 1) {
    if (text.charCodeAt(place) < 32) return true;
  }
  return false;
}

/** Who recorded: an account, a system, or an official. */
export const ActorId = identifier.brand<'ActorId'>();
export type ActorId = z.output<typeof ActorId>;

/** An official (cán bộ, công chức), by the number or account that the source gives. */
export const OfficialId = identifier.meta({ names: 'official' }).brand<'OfficialId'>();
export type OfficialId = z.output<typeof OfficialId>;

/** An agency or unit (sở, ban, ngành, UBND), by its code. */
export const AgencyCode = identifier.meta({ names: 'agency' }).brand<'AgencyCode'>();
export type AgencyCode = z.output<typeof AgencyCode>;

/** A one-stop centre, by the code of its file under `regulations/centres/`. */
export const CentreCode = identifier.brand<'CentreCode'>();
export type CentreCode = z.output<typeof CentreCode>;

/** An administrative procedure (thủ tục hành chính), by its code. */
export const ProcedureCode = identifier.brand<'ProcedureCode'>();
export type ProcedureCode = z.output<typeof ProcedureCode>;

/** A dossier (hồ sơ), by the code on its receipt slip; a foreign code carries its source: `wabo:case-1`. */
export const DossierCode = identifier.brand<'DossierCode'>();
export type DossierCode = z.output<typeof DossierCode>;

/** Random: it says that two fields are about one person, and never about whom. */
export const PersonId = z
  .string()
  .regex(/^p-[0-9a-f]{32}$/, 'a person is written p- and 32 hexadecimal digits')
  .brand<'PersonId'>();
export type PersonId = z.output<typeof PersonId>;

/**
 * A sum in whole minor units of its currency: of the đồng (VND), which has none, in whole đồng. Never
 * negative: what flows back is an event of its own.
 */
export const Money = z
  .strictObject({
    amount: z.int().min(0).describe('In whole minor units: of VND, whole đồng.'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'a currency is written like VND')
      .default('VND'),
  })
  .brand<'Money'>();
export type Money = z.output<typeof Money>;

/** The name of a record that has no number of its own: of a complaint, a request for leave, a meeting. */
export const RecordId = identifier.brand<'RecordId'>();
export type RecordId = z.output<typeof RecordId>;

/** A place in the ledger's one order: 0, 1, 2 … without gaps. */
export type Index = bigint;
