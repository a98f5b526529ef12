/**
 * The counters of a centre in a month, `counters-NB-2026-03`: whether each had somebody is said by the
 * roster and by what every official's attendance says.
 */
import type { AnyEvent, Entry } from '../../entry.ts';
import { partsOf, streamName } from '../../stream.ts';
import { centreInName, part, type SubjectKind } from '../subject-kind.ts';

export const countersSubject: SubjectKind = {
  kind: 'counters',
  centreIn: centreInName,
  parts: [
    part('roster-of-counters', 'roster', (stream) => {
      const { centre = '', month = '' } = partsOf(stream, ['centre', 'month']) ?? {};
      return month === '' ? [] : [streamName('counters', centre, month)];
    }),
    part('attendance-of-counters', 'attendance', (stream, entries) => {
      const { month = '' } = partsOf(stream, ['official', 'month']) ?? {};
      return month === ''
        ? []
        : centresIn(entries).map((one) => streamName('counters', one, month));
    }),
  ],
};

function centresIn(entries: readonly Entry<AnyEvent>[]): string[] {
  return [...new Set(entries.map(({ centre }) => centre))];
}
