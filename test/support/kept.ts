/** Entries as they stand on the record of a centre's official, roster, counter or list. */
import type { z } from 'zod';
import type { Stated } from '../../src/domain/entry.ts';
import { CentreCode, Instant } from '../../src/domain/units.ts';
import type { Vocabulary } from '../../src/domain/vocabulary.ts';
import { entry, proposalsOf } from './stated.ts';

type Also = Partial<Stated> & { readonly recordedAt?: string };

/** `const told = keptOn(roster, 'roster-NB-2026-03', 'NB'); told(1, 'RosterPublished', { lines }, when)`. */
export function keptOn<Words extends Vocabulary>(words: Words, stream: string, centre: string) {
  const fact = proposalsOf(words);
  const place = { stream, centre: CentreCode.parse(centre) };
  return <Type extends keyof Words & string>(
    number: number,
    type: Type,
    data: z.input<Words[Type]['latest']>,
    when?: string,
    { recordedAt, ...also }: Also = {},
  ) => {
    const known = recordedAt === undefined ? {} : { recordedAt: Instant.parse(recordedAt) };
    return entry(number, fact(type, data, when, also), undefined, { ...place, ...known });
  };
}

/** A time of a day of March 2026 in Vietnam; the 2nd is a Monday. */
export function march(day: number, clock = '08:00'): string {
  const time = clock.length === 5 ? `${clock}:00` : clock;
  return `2026-03-${String(day).padStart(2, '0')}T${time}+07:00`;
}
