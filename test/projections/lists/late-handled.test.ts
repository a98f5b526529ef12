/** The list of late processing narrowed by what was done about it, or was not. */
import { describe, expect, test } from 'vitest';
import { centre } from '../../../src/domain/centre/centre/vocabulary.ts';
import { type DossierEvent, dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { CentreCode, Instant, instantAt, millisecondsOf } from '../../../src/domain/units.ts';
import { LateFilters, listLate } from '../../../src/projections/lists/late.ts';
import { centresNamed, type Happened, modelOf } from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march, variedCentres } from '../../support/varied.ts';

const fact = proposalsOf(dossier);
const said = proposalsOf(centre);
const agency = 'H42.17';
/** A Friday, at the end of service. */
const due = Instant.parse('2026-03-06T17:30:00+07:00');
const dayMs = 86_400_000;

const received = (code: string) =>
  fact(
    'DossierReceived',
    { code, appointment: { at: due }, official: 'cv-1203', solvingUnit: agency },
    march(2),
  );
const of = (code: string, ...facts: readonly Proposal<DossierEvent>[]): Happened[] =>
  [received(code), ...facts].map((one) => ({ stream: `dossier-${code}`, fact: one }));

async function found(
  happened: readonly Happened[],
  raw: Record<string, unknown>,
  at = Instant.parse(march(25)),
) {
  using model = await modelOf(happened, centresNamed(...variedCentres));
  const filters = LateFilters.parse(raw);
  const question = { filters, limit: 50, cursor: null, centres: null, at };
  const { items, total } = listLate(model.database, question, model.centres);
  expect(total).toBe(items.length);
  return items.map((item) => item.dossier).toSorted();
}

describe('of overdue dossiers', () => {
  const happened = [
    ...of('nothing'),
    ...of('urged', fact('AgencyUrged', { unit: agency }, march(9))),
    ...of('reasoned', fact('ReasonGiven', { about: 'lateness' }, march(9))),
    ...of('verified', fact('ReasonGiven', { about: 'verification' }, march(9))),
    ...of('asked', fact('ApologyAsked', {}, march(9))),
    ...of('issued', fact('ApologyAsked', {}, march(9)), fact('ApologyIssued', {}, march(10))),
  ];

  test.each([
    [{ urged: 'true' }, ['urged']],
    [{ urged: 'false' }, ['asked', 'issued', 'nothing', 'reasoned', 'verified']],
    [{ reason: 'given' }, ['reasoned']],
    [{ reason: 'missing' }, ['asked', 'issued', 'nothing', 'urged', 'verified']],
    [{ apology: 'asked' }, ['asked']],
    [{ apology: 'issued' }, ['issued']],
    [{ apology: 'missing' }, ['asked', 'nothing', 'reasoned', 'urged', 'verified']],
    [{ urged: 'false', reason: 'missing', apology: 'missing' }, ['asked', 'nothing', 'verified']],
  ])('%o', async (raw, expected) => {
    expect(await found(happened, raw)).toEqual(expected);
  });

  test('no apology is missing for what is not late', async () => {
    const open = of('open');
    const before = Instant.parse(march(5));
    expect(await found(open, { within: 'any' }, before)).toEqual(['open']);
    expect(await found(open, { within: 'any', apology: 'missing' }, before)).toEqual([]);
  });
});

describe('failures that nobody escalated (SL Đ5.g, BL Đ8.1a¶2, NB Đ10.2, TQ Đ11.4)', () => {
  const days = (count: number, more = 0) => instantAt(millisecondsOf(due) + count * dayMs + more);
  const set = (value: number): Happened => ({
    stream: 'centre-reference-2026',
    fact: said('ProfileValueSet', { parameter: 'failureAfterDays', value }, march(1)),
  });

  test.each([
    ['at ten days after its due time', days(10), []],
    ['a minute later', days(10, 60_000), ['d1']],
  ])('%s', async (_, at, expected) => {
    expect(await found(of('d1'), { escalated: 'false' }, at)).toEqual(expected);
    expect(await found(of('d1'), { escalated: 'true' }, at)).toEqual([]);
  });

  test.each([
    ['at the days that the centre set', days(3), []],
    ['a minute later', days(3, 60_000), ['d1']],
  ])('%s', async (_, at, expected) => {
    expect(await found([set(3), ...of('d1')], { escalated: 'false' }, at)).toEqual(expected);
  });

  test('what was finished is measured to its end', async () => {
    const happened = [
      ...of('soon', fact('ResultReturned', {}, march(12))),
      ...of('later', fact('ResultReturned', {}, march(20))),
      ...of('in-time', fact('ResultReturned', {}, march(5))),
    ];
    expect(await found(happened, { within: 'was-late', escalated: 'false' })).toEqual(['later']);
    expect(await found(happened, { within: 'any', escalated: 'false' })).toEqual(['later']);
  });

  type Measure = Parameters<typeof said<'MeasureProposed'>>[1];
  const proposed = (data: Partial<Measure>, when: string = march(18), place = 'reference') => ({
    stream: `centre-${place}-2026`,
    fact: said('MeasureProposed', { measure: 'DX-1', ...data }, when, {
      centre: CentreCode.parse(place),
    }),
  });

  test.each([
    ['that names it', proposed({ dossiers: ['d1'] }), true],
    ['that named it before it was due', proposed({ dossiers: ['d1'] }, march(5)), true],
    ['that names another', proposed({ dossiers: ['d2'] }), false],
    ['that names its agency', proposed({ agencies: [agency], because: 'time' }), true],
    ['that names its agency without saying why', proposed({ agencies: [agency] }), true],
    [
      'that names its agency for its conduct',
      proposed({ agencies: [agency], because: 'conduct' }),
      false,
    ],
    ['that named its agency before', proposed({ agencies: [agency] }, march(5)), false],
    ['that names another agency', proposed({ agencies: ['H42.14'] }), false],
    ['that names its official', proposed({ officials: ['cv-1203'], because: 'time' }), true],
    ['of another centre', proposed({ dossiers: ['d1'] }, march(18), 'H42'), false],
  ])('a measure %s', async (_, measure, isEscalated) => {
    const happened = [...of('d1'), measure];
    const yes = await found(happened, { escalated: 'true' });
    const no = await found(happened, { escalated: 'false' });
    expect([yes, no]).toEqual(isEscalated ? [['d1'], []] : [[], ['d1']]);
  });

  test('the first measure is shown, and what it said stays sealed', async () => {
    const reason = 'Quá hạn nhiều lần';
    const happened = [
      ...of('d1'),
      proposed({ measure: 'DX-1', dossiers: ['d1'], agencies: [agency], reason }),
      proposed({ measure: 'DX-2', dossiers: ['d1'] }, march(20)),
    ];
    using model = await modelOf(happened);
    const question = { limit: 50, cursor: null, centres: null, at: Instant.parse(march(25)) };
    const filters = LateFilters.parse({});
    const { items } = listLate(model.database, { ...question, filters }, model.centres);
    expect(items).toMatchObject([{ escalated: { measure: 'DX-1', at: Instant.parse(march(18)) } }]);
    expect(JSON.stringify(items)).not.toContain(reason);
  });
});
