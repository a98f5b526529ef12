/** Whether money was taken for an agency in a month at a centre, and stands: what a summary is owed of (NB Đ9.1d). */
import { foldReceipt } from '../../fees/receipt/fold.ts';
import { partsOf, streamName } from '../../stream.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
import { timeline } from '../../timeline.ts';
import type { Register } from '../register.ts';

/** By centre, month and agency, as `takingsKey` makes it. A receipt is of the month of its day in Vietnam, unless it was voided. */
export const takings: Register<boolean> = {
  name: 'takings',
  category: 'receipt',
  types: ['FeeAssessed', 'ReceiptIssued', 'ReceiptVoided'],
  keys(stream, entries) {
    const { centre = '' } = partsOf(stream, ['centre', 'rest']) ?? {};
    if (!entries.some(({ type }) => type === 'ReceiptIssued')) return [];
    const receipt = foldReceipt(timeline(entries));
    return receipt.uses.flatMap(({ voidedAt, agency, issuedAt }) => {
      const of = agency ?? receipt.agency;
      if (voidedAt !== null || of === null) return [];
      return [takingsKey(centre, localDateOf(issuedAt, hoChiMinh).slice(0, 7), of)];
    });
  },
  isCountOnly: true,
  isForGathered: true,
  isAboutSubjects: false,
  fold: (records) => records.length > 0,
};

export function takingsKey(centre: string, month: string, agency: string): string {
  return streamName('takings', centre, month, agency);
}
