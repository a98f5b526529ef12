/** The list of late processing: what is late or soon due, with whom it lay, what was done, and what is next. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type DossierEvent, dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { Instant, instantAt, millisecondsOf } from '../../../src/domain/units.ts';
import { DutyFilters, listDuties } from '../../../src/projections/lists/duties.ts';
import {
  countLateOf,
  LateFilters,
  LateItem,
  listLate,
} from '../../../src/projections/lists/late.ts';
import {
  LateTotalFilters,
  LateTotalItem,
  listLateTotals,
} from '../../../src/projections/lists/late-totals.ts';
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
const [counter, agency] = ['H42.TTPVHCC', 'H42.17'];
/** A Friday, at the end of service. */
const due = Instant.parse('2026-03-06T17:30:00+07:00');

const received = fact(
  'DossierReceived',
  {
    code: 'd1',
    procedure: '1.004199',
    appointment: { at: due },
    official: 'cv-1203',
    receivingUnit: counter,
    solvingUnit: agency,
  },
  march(2, '08:30:00'),
);

async function listOf(
  facts: readonly Proposal<DossierEvent>[],
  at: Instant,
  raw: Record<string, unknown> = {},
): Promise<readonly LateItem[]> {
  using model = await modelOf(facts.map((one) => ({ stream, fact: one })));
  const filters = LateFilters.parse(raw);
  const question = { filters, limit: 50, cursor: null, centres: null, at };
  return listLate(model.database, question, model.centres).items;
}

test('a dossier whose appointment was moved in time says what it was at first', async () => {
  const after = march(13, '17:30:00');
  const moved = fact(
    'AppointmentMoved',
    { by: 'gd-1', before: { at: due }, after: { at: after } },
    march(6, '17:29:00'),
  );
  const items = await listOf([received, moved], Instant.parse(march(16)));
  expect(items).toMatchObject([
    { due: Instant.parse(after), customaryDue: Instant.parse(after), firstDue: due },
  ]);
});

test('a dossier says how late it is, with whom it lay, what was done, and what is to be done', async () => {
  const facts = [
    received,
    fact('DossierTransferred', { to: agency }, march(2, '09:30:00')),
    fact(
      'StepStarted',
      { step: 'Thẩm định', official: 'cv-1203', unit: agency },
      march(2, '09:40:00'),
    ),
    fact('ConsultationAsked', { reference: 'c', unit: 'H42.20' }, march(4, '08:30:00')),
    fact('ConsultationAnswered', { reference: 'c' }, march(9, '08:30:00')),
    fact('AgencyUrged', { unit: agency, because: 'overdue', by: 'cb-1' }, march(9, '09:00:00')),
    fact(
      'ReasonGiven',
      { about: 'lateness', unit: agency, reason: 'Chờ ý kiến' },
      march(9, '10:00:00'),
    ),
  ];
  const at = Instant.parse(march(9, '10:30:00'));
  const items = await listOf(facts, at);
  expect(items).toEqual([
    {
      dossier: 'd1',
      subject: stream,
      centre: 'reference',
      procedure: '1.004199',
      agency,
      agencyWhenDue: agency,
      official: 'cv-1203',
      bearer: { kind: 'official', code: 'cv-1203' },
      inheritedFrom: null,
      inheritedAt: null,
      bearerWhenDue: null,
      duty: `processing-deadline:${stream}:${idIn(stream, 0)}`,
      state: 'overdue',
      waiting: false,
      due,
      customaryDue: due,
      firstDue: due,
      strict: { late: true },
      customary: { late: true },
      delay: { clockMinutes: 65 * 60, workingMinutes: 180 }, // Monday from 07:30
      receivedAt: received.occurredAt,
      closedAt: null,
      step: {
        name: 'Thẩm định',
        official: 'cv-1203',
        unit: agency,
        startedAt: facts[2]?.occurredAt,
        completedAt: null,
      },
      heldBy: { party: 'agency', unit: agency },
      heldWhenDue: { party: 'other-agency', unit: 'H42.20' },
      held: {
        counter: 60,
        agency: 2 * 480 - 120 + 60 + 120,
        otherAgency: 3 * 480,
        applicant: 0,
        post: 0,
      },
      reason: { event: idIn(stream, 6), at: facts[6]?.occurredAt, about: 'lateness', unit: agency },
      apology: { asked: null, issued: null, missing: true },
      urged: { event: idIn(stream, 5), at: facts[5]?.occurredAt, unit: agency, because: 'overdue' },
      escalated: null,
      next: {
        step: 'ask-apology',
        vi: 'Đề nghị cơ quan xin lỗi và hẹn lại ngày trả',
        en: 'Ask the agency for an apology and a new appointment',
      },
    },
  ]);
  expect(items.map((item) => LateItem.parse(item))).toEqual(items);
  expect(JSON.stringify(items)).not.toContain('Chờ ý kiến');
});

