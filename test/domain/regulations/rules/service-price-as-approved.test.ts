import { describe, test } from 'vitest';
import { centre } from '../../../../src/domain/centre/centre/vocabulary.ts';
import { receipt } from '../../../../src/domain/fees/receipt/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { servicePriceAsApproved } from '../../../../src/domain/regulations/rules/service-price-as-approved.ts';
import { CentreCode } from '../../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const stream = 'receipt-BL-DV-2026-7';
const { given } = specifyRule(servicePriceAsApproved, stream);
const [said, done] = [proposalsOf(centre), proposalsOf(receipt)];
const BL = { centre: CentreCode.parse('BL') };
const service = 'Sao chụp khổ A4';

function approved(number: number, price: number, from: string, rate: string | null = 'SC-A4') {
  const data = { service, rate, price: { amount: price }, from };
  return entry(
    number,
    said('SupportPriceApproved', data, '2026-01-05T08:00:00+07:00', BL),
    undefined,
    {
      stream: 'centre-BL-2026',
    },
  );
}

type Asked = {
  readonly price?: number | null;
  readonly amount: number;
  readonly rate?: string | null;
  readonly service?: string;
};

function charged(number: number, when: string, { price = null, amount, ...also }: Asked) {
  const data = {
    service,
    rate: 'SC-A4',
    quantity: 10,
    amount: { amount },
    price: price === null ? null : { amount: price },
    ...also,
  };
  return entry(number, done('ServiceCharged', data, when, BL), undefined, { stream });
}

const [first, second] = [approved(0, 500, '2026-01-05'), approved(1, 700, '2026-04-01')];
const [march, april] = ['2026-03-31T23:59:59.999+07:00', '2026-04-01T00:00:00+07:00'];

test('at the approved price it is none: to the last instant of one, from the first of the next', () => {
  given(first, second, charged(2, march, { price: 500, amount: 5_000 }))
    .at(bacLieu)
    .thenBreaches();
  given(first, second, charged(2, april, { price: 700, amount: 7_000 }))
    .at(bacLieu)
    .thenBreaches();
});

describe('another price is a breach, proved by the approval', () => {
  test.each([
    ['the price of one', { price: 1_000, amount: 5_000 }],
    ['the whole', { price: 500, amount: 5_001 }],
    ['the whole, of which no price of one is stated', { amount: 4_999 }],
  ])('%s', (_, asked) => {
    given(first, charged(2, march, asked))
      .at(bacLieu)
      .thenBreaches([first, charged(2, march, asked)]);
  });

  test('the price of the day before', () => {
    const old = charged(2, april, { amount: 5_000 });
    given(first, second, old).at(bacLieu).thenBreaches([second, old]);
  });

  test('a code that nobody approved', () => {
    const unknown = charged(2, march, { amount: 5_000, rate: 'SC-A3' });
    given(first, unknown).at(bacLieu).thenBreaches([unknown]);
  });

  test('on its receipt alone', () => {
    const items = [
      { kind: 'service' as const, rate: 'SC-A4', quantity: 10, amount: { amount: 6_000 } },
    ];
    const data = { book: 'DV', number: '7', items, total: { amount: 6_000 }, collector: 'cv-1' };
    const paid = entry(2, done('ReceiptIssued', data, march, BL), undefined, { stream });
    given(first, paid)
      .at(bacLieu)
      .thenFindings({ bearer: { kind: 'official', code: 'cv-1' }, citation: 'BL Đ6.6' });
  });
});

describe('nothing is known', () => {
  test('of a service that is only named, and never priced under that name', () => {
    const named = charged(2, march, { amount: 9_000, rate: null, service: 'Phiên dịch' });
    given(first, named).at(bacLieu).thenBreaches();
  });

  test('before the first price is approved, or without one', () => {
    given(first, charged(2, '2026-01-04T23:59:59+07:00', { amount: 9_000 }))
      .at(bacLieu)
      .thenBreaches();
    given(charged(2, march, { amount: 9_000 }))
      .at(bacLieu)
      .thenBreaches();
  });
});

test('a service that names no code is by its name', () => {
  const named = charged(2, march, { amount: 9_000, rate: null });
  given(first, named).at(bacLieu).thenBreaches([first, named]);
  given(first, charged(2, march, { amount: 5_000, rate: null }))
    .at(bacLieu)
    .thenBreaches();
});

test('an approval that is entered late counts from the day it names', () => {
  const data = { service, rate: 'SC-A4', price: { amount: 600 }, from: '2026-01-05' };
  const right = said('SupportPriceApproved', data, '2026-01-05T08:00:00+07:00', {
    ...BL,
    corrects: eventId(0),
  });
  const late = { ...enteredAt(3, right, '2026-05-04T08:00:00+07:00'), stream: 'centre-BL-2026' };
  given(first, charged(2, march, { amount: 6_000 }), late)
    .at(bacLieu)
    .thenBreaches();
});
