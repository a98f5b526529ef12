/** What the periodic acts of a month say of themselves, in the columns that they share. */
import { type AgencyCode, CalendarDate, type Year } from '../../units.ts';
import type { Act } from './act.ts';
import type { Period } from './vocabulary/fields.ts';
import type { MonthEvent, MonthEventOf } from './vocabulary.ts';

/** What `event` files, holds or sends. Of the others: nothing. */
export function filingOf(event: MonthEvent): Partial<Act> {
  const { type, data } = event;
  if (type === 'ReportSubmitted') {
    const { report: kind, about, period, reference, copies, signer, document } = data;
    const [agencies, officials] = [copies ?? [], listed(signer)];
    return { kind, about, period, reference, agencies, officials, document };
  }
  if (type === 'PostalReportSubmitted') {
    const { unit, period, document } = data;
    return { period, agencies: listed(unit), document };
  }
  if (type === 'PostalServiceInterrupted') {
    const { reference, unit, where, cause, document } = data;
    return { reference, agencies: listed(unit), about: cause ?? where, document };
  }
  if (
    type === 'OfficialsNoticeSent' ||
    type === 'SatisfactionSummarySent' ||
    type === 'YearlyRatingsReceived'
  ) {
    return toldOf(event);
  }
  return heldOf(event);
}

function heldOf({ type, data }: MonthEvent): Partial<Act> {
  if (type === 'MeetingHeld') {
    const { kind, about, period, inServiceHours, fromCounters, document } = data;
    return { kind, about, period, inServiceHours, officials: fromCounters ?? [], document };
  }
  if (type === 'OfficialsReviewed') {
    return { period: data.period, officials: data.officials ?? [], document: data.document };
  }
  if (type === 'AgencySessionHeld') {
    return { ...together(data), kind: data.occasion };
  }
  if (type === 'ReviewHeld') {
    return together(data);
  }
  if (type === 'TrainingHeld') {
    const kind = data.audience?.join(', ') ?? null;
    return { ...together(data), kind, officials: data.officials ?? [] };
  }
  return {};
}

type Together = MonthEventOf<'AgencySessionHeld' | 'ReviewHeld' | 'TrainingHeld'>['data'];

function together({ about, agencies, period, document }: Together): Partial<Act> {
  return { about, period, agencies: agencies ?? [], document };
}

type Told = MonthEventOf<
  'OfficialsNoticeSent' | 'SatisfactionSummarySent' | 'YearlyRatingsReceived'
>;

function toldOf({ type, data }: Told): Partial<Act> {
  const { document } = data;
  const agencies: readonly AgencyCode[] = [data.agency];
  if (type === 'SatisfactionSummarySent') return { period: data.period, agencies, document };
  const officials = data.officials ?? [];
  const period = type === 'YearlyRatingsReceived' ? yearOf(data.year) : data.period;
  return { period, agencies, officials, document };
}

/** The days of a year. */
function yearOf(year: Year | null): Period {
  if (year === null) return null;
  return { from: CalendarDate.parse(`${year}-01-01`), to: CalendarDate.parse(`${year}-12-31`) };
}

function listed<Code>(code: Code | null): readonly Code[] {
  return code === null ? [] : [code];
}
