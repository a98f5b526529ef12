/**
 * Tháng thu phí: the words of what is done about the money of one month (NB Đ9.1, Đ9.2): told to the
 * agencies, remitted to them, agreed with them, settled.
 *
 * Stream `fees-{centre}-{month}`. The month is that in which the money was taken, so what is done
 * about it is dated after it, as a rule. A share is on the month from which it holds, a settlement on
 * the last month of its period.
 *
 * A book of receipts is on the month in which it was given out, and so is its closing, whenever that
 * is: what was given out and what came back then stand on one record, and can be held against each
 * other. The receipts of the book have records of their own.
 */
import { z } from 'zod';
import { personal } from '../../personal.ts';
import { AgencyCode, CalendarDate, CentreCode, Money, Month, OfficialId } from '../../units.ts';
import {
  DocumentNumber,
  daysInOrder,
  ifKnown,
  Name,
  reversedDays,
} from '../../vocabulary/fields.ts';
import { withdrawing } from '../../vocabulary/keeping.ts';
import { type EventOf, event } from '../../vocabulary.ts';
import { inOneCurrency, Method, mixedCurrencies, ReceiptRanges } from '../vocabulary/fields.ts';
import { books } from './vocabulary/books.ts';

export const feesKey = { centre: CentreCode, month: Month };

const FeeSummarySent = z.strictObject({
  agency: AgencyCode.describe('To whom it was sent: whose phí and lệ phí it sums up.'),
  collected: ifKnown(Money).describe('What was taken for the agency in the month.'),
  receipts: ifKnown(z.int().min(0)).describe('How many.'),
  ranges: ReceiptRanges.default([]),
  document: DocumentNumber,
  official: ifKnown(OfficialId),
});

const FeesRemitted = z
  .strictObject({
    agency: AgencyCode.describe('To whom it went.'),
    amount: Money,
    retained: ifKnown(Money).describe('Kept back by a decided share (NB Đ9.1c).'),
    toBudget: ifKnown(Money).describe('Paid to the state budget for the agency.'),
    receipts: ifKnown(z.int().min(0)).describe('How many went with it.'),
    ranges: ReceiptRanges.default([]).describe('The receipts that went with it.'),
    method: ifKnown(Method),
    bankReference: ifKnown(Name).describe('The debit on the statement.'),
    document: DocumentNumber,
    official: ifKnown(OfficialId),
  })
  .refine(
    ({ amount, retained, toBudget }) =>
      inOneCurrency([amount, retained, toBudget].filter((sum) => sum !== null)),
    mixedCurrencies,
  );

const ReconciliationAgreed = z.strictObject({
  agency: AgencyCode,
  amount: ifKnown(Money).describe('The figure that both have.'),
  summary: DocumentNumber.describe('The summary that was checked.'),
  document: DocumentNumber,
  official: ifKnown(OfficialId).describe('Who agreed for the agency.'),
});

const ReconciliationDisputed = z
  .strictObject({
    agency: AgencyCode,
    centreFigure: ifKnown(Money).describe('What the centre says was taken.'),
    agencyFigure: ifKnown(Money).describe('What the agency says was taken.'),
    difference: ifKnown(Money).describe('By how much they differ, whichever is more.'),
    summary: DocumentNumber.describe('The summary that was checked.'),
    reason: ifKnown(
      z.enum([
        'receipt-missing',
        'receipt-too-many',
        'wrong-amount',
        'wrong-month',
        'voided-receipt',
        'not-remitted',
        'other',
      ]),
    ),
    document: DocumentNumber,
    official: ifKnown(OfficialId).describe('Who disputes it for the agency.'),
    account: personal('What the agency says of it.', 'payer').optional(),
  })
  .refine(
    ({ centreFigure, agencyFigure, difference }) =>
      inOneCurrency([centreFigure, agencyFigure, difference].filter((sum) => sum !== null)),
    mixedCurrencies,
  );

