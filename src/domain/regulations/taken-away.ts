/**
 * What took breaches of a subject away, or lessened them: entries of its own records, and amendments of
 * the records that its rules look at.
 *
 * The subject is judged as it was known just before each such entry, and just after. Nearly no subject
 * has one, and then nothing is judged twice.
 */
import { categoryOf } from '../stream.ts';
import { msPerDay } from '../time/date.ts';
import { type EventId, millisecondsOf } from '../units.ts';
import { type Amendment, after, compareMoments, type Moment, momentOf } from './amendment.ts';
import type { Centre, Demand } from './centre.ts';
import type { History } from './history.ts';
import { type Found, isBroken, lessened } from './lessened.ts';
import type { Registers, Watched } from './register.ts';
import type { Judgement } from './rule.ts';
import { judgeBy, type Standpoint, standpointOf } from './standpoint.ts';
import { gathered } from './subjects.ts';
import {
  byMoment,
  countBefore,
  lateEntries,
  ownSuspects,
  type Suspect,
  suspectsAmong,
} from './suspects.ts';

export type Judged = {
  readonly name: string;
  readonly history: History;
  /** As its file has it. */
  readonly centre: Centre;
  readonly registers: Registers;
  /** What is judged by now, and the amendments of whatever that was made from. */
  readonly now: Watched<Standpoint>;
};

/** What was taken away of breaches by one demand. @param judgement by it now, and the amendments of what it looked at. */
export type TakenBy = (demand: Demand, judgement: Watched<Judgement>) => readonly Found[];

export function takenAwayFrom({ name, history, centre, registers, now }: Judged): TakenBy {
  const late = lateEntries(history, now.made);
  const span = spanOf(name, history);
  const earlier = new Map<EventId, Standpoint>();

  /** As was known before that amendment. */
  function standpointBefore({ entry, known }: Amendment): Standpoint {
    const made =
      earlier.get(entry.id) ??
      standpointOf(name, centre, registers.whenKnown(momentOf({ entry, known })));
    earlier.set(entry.id, made);
    return made;
  }

  const counts = new Map<string, number>();

  /** How many of its own entries were known by then; null: all that are. */
  function entriesBefore(moment: Moment | null): number {
    if (moment === null) return history.known.length;
    const key = `${moment.at} ${moment.index}`;
    const count = counts.get(key) ?? countKnown(history, moment);
    counts.set(key, count);
    return count;
  }

  /** What `demand` said of the first so many entries, when so many of `amendments` were known. */
  function judging(demand: Demand, amendments: readonly Amendment[], whole: Judgement): JudgedWhen {
    const place = now.made.centre.demands.indexOf(demand);
    const all = keyOf(history.entries.length, amendments.length);
    const judged = new Map([[all, whole]]); // what follows one entry is what precedes the next
    return (entries, count) => {
      const key = keyOf(entries, count);
      const known = judged.get(key);
      if (known !== undefined) return known;
      const next = amendments[count];
      const standpoint = next === undefined ? now.made : standpointBefore(next);
      const then = standpoint.centre.demands[place] ?? demand;
      const judgement = judgeBy(then, history.whenKnown(entries), standpoint);
      judged.set(key, judgement);
      return judgement;
    };
  }

  function foundBy(
    demand: Demand,
    own: readonly Suspect[],
    amendments: readonly Amendment[],
    whole: Judgement,
  ): Found[] {
    const judgedWhen = judging(demand, amendments, whole);
    const judgedAt = (moment: Moment) =>
      judgedWhen(entriesBefore(moment), countBefore(amendments, moment));
    const others = suspectsAmong(amendments, own.map(momentOf), (moment, count) =>
      JSON.stringify(judgedWhen(entriesBefore(moment), count)),
    );
    const suspects = new Map([...others, ...own].map((one) => [one.entry.id, one]));
    return [...suspects.values()].toSorted(byMoment).flatMap((suspect) => {
      const before = judgedAt(momentOf(suspect));
      if (!isBroken(before, suspect.brokenAt)) return [];
      return lessened(before, judgedAt(after(momentOf(suspect))), suspect);
    });
  }

  return (demand, judgement) => {
    const own = ownSuspects(demand, history, late);
    const within = spanFor(demand, judgement.made, span);
    let looked = [...now.amendments, ...judgement.amendments];
    for (;;) {
      const amendments = concerning(looked, within);
      if (own.length + amendments.length === 0) return [];
      const found = registers.watching(() => foundBy(demand, own, amendments, judgement.made));
      // As it was known then, a rule may look elsewhere.
      const all = [...looked, ...found.amendments];
      if (concerning(all, within).length === amendments.length) return found.made;
      looked = all;
    }
  };
}

function countKnown({ known, knownAt }: History, moment: Moment): number {
  return countBefore(
    known.map((entry) => ({ entry, known: knownAt(entry) })),
    moment,
  );
}

type JudgedWhen = (entries: number, amendments: number) => Judgement;

function keyOf(entries: number, amendments: number): string {
  return `${entries} ${amendments}`;
}

/** When the record of a subject begins, and when it ends, unless something is open; in milliseconds since 1970 UTC. */
type Span = { readonly from: number; readonly to: number };

/** What is demanded after the last entry of a record: rosters and leave are told of days to come, and so are dates of one record. */
const [monthsAhead, daysAhead] = [62 * msPerDay, 7 * msPerDay];

/** Null: there is no entry. */
function spanOf(name: string, { entries: [first, ...entries] }: History): Span | null {
  if (first === undefined) return null;
  let [from, to] = [first.occurredAt, first.occurredAt];
  if (first.recordedAt < from) from = first.recordedAt; // known by then at the earliest
  for (const { occurredAt } of entries) {
    if (occurredAt < from) from = occurredAt;
    if (occurredAt > to) to = occurredAt;
  }
  const ahead = gathered.has(categoryOf(name)) ? monthsAhead : daysAhead;
  return { from: millisecondsOf(from), to: millisecondsOf(to) + ahead };
}

/** The same for one demand: what is open has no end, and what the calendar opens begins with its first period. */
function spanFor({ rule }: Demand, { duties }: Judgement, span: Span | null): Span | null {
  if (span === null || duties.length === 0) return span;
  const first = duties.map(({ openedAt }) => openedAt).reduce((a, b) => (a < b ? a : b));
  const from = rule.mechanism === 'periodic duty' ? millisecondsOf(first) : span.from;
  return duties.some(({ state }) => state === 'open') ? { from, to: Infinity } : { ...span, from };
}

/** Those that can have taken something away: the record had begun, and it was not closed before the time of which they tell. */
function concerning(amendments: readonly Amendment[], span: Span | null): readonly Amendment[] {
  if (span === null) return [];
  const some = amendments.filter(
    ({ known, reach }) => millisecondsOf(known) >= span.from && reach <= span.to,
  );
  if (some.length === 0) return some;
  return [...new Map(some.map((one) => [one.entry.id, one])).values()].toSorted((a, b) =>
    compareMoments(momentOf(a), momentOf(b)),
  );
}
