/** The duties and findings of one dossier, from its entries as they were known. */
import { describe, expect, test } from 'vitest';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { emptyRegisters } from '../../../src/domain/regulations/register.ts';
import { Instant } from '../../../src/domain/units.ts';
import { dutiesOf } from '../../../src/projections/lists/subject.ts';
import { centresNamed } from '../../support/model.ts';
import { entry, eventId, proposalsOf } from '../../support/stated.ts';
import { march } from '../../support/varied.ts';

const fact = proposalsOf(dossier);
const centres = centresNamed('reference');
const at = Instant.parse(march(25));
const code = 'H42.17-260302-0001';

const entries = [
  entry(0, fact('DossierReceived', { code, appointment: { at: march(10) } }, march(2))),
  entry(1, fact('SupplementRequested', {}, march(3))),
  entry(2, fact('SupplementReceived', {}, march(4))),
  entry(3, fact('SupplementRequested', {}, march(5))),
  entry(4, fact('ResultReturned', {}, march(9))),
];

describe('a dossier that was done in time', () => {
  const { duties, findings, failures } = dutiesOf(entries, at, centres, emptyRegisters);

  test('has its duty, which was kept', () => {
    expect(duties).toMatchObject([{ state: 'kept', breached: false, late: null, dossier: code }]);
    expect(duties[0]?.evidence).toEqual([0, 1, 2, 3, 4].map(eventId));
  });

  test('has its findings', () => {
    expect(findings).toMatchObject([
      { rule: 'supplement-once', state: 'stands', evidence: [eventId(1), eventId(3)] },
    ]);
    expect(failures).toEqual([]);
  });
});

test('as of an earlier entry it is what was known then', () => {
  const asOf = (revision: number, when: string) =>
    dutiesOf(entries.slice(0, revision + 1), Instant.parse(when), centres, emptyRegisters);
  expect(asOf(0, march(10)).duties).toMatchObject([{ state: 'open' }]);
  expect(asOf(0, march(11)).duties).toMatchObject([{ state: 'overdue' }]);
  expect(asOf(0, march(11)).findings).toMatchObject([
    { rule: 'processing-deadline', state: 'open' },
  ]);
  expect(asOf(1, march(11)).duties).toMatchObject([{ state: 'open', suspended: true }]);
  // The wait lasted a working day, and moved the due time by it.
  expect(asOf(2, march(11)).findings).toEqual([]);
  expect(asOf(2, march(11, '14:00:01')).findings).toMatchObject([{ state: 'open' }]);
});

test('of nothing on record nothing is owed', () => {
  expect(dutiesOf([], at, centres, emptyRegisters)).toEqual({
    duties: [],
    findings: [],
    failures: [],
  });
});

test('of a centre that this program does not know, it says so', () => {
  const { duties, failures } = dutiesOf(entries, at, centresNamed('H42'), emptyRegisters);
  expect(duties).toEqual([]);
  expect(failures).toMatchObject([{ rule: 'centre' }]);
});
