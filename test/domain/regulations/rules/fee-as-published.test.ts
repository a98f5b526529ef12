import { describe, expect, test } from 'vitest';
import { procedure } from '../../../../src/domain/centre/procedure/vocabulary.ts';
import { receipt } from '../../../../src/domain/fees/receipt/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { feeAsPublished } from '../../../../src/domain/regulations/rules/fee-as-published.ts';
import { CentreCode } from '../../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const stream = 'receipt-NB-01BLP-2026-7';
const { given } = specifyRule(feeAsPublished, stream);
const [said, done] = [proposalsOf(procedure), proposalsOf(receipt)];
const code = '1.004238';
const NB = { centre: CentreCode.parse('NB') };
const amount = (thousand: number) => ({ amount: { amount: thousand * 1_000 } });

/** From 1 March 2026 the rate is 120 thousand, from 1 April 150. */
const [set, changed] = [
  { number: 0, type: 'FeeRateSet', from: '2026-03-01', thousand: 120, at: '2026-02-20' } as const,
  {
    number: 1,
    type: 'FeeRateChanged',
    from: '2026-04-01',
    thousand: 150,
    at: '2026-03-20',
  } as const,
].map(({ number, type, from, thousand, at }) =>
  entry(
    number,
    said(
      type,
      { rate: 'TD-01', kind: 'fee', ...amount(thousand), from },
      `${at}T08:00:00+07:00`,
      NB,
    ),
    undefined,
    { stream: `procedure-${code}` },
  ),
);
if (set === undefined || changed === undefined) throw new TypeError('two rates');

type Charged = {
  readonly rate?: string | null;
  readonly quantity?: number;
  readonly kind?: 'fee' | 'charge' | 'service';
};

function assessed(number: number, thousand: number, when: string, item: Charged = {}) {
  const items = [{ kind: 'fee' as const, rate: 'TD-01', ...amount(thousand), ...item }];
  return entry(number, done('FeeAssessed', { procedure: code, items }, when, NB), undefined, {
    stream,
  });
}

function issued(number: number, thousand: number, when: string, also: object = {}) {
  const items = [{ kind: 'fee' as const, rate: 'TD-01', ...amount(thousand) }];
  const total = { amount: thousand * 1_000 };
  const data = { book: '01BLP', number: '7', items, total, procedure: code, ...also };
  return entry(number, done('ReceiptIssued', data, when, NB), undefined, { stream });
}

const march = '2026-03-31T23:59:59.999+07:00';
const april = '2026-04-01T00:00:00+07:00';

describe('a charge by the schedule of the day', () => {
  test('is none, up to the last instant of the day and from the first of the next', () => {
    given(set, changed, assessed(2, 120, march), issued(3, 120, march))
      .at(ninhBinh)
      .thenBreaches();
    given(set, changed, issued(3, 150, april))
      .at(ninhBinh)
      .thenBreaches();
  });

  test('for several is as many times the rate', () => {
    given(set, changed, assessed(2, 360, march, { quantity: 3 }))
      .at(ninhBinh)
      .thenBreaches();
  });

  test('that names no rate is by some rate of its kind', () => {
    given(set, changed, assessed(2, 120, march, { rate: null }))
      .at(ninhBinh)
      .thenBreaches();
    const charge = assessed(2, 120, march, { rate: null, kind: 'charge' });
    given(set, changed, charge).at(ninhBinh).thenBreaches([set, charge]);
  });
});

