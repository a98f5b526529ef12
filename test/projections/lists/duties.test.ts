/** The list of duties: what is open or broken at an instant, in the order in which it is due. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type DossierEvent, dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { Instant, instantAt, millisecondsOf } from '../../../src/domain/units.ts';
import { DutyFilters, DutyItem, listDuties } from '../../../src/projections/lists/duties.ts';
import { BadFilters } from '../../../src/projections/lists/paging.ts';
import { dutiesOf } from '../../../src/projections/lists/subject.ts';
import {
  centresNamed,
  idIn,
  inPages,
  modelOf,
  pagesOf,
  plansOf,
  seenOn,
} from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { instants, march, variedCentres, variedDossiers } from '../../support/varied.ts';

const fact = proposalsOf(dossier);
const stream = 'dossier-d1';
/** A Friday, at the end of service. */
const due = Instant.parse('2026-03-06T17:30:00+07:00');

const received = fact('DossierReceived', {
  code: 'd1',
  appointment: { at: due },
  official: 'cv-1203',
});

async function listOf(facts: readonly Proposal<DossierEvent>[], at: Instant) {
  using model = await modelOf(facts.map((one) => ({ stream, fact: one })));
  const question = { filters: {}, limit: 50, cursor: null, centres: null, at };
  return listDuties(model.database, question, model.centres);
}

const later = (type: 'ResultReturned' | 'SupplementRequested', when: string) =>
  fact(type, {}, when);

describe('whether it is overdue is a comparison when asked', () => {
  test('at the very instant it is not', async () => {
    const { items } = await listOf([received], due);
    expect(items).toMatchObject([{ state: 'open', breached: false, late: null }]);
    expect(items).toMatchObject([{ customary: { breached: false } }]);
  });

  test('a millisecond later it is, and how long is said, rounded up', async () => {
    const { items } = await listOf([received], instantAt(millisecondsOf(due) + 1));
    expect(items).toMatchObject([{ state: 'overdue', breached: true, closedAt: null }]);
    expect(items).toMatchObject([{ late: { clockMinutes: 1, workingMinutes: 0 } }]);
  });

  test.each([
    ['at the end of the day on which it was due', '2026-03-06T23:59:59.999+07:00', false],
    ['when the next day begins', '2026-03-07T00:00:00+07:00', true],
  ])('by custom it goes by the date: %s', async (_, at, breached) => {
    const { items } = await listOf([received], Instant.parse(at));
    expect(items).toMatchObject([{ breached: true, customary: { breached } }]);
  });

  test('while somebody else is waited for it is not', async () => {
    const asked = later('SupplementRequested', '2026-03-03T09:00:00+07:00');
    const { items } = await listOf([received, asked], Instant.parse('2026-04-01T00:00:00Z'));
    expect(items).toMatchObject([{ state: 'open', suspended: true, breached: false, late: null }]);
  });

  test('of a time that cannot be, the working minutes are not known, and the list goes on', async () => {
    const long = fact('DossierReceived', {
      code: 'd1',
      appointment: { at: '1602-01-01T00:00:00Z' },
    });
    const { items } = await listOf([long], due);
    expect(items).toMatchObject([{ state: 'overdue', late: { workingMinutes: null } }]);
  });
});

test('a duty that was moved in time says when it was due at first', async () => {
  const after = Instant.parse('2026-03-13T17:30:00+07:00');
  const moved = fact(
    'AppointmentMoved',
    { by: 'gd-1', before: { at: due }, after: { at: after } },
    '2026-03-06T17:29:00+07:00',
  );
  const { items } = await listOf([received, moved], Instant.parse('2026-03-16T08:00:00+07:00'));
  expect(items).toMatchObject([{ due: after, customaryDue: after, firstDue: due }]);
});

test('a duty says what is owed, by whom, under which article, and what proves it', async () => {
  const returned = later('ResultReturned', '2026-03-09T08:30:00+07:00');
  const page = await listOf([received, returned], due);

  expect(page).toMatchObject({ total: 1, next: null, position: 1n });
  expect(page.items).toEqual([
    {
      id: `processing-deadline:${stream}:${idIn(stream, 0)}`,
      rule: 'processing-deadline',
      title: { vi: 'Giải quyết hồ sơ đúng hạn', en: 'Dossier processed by its appointed time' },
      state: 'late',
      subject: stream,
      dossier: 'd1',
      centre: 'reference',
      citation: 'reference: no article',
      article: {
        vi: 'trung tâm đối chiếu: không theo điều khoản nào',
        en: 'reference: no article',
      },
      bearer: { kind: 'official', code: 'cv-1203' },
      inheritedFrom: null,
      inheritedAt: null,
      bearerWhenDue: null,
      detail: null,
      openedAt: received.occurredAt,
      due,
      customaryDue: due,
      firstDue: due,
      closedAt: returned.occurredAt,
      suspended: false,
      breached: true,
      late: { clockMinutes: 3_780, workingMinutes: 60 }, // the first hour of Monday
      customary: { breached: true },
      evidence: [idIn(stream, 0), idIn(stream, 1)],
      remarks: { waived: null, disputed: null },
    },
  ]);
  expect(page.items.map((item) => DutyItem.parse(item))).toEqual(page.items);
});

