/** Numbers of receipts that are missing, repeated, out of range, or voided twice. */
import { describe, test } from 'vitest';
import { fees } from '../../../../src/domain/fees/month/vocabulary.ts';
import { receipt } from '../../../../src/domain/fees/receipt/vocabulary.ts';
import { receiptNumberMissing } from '../../../../src/domain/regulations/rules/receipt-number-missing.ts';
import { receiptNumberOutOfOrder } from '../../../../src/domain/regulations/rules/receipt-number-out-of-order.ts';
import { receiptNumberOutOfRange } from '../../../../src/domain/regulations/rules/receipt-number-out-of-range.ts';
import { receiptNumberRepeated } from '../../../../src/domain/regulations/rules/receipt-number-repeated.ts';
import { receiptVoidedTwice } from '../../../../src/domain/regulations/rules/receipt-voided-twice.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const [done, told] = [proposalsOf(receipt), proposalsOf(fees)];
const streamOf = (number: number, year = 2026) => `receipt-NB-01BLP-${year}-${number}`;
const monday = '2026-03-02T08:00:00+07:00';

const issued = (id: number, number: number, when = monday, year = 2026) =>
  entry(
    id,
    done('ReceiptIssued', { book: '01BLP', number: String(number), total: { amount: 1 } }, when),
    undefined,
    { stream: streamOf(number, year) },
  );
const voided = (id: number, number: number, when = monday) =>
  entry(id, done('ReceiptVoided', { reason: 'spoiled' }, when), undefined, {
    stream: streamOf(number),
  });
const withdrawn = (id: number, number: number, corrects: number) =>
  entry(
    id,
    done('EntryWithdrawn', {}, '2026-03-02T09:00:00+07:00', { corrects: eventId(corrects) }),
    undefined,
    {
      stream: streamOf(number),
    },
  );
const range = (id: number, from: number, to: number, month = '2026-03') =>
  entry(
    id,
    told('ReceiptBookIssued', {
      year: '2026',
      range: { book: '01BLP', from: String(from), to: String(to) },
    }),
    undefined,
    { stream: `fees-NB-${month}` },
  );

describe('receipt-number-missing', () => {
  const { given } = specifyRule(receiptNumberMissing, streamOf(103));
  const book = range(0, 101, 200);

  test('the number before is not on record: it is found by the receipt after the gap', () => {
    given(book, issued(1, 101), issued(3, 103)).thenBreaches([issued(3, 103), book]);
    given(book, issued(1, 101), issued(3, 103)).thenFindings({ detail: '01BLP 102' });
  });

  test('issued, spoiled or merely charged it is on record', () => {
    given(book, issued(2, 102), issued(3, 103)).thenBreaches();
    given(book, voided(2, 102), issued(3, 103)).thenBreaches();
    const exempted = entry(2, done('FeeExempted', { extent: 'whole' }), undefined, {
      stream: streamOf(102),
    });
    given(book, exempted, issued(3, 103)).thenBreaches();
  });

  test('the first number of a range follows none that was given out', () => {
    given(range(0, 103, 200), issued(3, 103)).thenBreaches();
    given(range(0, 1, 100), range(1, 103, 200, '2026-02'), issued(3, 103)).thenBreaches();
    given(range(0, 1, 102), range(1, 103, 200, '2026-02'), issued(3, 103)).thenBreaches([
      issued(3, 103),
      range(0, 1, 102),
    ]);
  });

  test('numbers begin again each January', () => {
    const first = specifyRule(receiptNumberMissing, streamOf(1));
    first.given(issued(3, 1)).thenBreaches();
    given(book, issued(2, 102, monday, 2025), issued(3, 103)).thenBreaches([issued(3, 103), book]);
  });

  test('where no range is on record they begin at 1', () => {
    given(issued(3, 103)).thenBreaches([issued(3, 103)]);
    given(issued(2, 102), issued(3, 103)).thenBreaches();
  });

  test('the gap is closed when the missing number is entered late', () => {
    given(book, issued(3, 103), issued(4, 102, '2026-03-02T07:00:00+07:00')).thenBreaches();
  });

  test('a number whose every entry was withdrawn is missing once the one after it is on record', () => {
    const [own, gone] = [issued(3, 103), withdrawn(5, 103, 3)];
    given(book, own, gone).thenBreaches();
    given(book, own, gone, issued(6, 104)).thenBreaches([own, gone]);
  });
});

