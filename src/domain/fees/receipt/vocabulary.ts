/**
 * Biên lai: the words of one receipt of phí, lệ phí or a service, from the charge to its refund.
 *
 * Stream `receipt-{centre}-{book}-{year}-{number}`. What is charged and never receipted (exempt in
 * full, or paid and still waiting for its number) stands under the number of the book in which the
 * centre registers it.
 *
 * The number is never blanked: a receipt that was voided stays where it is, and so does one whose
 * number was used twice, with everything that was said under it. The rates themselves are on the
 * record of the procedure.
 */
import { z } from 'zod';
import { personal } from '../../personal.ts';
import {
  AgencyCode,
  CentreCode,
  DossierCode,
  Money,
  OfficialId,
  ProcedureCode,
  Year,
} from '../../units.ts';
import { DocumentNumber, ifKnown, Name } from '../../vocabulary/fields.ts';
import { withdrawing } from '../../vocabulary/keeping.ts';
import { type EventOf, event } from '../../vocabulary.ts';
import {
  ChargedItems,
  CollectionPlace,
  inOneCurrency,
  Method,
  mixedCurrencies,
  ReceiptBook,
  ReceiptNumber,
} from '../vocabulary/fields.ts';

/** The numbers of a book start again at 1 each January. */
export const receiptKey = {
  centre: CentreCode,
  book: ReceiptBook,
  year: Year,
  number: ReceiptNumber,
};

const FeeAssessed = z
  .strictObject({
    dossier: ifKnown(DossierCode),
    procedure: ifKnown(ProcedureCode),
    agency: ifKnown(AgencyCode).describe('Whose phí or lệ phí it is: to whom the money goes.'),
    items: ChargedItems.min(1),
    official: ifKnown(OfficialId).describe('Who worked it out.'),
    unit: ifKnown(AgencyCode).describe('The unit of whoever worked it out.'),
  })
  .refine(({ items }) => inOneCurrency(items.map(({ amount }) => amount)), mixedCurrencies);

const ServiceCharged = z
  .strictObject({
    service: Name.describe('Copying, printing, translation, legal support …'),
    rate: ifKnown(Name).describe('The code of its approved price.'),
    price: ifKnown(Money).describe('Of one.'),
    quantity: z.int().min(1).max(100_000).default(1),
    amount: Money.describe('Of the whole quantity.'),
    dossier: ifKnown(DossierCode),
    unit: ifKnown(AgencyCode).describe('Who gives the service.'),
    official: ifKnown(OfficialId),
  })
  .refine(
    ({ price, amount }) => inOneCurrency(price === null ? [amount] : [price, amount]),
    mixedCurrencies,
  );

const FeeExempted = z.strictObject({
  extent: ifKnown(z.enum(['whole', 'part'])).describe('Exempted (miễn), or reduced (giảm).'),
  amount: ifKnown(Money).describe('What is not asked for.'),
  dossier: ifKnown(DossierCode),
  ground: ifKnown(Name).describe('The provision that allows it. Says nothing of the person.'),
  document: DocumentNumber,
  official: ifKnown(OfficialId).describe('Who granted it.'),
  circumstances: personal('What about the payer allows it.', 'payer').optional(),
});

const ReceiptIssued = z
  .strictObject({
    book: ReceiptBook,
    number: ReceiptNumber,
    items: ChargedItems.default([]),
    total: Money,
    method: ifKnown(Method),
    place: ifKnown(CollectionPlace),
    collector: ifKnown(OfficialId),
    unit: ifKnown(AgencyCode).describe('Whose unit collected it: the centre, an agency, a bank.'),
    agency: ifKnown(AgencyCode).describe('Whose phí or lệ phí it is: to whom the money goes.'),
    dossier: ifKnown(DossierCode),
    procedure: ifKnown(ProcedureCode),
    payer: personal('Who paid.', 'payer').optional(),
  })
  .refine(
    ({ items, total }) => inOneCurrency([total, ...items.map(({ amount }) => amount)]),
    mixedCurrencies,
  );

const OnlinePaymentRecorded = z.strictObject({
  provider: ifKnown(Name).describe('The bank, wallet or gateway.'),
  reference: Name.describe('What the provider calls the payment.'),
  amount: Money,
  portal: ifKnown(z.enum(['national', 'provincial', 'other'])),
  dossier: ifKnown(DossierCode),
  payer: personal('Who paid.', 'payer').optional(),
});

