/** Which ratings count: what was found of each, and what became of those that were corrected or withdrawn. */
import { expect, test } from 'vitest';
import { type DossierEvent, dossier } from '../../src/domain/dossier/vocabulary.ts';
import type { Entry } from '../../src/domain/entry.ts';
import { historyOf } from '../../src/domain/regulations/history.ts';
import { ratings } from '../../src/projections/ratings.ts';
import { entry, eventId, proposalsOf } from '../support/stated.ts';

const fact = proposalsOf(dossier);

const stream = 'dossier-H42.17-260302-0001';
const received = fact('DossierReceived', { code: 'H42.17-260302-0001' });

test('a dossier that nobody rated has none', () => {
  expect(shown([entry(0, received)])).toEqual({ rows: [], totals: [] });
});

test('each is a row, in its month in Vietnam', () => {
  const late = '2026-03-31T17:30:00Z'; // after midnight there
  const { rows, totals } = shown([rated(0, 'a', 4), rated(1, 'b', 2, late)]);
  expect(rows).toMatchObject([
    { place: 0n, reference: 'a', score: 4, best: 5, month: '2026-03', state: 'stands' },
    { place: 1n, reference: 'b', score: 2, best: 5, month: '2026-04', state: 'stands' },
  ]);
  expect(totals).toMatchObject([
    { official: 'cb-1', unit: '', month: '2026-03', score: 4, ratings: 1, apart: 0 },
    { official: 'cb-1', unit: '', month: '2026-04', score: 2, ratings: 1, apart: 0 },
  ]);
});

test.each([
  ['untrue', 'no'],
  ['duplicate', 'no'],
  ['other-official', 'no'],
  ['disputed', 'yes'],
  ['confirmed', 'yes'],
] as const)('one found %s: counts %s', (finding, counts) => {
  const { rows, totals } = shown([rated(0, 'a', 1), annotated(1, 'a', finding)]);
  const isCounted = counts === 'yes';
  expect(rows).toMatchObject([{ state: finding, counts }]);
  expect(totals).toMatchObject([{ ratings: Number(isCounted), apart: Number(!isCounted) }]);
});

test('what was found last holds', () => {
  const found = [annotated(1, 'a', 'disputed'), annotated(2, 'a', 'untrue')];
  expect(states([rated(0, 'a', 1), ...found])).toEqual(['untrue']);
});

test.each([
  ['the one of that name', 'b', ['stands', 'untrue', 'stands']],
  [
    'the last before it of which none is known, where no other has it',
    'x',
    ['stands', 'stands', 'untrue'],
  ],
  ['the last before it, where none is said', null, ['stands', 'stands', 'untrue']],
])('meant is %s', (_, reference, expected) => {
  const given = [rated(0, 'a', 1), rated(1, 'b', 1), rated(2, null, 1)];
  const after = rated(4, null, 1, '2026-03-20T08:00:00+07:00');
  expect(states([...given, annotated(3, reference, 'untrue'), after])).toEqual([
    ...expected,
    'stands',
  ]);
});

test('a withdrawn one is shown and counted apart; a corrected one is its correction', () => {
  const withdrawn = entry<DossierEvent>(1, fact('EntryWithdrawn', {}), undefined, {
    corrects: eventId(0),
  });
  const corrected = { ...rated(3, 'b', 5), corrects: eventId(2) };
  const { rows, totals } = shown([rated(0, 'a', 1), withdrawn, rated(2, 'b', 4), corrected]);
  expect(rows).toMatchObject([
    { place: 0n, state: 'withdrawn', counts: 'no' },
    { place: 3n, reference: 'b', score: 5, state: 'stands' },
  ]);
  expect(totals).toMatchObject([{ apart: 1 }, { ratings: 1 }]);
});

test('a correction that is withdrawn gives the first its place back', () => {
  const corrected = { ...rated(1, 'a', 5), corrects: eventId(0) };
  const withdrawn = entry<DossierEvent>(2, fact('EntryWithdrawn', {}), undefined, {
    corrects: eventId(1),
  });
  expect(shown([rated(0, 'a', 1), corrected, withdrawn]).rows).toMatchObject([
    { place: 0n, score: 1, state: 'stands' },
  ]);
});

function shown(entries: readonly Entry<DossierEvent>[]) {
  const { rows, counts } = ratings.view({ stream, entries, history: historyOf(entries) });
  return { rows: rows['rating'] ?? [], totals: counts['rating_total'] ?? [] };
}

function states(entries: readonly Entry<DossierEvent>[]) {
  return shown(entries).rows.map(({ state }) => state);
}

function rated(number: number, reference: string | null, score: number, at?: string) {
  const data = { reference, score, best: 5, official: 'cb-1' };
  return entry<DossierEvent>(number, fact('SatisfactionRated', data), at);
}

type Finding = 'untrue' | 'duplicate' | 'other-official' | 'disputed' | 'confirmed';

function annotated(number: number, reference: string | null, finding: Finding) {
  const at = '2026-03-10T08:00:00+07:00';
  return entry<DossierEvent>(number, fact('RatingAnnotated', { reference, finding }), at);
}
