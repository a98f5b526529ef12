/**
 * Which agency of a centre passed all of its work on, to whom and from when: what is owed passes on with
 * it, see `succession.ts`.
 */
import { type AgencyEvent, agency } from '../../centre/agency/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { partsOf } from '../../stream.ts';
import { plusDays } from '../../time/date.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
import type { CalendarDate, EventId } from '../../units.ts';
import type { History } from '../history.ts';
import { centreOf } from '../home.ts';
import { inWords } from '../in-words.ts';
import type { Register } from '../register.ts';
import { laidDown } from './laid-down.ts';

export type Succession = {
  readonly to: string;
  /** First day of the successor. */
  readonly from: CalendarDate;
  /** The entry that says so. */
  readonly event: EventId;
};

/** By the code of the agency that went. */
export type Successions = ReadonlyMap<string, Succession>;

/**
 * By the centre that keeps the record of the agency that went. Most centres have none, and then nothing
 * is found under their code. Every subject looks here: who did is kept by what the centre has laid down,
 * at which each of them looks, too.
 */
export const successions: Register<Successions> = {
  name: 'successions',
  category: 'agency',
  types: ['AgencySucceeded', 'AgencyAbolished'],
  keys(_, entries) {
    if (!entries.some(({ type }) => type === 'AgencySucceeded')) return [];
    return [centreOf(entries) ?? []].flat();
  },
  isAboutSubjects: false,
  lookedAtWith: laidDown,
  fold: (records) =>
    new Map(
      records.flatMap((record) => {
        const succession = successionIn(record);
        return succession === null ? [] : [[codeOf(record), succession] as const];
      }),
    ),
};

function codeOf({ entries }: History): string {
  return partsOf(entries[0]?.stream ?? '', ['code'])?.['code'] ?? '';
}

/**
 * On the first of the days that its record gives, to the one agency that came after it then; without a
 * day, on that after its last one, or else on that of the entry. Where
 * several did, or a part of the work alone went (chia tách, chuyển nhiệm vụ), the record does not say who
 * took over what: that stays with whom it was, and nothing is made up.
 */
function successionIn({ timeline }: History): Succession | null {
  const entries = inWords('agency', agency, timeline);
  const [last = null] = entries.flatMap(lastDayBy);
  const all = entries.flatMap((entry) => wholeSuccessionsBy(entry, last));
  const first = all.map(({ from }) => from).toSorted()[0];
  const [one, ...others] = all.filter(({ from }) => from === first);
  return one === undefined || others.some(({ to }) => to !== one.to) ? null : one;
}

function lastDayBy({ type, data }: Entry<AgencyEvent>): CalendarDate[] {
  return type === 'AgencyAbolished' && data.to !== null ? [data.to] : [];
}

/** One for each agency that came after it. @param last its last day, where its record gives one. */
function wholeSuccessionsBy(
  { type, data, occurredAt, id }: Entry<AgencyEvent>,
  last: CalendarDate | null,
): Succession[] {
  if (type !== 'AgencySucceeded' || data.how === 'transferred' || data.how === 'split') return [];
  const unsaid = last === null ? localDateOf(occurredAt, hoChiMinh) : plusDays(last, 1);
  const from = data.from ?? unsaid;
  return data.successors.map((to) => ({ to, from, event: id }));
}