describe('overdue is a comparison when asked', () => {
  test('at the very instant it is not, a millisecond later it is', async () => {
    expect(await listOf([received], due)).toEqual([]);
    const later = instantAt(millisecondsOf(due) + 1);
    expect(await listOf([received], later)).toMatchObject([
      { state: 'overdue', strict: { late: true }, customary: { late: false } },
    ]);
  });

  test('while its time stands still it is not, and is said to wait', async () => {
    const asked = fact('SupplementRequested', {}, march(3));
    const at = Instant.parse(march(20));
    expect(await listOf([received, asked], at)).toEqual([]);
    expect(await listOf([received, asked], at, { within: 'any' })).toMatchObject([
      { state: 'open', waiting: true, heldBy: { party: 'applicant' }, delay: null },
    ]);
  });
});

describe('due within so many working days, today not counted', () => {
  test.each([
    // Thursday 5 March: Friday is the first.
    ['1', march(5), 1],
    // Wednesday: Thursday is the first, and Friday within three.
    ['1', march(4), 0],
    ['3', march(4), 1],
    // Friday the week before, 27 February: Friday 6 March is the fifth.
    ['3', '2026-02-27T14:00:00+07:00', 0],
    ['7', '2026-02-27T14:00:00+07:00', 1],
  ])('%s, asked on %s', async (within, at, count) => {
    expect(await listOf([received], Instant.parse(at), { within })).toHaveLength(count);
  });

  test('over a weekend: on Friday 6 March what is due on Monday is within one', async () => {
    const monday = fact(
      'DossierReceived',
      { code: 'd1', appointment: { on: '2026-03-09' } },
      march(2),
    );
    const at = Instant.parse(march(6));
    expect(await listOf([monday], at, { within: '1' })).toMatchObject([
      { state: 'open', next: { step: 'pass-on' }, delay: null, heldWhenDue: null },
    ]);
  });

  test('what is late already is not due any more', async () => {
    expect(await listOf([received], Instant.parse(march(9)), { within: '7' })).toEqual([]);
  });
});

test('what was finished late stays, with what was never done', async () => {
  const facts = [
    received,
    fact('DossierTransferred', { to: agency }, march(3)),
    fact('ResultReturned', {}, march(9, '08:30:00')),
  ];
  expect(await listOf(facts, Instant.parse(march(25)), { within: 'was-late' })).toMatchObject([
    {
      state: 'late',
      closedAt: facts[2]?.occurredAt,
      delay: { clockMinutes: 63 * 60, workingMinutes: 60 },
      heldBy: null,
      heldWhenDue: { party: 'agency', unit: agency },
      apology: { missing: true },
      next: { step: 'ask-apology' },
    },
  ]);
});

