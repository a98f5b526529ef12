/** Which entries change afterwards what a record says of times that had passed, and what registers said without them. */
import { describe, expect, test } from 'vitest';
import { centre } from '../../../src/domain/centre/centre/vocabulary.ts';
import type { AnyEvent, Entry } from '../../../src/domain/entry.ts';
import { after, amendmentsIn, momentOf } from '../../../src/domain/regulations/amendment.ts';
import { historyOf } from '../../../src/domain/regulations/history.ts';
import { isMadeFrom } from '../../../src/domain/regulations/register.ts';
import { laidDown } from '../../../src/domain/regulations/registers/laid-down.ts';
import { keptOn, march } from '../../support/kept.ts';
import { registersIn } from '../../support/registers.ts';
import { eventId, imported } from '../../support/stated.ts';

const told = keptOn(centre, 'centre-SL-2026', 'SL');

const value = (number: number, from: string | null, when: string, also = {}) =>
  told(number, 'ProfileValueSet', { parameter: 'atOnce', value: number, from }, when, also);

function amendmentsAmong(...entries: readonly Entry<AnyEvent>[]) {
  return amendmentsIn([historyOf(entries)], (type) => isMadeFrom(laidDown, type));
}

const known = march(3, '09:00');
const midnight = Date.parse(march(3, '00:00'));

describe('an entry is an amendment', () => {
  test.each([
    ['that holds from a day to come', value(1, '2026-03-04', known), null],
    ['that holds from its own day', value(1, '2026-03-03', known), midnight],
    ['that does not say from when', value(1, null, known), midnight],
    ['that holds from a day before', value(1, '2026-03-01', known), Date.parse(march(1, '00:00'))],
    [
      'that is entered on a later day than it says',
      value(1, null, march(2), { recordedAt: known }),
      Date.parse(march(2, '00:00')),
    ],
    [
      'that tells of an import what was known then',
      value(1, '2026-03-04', march(2), imported),
      null,
    ],
  ])('%s: from when on', (_, entry, reach) => {
    const found = amendmentsAmong(entry).map((one) => one.reach);
    expect(found).toEqual(reach === null ? [] : [reach]);
  });

  test('by the earliest of its days', () => {
    const off = ['2026-03-09', '2026-03-02'].map((date) => ({ date, reason: 'bão' }));
    const data = { notice: 'TB-1', source: 'TB', off };
    const [found] = amendmentsAmong(told(1, 'CalendarNoticeIssued', data, known));
    expect(found?.reach).toBe(Date.parse(march(2, '00:00')));
  });

  test('if it corrects one, from the earlier of what both say', () => {
    const first = value(1, '2026-03-20', known);
    const later = value(2, '2026-03-25', known, { corrects: eventId(1) });
    const withdrawn = told(3, 'EntryWithdrawn', {}, known, { corrects: eventId(2) });
    const reaches = amendmentsAmong(first, later, withdrawn).map(({ reach }) => reach);
    expect(reaches).toEqual([march(20, '00:00'), march(20, '00:00')].map((day) => Date.parse(day)));
  });

  test('unless nothing is made from it', () => {
    const other = told(1, 'CounterOpened', { counter: 'Quầy 1', from: '2026-01-01' }, known);
    const withdrawn = told(2, 'EntryWithdrawn', {}, known, { corrects: eventId(1) });
    expect(amendmentsAmong(other, withdrawn)).toEqual([]);
  });
});

describe('a register', () => {
  const entries = [
    value(1, '2026-03-20', march(2)),
    value(2, '2026-03-01', march(3)),
    value(3, '2026-03-21', march(4)),
    value(4, '2026-02-01', march(5)),
  ];
  const registers = registersIn(entries);
  const [second, fourth] = amendmentsAmong(...entries);
  const valuesIn = (some = registers) =>
    new Set(some.look(laidDown, 'SL').values.map((one) => one.value));

  test('says what it would without the amendments known since then, and with all else', () => {
    if (second === undefined || fourth === undefined) throw new TypeError('there are two');
    expect(valuesIn()).toEqual(new Set([1, 2, 3, 4]));
    expect(valuesIn(registers.whenKnown(momentOf(second)))).toEqual(new Set([1, 3]));
    expect(valuesIn(registers.whenKnown(after(momentOf(second))))).toEqual(new Set([1, 2, 3]));
    expect(valuesIn(registers.whenKnown(momentOf(fourth)))).toEqual(new Set([1, 2, 3]));
    expect(valuesIn(registers.whenKnown(after(momentOf(fourth))))).toEqual(new Set([1, 2, 3, 4]));
  });

  test('tells whoever watches of its amendments, wherever they stand, and nobody else', () => {
    if (second === undefined) throw new TypeError('there are two');
    const ids = [eventId(2), eventId(4)];
    const idsOf = (work: () => unknown) =>
      registers.watching(work).amendments.map(({ entry }) => entry.id);
    expect(idsOf(() => valuesIn())).toEqual(ids);
    expect(idsOf(() => valuesIn(registers.whenKnown(momentOf(second))))).toEqual(ids);
    expect(idsOf(() => registers.look(laidDown, 'NB'))).toEqual([]);
    expect(idsOf(() => registers.watching(() => valuesIn()))).toEqual([]);
  });
});
