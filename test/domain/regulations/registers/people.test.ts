import { expect, test } from 'vitest';
import { official } from '../../../../src/domain/centre/official/vocabulary.ts';
import type { AnyEvent, Entry } from '../../../../src/domain/entry.ts';
import { people } from '../../../../src/domain/regulations/registers/people.ts';
import { keptOn, march } from '../../../support/kept.ts';
import { registersIn } from '../../../support/registers.ts';

const told = keptOn(official, 'official-clerk', 'NB');
const at = (centre: string, ...entries: readonly Entry<AnyEvent>[]) =>
  registersIn(entries).look(people, centre);

const posted = told(0, 'OfficialPosted', {
  posting: '214',
  from: '2026-03-02',
  to: '2027-03-01',
  agency: 'H42.17',
  capacity: 'formal',
});

test('those who are posted at a centre are known there, and at no other', () => {
  const known = { official: 'clerk', agency: 'H42.17', capacity: 'formal' };
  expect(at('NB', posted).postings).toEqual([{ ...known, from: '2026-03-02', to: '2027-03-01' }]);
  expect(at('KT', posted).postings).toEqual([]);
});

test('a posting that ended before its last day is over then, though the day is not stated', () => {
  const ended = told(1, 'PostingEnded', { posting: '214', on: null }, march(20, '16:00'));
  expect(at('NB', posted, ended).postings).toMatchObject([{ to: '2026-03-20' }]);
});

test('leaders come in the order in which they took office', () => {
  const deputy = told(2, 'OfficeTaken', { office: 'deputy-director' }, march(9));
  const director = told(1, 'OfficeTaken', { office: 'director', from: '2026-03-03' }, march(10));
  const left = told(3, 'OfficeLeft', { office: 'director', to: '2026-03-31' }, march(30));
  expect(at('NB', deputy, director, left).leaders).toEqual([
    { official: 'clerk', office: 'director', from: '2026-03-03', to: '2026-03-31' },
    { official: 'clerk', office: 'deputy-director', from: '2026-03-09', to: null },
  ]);
});