describe('of many dossiers', async () => {
  const centres = centresNamed(...variedCentres);
  const dossiers = variedDossiers(120);
  const model = await modelOf(dossiers, centres);
  const streams = [...new Set(dossiers.map((one) => one.stream))];
  afterAll(() => model[Symbol.dispose]());

  /** The date in Vietnam. */
  const dateOf = (text: string) =>
    new Date(Date.parse(text) + 7 * 3_600_000).toISOString().slice(0, 10);

  /** Every dossier that has an appointment, judged from its entries, by the plainest reading. */
  const judgedAt = (at: Instant) =>
    streams
      .flatMap((subject) => {
        const entries = model.entriesOf(subject);
        const facts = dossiers.filter((one) => one.stream === subject).map((one) => one.fact);
        const reception = facts.find(({ type }) => type === 'DossierReceived')?.data ?? {};
        const { duties } = dutiesOf(entries, at, centres, model.registers);
        const duty = duties.find(({ rule }) => rule === 'processing-deadline');
        if (duty === undefined) return [];
        const asks = facts.filter(({ type }) => type === 'SupplementRequested').length;
        const answers = facts.filter(({ type }) => type === 'SupplementReceived').length;
        const excused = duty.state === 'ended' || (duty.closedAt === null && asks > answers);
        const strict = duty.breached;
        const customary = !excused && dateOf(duty.closedAt ?? at) > dateOf(duty.customaryDue);
        return [
          {
            subject,
            due: duty.due,
            centre: duty.centre,
            agency: String(reception['solvingUnit']),
            official: reception['official'] ?? null,
            procedure: reception['procedure'] ?? null,
            bearer: duty.bearer.code,
            isOpen: duty.closedAt === null,
            isEnded: duty.state === 'ended',
            isWaiting: duty.suspended,
            strict,
            customary,
          },
        ];
      })
      .toSorted((a, b) => (`${a.due} ${a.subject}` < `${b.due} ${b.subject}` ? -1 : 1));
  type Plain = ReturnType<typeof judgedAt>[number];
  const judged = new Map<Instant, readonly Plain[]>();
  function allAt(at: Instant): readonly Plain[] {
    const all = judged.get(at) ?? judgedAt(at);
    judged.set(at, all);
    return all;
  }

  function isWithin(
    one: Plain,
    { within, convention }: Pick<LateFilters, 'within' | 'convention'>,
    at: Instant,
  ): boolean {
    if (within === 'overdue') return one.isOpen && one[convention];
    if (within === 'was-late') return !one.isOpen && one[convention];
    if (within === 'any') return one.isOpen || one.strict || one.customary;
    const last = { '1': 1, '3': 3, '7': 7 }[within];
    const days = Array.from({ length: 20 }, (_, n) =>
      dateOf(instantAt(millisecondsOf(at) + n * 86_400_000)),
    ).filter((day) => ![0, 6].includes(new Date(day).getUTCDay()));
    const upTo = days.filter((day) => day > dateOf(at))[last - 1] ?? '';
    return one.isOpen && !one.isWaiting && one.due >= at && dateOf(one.due) <= upTo;
  }

  const queryIn = (address: string | null) =>
    Object.fromEntries(new URL(address ?? '', 'http://ledger').searchParams);

  const some = <Value>(...values: readonly Value[]) =>
    fc.option(fc.constantFrom(...values), { nil: undefined });
  /** After the last reception: what was not received yet is on no record. */
  const ats = fc.constantFrom(
    ...[march(7), ...instants.slice(1)].map((text) => Instant.parse(text)),
  );
  const scopes = fc.constantFrom(null, null, ['H42'], [...variedCentres], []);

  test('every page has what fits the filters, each once, in order', () => {
    const filters = fc.record({
      within: fc.constantFrom('overdue', '1', '3', '7', 'was-late', 'any', 'any'),
      convention: some('strict', 'customary'),
      centre: some(...variedCentres),
      agency: some('Q0', 'Q1'),
      official: some('cv-0', 'cv-1', 'nobody'),
      procedure: some('1.000', '1.001'),
      month: some('2026-03', '2026-04'),
      differs: some('true', 'false'),
      dueBefore: some(march(12)),
    });
    fc.assert(
      fc.property(
        filters,
        scopes,
        fc.integer({ min: 1, max: 40 }),
        ats,
        (raw, scope, limit, at) => {
          const asked = LateFilters.parse(raw);
          const expected = allAt(at).filter(
            (one) =>
              isWithin(one, asked, at) &&
              (scope === null || scope.some((code) => code === one.centre)) &&
              (asked.centre ?? one.centre) === one.centre &&
              (asked.agency ?? one.agency) === one.agency &&
              (asked.official === undefined ||
                [one.official, one.bearer].includes(asked.official)) &&
              (asked.procedure ?? one.procedure) === one.procedure &&
              (asked.month ?? '2026-03') === '2026-03' &&
              (asked.differs === undefined || asked.differs === (one.strict !== one.customary)) &&
              (asked.dueBefore === undefined || one.due < asked.dueBefore),
          );
          const ask = (cursor: string | null) =>
            listLate(
              model.database,
              { filters: asked, limit, cursor, centres: scope, at },
              centres,
            );
          const { items, ...pages } = seenOn(pagesOf(ask));
          const seen = items.map(({ subject, strict, customary }) => [
            subject,
            strict.late,
            customary.late,
          ]);
          const all = expected.map((one) => [one.subject, one.strict, one.customary]);
          expect({ items: seen, ...pages }).toEqual(inPages(all, limit));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('the list of duties says of a dossier what this list says, by each convention', () => {
    for (const at of [march(7), ...instants.slice(1)].map((text) => Instant.parse(text))) {
      const all = { limit: 500, cursor: null, centres: null, at };
      const within = LateFilters.parse({ within: 'any' });
      const late = listLate(model.database, { ...all, filters: within }, centres).items.map(
        ({ subject, strict, customary }) => [subject, strict.late, customary.late],
      );
      const rule = DutyFilters.parse({ rule: 'processing-deadline' });
      const duties = listDuties(model.database, { ...all, filters: rule }, centres).items.map(
        ({ subject, breached, customary }) => [subject, breached, customary.breached],
      );
      expect(duties).toEqual(late);
    }
  });

  test('the totals are of all that were due, and each lists those on which the conventions differ', () => {
    const filters = fc.record({
      by: some('centre', 'agency'),
      centre: some(...variedCentres),
      agency: some('Q0', 'Q1'),
      month: some('2026-03', '2026-04'),
    });
    fc.assert(
      fc.property(filters, scopes, fc.integer({ min: 1, max: 4 }), ats, (raw, scope, limit, at) => {
        const asked = LateTotalFilters.parse(raw);
        const fitting = allAt(at).filter(
          (one) =>
            (scope === null || scope.some((code) => code === one.centre)) &&
            (asked.centre ?? one.centre) === one.centre &&
            (asked.agency ?? one.agency) === one.agency &&
            (asked.month ?? '2026-03') === '2026-03',
        );
        const nameOf = ({ agency: unit }: Plain) => (asked.by === 'agency' ? unit : null);
        const lines = [
          ...Map.groupBy(fitting, (one) => `${one.centre} ${nameOf(one) ?? ''}`).entries(),
        ].toSorted(([a], [b]) => (a < b ? -1 : 1));
        const expected = lines.map(([, of]) => {
          const count = (convention: 'strict' | 'customary') => {
            const late = of.filter((one) => one[convention]).length;
            const open = of.filter((one) => one.isOpen && !one[convention]).length;
            const rate = Number((late / of.length).toFixed(4));
            const isApart = (one: Plain) => convention === 'strict' && one.isEnded && !one.strict;
            const ended = of.filter(isApart).length;
            return { late, open, onTime: of.length - late - open - ended, ended, rate };
          };
          return {
            month: '2026-03',
            centre: of[0]?.centre,
            dossiers: of.length,
            strict: count('strict'),
            customary: count('customary'),
            differ: of.filter((one) => one.strict !== one.customary).length,
          };
        });
        const ask = (cursor: string | null) =>
          listLateTotals(model.database, { filters: asked, limit, cursor, centres: scope, at });
        const { items, ...pages } = seenOn(pagesOf(ask));
        expect(items).toMatchObject(expected);
        expect({ items: items.map(({ dossiers: n }) => n), ...pages }).toEqual(
          inPages(
            expected.map(({ dossiers: n }) => n),
            limit,
          ),
        );
        for (const item of items) {
          expect(LateTotalItem.parse(item)).toEqual(item);
          const query = queryIn(item.differing);
          const shown = LateFilters.parse(query);
          const question = { filters: shown, limit: 1, cursor: null, centres: scope, at };
          expect(listLate(model.database, question, centres).total).toBe(item.differ);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('beside a list stands how many are late by each convention, whichever it was asked by', () => {
    const filters = fc.record({
      within: fc.constantFrom('overdue' as const, 'was-late' as const),
      agency: some('Q0', 'Q1'),
    });
    fc.assert(
      fc.property(filters, scopes, ats, (raw, scope, at) => {
        const fitting = allAt(at).filter(
          (one) =>
            one.isOpen === (raw.within === 'overdue') &&
            (scope === null || scope.some((code) => code === one.centre)) &&
            (raw.agency ?? one.agency) === one.agency,
        );
        const expected = {
          strict: fitting.filter(({ strict }) => strict).length,
          customary: fitting.filter(({ customary }) => customary).length,
          differ: fitting.filter(({ strict, customary }) => strict !== customary).length,
        };
        for (const convention of ['strict', 'customary'] as const) {
          const asked = LateFilters.parse({ ...raw, convention });
          const question = { filters: asked, limit: 1, cursor: null, centres: scope, at };
          expect(countLateOf(model.database, question, centres)).toEqual(expected);
          expect(listLate(model.database, question, centres).total).toBe(expected[convention]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a line that has no name does not say where to look', async () => {
    const nobody = fact('DossierReceived', { code: 'd1', appointment: { at: due } }, march(2));
    using small = await modelOf([{ stream, fact: nobody }]);
    const at = Instant.parse(march(25));
    for (const by of ['agency', 'centre'] as const) {
      const filters = LateTotalFilters.parse({ by });
      const question = { filters, limit: 5, cursor: null, centres: null, at };
      const { items } = listLateTotals(small.database, question);
      expect(items).toMatchObject([{ name: null, strict: { late: 1 } }]);
      expect(items.map(({ differing }) => differing === null)).toEqual([by === 'agency']);
    }
  });

  test('by step and by party they are counts alone: those that were on time lay nowhere', () => {
    const at = Instant.parse(march(25));
    for (const by of ['step', 'party'] as const) {
      const filters = LateTotalFilters.parse({ by });
      const question = { filters, limit: 500, cursor: null, centres: null, at };
      const { items } = listLateTotals(model.database, question);
      expect(items.length).toBeGreaterThan(0);
      const sum = items.reduce((all, { strict }) => all + strict.late, 0);
      expect(sum).toBe(allAt(at).filter(({ strict }) => strict).length);
      for (const { dossiers: counted, strict, customary } of items) {
        const { rate, onTime, ended } = strict;
        expect([counted, rate, customary.rate, onTime, ended]).toEqual(Array(5).fill(null));
      }
    }
  });

  test.each([
    {},
    { within: '3' },
    { within: 'was-late', agency: 'Q1' },
    { within: 'overdue', convention: 'customary' },
    { within: 'was-late', convention: 'customary' },
    { within: 'any', differs: 'true', month: '2026-03' },
    { within: 'any', official: 'cv-1' },
  ])('%o is read off an index, without sorting', (raw) => {
    const at = Instant.parse(march(7));
    const page = { filters: LateFilters.parse(raw), limit: 3, centres: ['H42'], at };
    const { next } = listLate(model.database, { ...page, cursor: null }, centres);
    const plans = [null, next].flatMap((cursor) =>
      plansOf(model.database, () => listLate(model.database, { ...page, cursor }, centres)),
    );
    expect(plans.join('\n')).toMatch(/USING COVERING INDEX/);
    expect(plans.filter((step) => /SCAN|TEMP B-TREE|USING INDEX/.test(step))).toEqual([]);
  });
});
