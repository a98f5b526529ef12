/** What people ask of the read models: first pages with their totals, in this process. */

import { listDossiers } from '../src/projections/lists/dossiers.ts';
import { listDuties } from '../src/projections/lists/duties.ts';
import { FindingTotalFilters, listFindingTotals } from '../src/projections/lists/finding-totals.ts';
import { listFindings } from '../src/projections/lists/findings.ts';
import { LateFilters, listLate } from '../src/projections/lists/late.ts';
import { LateTotalFilters, listLateTotals } from '../src/projections/lists/late-totals.ts';
import { listOfficials } from '../src/projections/lists/officials.ts';
import { openModel } from '../src/projections/model.ts';
import { centresFor } from '../src/projections/settings.ts';
import { madeLedger } from './ledger-maker.ts';
import { inTurn, latencyRows, type Row, under } from './measure.ts';
import { builtModel, settings } from './models.ts';
import type { Sizes } from './sizes.ts';
import { inWords } from './words.ts';

/** Calls of one repetition. */
const calls = 100;

export async function measureQueries({ large, rounds }: Sizes): Promise<Row[]> {
  const made = await madeLedger(large);
  const { file, at } = builtModel(made);
  const { database } = openModel(file);
  using _ = { [Symbol.dispose]: () => database.close() };
  const centres = centresFor(settings);
  const asked = { limit: 50, cursor: null, centres: null, at };
  const ask = {
    'overdue list': () =>
      listDuties(database, { ...asked, filters: { state: 'overdue' } }, centres).total,
    'late list': () =>
      listDuties(database, { ...asked, filters: { state: 'late' } }, centres).total,
    'late list of an official': () =>
      listDuties(database, { ...asked, filters: { state: 'late', bearer: 'cv-1701' } }, centres)
        .total,
    // As whoever asks `/v1/late` without a filter gets them: with the handling of each.
    'late processing': () =>
      listLate(database, { ...asked, filters: LateFilters.parse({}) }, centres).total,
    'late processing on which the conventions differ': () =>
      listLate(
        database,
        { ...asked, filters: LateFilters.parse({ within: 'any', differs: 'true' }) },
        centres,
      ).total,
    'late totals by agency': () =>
      listLateTotals(database, { ...asked, filters: LateTotalFilters.parse({ by: 'agency' }) })
        .total,
    'finding totals by rule': () =>
      listFindingTotals(database, { ...asked, filters: FindingTotalFilters.parse({}) }).total,
    'dossiers in process': () =>
      listDossiers(database, { ...asked, filters: { status: 'in-process' } }).total,
    'dossiers returned': () =>
      listDossiers(database, { ...asked, filters: { status: 'returned' } }).total,
    findings: () => listFindings(database, { ...asked, filters: {} }, centres).total,
    "official's month": () =>
      listOfficials(database, { ...asked, filters: { official: 'cv-1701', month: '2022-02' } })
        .total,
  };
  const works = Object.fromEntries(
    Object.entries(ask).map(([name, query]) => [name, () => timesOf(query)]),
  );
  const times = await inTurn(works, rounds);
  return Object.entries(ask).flatMap(([name, query]) =>
    latencyRows(
      `${name} (${query()} in all), first page, ${inWords(large)} events`,
      times[name] ?? [],
      counted.has(name) ? undefined : under(5, 20),
    ),
  );
}

/** Sums over all rows there are, or a search among them: the design asks for no bound. */
const counted = new Set([
  'late processing on which the conventions differ',
  'late totals by agency',
  'finding totals by rule',
]);

/** Milliseconds of each call. */
function timesOf(query: () => number): number[] {
  return Array.from({ length: calls }, () => {
    const started = performance.now();
    query();
    return performance.now() - started;
  });
}