describe('another charge is a breach, proved by what the schedule is made of', () => {
  test('the rate of the day before, and that of the day after', () => {
    given(set, changed, issued(3, 120, april))
      .at(ninhBinh)
      .thenBreaches([changed, issued(3, 120, april)]);
    given(set, changed, issued(3, 150, march))
      .at(ninhBinh)
      .thenBreaches([set, issued(3, 150, march)]);
  });

  test('assessed and receipted alike it is one, of whoever worked it out', () => {
    const [asked, paid] = [assessed(2, 130, march), issued(3, 130, march)];
    given(set, changed, asked, paid).at(ninhBinh).thenBreaches([set, asked, paid]);
    const collector = issued(3, 130, march, { collector: 'kt-1' });
    given(set, collector)
      .at(ninhBinh)
      .thenFindings({ bearer: { kind: 'official', code: 'kt-1' }, citation: 'NB Đ9.1a, Đ9.1b' });
  });

  test('a total that the items do not come to', () => {
    const more = issued(3, 120, march, { total: { amount: 140_000 } });
    given(set, more).at(ninhBinh).thenBreaches([set, more]);
  });

  test('a charge after the schedule has ended, with nothing in force to prove it by', () => {
    const ended = said(
      'FeeRateEnded',
      { rate: 'TD-01', to: '2026-03-30' },
      '2026-03-20T08:00:00+07:00',
      NB,
    );
    const end = entry(1, ended, undefined, { stream: `procedure-${code}` });
    given(set, end, issued(3, 120, march))
      .at(ninhBinh)
      .thenBreaches([issued(3, 120, march)]);
  });
});

test('where an exemption is on record less may be asked, but not more', () => {
  const exempted = entry(2, done('FeeExempted', { extent: 'part' }, march, NB), undefined, {
    stream,
  });
  given(set, exempted, issued(3, 60, march))
    .at(ninhBinh)
    .thenBreaches();
  given(set, exempted, issued(3, 121, march))
    .at(ninhBinh)
    .thenBreaches([set, issued(3, 121, march)]);
  given(set, issued(3, 60, march))
    .at(ninhBinh)
    .thenBreaches([set, issued(3, 60, march)]);
});

describe('nothing is known', () => {
  test('of a procedure without a schedule, or before its first day', () => {
    given(issued(3, 999, march))
      .at(ninhBinh)
      .thenBreaches();
    given(set, issued(3, 999, '2026-02-28T09:00:00+07:00'))
      .at(ninhBinh)
      .thenBreaches();
  });

  test('of a charge that names no procedure, and of services', () => {
    given(set, issued(3, 999, march, { procedure: null }))
      .at(ninhBinh)
      .thenBreaches();
    given(set, assessed(2, 999, march, { kind: 'service' }))
      .at(ninhBinh)
      .thenBreaches();
  });

  test('of what another centre charges', () => {
    const elsewhere = { ...set, centre: CentreCode.parse('KT') };
    given(elsewhere, issued(3, 999, march))
      .at(ninhBinh)
      .thenBreaches();
  });
});

test('a rate that is corrected afterwards clears the charge that followed it', () => {
  const right = said(
    'FeeRateSet',
    { rate: 'TD-01', kind: 'fee', ...amount(130), from: '2026-03-01' },
    '2026-02-20T08:00:00+07:00',
    { ...NB, corrects: eventId(0) },
  );
  const correction = {
    ...enteredAt(4, right, '2026-04-02T08:00:00+07:00'),
    stream: `procedure-${code}`,
  };
  given(set, issued(3, 130, march), correction)
    .at(ninhBinh)
    .thenBreaches();
});

test('a charge that is corrected afterwards shows as a breach that was lessened', () => {
  const right = { ...issued(4, 120, march), corrects: eventId(3) };
  given(set, issued(3, 130, march), right)
    .at(ninhBinh)
    .thenLessened(expect.stringContaining('1 breaches before and 0 after'));
});

test.each([
  ['KT', konTum(null), 'KT Đ2.2, Đ7.2n'],
  ['BL', bacLieu, 'BL Đ6.2'],
])('%s demands it by its own article', (centre, at, citation) => {
  const there = { centre: CentreCode.parse(centre) };
  given({ ...set, ...there }, { ...issued(3, 130, march), ...there })
    .at(at)
    .thenFindings({ citation });
});
