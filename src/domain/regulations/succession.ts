/**
 * What an agency owes when another comes after it (sáp nhập, đổi mã): the successor inherits every duty
 * that was not discharged before its own first day began, whatever the rule, and every duty that is still
 * opened in the name of the one that went.
 *
 * The successor must do what is open, and what it does in its own name discharges it. What was done before
 * that day was done by the agency that there was. Who broke a duty is another question: it counts against
 * whoever had it when it fell due (`bearerAt`), so that no agency is blamed for the delay of one that it
 * took in. Lists show both; figures by agency are of that one. Acts that are breaches stay with who
 * committed them.
 */
import type { AnyEvent, Entry } from '../entry.ts';
import { startOfDay, type Zone } from '../time/zone.ts';
import type { EventId, Instant } from '../units.ts';
import type { Successions } from './registers/successions.ts';
import type { Bearer, Context, Duty } from './rule.ts';

/** That something went on from an agency to the next. */
export type Passing = {
  readonly from: string;
  /** The first instant of the next one. */
  readonly at: Instant;
  /** The entry that says so. */
  readonly event: EventId;
};

export type Inherited = {
  /** In order; of what passed on to nobody, none. */
  readonly inherited: readonly Passing[];
};

const nothing: Inherited = { inherited: [] };

/** What is other about a duty because its bearer passed on: by all that is on record, days to come included. */
export function inheritance(
  { bearer, closedAt, evidence }: Duty,
  { successions, workingTime }: Context,
): Inherited & Partial<Duty> {
  if (successions.size === 0 || bearer.kind !== 'agency' || bearer.code === null) return nothing;
  const { zone } = workingTime.calendar;
  const { agency, inherited } = passedOn(bearer.code, closedAt, { successions, zone });
  if (inherited.length === 0) return nothing;
  const proof = new Set([...evidence, ...inherited.map(({ event }) => event)]);
  return { bearer: { kind: 'agency', code: agency }, inherited, evidence: [...proof] };
}

export type Registered = {
  readonly successions: Successions;
  /** Of the centre: a day begins there. */
  readonly zone: Zone;
};

/**
 * Who has what was `code`'s, if it was done at `until`; null: it is not done.
 *
 * Each goes on to the next from when there is one: what came to an agency that had already gone passes on
 * at once. Records that lead back to an agency are followed as long as time goes on, and once at most.
 */
export function passedOn(
  code: string,
  until: Instant | null,
  { successions, zone }: Registered,
): Inherited & { readonly agency: string } {
  const inherited: Passing[] = [];
  const been = new Set<string>();
  let agency = code;
  for (;;) {
    const next = successions.get(agency);
    if (next === undefined || next.to === agency || been.has(agency)) break;
    const [starts, before] = [startOfDay(next.from, zone), inherited.at(-1)?.at];
    const isLater = before === undefined || starts > before;
    const at = isLater ? starts : before;
    const isBack = been.has(next.to);
    if ((isBack && !isLater) || (until !== null && until < at)) break;
    inherited.push({ from: agency, at, event: next.event });
    been.add(agency);
    agency = next.to;
  }
  return { agency, inherited };
}

const nobody: ReadonlySet<string> = new Set();

/** The agencies that had come after that of the code at `until`, through however many others. */
export function heirsOf(code: string, until: Instant, registered: Registered): ReadonlySet<string> {
  if (registered.successions.size === 0) return nobody;
  const { agency, inherited } = passedOn(code, until, registered);
  const heirs = new Set([...inherited.slice(1).map(({ from }) => from), agency]);
  heirs.delete(code);
  return heirs;
}

/** Who had at `instant` what `bearer` has by all that is on record. */
export function bearerAt(
  instant: Instant,
  { bearer, inherited }: Inherited & { readonly bearer: Bearer },
): Bearer {
  const next = inherited.find(({ at }) => instant < at);
  return next === undefined ? bearer : { kind: 'agency', code: next.from };
}

/**
 * `entry` as it would read if the agency of that code had gone on, where one that came after it acts in its
 * own name; null: there is none by then.
 *
 * A rule asks whether an entry is by, or about, the agency that owes: it need not know who came after it.
 */
export function inNameOf<Event extends AnyEvent>(
  { kind, code }: Bearer,
  entry: Entry<Event>,
  { successions, workingTime }: Context,
): Entry<Event> | null {
  if (successions.size === 0 || kind !== 'agency' || code === null) return null;
  const { zone } = workingTime.calendar;
  const heirs = heirsOf(code, entry.occurredAt, { successions, zone });
  const named = Object.entries(entry.data).map(([field, value]) =>
    typeof value === 'string' && heirs.has(value) ? [field, code] : [field, value],
  );
  return heirs.size === 0 ? null : { ...entry, data: Object.fromEntries(named) };
}
