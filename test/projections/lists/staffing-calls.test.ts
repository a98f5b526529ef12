/** What centres asked of the agencies that send officials, with what came of it. */
import { describe, expect, test } from 'vitest';
import { roster } from '../../../src/domain/attendance/roster/vocabulary.ts';
import { CentreCode, Instant } from '../../../src/domain/units.ts';
import {
  listStaffingCalls,
  StaffingCallFilters,
  StaffingCallItem,
} from '../../../src/projections/lists/staffing-calls.ts';
import { centresNamed, modelOf, plansOf } from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march, variedCentres } from '../../support/varied.ts';

const fact = proposalsOf(roster);
const [agency, other] = ['H42.17', 'H42.14'];
const elsewhere = { centre: CentreCode.parse('H42') };

const told = [
  fact(
    'ReplacementAsked',
    {
      reference: '81',
      official: 'cb-0417',
      agency,
      because: 'conduct',
      account: 'Ba lần bị phản ánh',
    },
    march(2),
  ),
  fact('ReplacementAnswered', { reference: '81', agency, outcome: 'agreed' }, march(4)),
  fact('StaffingChangeAsked', { reference: '82', agency, change: 'more' }, march(5)),
  fact('OfficialSummoned', { reference: 'M1', agency: other }, march(6)),
  fact('SummonedOfficialArrived', { reference: 'M1', agency: other }, march(6, '15:00:00')),
  fact('StaffingChanged', { agency: other, change: 'fewer' }, march(7)),
];
const happened = [
  ...told.map((one) => ({ stream: 'roster-reference-2026-03', fact: one })),
  {
    stream: 'roster-H42-2026-03',
    fact: fact('StaffingChangeAsked', { agency, change: 'fewer' }, march(8), elsewhere),
  },
];

async function listOf(raw: unknown, centres: readonly string[] | null = null) {
  using model = await modelOf(happened, centresNamed(...variedCentres));
  const filters = StaffingCallFilters.parse(raw);
  const question = { filters, limit: 50, cursor: null, centres, at: Instant.parse(march(25)) };
  const plans = plansOf(model.database, () => listStaffingCalls(model.database, question));
  expect(plans.filter((step) => /TEMP B-TREE/.test(step))).toEqual([]);
  return listStaffingCalls(model.database, question).items;
}

test('each is one line with its answer, the latest first; why it was asked stays sealed', async () => {
  const items = await listOf({}, ['reference']);
  expect(items).toMatchObject([
    {
      about: 'staffing-change',
      change: 'fewer',
      agency: other,
      askedAt: null,
      doneAt: Instant.parse(march(7)),
    },
    { about: 'visit', reference: 'M1', agency: other, doneAt: Instant.parse(march(6, '15:00:00')) },
    { about: 'staffing-change', reference: '82', change: 'more', answeredAt: null, doneAt: null },
    {
      about: 'replacement',
      reference: '81',
      agency,
      official: 'cb-0417',
      change: null,
      askedAt: Instant.parse(march(2)),
      answeredAt: Instant.parse(march(4)),
      outcome: 'agreed',
      doneAt: null,
    },
  ]);
  expect(items.map((item) => StaffingCallItem.parse(item))).toEqual(items);
  expect(JSON.stringify(items)).not.toContain('Ba lần');
});

describe('the list is narrowed', () => {
  test.each([
    [{ about: 'replacement' }, ['81']],
    [{ official: 'cb-0417' }, ['81']],
    [{ agency: other }, [null, 'M1']],
    [{ change: 'fewer' }, [null, null]],
    [{ answered: 'true' }, ['81']],
    [{ answered: 'false', done: 'false' }, [null, '82']],
    [{ about: 'staffing-change', centre: 'H42' }, [null]],
    [{ from: march(6), to: march(7) }, ['M1']],
  ])('%o', async (raw, references) => {
    expect((await listOf(raw)).map(({ reference }) => reference)).toEqual(references);
  });

  test('to the centres that the caller may see', async () => {
    expect(await listOf({}, ['H42'])).toMatchObject([{ centre: 'H42', change: 'fewer' }]);
    expect(await listOf({}, [])).toEqual([]);
  });
});