const ReceiptVoided = z.strictObject({
  reason: ifKnown(
    z.enum([
      'written-wrong',
      'wrong-amount',
      'wrong-payer',
      'duplicate',
      'dossier-withdrawn',
      'spoiled',
      'other',
    ]),
  ),
  official: ifKnown(OfficialId).describe('Who voided it.'),
  approver: ifKnown(OfficialId),
  document: DocumentNumber.describe('The minutes (biên bản) of it.'),
  replacedBy: ifKnown(ReceiptNumber).describe('The number that was issued in its place.'),
  account: personal('How it came to be voided.', 'payer').optional(),
});

const FeeRefunded = z.strictObject({
  amount: Money,
  method: ifKnown(Method),
  document: DocumentNumber.describe('The decision, or the voucher.'),
  official: ifKnown(OfficialId).describe('Who paid it back.'),
  unit: ifKnown(AgencyCode).describe('The unit that paid it back.'),
  recipient: personal('Who got it.', 'payer').optional(),
  reason: personal('Why it was paid back.', 'payer').optional(),
});

const [agency, centre, clerk, accountant, dossier] = [
  'H42.17',
  'H42.TTPVHCC',
  'cb-0417',
  'kt-0402',
  'H42.17-250923-0005',
];
const items = [
  {
    kind: 'fee',
    rate: 'TD-01',
    name: 'Phí thẩm định hồ sơ cấp giấy chứng nhận',
    quantity: 1,
    amount: { amount: 650_000, currency: 'VND' },
  } as const,
];

export const receipt = {
  FeeAssessed: event('Xác định phí, lệ phí phải nộp', 'Fee assessed', FeeAssessed, {
    dossier,
    procedure: '1.004238',
    agency,
    items,
    official: clerk,
    unit: centre,
  }),
  ServiceCharged: event('Tính giá dịch vụ hỗ trợ', 'Service charged', ServiceCharged, {
    service: 'Sao chụp tài liệu',
    rate: 'DV-A4',
    price: { amount: 500, currency: 'VND' },
    quantity: 24,
    amount: { amount: 12_000, currency: 'VND' },
    dossier,
    unit: centre,
    official: clerk,
  }),
  FeeExempted: event('Miễn, giảm phí, lệ phí', 'Fee exempted or reduced', FeeExempted, {
    extent: 'part',
    amount: { amount: 325_000, currency: 'VND' },
    dossier,
    ground: 'Điều 10 Luật Phí và lệ phí',
    document: '18/2024/NQ-HĐND',
    official: accountant,
    circumstances: 'Hộ bà Mai là hộ nghèo theo danh sách năm 2025',
  }),
  ReceiptIssued: event('Phát hành biên lai', 'Receipt issued', ReceiptIssued, {
    book: '01BLP0-001',
    number: '0000123',
    items,
    total: { amount: 650_000, currency: 'VND' },
    method: 'cash',
    place: 'centre',
    collector: accountant,
    unit: centre,
    agency,
    dossier,
    procedure: '1.004238',
    payer: 'Nguyễn Thị Mai',
  }),
  OnlinePaymentRecorded: event(
    'Ghi nhận thanh toán trực tuyến',
    'Online payment recorded',
    OnlinePaymentRecorded,
    {
      provider: 'VietinBank',
      reference: 'PAYGOV-20250923-884120',
      amount: { amount: 650_000, currency: 'VND' },
      portal: 'provincial',
      dossier,
      payer: 'Nguyễn Thị Mai',
    },
  ),
  ReceiptVoided: event('Hủy biên lai', 'Receipt voided', ReceiptVoided, {
    reason: 'wrong-payer',
    official: accountant,
    approver: 'gd-0401',
    document: '07/BB-TTPVHCC',
    replacedBy: '0000124',
    account: 'Ghi nhầm tên con trai bà Mai thay cho bà Mai',
  }),
  FeeRefunded: event('Hoàn trả phí, lệ phí', 'Fee refunded', FeeRefunded, {
    amount: { amount: 650_000, currency: 'VND' },
    method: 'transfer',
    document: '41/QĐ-TTPVHCC',
    official: accountant,
    unit: centre,
    recipient: 'Nguyễn Thị Mai',
    reason: 'Bà Mai rút hồ sơ trước khi thẩm định',
  }),
  ...withdrawing,
};

export type ReceiptEvent = EventOf<typeof receipt>;

/** The event of one type. */
export type ReceiptEventOf<Type extends ReceiptEvent['type']> = Extract<
  ReceiptEvent,
  { readonly type: Type }
>;
