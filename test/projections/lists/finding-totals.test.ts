/** Totals of findings: the same rows as the list of them, counted; and what people said of one. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { centre as centreWords } from '../../../src/domain/centre/centre/vocabulary.ts';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { conventionTitles } from '../../../src/domain/regulations/conventions.ts';
import { Instant } from '../../../src/domain/units.ts';
import {
  FindingTotalFilters,
  FindingTotalItem,
  listFindingTotals,
} from '../../../src/projections/lists/finding-totals.ts';
import { FindingFilters, listFindings } from '../../../src/projections/lists/findings.ts';
import type { FindingItem } from '../../../src/projections/lists/items.ts';
import { centresNamed, idIn, inPages, modelOf, pagesOf, seenOn } from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { instants, march, variedCentres, variedDossiers } from '../../support/varied.ts';

const fact = proposalsOf(dossier);
const said = proposalsOf(centreWords);

describe('of many dossiers', async () => {
  const centres = centresNamed(...variedCentres);
  const model = await modelOf(variedDossiers(90), centres);
  afterAll(() => model[Symbol.dispose]());

  const some = <Value>(...values: readonly Value[]) =>
    fc.option(fc.constantFrom(...values), { nil: undefined });

  test('a line counts what the list shows under its name, in every state', () => {
    const filters = fc.record({
      rule: some('processing-deadline', 'work-after-end'),
      centre: some(...variedCentres),
      agency: some('Q0'),
      official: some('cv-0'),
      state: some('open', 'remedied', 'stands'),
      dueBefore: some(march(12)),
    });
    const bys = fc.constantFrom(
      'rule' as const,
      'centre' as const,
      'bearer' as const,
      'state' as const,
    );
    const scopes = fc.constantFrom(null, ['H42'], []);
    const ats = fc.constantFrom(...instants.map((text) => Instant.parse(text)));
    fc.assert(
      fc.property(
        filters,
        bys,
        scopes,
        fc.integer({ min: 1, max: 4 }),
        ats,
        (raw, by, scope, limit, at) => {
          const question = { limit, centres: scope, at };
          const listed = (query: Record<string, unknown>) =>
            listFindings(
              model.database,
              { ...question, filters: FindingFilters.parse(query), limit: 500, cursor: null },
              centres,
            ).items;
          const all = [
            ...listed(raw),
            ...listed({ ...raw, differs: 'true' }).filter(({ breached }) => !breached),
          ];
          const nameOf = (found: FindingItem) =>
            ({
              rule: found.rule,
              centre: found.centre,
              bearer: found.bearer?.code ?? '',
              state: found.state,
            })[by];
          const expected = [...Map.groupBy(all, nameOf)]
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, of]) => ({
              name: name === '' ? null : name,
              isListed: name !== '',
              ...figuresOf(of),
              ...statesOf(of.filter(({ breached }) => breached)),
            }));
          const asked = FindingTotalFilters.parse({ ...raw, by });
          const ask = (cursor: string | null) =>
            listFindingTotals(model.database, { ...question, filters: asked, cursor });
          const { items, ...pages } = seenOn(pagesOf(ask));
          expect({
            items: items.map(({ differing: address, strict, customary, ...item }) => ({
              ...item,
              isListed: address !== null,
              strict: strict.late,
              customary: customary.late,
            })),
            ...pages,
          }).toEqual(inPages(expected, limit));
          expect(items.map((item) => FindingTotalItem.parse(item))).toEqual(items);
          for (const { differing, differ } of items.filter(({ name }) => name !== null)) {
            const query = new URL(differing ?? '', 'http://ledger').searchParams;
            expect(listed(Object.fromEntries(query))).toHaveLength(differ);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  function figuresOf(found: readonly FindingItem[]) {
    const duties = found.filter(({ due }) => due !== null);
    const findings = found.filter(({ breached }) => breached).length;
    return {
      findings,
      acts: found.length - duties.length,
      strict: duties.filter(({ breached }) => breached).length,
      customary: duties.filter(({ customary }) => customary.breached).length,
      differ: duties.filter(({ breached, customary }) => breached !== customary.breached).length,
    };
  }

  test('some are late by one convention alone, either way, or the test above shows little', () => {
    const filters = FindingFilters.parse({ differs: 'true' });
    const at = Instant.parse(instants.at(-1) ?? '');
    const question = { filters, limit: 500, cursor: null, centres: null, at };
    const { items } = listFindings(model.database, question, centres);
    expect(new Set(items.map(({ breached }) => breached))).toEqual(new Set([true, false]));
  });

  function statesOf(found: readonly FindingItem[]) {
    const count = (state: FindingItem['state']) =>
      found.filter((one) => one.state === state).length;
    return {
      open: count('open'),
      remedied: count('remedied'),
      stands: count('stands'),
      disputed: count('disputed'),
      waived: count('waived'),
    };
  }
});

describe('what people said of it', () => {
  const received = (code: string) =>
    fact('DossierReceived', { code, appointment: { at: march(6) }, official: 'cv-1' }, march(2));
  const returned = fact('ResultReturned', {}, march(9));
  const moved = fact(
    'AppointmentMoved',
    { by: 'lead-1', before: { at: march(6) }, after: { at: march(20) } },
    march(10),
  );
  const findingOn = (code: string) =>
    `processing-deadline:dossier-${code}:${idIn(`dossier-${code}`, 0)}`;

  async function totals(raw: Record<string, unknown>) {
    using model = await modelOf([
      ...['d1', 'd2', 'd3'].flatMap((code) => [
        { stream: `dossier-${code}`, fact: received(code) },
        { stream: `dossier-${code}`, fact: returned },
      ]),
      { stream: 'dossier-d3', fact: moved },
      {
        stream: 'centre-reference-2026',
        fact: said('FindingWaived', { finding: findingOn('d1') }, march(11)),
      },
      {
        stream: 'centre-reference-2026',
        fact: said('FindingDisputed', { dispute: 't1', finding: findingOn('d2') }, march(11)),
      },
    ]);
    const filters = FindingTotalFilters.parse({ rule: 'processing-deadline', ...raw });
    const at = Instant.parse(march(25));
    return listFindingTotals(model.database, {
      filters,
      limit: 50,
      cursor: null,
      centres: null,
      at,
    }).items;
  }

  test('goes before what became of it; and what was moved afterwards stays, and is counted beside', async () => {
    expect(await totals({})).toEqual([
      {
        name: 'processing-deadline',
        findings: 3,
        acts: 0,
        strict: { convention: conventionTitles.strict, late: 3 },
        customary: { convention: conventionTitles.customary, late: 2 },
        differ: 1,
        differing: '/v1/findings?differs=true&rule=processing-deadline',
        open: 0,
        remedied: 1,
        stands: 0,
        disputed: 1,
        waived: 1,
      },
    ]);
  });

  test.each(['waived', 'disputed', 'remedied'])('is asked for: %s', async (state) => {
    expect(await totals({ state, by: 'state' })).toMatchObject([{ name: state, findings: 1 }]);
  });
});
