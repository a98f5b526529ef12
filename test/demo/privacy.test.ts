/** What people ask about data of their own in a demo, and the data that is lost, as properties of what is planned. */
import { expect, test } from 'vitest';
import { CalendarDate } from '../../src/domain/units.ts';
import { factsOf, ofType, recordsOf, said, threeMonths } from './told.ts';

const all = factsOf(threeMonths);

test('at every centre people ask, and data is lost: few', () => {
  for (const category of ['datarequest', 'databreach']) {
    const records = [...recordsOf(threeMonths, category).values()];
    expect(new Set(records.map(([first]) => first?.centre)).size).toBe(5);
    expect(records.length).toBeLessThan(100);
  }
});

test('most of what is to be deleted has to be kept, and whoever asked is told so in confidence', () => {
  const refused = ofType(all, 'DataRequestAnswered').filter(
    (fact) => said(fact, 'ground') === 'state-duty',
  );
  expect(refused.length).toBeGreaterThan(2);
  const requests = recordsOf(threeMonths, 'datarequest');
  for (const fact of refused) {
    const [received] = requests.get(fact.stream) ?? [];
    expect(said(received, 'asks')).toBe('delete');
    expect(said(fact, 'reason')).toEqual(expect.any(String));
  }
});

test('each is received, then acknowledged, then answered or taken back; and answered once', () => {
  for (const facts of recordsOf(threeMonths, 'datarequest').values()) {
    const types = facts.map(({ type }) => type);
    expect(types.slice(0, 2)).toEqual(
      ['DataRequestReceived', 'DataRequestAcknowledged'].slice(0, types.length),
    );
    const ends = types.filter(
      (type) => type === 'DataRequestAnswered' || type === 'DataRequestWithdrawn',
    );
    expect(ends.length).toBeLessThan(2);
  }
});

test('before there was the law nobody asked', () => {
  const until = CalendarDate.parse('2026-01-20');
  const facts = factsOf({ ...threeMonths, until, days: 40 });
  const ours = facts.filter(
    ({ type }) => type.startsWith('Data') && type !== 'DataTamperingReported',
  );
  expect(ours.length).toBeGreaterThan(0);
  expect(ours.filter(({ occurredAt }) => occurredAt < '2025-12-31T17:00:00.000Z')).toEqual([]);
});
