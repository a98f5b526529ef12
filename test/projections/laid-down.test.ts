/** What a centre has laid down of its hours and days is what its lists count by, and not the file that it began with. */
import { describe, expect, test } from 'vitest';
import { type CentreEvent, centre } from '../../src/domain/centre/centre/vocabulary.ts';
import { type DossierEvent, dossier } from '../../src/domain/dossier/vocabulary.ts';
import type { Proposal } from '../../src/domain/entry.ts';
import { Instant } from '../../src/domain/units.ts';
import { DutyFilters, listDuties } from '../../src/projections/lists/duties.ts';
import { FindingFilters, listFindings } from '../../src/projections/lists/findings.ts';
import { LateFilters, listLate } from '../../src/projections/lists/late.ts';
import { dutiesOf } from '../../src/projections/lists/subject.ts';
import { idIn, modelOf } from '../support/model.ts';
import { proposalsOf } from '../support/stated.ts';
import { march } from '../support/varied.ts';

const [fact, said] = [proposalsOf(dossier), proposalsOf(centre)];
const [stream, record] = ['dossier-d1', 'centre-reference-2026'];
/** A Friday, at the end of service; and the Monday after, three hours after its begin. */
const [due, at] = [march(6, '17:30:00'), Instant.parse(march(9, '10:30:00'))];

const received = (appointed = due) =>
  fact(
    'DossierReceived',
    { code: 'd1', appointment: { at: appointed }, solvingUnit: 'H42.17' },
    march(2, '08:30:00'),
  );
const transferred = fact('DossierTransferred', { to: 'H42.17' }, march(6, '16:30:00'));
const returned = fact('ResultReturned', {}, at);

const notice = (data: object) =>
  said(
    'CalendarNoticeIssued',
    { notice: 'TB-1', source: 'Thông báo 1', off: [], worked: [], closures: [], ...data },
    march(2, '08:00:00'),
  );
const mondayOff = notice({ off: [{ date: '2026-03-09', reason: 'Nghỉ bù' }] });
const hourShut = notice({
  closures: [{ date: '2026-03-09', from: '08:30', to: '09:30', reason: 'Mất điện' }],
});
const fromTen = said(
  'ServiceHoursSet',
  { from: '2026-03-09', week: [{ days: ['mon', 'tue'], from: '10:00', to: '12:00' }] },
  march(2, '08:00:00'),
);

const happenedIn = (
  laid: readonly Proposal<CentreEvent>[],
  told: readonly Proposal<DossierEvent>[],
) => [
  ...laid.map((one) => ({ stream: record, fact: one })),
  ...told.map((one) => ({ stream, fact: one })),
];

describe.each([
  ['nothing', [], 180, 240],
  ['that it is shut for an hour', [hourShut], 120, 180],
  ['that it is shut all day', [mondayOff], 0, 60],
  ['other hours', [fromTen], 30, 90],
  ['both', [fromTen, mondayOff], 0, 60],
] as const)('where a centre has laid down %s', (_, laid, lateMinutes, heldMinutes) => {
  test('a dossier that is overdue is late by that, wherever it is listed', async () => {
    using model = await modelOf(happenedIn(laid, [received(), transferred]));
    const { database, centres, entriesOf, registers } = model;
    const asked = { limit: 9, cursor: null, centres: null, at };
    const late = listLate(database, { ...asked, filters: LateFilters.parse({}) }, centres);
    expect(late.items.map(({ delay, held }) => [delay?.workingMinutes, held?.agency])).toEqual([
      [lateMinutes, heldMinutes],
    ]);
    const lateIn = (items: readonly { readonly rule: string; readonly late: unknown }[]) =>
      items.filter(({ rule }) => rule === 'processing-deadline').map((one) => one.late);
    const minutes = [{ clockMinutes: 3_900, workingMinutes: lateMinutes }];
    const duties = listDuties(database, { ...asked, filters: DutyFilters.parse({}) }, centres);
    expect(lateIn(duties.items)).toEqual(minutes);
    const findings = listFindings(
      database,
      { ...asked, filters: FindingFilters.parse({}) },
      centres,
    );
    expect(lateIn(findings.items)).toEqual(minutes);
    const own = dutiesOf(entriesOf(stream), at, centres, registers);
    expect(lateIn(own.duties)).toEqual(minutes);
    expect(lateIn(own.findings)).toEqual(minutes);
  });

  test('and so was one that was closed late', async () => {
    using model = await modelOf(happenedIn(laid, [received(), transferred, returned]));
    const row = model.database
      .prepare('SELECT lateMinutes, lateWorkingMinutes FROM duty WHERE rule = ?')
      .get('processing-deadline');
    expect(row).toMatchObject({ lateMinutes: 3_900, lateWorkingMinutes: lateMinutes });
  });
});

describe('what falls due by the next working day, asked on a Friday', () => {
  const friday = Instant.parse(march(6, '10:00:00'));
  const within = async (laid: readonly Proposal<CentreEvent>[], appointed: string) => {
    using model = await modelOf(happenedIn(laid, [received(appointed)]));
    const filters = LateFilters.parse({ within: '1' });
    const question = { filters, limit: 9, cursor: null, centres: null, at: friday };
    return listLate(model.database, question, model.centres).items.map(({ dossier: code }) => code);
  };

  test('is of Monday, and of Tuesday where Monday is a day off', async () => {
    const [monday, tuesday, wednesday] = [9, 10, 11].map((day) => march(day, '12:00:00'));
    expect(await within([], monday ?? '')).toEqual(['d1']);
    expect(await within([], tuesday ?? '')).toEqual([]);
    expect(await within([mondayOff], tuesday ?? '')).toEqual(['d1']);
    expect(await within([mondayOff], wednesday ?? '')).toEqual([]);
  });
});

test('a notice that is withdrawn lays nothing down', async () => {
  const gone = said('EntryWithdrawn', {}, march(2, '09:00:00'), { corrects: idIn(record, 0) });
  using model = await modelOf(happenedIn([mondayOff, gone], [received()]));
  const question = { filters: LateFilters.parse({}), limit: 9, cursor: null, centres: null, at };
  const { items } = listLate(model.database, question, model.centres);
  expect(items).toMatchObject([{ delay: { workingMinutes: 180 } }]);
});
