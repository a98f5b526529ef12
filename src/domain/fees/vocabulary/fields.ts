/** What the three families of money have in common: books, numbers, accounts, and what is charged. */
import { z } from 'zod';
import { Money } from '../../units.ts';
import { ifKnown, Name } from '../../vocabulary/fields.ts';

/** Text in Unicode's composed form, without control characters: it is a part of a stream's name. */
const named = z
  .string()
  .min(1)
  .max(100)
  .regex(/^(?=.*\S)\P{Cc}+$/u, 'it cannot be blank, and has no control characters')
  .transform((text) => text.normalize('NFC'));

/** Quyển biên lai: a book of receipts, by its symbol (ký hiệu), such as `01BLP0-001` or `PB/24E`. */
export const ReceiptBook = named.brand<'ReceiptBook'>();
export type ReceiptBook = z.output<typeof ReceiptBook>;

/**
 * Số biên lai: the number of a receipt in its book and year, from 1 to 99,999,999 (eight digits).
 *
 * Kept without the noughts that are printed before it, so that `0000123` and `123` are one receipt
 * and a number that is used twice is seen.
 */
export const ReceiptNumber = z
  .string()
  .regex(/^(?=\d{1,8}$)0*[1-9]/, 'the number of a receipt has 1 to 8 digits, and is not 0')
  .transform((digits) => digits.replace(/^0+/, ''))
  .brand<'ReceiptNumber'>();
export type ReceiptNumber = z.output<typeof ReceiptNumber>;

/** Số tài khoản: an account at a bank or the State Treasury. Spaces group it for the eye, and are left out. */
export const BankAccount = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9 .:/_-]{0,63}$/,
    'an account is written in letters, digits and .:/_-, up to 64 of them',
  )
  .transform((text) => text.replaceAll(' ', ''))
  .brand<'BankAccount'>();
export type BankAccount = z.output<typeof BankAccount>;

/** A statement of an account, by the bank's number of it or by its day. */
export const StatementId = named.brand<'StatementId'>();
export type StatementId = z.output<typeof StatementId>;

/** Phí (`fee`), lệ phí (`charge`), or the price of a support service (`service`; BL Đ6.6). */
export const MoneyKind = z
  .enum(['fee', 'charge', 'service'])
  .describe('Phí: fee. Lệ phí: charge. Giá dịch vụ hỗ trợ: service.');
export type MoneyKind = z.output<typeof MoneyKind>;

/** One line of what is charged. */
export const ChargedItem = z.strictObject({
  kind: MoneyKind,
  rate: ifKnown(Name).describe('The code of the rate, as the procedure publishes it.'),
  name: ifKnown(Name),
  quantity: z.int().min(1).max(100_000).default(1),
  amount: Money.describe('Of the whole quantity.'),
});
export type ChargedItem = z.output<typeof ChargedItem>;

export const ChargedItems = z.array(ChargedItem).max(100);

/** Hình thức nộp: in cash, by transfer, paid online, by card at a terminal (POS). */
export const Method = z.enum(['cash', 'transfer', 'online', 'pos', 'other']);
export type Method = z.output<typeof Method>;

/** Where money was taken, seen from the centre (NB Đ9.1a, Đ9.3a; TQ Đ8). */
export const CollectionPlace = z.enum([
  'centre',
  'agency-section',
  'agency-office',
  'bank-counter',
  'online',
  'post-office',
  'elsewhere',
]);
export type CollectionPlace = z.output<typeof CollectionPlace>;

/** Numbers of one book that follow one another, both ends included. */
export const ReceiptRange = z
  .strictObject({ book: ReceiptBook, from: ReceiptNumber, to: ReceiptNumber })
  .refine(({ from, to }) => Number(from) <= Number(to), {
    error: 'the last number is before the first number',
    path: ['to'],
  });
export type ReceiptRange = z.output<typeof ReceiptRange>;

export const ReceiptRanges = z.array(ReceiptRange).max(200);

/** Whether all of `sums` are in one currency: sums of several are never added up. */
export function inOneCurrency(sums: readonly Money[]): boolean {
  return new Set(sums.map(({ currency }) => currency)).size <= 1;
}

export const mixedCurrencies = { error: 'it names sums of several currencies' };