const RetentionShareDecided = z
  .strictObject({
    agency: ifKnown(AgencyCode).describe('Of whose money; null: of every agency’s.'),
    share: z
      .int()
      .min(0)
      .max(10_000)
      .describe('In hundredths of a percent, of what the budget leaves.'),
    from: ifKnown(CalendarDate),
    to: ifKnown(CalendarDate),
    by: ifKnown(AgencyCode).describe('Who decided: the provincial People’s Committee.'),
    document: DocumentNumber,
  })
  .refine(daysInOrder, reversedDays);

const FeesSettled = z.strictObject({
  agency: AgencyCode.describe('Who settled: the agency whose phí and lệ phí it is (NB Đ9.2d).'),
  authority: ifKnown(AgencyCode).describe('With whom: the finance department, the tax authority.'),
  period: ifKnown(z.enum(['month', 'quarter', 'half-year', 'year'])).describe(
    'The period that ends with this month.',
  ),
  amount: ifKnown(Money),
  document: DocumentNumber,
  official: ifKnown(OfficialId),
});

const [agency, accountant] = ['H42.17', 'kt-0402'];
const ranges = [{ book: '01BLP0-001', from: '0000101', to: '0000187' }];
const collected = { amount: 54_600_000, currency: 'VND' };

export const fees = {
  FeeSummarySent: event('Gửi bảng tổng hợp thu phí, lệ phí', 'Fee summary sent', FeeSummarySent, {
    agency,
    collected,
    receipts: 87,
    ranges,
    document: '112/TTPVHCC-KT',
    official: accountant,
  }),
  FeesRemitted: event('Chuyển tiền phí, lệ phí cho cơ quan', 'Fees remitted', FeesRemitted, {
    agency,
    amount: { amount: 43_680_000, currency: 'VND' },
    retained: { amount: 5_460_000, currency: 'VND' },
    toBudget: { amount: 5_460_000, currency: 'VND' },
    receipts: 87,
    ranges,
    method: 'transfer',
    bankReference: 'FT25276900011',
    document: 'UNC 118',
    official: accountant,
  }),
  ReconciliationAgreed: event(
    'Thống nhất đối chiếu',
    'Reconciliation agreed',
    ReconciliationAgreed,
    {
      agency,
      amount: collected,
      summary: '112/TTPVHCC-KT',
      document: '640/STNMT-KHTC',
      official: 'kt-1704',
    },
  ),
  ReconciliationDisputed: event(
    'Không thống nhất đối chiếu',
    'Reconciliation disputed',
    ReconciliationDisputed,
    {
      agency,
      centreFigure: collected,
      agencyFigure: { amount: 55_250_000, currency: 'VND' },
      difference: { amount: 650_000, currency: 'VND' },
      summary: '112/TTPVHCC-KT',
      reason: 'receipt-missing',
      document: '641/STNMT-KHTC',
      official: 'kt-1704',
      account: 'Biên lai 0000123 của bà Mai không có trong bảng tổng hợp',
    },
  ),
  RetentionShareDecided: event(
    'Quyết định tỷ lệ trích để lại',
    'Retention share decided',
    RetentionShareDecided,
    {
      agency,
      share: 1_000,
      from: '2025-09-01',
      to: '2026-12-31',
      by: 'H42.UBND',
      document: '955/QĐ-UBND',
    },
  ),
  FeesSettled: event('Quyết toán phí, lệ phí', 'Fees settled', FeesSettled, {
    agency,
    authority: 'H42.STC',
    period: 'quarter',
    amount: { amount: 161_200_000, currency: 'VND' },
    document: '702/STNMT-KHTC',
    official: 'kt-1704',
  }),
  ...books,
  ...withdrawing,
};

export type FeesEvent = EventOf<typeof fees>;

/** The event of one type. */
export type FeesEventOf<Type extends FeesEvent['type']> = Extract<
  FeesEvent,
  { readonly type: Type }
>;
