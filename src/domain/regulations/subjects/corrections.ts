/**
 * What one actor corrected at a centre on one day, `corrections-NB-2026%2D03%2D02-cv-1203`: the
 * corrections alone, on whatever records they are. The day is that of the entry, in Vietnam.
 */
import type { AnyEvent, Entry } from '../../entry.ts';
import { families } from '../../families.ts';
import { streamName } from '../../stream.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
import { historyOf } from '../history.ts';
import { centreInName, type Part, type SubjectKind } from '../subject-kind.ts';

export const correctionsSubject: SubjectKind = {
  kind: 'corrections',
  centreIn: centreInName,
  parts: [...families.keys()].map(correctionsIn),
};

function correctionsIn(category: string): Part {
  return {
    name: `corrections-in-${category}`,
    category,
    types: [], // an entry that corrects another is always looked at; no other is one
    keys: (_, entries) => [...new Set(entries.filter(corrects).map(dayOfActor))],
    isAboutSubjects: true,
    fold: (records, key) =>
      records.map(({ entries }) =>
        historyOf(entries.filter((entry) => corrects(entry) && dayOfActor(entry) === key)),
      ),
  };
}

function corrects(entry: Entry<AnyEvent>): boolean {
  return entry.corrects !== null;
}

function dayOfActor({ centre, recordedAt, actor }: Entry<AnyEvent>): string {
  return streamName('corrections', centre, localDateOf(recordedAt, hoChiMinh), actor);
}
