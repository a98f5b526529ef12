import { expect, test } from 'vitest';
import { receipt } from '../../../../src/domain/fees/receipt/vocabulary.ts';
import {
  BankAccount,
  ChargedItem,
  ReceiptBook,
  ReceiptNumber,
  ReceiptRange,
} from '../../../../src/domain/fees/vocabulary/fields.ts';

test.each([
  ['1', '1'],
  ['0000123', '123'],
  ['00000001', '1'],
  ['99999999', '99999999'],
])('the number %s is kept as %s, so that two ways of writing it are one receipt', (said, kept) => {
  expect(ReceiptNumber.parse(said)).toBe(kept);
});

test.each(['', '0', '00000000', '100000000', '000000001', '12a', '-1', '1 2', '１２'])(
  'the number %j is none: 1 to 8 digits, and not 0',
  (said) => {
    expect(ReceiptNumber.safeParse(said).success).toBe(false);
  },
);

test('an account is one account, however its digits are grouped', () => {
  expect(BankAccount.parse('1130 0004 2042')).toBe(BankAccount.parse('113000042042'));
  expect(BankAccount.parse('3713.0.1054941')).toBe('3713.0.1054941');
  expect(BankAccount.safeParse('tài khoản').success).toBe(false);
});

test('a book has a name that can stand in the name of a stream', () => {
  expect(ReceiptBook.parse('PB/24E-001')).toBe('PB/24E-001');
  expect(ReceiptBook.parse('Quye\u0302\u0309n 1')).toBe('Quyển 1');
  for (const name of ['', '  ', 'a\nb', 'a'.repeat(101)]) {
    expect(ReceiptBook.safeParse(name).success).toBe(false);
  }
});

test('a range ends where it begins, or after it', () => {
  const range = { book: '01BLP0-001', from: '0000101', to: '101' };
  expect(ReceiptRange.safeParse(range).success).toBe(true);
  expect(ReceiptRange.safeParse({ ...range, to: '0000100' }).success).toBe(false);
});

test('an amount is whole, and never negative', () => {
  const item = { kind: 'fee', amount: { amount: 0 } };
  expect(ChargedItem.parse(item)).toMatchObject({
    quantity: 1,
    amount: { amount: 0, currency: 'VND' },
  });
  for (const amount of [-1, 0.5, 2 ** 53]) {
    expect(ChargedItem.safeParse({ ...item, amount: { amount } }).success).toBe(false);
  }
});

test('one receipt is in one currency', () => {
  const { latest, example } = receipt.ReceiptIssued;
  const foreign = { amount: 25, currency: 'USD' };
  expect(latest.safeParse({ ...example, items: [], total: foreign }).success).toBe(true);
  expect(latest.safeParse({ ...example, total: foreign }).success).toBe(false);
});