describe('receipt-number-out-of-range', () => {
  const { given } = specifyRule(receiptNumberOutOfRange, streamOf(103));

  test('the ends of a range are in it', () => {
    given(range(0, 103, 200), issued(3, 103)).thenBreaches();
    given(range(0, 1, 103), issued(3, 103)).thenBreaches();
  });

  test('a number before or after all ranges is out of them', () => {
    const [low, high] = [range(0, 1, 102), range(1, 104, 200, '2026-04')];
    given(low, high, issued(3, 103)).thenBreaches([low, high, issued(3, 103)]);
  });

  test('a range of another year or book is another’s, and then nothing is known', () => {
    given(issued(3, 103)).thenBreaches();
  });

  test('a number that was given back unused is not used', () => {
    const closed = entry(
      1,
      told('ReceiptBookClosed', {
        book: '01BLP',
        year: '2026',
        unused: [{ book: '01BLP', from: '103', to: '200' }],
      }),
      undefined,
      { stream: 'fees-NB-2026-03' },
    );
    given(range(0, 1, 200), closed, issued(3, 103)).thenBreaches([closed, issued(3, 103)]);
  });

  test('a range that is withdrawn leaves nothing known, and one entered later takes the breach away', () => {
    const low = range(0, 1, 102);
    const gone = entry(4, told('EntryWithdrawn', {}, monday, { corrects: eventId(0) }), undefined, {
      stream: 'fees-NB-2026-03',
    });
    given(low, gone, issued(3, 103)).thenBreaches();
    given(low, issued(3, 103), range(5, 103, 200, '2026-04')).thenBreaches();
  });
});

describe('receipt-number-out-of-order', () => {
  const { given } = specifyRule(receiptNumberOutOfOrder, streamOf(102));
  const book = range(0, 101, 200);
  const later = '2026-03-02T08:00:00.001+07:00';

  test('issued after the next number was: it was passed over, and filled in', () => {
    given(book, issued(3, 103), issued(4, 102, later)).thenBreaches([
      issued(3, 103),
      issued(4, 102, later),
    ]);
  });

  test('it says which number it was, and which had been issued before', () => {
    given(book, issued(3, 103), issued(4, 102, later)).thenFindings({
      detail: '01BLP 102, after 103 was issued',
      bearer: null,
    });
  });

  test('issued before the next number, or at the same instant, it is in order', () => {
    given(book, issued(2, 102), issued(3, 103, later)).thenBreaches();
    given(book, issued(3, 103), issued(4, 102)).thenBreaches();
    given(book, issued(4, 102, later)).thenBreaches();
  });

  test('a form that is said to be spoiled after the next was used is found, too', () => {
    given(book, issued(3, 103), voided(4, 102, later)).thenBreaches([
      issued(3, 103),
      voided(4, 102, later),
    ]);
    given(book, voided(2, 102), issued(3, 103, later)).thenBreaches();
  });

  test('a number for which a fee was assessed had been taken, whenever it was paid', () => {
    const assessed = entry(
      2,
      done('FeeAssessed', { items: [{ kind: 'fee', amount: { amount: 1 } }] }, monday),
      undefined,
      {
        stream: streamOf(102),
      },
    );
    given(
      book,
      assessed,
      issued(3, 103, later),
      issued(4, 102, '2026-03-03T08:00:00+07:00'),
    ).thenBreaches();
  });

  test('a next number that was spoiled and never issued says nothing', () => {
    given(book, voided(3, 103), issued(4, 102, later)).thenBreaches();
  });

  test('two ranges may be in use at once; without any the book is one', () => {
    const [low, high] = [range(0, 1, 102), range(1, 103, 200, '2026-04')];
    given(low, high, issued(3, 103), issued(4, 102, later)).thenBreaches();
    given(issued(3, 103), issued(4, 102, later)).thenBreaches([
      issued(3, 103),
      issued(4, 102, later),
    ]);
  });

  test('of one day alone nobody can say which came first', () => {
    const ofDay = (when: string) => ({
      ...issued(4, 102, when),
      precision: 'day' as const,
    });
    given(book, issued(3, 103), ofDay('2026-03-02T00:00:00+07:00')).thenBreaches();
    given(book, issued(3, 103), ofDay('2026-03-03T00:00:00+07:00')).thenBreaches([
      issued(3, 103),
      ofDay('2026-03-03T00:00:00+07:00'),
    ]);
  });

  test('corrected to an earlier time it is in order, and the breach shows as taken away', () => {
    const earlier = '2026-03-02T07:59:00+07:00';
    const recordedAt = Instant.parse('2026-03-02T09:00:00+07:00');
    const corrected = { ...issued(5, 102, earlier), corrects: eventId(4), recordedAt };
    given(book, issued(3, 103), issued(4, 102, later), corrected).thenFindings({
      rule: 'breach-lessened',
    });
  });

  test('a next number that was withdrawn takes the breach away', () => {
    given(book, issued(3, 103), withdrawn(5, 103, 3), issued(6, 102, later)).thenBreaches();
  });
});

