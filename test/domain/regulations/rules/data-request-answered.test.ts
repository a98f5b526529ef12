import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { dataRequestAnswered } from '../../../../src/domain/regulations/rules/data-request-answered.ts';
import { dateOf, dayOf } from '../../../../src/domain/time/date.ts';
import { CalendarDate, Instant } from '../../../../src/domain/units.ts';
import { asked, requestOfTests } from '../../../support/privacy.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(dataRequestAnswered, requestOfTests);

type Asks = 'view' | 'correct' | 'delete';

/** Monday 4 May 2026. */
const monday = '2026-05-04T09:00:00+07:00';
const received = (asks: Asks | 'restrict', when = monday, also: object = {}) =>
  asked(0, 'DataRequestReceived', { asks, ...also }, when);
const answered = (when: string, data: object = {}, also: object = {}) =>
  asked(5, 'DataRequestAnswered', { outcome: 'done', ...data }, when, also);
const extended = (when: string, until: string | null, also: object = {}) =>
  asked(3, 'DataRequestExtended', { until, document: '85/TB', ...also }, when);

test.each<[Asks, string, string]>([
  ['view', '2026-05-14T17:30:00+07:00', '2026-05-14T17:30:00.001+07:00'],
  ['correct', '2026-05-14T17:30:00+07:00', '2026-05-14T17:30:00.001+07:00'],
  // The twentieth day is a Sunday.
  ['delete', '2026-05-25T17:30:00+07:00', '2026-05-25T17:30:00.001+07:00'],
])('to %s: kept at %s, late at %s', (asks, due, after) => {
  const citation = 'Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP';
  const bearer = { kind: 'centre', code: 'NB' } as const;
  given(received(asks), answered(due))
    .at(ninhBinh)
    .thenDuty({ due, state: 'kept', bearer, citation, detail: asks });
  given(received(asks), answered(after)).at(ninhBinh).thenDuty({ due, state: 'late' });
  given(received(asks)).at(ninhBinh).thenDuty({ due, state: 'open' });
});

