/**
 * evaluation-criteria-followed: an official's class follows from recorded facts, by criteria that are
 * published (SL Đ12; BL Đ14.1). A class by criteria that are not in force, or one that says that it
 * rests on no fact, is the breach.
 *
 * The criteria are those of the day that the class is about: the last of its period, or else its own.
 * By which criteria it was given, or on what it rests, may be unsaid: that is no breach.
 */
import type { OfficialEvent } from '../../centre/official/vocabulary.ts';
import { prohibition } from '../prohibition.ts';
import { publishedCriteria } from '../registers/criteria.ts';

export const evaluationCriteriaFollowed = prohibition<OfficialEvent>({
  key: 'evaluation-criteria-followed',
  version: 1,
  title: {
    vi: 'Phân loại không theo tiêu chuẩn đã công bố',
    en: 'Class not by the published criteria',
  },
  subject: 'official',
  watches: ['OfficialClassed'],
  gathered: false,
  blames: (_, __, { centre }) => ({ kind: 'centre', code: centre }),
  tells: (entry) => (entry.type === 'OfficialClassed' ? entry.data.criteria : null),
  offends(entry, _, { registers, centre, workingTime }) {
    if (entry.type !== 'OfficialClassed' || entry.centre !== centre) return null;
    const { criteria, measured, period } = entry.data;
    if (measured?.length === 0) return [];
    if (criteria === null) return null;
    const days = [period?.to, workingTime.dateAt(entry.occurredAt)].filter(
      (day) => day !== undefined,
    );
    const isInForce = registers
      .look(publishedCriteria, centre)
      .some(
        ({ name, from, to }) =>
          name === criteria && days.some((day) => from <= day && (to === null || day <= to)),
      );
    return isInForce ? null : [];
  },
});