describe('receipt-number-repeated', () => {
  const { given } = specifyRule(receiptNumberRepeated, streamOf(103));
  const later = '2026-03-02T08:00:00.001+07:00';

  test('issued twice is found, also after it was voided between', () => {
    given(issued(1, 103), issued(2, 103, later)).thenBreaches([
      issued(1, 103),
      issued(2, 103, later),
    ]);
    given(issued(1, 103), voided(2, 103), issued(3, 103, later)).thenBreaches([
      issued(1, 103),
      issued(3, 103, later),
    ]);
  });

  test('a spoiled form that is used after all is found; at the same instant nobody can say', () => {
    given(voided(1, 103), issued(2, 103, later)).thenBreaches([
      voided(1, 103),
      issued(2, 103, later),
    ]);
    given(voided(1, 103), issued(2, 103)).thenBreaches();
  });

  test('issued once, and then voided, is none; nor is one that is corrected', () => {
    given(issued(1, 103), voided(2, 103, later)).thenBreaches();
    given(issued(1, 103), { ...issued(2, 103, later), corrects: eventId(1) }).thenBreaches();
  });

  test('a second that is withdrawn shows as a breach taken away', () => {
    given(issued(1, 103), issued(2, 103, later), withdrawn(4, 103, 2)).thenFindings({
      rule: 'breach-lessened',
    });
  });
});

describe('receipt-voided-twice', () => {
  const { given } = specifyRule(receiptVoidedTwice, streamOf(103));

  test('a second voiding with nothing left to void is found', () => {
    given(issued(1, 103), voided(2, 103), voided(3, 103)).thenBreaches([
      voided(2, 103),
      voided(3, 103),
    ]);
    given(voided(2, 103), voided(3, 103)).thenBreaches([voided(2, 103), voided(3, 103)]);
  });

  test('once is none, nor is each use of a number that was used twice', () => {
    given(issued(1, 103), voided(2, 103)).thenBreaches();
    given(issued(1, 103), voided(2, 103), issued(3, 103), voided(4, 103)).thenBreaches();
  });

  test('one that is withdrawn is none', () => {
    given(voided(2, 103), voided(3, 103), withdrawn(4, 103, 3)).thenBreaches();
  });
});