describe('of many dossiers', async () => {
  const centres = centresNamed(...variedCentres);
  const dossiers = variedDossiers(90);
  const model = await modelOf(dossiers, centres);
  const streams = [...new Set(dossiers.map((one) => one.stream))];
  afterAll(() => model[Symbol.dispose]());

  /** What is open or broken, judged from the entries of each dossier. */
  function allAt(at: Instant): DutyItem[] {
    return streams
      .flatMap((one) => dutiesOf(model.entriesOf(one), at, centres, model.registers).duties)
      .filter(
        ({ closedAt, breached, customary }) => closedAt === null || breached || customary.breached,
      )
      .toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  }
  const sortKey = ({ due: time, subject, id }: DutyItem) => `${time} ${subject} ${id}`;

  const some = <Value>(...values: readonly Value[]) =>
    fc.option(fc.constantFrom(...values), { nil: undefined });
  const filters = fc.record({
    rule: some('processing-deadline', 'processing-deadline', 'supplement-once'),
    state: some('open', 'overdue', 'late', 'ended', 'kept'),
    centre: some(...variedCentres),
    bearer: some('cv-0', 'cv-1', 'Q0', 'nobody'),
    agency: some('Q0', 'cv-1'),
    official: some('cv-0', 'cv-1'),
    subject: fc.option(fc.constantFrom(...streams), { nil: undefined, freq: 9 }),
    dueAfter: some(march(5), ...instants),
    dueBefore: some(march(12), ...instants),
    breached: some('true', 'false'),
    differs: some('true', 'false'),
  });

  const differsOn = ({ breached, customary }: DutyItem) => breached !== customary.breached;
  const isOf = (kind: string, code: string | undefined, { bearer }: DutyItem) =>
    code === undefined || (bearer.kind === kind && bearer.code === code);

  test('every page has what fits the filters, each once, in order', () => {
    const scopes = fc.constantFrom(null, null, ['H42'], [...variedCentres], []);
    const limits = fc.integer({ min: 1, max: 40 });
    const ats = fc.constantFrom(...instants.map((text) => Instant.parse(text)));
    fc.assert(
      fc.property(filters, scopes, limits, ats, (raw, scope, limit, at) => {
        const asked = DutyFilters.parse(raw);
        const expected = allAt(at).filter(
          (duty) =>
            (scope === null || scope.some((code) => code === duty.centre)) &&
            (asked.rule ?? duty.rule) === duty.rule &&
            (asked.state ?? duty.state) === duty.state &&
            (asked.centre ?? duty.centre) === duty.centre &&
            (asked.bearer ?? duty.bearer.code) === duty.bearer.code &&
            isOf('agency', asked.agency, duty) &&
            isOf('official', asked.official, duty) &&
            (asked.subject ?? duty.subject) === duty.subject &&
            (asked.breached ?? duty.breached) === duty.breached &&
            (asked.differs ?? differsOn(duty)) === differsOn(duty) &&
            (asked.dueAfter === undefined || duty.due >= asked.dueAfter) &&
            (asked.dueBefore === undefined || duty.due < asked.dueBefore),
        );
        const ask = (cursor: string | null) =>
          listDuties(
            model.database,
            { filters: asked, limit, cursor, centres: scope, at },
            centres,
          );
        expect(seenOn(pagesOf(ask))).toEqual(inPages(expected, limit));
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    {},
    { state: 'overdue' },
    { state: 'open', rule: 'processing-deadline' },
    { bearer: 'cv-1', rule: 'processing-deadline' },
    { official: 'cv-1', state: 'overdue' },
    { differs: 'true' },
    { rule: 'processing-deadline', differs: 'true' },
    { state: 'late', dueAfter: march(6), dueBefore: march(30) },
  ])('%o is read off an index, without sorting', (raw) => {
    const at = Instant.parse(march(25));
    const page = { filters: DutyFilters.parse(raw), limit: 3, centres: ['H42'], at };
    const { next } = listDuties(model.database, { ...page, cursor: null }, centres);
    const plans = [null, next].flatMap((cursor) =>
      plansOf(model.database, () => listDuties(model.database, { ...page, cursor }, centres)),
    );
    expect(plans.join('\n')).toMatch(/USING COVERING INDEX/);
    expect(plans.filter((step) => /SCAN|TEMP B-TREE|\(due,.+ AND due>/.test(step))).toEqual([]);
  });

  test('it is not asked by month, which is for what was only counted', () => {
    const question = { filters: { month: '2026-03' }, limit: 5, cursor: null, centres: null };
    const ask = () => listDuties(model.database, { ...question, at: due }, centres);
    expect(ask).toThrow(BadFilters);
  });
});
