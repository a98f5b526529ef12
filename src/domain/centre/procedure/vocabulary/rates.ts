/** Mức phí, lệ phí: what a procedure costs, from when, and who told whom of a change (NB Đ9.1a, Đ9.2a). */
import { z } from 'zod';
import { AgencyCode, CalendarDate, OfficialId } from '../../../units.ts';
import { DocumentNumber, ifKnown, Means, Name } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { Rate } from './fields.ts';

const RateCode = Rate.shape.rate;

const rate = {
  ...Rate.shape,
  from: ifKnown(CalendarDate).describe('First day in force; null: the day of the entry.'),
  authority: ifKnown(Name).describe('Who set it.'),
  document: DocumentNumber,
};

const FeeRateSet = z.strictObject(rate);
const FeeRateChanged = z.strictObject(rate);

const FeeRateEnded = z.strictObject({
  rate: RateCode,
  to: ifKnown(CalendarDate).describe('Last day in force; null: the day before the entry.'),
  document: DocumentNumber,
});

const FeeRateNotified = z.strictObject({
  rate: RateCode,
  agency: ifKnown(AgencyCode).describe('Who told the centre (NB Đ9.2a).'),
  written: ifKnown(z.boolean()),
  means: ifKnown(Means),
  effective: ifKnown(CalendarDate).describe('The rate that is in force from this day.'),
  document: DocumentNumber,
});

const FeeRatePublished = z.strictObject({
  rate: RateCode,
  effective: ifKnown(CalendarDate).describe('The rate that is in force from this day.'),
  updated: ifKnown(z.boolean()).describe('The centre’s own tables have it, and it is charged.'),
  where: ifKnown(
    z
      .array(z.enum(['notice-board', 'website', 'portal', 'other']))
      .min(1)
      .max(10),
  ),
  official: ifKnown(OfficialId),
});

const set = {
  rate: 'PTD-01',
  name: 'Phí thẩm định hồ sơ',
  kind: 'fee' as const,
  amount: { amount: 120_000, currency: 'VND' },
  unit: 'hồ sơ',
  from: '2025-07-01',
  authority: 'Hội đồng nhân dân tỉnh',
  document: '14/NQ-HĐND',
};

export const rates = {
  FeeRateSet: event('Quy định mức phí, lệ phí', 'Rate set', FeeRateSet, set),
  FeeRateChanged: event('Thay đổi mức phí, lệ phí', 'Rate changed', FeeRateChanged, {
    ...set,
    amount: { amount: 150_000, currency: 'VND' },
    from: '2025-10-01',
    document: '22/NQ-HĐND',
  }),
  FeeRateEnded: event('Bỏ mức phí, lệ phí', 'Rate ended', FeeRateEnded, {
    rate: 'PTD-01',
    to: '2025-12-31',
    document: '30/NQ-HĐND',
  }),
  FeeRateNotified: event(
    'Cơ quan báo thay đổi mức thu',
    'Change of a rate notified',
    FeeRateNotified,
    {
      rate: 'PTD-01',
      agency: 'H42.17',
      written: true,
      means: 'official-letter',
      effective: '2025-10-01',
      document: '421/STNMT-KHTC',
    },
  ),
  FeeRatePublished: event('Niêm yết mức thu', 'Rate published', FeeRatePublished, {
    rate: 'PTD-01',
    effective: '2025-10-01',
    updated: true,
    where: ['notice-board', 'portal'],
    official: 'cb-0417',
  }),
};
