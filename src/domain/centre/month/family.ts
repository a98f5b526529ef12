/** Tháng: the record family of a centre's months. Stream `month-{centre}-{yyyy-mm}`. */
import type { Proposal } from '../../entry.ts';
import { type Family, family, type Misplaced } from '../../family.ts';
import { dayIn } from '../centre/times.ts';
import { filingOf } from './filing.ts';
import { type MonthRefusal, monthDecider } from './month.ts';
import { type MonthEvent, month, monthKey } from './vocabulary.ts';

const misplaced: Misplaced<MonthEvent, MonthRefusal> = (proposed, key) => {
  const { type, centre, occurredAt, recordedVia } = proposed;
  const { month: named = '' } = key;
  if (centre !== key['centre']) return 'month/other-centre';
  if (type === 'EntryWithdrawn') return null;
  const ends = answersAnother(proposed) ? null : endOfPeriod(proposed);
  if (ends !== null) return ends === named ? null : 'month/other-period';
  if (recordedVia.mode !== 'live') return null;
  const was = dayIn(occurredAt).slice(0, 7);
  const isThere = answersAnother(proposed) ? was >= named : was === named;
  return isThere ? null : 'month/other-month';
};

/** What answers an entry is kept with it, whenever it comes. */
function answersAnother({ type, data }: MonthEvent): boolean {
  if (type === 'PostalServiceResumed') return true;
  return type === 'ReportSubmitted' && (data.reference !== null || data.report === 'on-demand');
}

/** The month in which the period of an act ends; null: it names none. A demand is of its own day. */
function endOfPeriod(proposed: Proposal<MonthEvent>): string | null {
  if (proposed.type === 'ReportDemanded') return null;
  return filingOf(proposed).period?.to.slice(0, 7) ?? null;
}

type Type = MonthEvent['type'];

const isOpening = (name: string): name is Type =>
  name !== 'EntryWithdrawn' && Object.hasOwn(month, name);

export const monthFamily: Family = family({
  category: 'month',
  key: monthKey,
  vocabulary: month,
  decider: monthDecider,
  opens: Object.keys(month).filter(isOpening),
  misplaced,
});