test('a term that ends in Tết ends with the first working day after it; by the hours of the centre', () => {
  given(received('view', '2026-02-06T09:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ due: '2026-02-23T17:30:00+07:00' });
  given(received('view')).at(konTum(null)).thenDuty({ due: '2026-05-14T17:00:00+07:00' });
});

test('what is asked beside has no term that is known, so nothing is owed', () => {
  given(received('restrict')).at(ninhBinh).thenNoDuty();
});

test('who holds the data owes it', () => {
  given(received('correct', monday, { holder: 'S1' }))
    .at(ninhBinh)
    .thenDuty({ bearer: { kind: 'agency', code: 'S1' } });
});

test('not before 2026', () => {
  given(received('view', '2025-12-31T23:59:59.999+07:00')).at(ninhBinh).thenNoDuty();
  given(received('view', '2026-01-01T00:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ due: '2026-01-12T17:30:00+07:00' });
});

test('a refusal is an answer, on whatever ground, and also without one; done in part is one, too', () => {
  const when = '2026-05-20T09:00:00+07:00';
  for (const data of [
    { outcome: 'refused', ground: 'state-duty' },
    { outcome: 'refused' },
    { outcome: 'partly-done', ground: 'state-duty' },
  ]) {
    given(received('delete'), answered(when, data)).at(ninhBinh).thenDuty({ state: 'kept' });
  }
  given(received('view'), answered(when, { outcome: 'refused', ground: 'state-duty' }))
    .at(ninhBinh)
    .thenDuty({ state: 'late' });
});

test('what the person took back is owed no more; what was answered all the same was answered', () => {
  const withdrawn = asked(2, 'DataRequestWithdrawn', {}, '2026-05-08T09:00:00+07:00');
  given(received('view'), withdrawn).at(ninhBinh).thenDuty({ state: 'ended', breached: false });
  given(received('view'), withdrawn, answered('2026-05-11T09:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ state: 'kept' });
  const late = asked(2, 'DataRequestWithdrawn', {}, '2026-05-15T09:00:00+07:00');
  given(received('view'), late).at(ninhBinh).thenDuty({ state: 'ended', breached: true });
});

test('that it was acknowledged is no answer', () => {
  const acknowledged = asked(1, 'DataRequestAcknowledged', {}, '2026-05-05T09:00:00+07:00');
  given(received('view'), acknowledged).at(ninhBinh).thenDuty({ state: 'open' });
});

describe('extended', () => {
  const inTime = '2026-05-13T09:00:00+07:00';

  test('to the day that the person was told, which if it is a day off is the next working day', () => {
    given(received('view'), extended(inTime, '2026-05-20'))
      .at(ninhBinh)
      .thenDuty({
        due: '2026-05-20T17:30:00+07:00',
        firstDue: Instant.parse('2026-05-14T10:30:00Z'),
      });
    given(received('view'), extended(inTime, '2026-05-23'))
      .at(ninhBinh)
      .thenDuty({ due: '2026-05-25T17:30:00+07:00' });
  });

  test('by fifteen days at most, and by as many where no day was told', () => {
    const due = '2026-05-29T17:30:00+07:00';
    for (const until of ['2026-05-29', '2026-05-30', '2026-12-31', null]) {
      given(received('view'), extended(inTime, until)).at(ninhBinh).thenDuty({ due });
    }
  });

  test('once: a second time gives no more, whenever it came', () => {
    const again = asked(
      4,
      'DataRequestExtended',
      { until: '2026-05-28', document: '90/TB' },
      '2026-05-18T09:00:00+07:00',
    );
    given(received('view'), extended(inTime, '2026-05-20'), again)
      .at(ninhBinh)
      .thenDuty({ due: '2026-05-20T17:30:00+07:00' });
  });

  test('never to an earlier day than the term itself', () => {
    given(received('view'), extended(inTime, '2026-05-13'))
      .at(ninhBinh)
      .thenDuty({ due: '2026-05-14T17:30:00+07:00' });
  });

  test('not without a number; nor when the time is over, but by custom', () => {
    const due = '2026-05-14T17:30:00+07:00';
    given(received('view'), extended(inTime, '2026-05-20', { document: null }))
      .at(ninhBinh)
      .thenDuty({ due, customaryDue: due });
    given(received('view'), extended('2026-05-15T09:00:00+07:00', '2026-05-20'))
      .at(ninhBinh)
      .thenDuty({ due, customaryDue: '2026-05-20T17:30:00+07:00' });
  });

  test('what has no term has none that could be extended', () => {
    given(received('restrict'), extended(inTime, '2026-05-20')).at(ninhBinh).thenNoDuty();
  });
});

test('an answer that is entered afterwards with a time within the term is told apart', () => {
  const late = answered(
    '2026-05-14T09:00:00+07:00',
    {},
    { recordedAt: '2026-05-18T09:00:00+07:00' },
  );
  const judged = given(received('view'), late).at(ninhBinh);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('data-request-answered: '));
});

test('a reception that is corrected after its time was over, to another request with a longer term, was over all the same', () => {
  const corrected = asked(1, 'DataRequestReceived', { asks: 'delete' }, monday, {
    corrects: eventId(0),
    recordedAt: '2026-05-18T09:00:00+07:00',
  });
  const judged = given(received('view'), corrected).at(ninhBinh);
  judged.thenDuty({ due: '2026-05-14T17:30:00+07:00', customaryDue: '2026-05-25T17:30:00+07:00' });
  judged.thenLessened(expect.stringContaining('data-request-answered: '));
  const inTime = { ...corrected, recordedAt: Instant.parse('2026-05-05T09:00:00+07:00') };
  given(received('view'), inTime).at(ninhBinh).thenDuty({ due: '2026-05-25T17:30:00+07:00' });
});

test('whenever it comes: the first working day that is ten days later, twenty to delete, or after that', () => {
  const { workingTime } = ninhBinh;
  const minute = fc.integer({ min: 0, max: 700 * 24 * 60 });
  const from2026 = Date.parse('2026-01-01T00:00:00+07:00');
  fc.assert(
    fc.property(minute, fc.constantFrom<Asks>('view', 'correct', 'delete'), (after, asks) => {
      const when = new Date(from2026 + after * 60_000).toISOString();
      let day = dayOf(workingTime.dateAt(Instant.parse(when))) + (asks === 'delete' ? 20 : 10);
      while (!workingTime.isWorkingDay(dateOf(day))) day += 1;
      const due = workingTime.endOfDate(CalendarDate.parse(dateOf(day)));
      given(received(asks, when)).at(ninhBinh).thenDuty({ due });
    }),
  );
});
