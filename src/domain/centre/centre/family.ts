/** Trung tâm: the record family of a centre's years. Stream `centre-{code}-{yyyy}`. */
import { type Family, family, type Misplaced } from '../../family.ts';
import { type CentreRefusal, centreDecider } from './centre.ts';
import { dayIn } from './times.ts';
import { type CentreEvent, centre, centreKey } from './vocabulary.ts';

type Type = CentreEvent['type'];

/** What goes on with something that began in the year, and may come in a later one. */
const mayComeLater: ReadonlySet<Type> = new Set([
  'OutageEnded',
  'CatchUpCompleted',
  'ConsultationSent',
  'ConsultationReplied',
  'MatterDecided',
  'MeasureDecided',
  'IssueAnswered',
  'RewardDecided',
  'DisputeSettled',
]);

const misplaced: Misplaced<CentreEvent, CentreRefusal> = (proposed, key) => {
  const { type, centre: of, occurredAt, recordedVia } = proposed;
  if (of !== key['centre']) return 'centre/other-centre';
  if (recordedVia.mode !== 'live' || type === 'EntryWithdrawn') return null;
  const year = dayIn(occurredAt).slice(0, 4);
  const { year: named = '' } = key;
  const isThere = mayComeLater.has(type) ? year >= named : year === named;
  return isThere ? null : 'centre/other-year';
};

const isOpening = (name: string): name is Type =>
  name !== 'EntryWithdrawn' && Object.hasOwn(centre, name);

export const centreFamily: Family = family({
  category: 'centre',
  key: centreKey,
  vocabulary: centre,
  decider: centreDecider,
  opens: Object.keys(centre).filter(isOpening),
  misplaced,
});
