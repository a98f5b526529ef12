/** By which criteria the officials of a centre are classed. */
import { centre as words } from '../../centre/centre/vocabulary.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
import type { CalendarDate } from '../../units.ts';
import { inWords } from '../in-words.ts';
import type { Register } from '../register.ts';
import { centreIn } from './centre-key.ts';

export type Criteria = {
  /** By which classifications name them. */
  readonly name: string;
  /** First and last day in force; null: none is known. */
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
};

/** By centre. */
export const publishedCriteria: Register<readonly Criteria[]> = {
  name: 'criteria',
  category: 'centre',
  types: ['EvaluationCriteriaPublished'],
  keys: centreIn,
  isAboutSubjects: false,
  fold: (records) =>
    records
      .flatMap(({ timeline }) => inWords('centre', words, timeline))
      .flatMap((entry) => {
        if (entry.type !== 'EvaluationCriteriaPublished') return [];
        const { criteria, from, to } = entry.data;
        return [{ name: criteria, from: from ?? localDateOf(entry.occurredAt, hoChiMinh), to }];
      }),
};
