/** A finding as `motcua findings` and `motcua inspect` tell it. */
import { expect, test } from 'vitest';
import { linesOf } from '../../src/cli/findings.ts';
import type { FindingItem } from '../../src/projections/lists/findings.ts';

const agency = (code: string) => ({ kind: 'agency' as const, code });

const overdue = {
  state: 'overdue',
  bearer: agency('H42.17'),
  late: { clockMinutes: 1_500, workingMinutes: 540 },
  acts: null,
} as const;

const ofActs = (breaches: number, events: number) => {
  return { state: null, bearer: null, late: null, acts: { breaches, events } };
};

function lessened(
  before: NonNullable<FindingItem['lessened']>['before'],
  after: NonNullable<FindingItem['lessened']>['after'],
): FindingItem {
  const at = '2026-05-08T09:40:00.000Z';
  return {
    id: 'breach-lessened:dossier-d1:e9#e1',
    rule: 'breach-lessened',
    title: { vi: 'Vi phạm bị làm mất', en: 'Breach taken away' },
    centre: 'NB',
    citation: 'NB Đ5.2d',
    article: { vi: 'Điều 5', en: 'Article 5' },
    subject: 'dossier-d1',
    dossier: 'd1',
    bearer: agency('H42.17'),
    bearerWhenDue: null,
    inheritedFrom: null,
    inheritedAt: null,
    at,
    state: 'stands',
    due: null,
    breached: true,
    late: null,
    customary: { breached: true },
    detail: `processing-deadline: late by 1500 minutes before and by 0 minutes after, by pgd.nb.02 at ${at}`,
    lessened: { rule: 'processing-deadline', by: 'pgd.nb.02', at, entry: 'e9', before, after },
    evidence: ['e9', 'e1'],
    remarks: { waived: null, disputed: null },
  };
}

test('what was taken away is told once: when, what, how it stood before and after, by which entry and whom', () => {
  const kept = { ...overdue, state: 'kept', late: null } as const;
  expect(linesOf(lessened(overdue, kept))).toEqual([
    '2026-05-08T16:40:00+07:00  breach-lessened  d1  stands  agency H42.17',
    '    processing-deadline: overdue by 1 d 1 h 0 min (working time: 9 h 0 min) before, and kept after e9 by pgd.nb.02',
    '    NB Đ5.2d; proved by e9, e1',
  ]);
});

test.each([
  [
    'what was owed by another says by whom',
    overdue,
    { ...overdue, bearer: agency('H42.12') },
    /overdue by .+, owed by agency H42\.17 before, and overdue by .+, owed by agency H42\.12 after e9/,
  ],
  [
    'a duty that there is no more',
    overdue,
    { state: null, bearer: null, late: null, acts: null },
    /overdue by [^,]+ before, and no such duty after e9/,
  ],
  [
    'acts that are fewer',
    ofActs(2, 4),
    ofActs(1, 2),
    /2 breaches proved by 4 events before, and 1 breach proved by 2 events after e9/,
  ],
  [
    'acts that are proved by fewer events',
    ofActs(1, 3),
    ofActs(1, 1),
    /1 breach proved by 3 events before, and 1 breach proved by 1 event after e9/,
  ],
  ['acts that are gone', ofActs(1, 2), ofActs(0, 0), /before, and no breach after e9/],
] as const)('%s', (_, before, after, said) => {
  expect(linesOf(lessened(before, after))[1]).toMatch(said);
});

test('any other finding says its detail', () => {
  const other = { ...lessened(overdue, overdue), rule: 'step-deadline', lessened: null };
  expect(linesOf({ ...other, detail: 'Thẩm định hồ sơ' })[1]).toBe('    Thẩm định hồ sơ');
  expect(linesOf({ ...other, detail: null })).toHaveLength(2);
});
