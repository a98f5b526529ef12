/**
 * What people said of findings: that one is let pass, or that it is wrong. The finding stays, and says
 * so; it goes when the entry that was wrong is corrected.
 */
import { type CentreEvent, centre } from '../../centre/centre/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import type { EventId } from '../../units.ts';
import { inWords } from '../in-words.ts';
import type { Register } from '../register.ts';

/** Of one finding. */
export type Remarks = {
  /** The event that lets it pass; null: none. */
  readonly waived: EventId | null;
  /** The event that disputes it, where that is not settled in its favour or withdrawn; null: none. */
  readonly disputed: EventId | null;
};

export const noRemarks: Remarks = { waived: null, disputed: null };

/** By the id of the finding, under the name of the subject. */
export const remarks: Register<ReadonlyMap<string, Remarks>> = {
  name: 'remarks',
  category: 'centre',
  types: ['FindingWaived', 'FindingDisputed', 'DisputeSettled'],
  isAboutSubjects: true,
  keys: (_, entries) =>
    inWords('centre', centre, entries).flatMap((entry) => subjectNamed(entry) ?? []),
  fold(records, subject) {
    const entries = records.flatMap(({ timeline }) => inWords('centre', centre, timeline));
    const made = new Map<string, Remarks>();
    const about = entries.filter((entry) => subjectNamed(entry) === subject);
    for (const { type, data, id } of about) {
      if (type === 'FindingWaived') {
        made.set(data.finding, { ...(made.get(data.finding) ?? noRemarks), waived: id });
      }
      if (type !== 'FindingDisputed' || isSettled(data.dispute, entries)) continue;
      made.set(data.finding, { ...(made.get(data.finding) ?? noRemarks), disputed: id });
    }
    return made;
  },
};

/** As the entry says it, or as the id of the finding does: `rule:subject:which`. */
function subjectNamed({ type, data }: Entry<CentreEvent>): string | null {
  if (type !== 'FindingWaived' && type !== 'FindingDisputed') return null;
  const { finding, subject } = data;
  return subject ?? finding.slice(finding.indexOf(':') + 1, finding.lastIndexOf(':'));
}

function isSettled(dispute: string, entries: readonly Entry<CentreEvent>[]): boolean {
  return entries.some(
    ({ type, data }) =>
      type === 'DisputeSettled' && data.dispute === dispute && data.outcome !== 'finding-rejected',
  );
}
