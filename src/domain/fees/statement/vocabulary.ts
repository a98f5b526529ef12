/**
 * Sao kê: the words of one bank statement, or of one day of an account: what came in, and which
 * receipts it pays (NB Đ9.3).
 *
 * Stream `statement-{account}-{id}`. What a credit is matched to stands here and not on the receipt,
 * since one transfer may pay many receipts, and one receipt may be paid by several.
 */
import { z } from 'zod';
import { personal } from '../../personal.ts';
import { AgencyCode, CalendarDate, CentreCode, Money, OfficialId, Year } from '../../units.ts';
import {
  DocumentNumber,
  daysInOrder,
  ifKnown,
  Name,
  reversedDays,
} from '../../vocabulary/fields.ts';
import { withdrawing } from '../../vocabulary/keeping.ts';
import { type EventOf, event } from '../../vocabulary.ts';
import {
  BankAccount,
  inOneCurrency,
  mixedCurrencies,
  ReceiptBook,
  ReceiptNumber,
  StatementId,
} from '../vocabulary/fields.ts';

export const statementKey = { account: BankAccount, id: StatementId };

/** What the bank calls one entry of a statement. */
const BankEntryId = Name.describe('What the bank calls this entry.');

const StatementOpened = z
  .strictObject({
    account: BankAccount,
    bank: ifKnown(Name),
    holder: ifKnown(AgencyCode).describe('Whose account it is.'),
    from: ifKnown(CalendarDate).describe('First day that it covers.'),
    to: ifKnown(CalendarDate).describe('Last day that it covers.'),
    opening: ifKnown(Money).describe('Balance before its first entry.'),
    closing: ifKnown(Money).describe('Balance after its last entry.'),
  })
  .refine(daysInOrder, reversedDays)
  .refine(
    ({ opening, closing }) => inOneCurrency([opening, closing].filter((sum) => sum !== null)),
    mixedCurrencies,
  );

/** What the bank states of an entry, whichever way the money went. */
const booked = {
  bookedOn: ifKnown(CalendarDate),
  valueDate: ifKnown(CalendarDate).describe('From which day the bank counts it.'),
  amount: Money,
  balance: ifKnown(Money).describe('Of the account, after it.'),
  reference: ifKnown(Name).describe(
    'What it says that it pays, as a code: of a dossier, of an order. Never free text.',
  ),
};

const BankCreditRecorded = z.strictObject({
  credit: BankEntryId,
  ...booked,
  payer: personal('Who paid, as the bank names them.', 'payer').optional(),
  text: personal('What the bank prints beside it.', 'payer').optional(),
});

const BankDebitRecorded = z.strictObject({
  debit: BankEntryId,
  ...booked,
  text: personal('What the bank prints beside it.', 'payer').optional(),
});

/** So much of a credit pays so much of a receipt. */
const Allocation = z.strictObject({
  credit: BankEntryId,
  centre: ifKnown(CentreCode).describe('Whose receipt; null: of the centre that records this.'),
  book: ReceiptBook,
  year: Year,
  number: ReceiptNumber,
  amount: Money,
});
export type Allocation = z.output<typeof Allocation>;

const CreditMatched = z.strictObject({
  match: Name.describe('Names the match, for whoever undoes it.'),
  allocations: z.array(Allocation).min(1).max(500),
  how: ifKnown(
    z.enum(['reference', 'provider-reference', 'amount-and-day', 'by-hand', 'other']),
  ).describe('What told that they belong together.'),
  official: ifKnown(OfficialId).describe('Who matched them; null: a program.'),
});

const CreditMatchUndone = z.strictObject({
  match: Name,
  reason: ifKnown(
    z.enum(['wrong-receipt', 'wrong-credit', 'wrong-amount', 'receipt-voided', 'other']),
  ),
  official: ifKnown(OfficialId),
});

const CreditLeftUnmatched = z.strictObject({
  credit: BankEntryId,
  reason: ifKnown(
    z.enum(['no-receipt', 'payer-unknown', 'not-a-fee', 'overpaid', 'to-be-returned', 'other']),
  ),
  official: ifKnown(OfficialId),
  document: DocumentNumber,
  note: personal('What was found out.', 'payer').optional(),
});

const [credit, accountant, centre] = ['FT25267884120', 'kt-0402', 'H42.TTPVHCC'];

export const statement = {
  StatementOpened: event('Mở sao kê', 'Statement opened', StatementOpened, {
    account: '1130 0004 2042',
    bank: 'VietinBank Ninh Bình',
    holder: centre,
    from: '2025-09-24',
    to: '2025-09-24',
    opening: { amount: 182_450_000, currency: 'VND' },
    closing: { amount: 183_100_000, currency: 'VND' },
  }),
  BankCreditRecorded: event('Ghi có tài khoản', 'Bank credit recorded', BankCreditRecorded, {
    credit,
    bookedOn: '2025-09-24',
    valueDate: '2025-09-24',
    amount: { amount: 650_000, currency: 'VND' },
    balance: { amount: 183_100_000, currency: 'VND' },
    reference: 'H42.17-250923-0005',
    payer: 'NGUYEN THI MAI',
    text: 'NGUYEN THI MAI nop phi ho so H42.17-250923-0005',
  }),
  BankDebitRecorded: event('Ghi nợ tài khoản', 'Bank debit recorded', BankDebitRecorded, {
    debit: 'FT25267900011',
    bookedOn: '2025-09-24',
    valueDate: '2025-09-24',
    amount: { amount: 24_500_000, currency: 'VND' },
    balance: { amount: 158_600_000, currency: 'VND' },
    reference: 'UNC 118',
    text: 'TT PVHCC chuyen phi thang 8 cho So TNMT',
  }),
  CreditMatched: event('Khớp báo có với biên lai', 'Credit matched to receipts', CreditMatched, {
    match: 'DC-2025-09-24-1',
    allocations: [
      {
        credit,
        centre: 'reference',
        book: '01BLP0-001',
        year: '2025',
        number: '0000123',
        amount: { amount: 650_000, currency: 'VND' },
      },
    ],
    how: 'reference',
    official: accountant,
  }),
  CreditMatchUndone: event('Bỏ khớp báo có', 'Match undone', CreditMatchUndone, {
    match: 'DC-2025-09-24-1',
    reason: 'receipt-voided',
    official: accountant,
  }),
  CreditLeftUnmatched: event(
    'Báo có chưa khớp được',
    'Credit left unmatched',
    CreditLeftUnmatched,
    {
      credit,
      reason: 'payer-unknown',
      official: accountant,
      document: '12/BB-ĐC',
      note: 'Đã gọi ngân hàng, chưa rõ ai chuyển thay bà Mai',
    },
  ),
  ...withdrawing,
};

export type StatementEvent = EventOf<typeof statement>;

/** The event of one type. */
export type StatementEventOf<Type extends StatementEvent['type']> = Extract<
  StatementEvent,
  { readonly type: Type }
>;
