/**
 * Who is away, and when: a pure function of the seed.
 *
 * Dossiers wait for an official who is away, and leave and attendance are told of the same days, so
 * that in the demo the late dossiers lie where the absences are.
 */

import { dateOf, dayOf, weekdayOf } from '../domain/time/date.ts';
import type { CalendarDate, OfficialId } from '../domain/units.ts';
import { type Chance, chanceFrom } from './chance.ts';

/** Whole days in a row. */
export type Absence = {
  readonly official: OfficialId;
  /** First and last day: neither is at a weekend; either may be a holiday. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly kind: 'annual' | 'sick' | 'personal' | 'training' | 'business-trip' | 'agency-work';
  /** It could not be told beforehand. */
  readonly emergency: boolean;
  /** Whether somebody does the official's work meanwhile. Else it waits. */
  readonly covered: boolean;
};

export type Absences = {
  readonly isAway: (official: OfficialId, day: CalendarDate) => boolean;
  /** The absence that `day` is a part of; null: the official is there, as on any other day. */
  readonly on: (official: OfficialId, day: CalendarDate) => Absence | null;
  /** The absences that begin from `first` to `last`, in order. */
  readonly beginning: (
    official: OfficialId,
    first: CalendarDate,
    last: CalendarDate,
  ) => readonly Absence[];
};

/** An official is away once in as many days, or not at all; so no two absences of one official overlap. */
const blockDays = 42;
const longest = 11;

export function absencesFrom(seed: string): Absences {
  const made = new Map<string, Absence | null>();

  function inBlock(official: OfficialId, block: number): Absence | null {
    const key = `${official} ${block}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const absence = absenceIn(official, block, chanceFrom(seed, 'absence', key));
    made.set(key, absence);
    return absence;
  }

  function on(official: OfficialId, day: CalendarDate): Absence | null {
    const absence = inBlock(official, blockOf(day));
    return absence !== null && absence.from <= day && day <= absence.to ? absence : null;
  }

  return {
    on,
    isAway: (official, day) => on(official, day) !== null,
    beginning(official, first, last) {
      const found: Absence[] = [];
      for (let block = blockOf(first); block <= blockOf(last); block += 1) {
        const absence = inBlock(official, block);
        if (absence !== null && first <= absence.from && absence.from <= last) found.push(absence);
      }
      return found;
    },
  };
}

function blockOf(day: CalendarDate): number {
  return Math.floor(dayOf(day) / blockDays);
}

/** Two in three are away in a block of days: most for one to three days, some for a week or more. */
function absenceIn(official: OfficialId, block: number, chance: Chance): Absence | null {
  if (!chance.happens(0.65)) return null;
  const kind = chance.weighted<Absence['kind']>([
    [4, 'annual'],
    [2, 'sick'],
    [1, 'personal'],
    [1, 'training'],
    [1, 'business-trip'],
    [1, 'agency-work'],
  ]);
  const length = chance.happens(0.45) ? chance.between(5, longest) : chance.between(1, 3);
  const first = block * blockDays + chance.between(0, blockDays - longest - 4);
  const from = weekdayFrom(first, 1);
  const emergency = kind === 'sick' || (kind === 'personal' && chance.happens(0.5));
  return {
    official,
    from: dateOf(from),
    to: dateOf(Math.max(from, weekdayFrom(first + length - 1, -1))),
    kind,
    emergency,
    covered: chance.happens(emergency ? 0.1 : 0.3),
  };
}

/** The day itself, or the nearest one that way which is not at a weekend. */
function weekdayFrom(day: number, step: 1 | -1): number {
  const weekday = weekdayOf(day);
  return weekday === 'sat' || weekday === 'sun' ? weekdayFrom(day + step, step) : day;
}
