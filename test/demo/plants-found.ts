/** What the rules find in a demo, held against what was planted in it. */

import { type DemoOptions, demoWorld, fillDemo } from '../../src/demo/demo.ts';
import type { Plant } from '../../src/demo/plants.ts';
import { families } from '../../src/domain/families.ts';
import { plusDays } from '../../src/domain/time/date.ts';
import { hoChiMinh, startOfDay } from '../../src/domain/time/zone.ts';
import { type Instant, instantAt, millisecondsOf } from '../../src/domain/units.ts';
import { codec } from '../../src/ledger/codec.ts';
import { openLedger, pathsIn } from '../../src/ledger/ledger.ts';
import { openLogReader } from '../../src/ledger/log-reader.ts';
import { buildModel } from '../../src/projections/build.ts';
import {
  FindingTotalFilters,
  listFindingTotals,
} from '../../src/projections/lists/finding-totals.ts';
import { openModelReader } from '../../src/projections/model-file.ts';
import { projectionsFor } from '../../src/projections/projections.ts';
import { centresFor } from '../../src/projections/settings.ts';

/** `rule centre subject`, once for each. */
export type Compared = {
  readonly planted: readonly string[];
  readonly found: readonly string[];
  /** Planted and not found: what the rules miss. */
  readonly missed: readonly string[];
  /** Found and not planted: what they accuse of wrongly, or what the demo does unawares. */
  readonly tooMany: readonly string[];
  /** How many findings there are in each state, as a reader is shown them. */
  readonly states: Readonly<Record<string, number>>;
};

const settings = { referenceZone: 'Asia/Ho_Chi_Minh', referenceCalendar: 'vietnam' } as const;

/** As the demos of the tests are judged. */
export const demoCentres = centresFor(settings);

/** Makes the demo in `folder`, which must be empty. */
export async function compared(options: DemoOptions, folder: string): Promise<Compared> {
  const plants = await madeIn(folder, options);
  using model = modelIn(folder);
  return comparedIn(model, plants, options);
}

/** What the rules found in a demo that was made, against its plants. */
export function comparedIn(model: Model, plants: readonly Plant[], options: DemoOptions): Compared {
  const end = lastInstantOf(options);
  const planted = plants
    .filter(({ from }) => from <= end)
    .map(({ rule, centre, subject }) => `${rule} ${centre} ${subject}`)
    .toSorted();
  const found = foundIn(model, end).toSorted();
  const states = statesIn(model, end);
  const [missed, tooMany] = [without(planted, found), without(found, planted)];
  return { planted, found, missed, tooMany, states };
}

/** Makes the demo in `folder`, which must be empty. @returns its plants, also those that are found later. */
export async function madeIn(folder: string, options: DemoOptions): Promise<readonly Plant[]> {
  const plants: Plant[] = [];
  const world = demoWorld(`${options.seed} ${options.until}`);
  using ledger = openLedger({
    paths: pathsIn(folder),
    families,
    origin: { name: 'demo', kind: 'demo' },
    isCentre: () => true,
    durable: false,
    ...world,
  });
  await fillDemo(
    ledger,
    world,
    options,
    () => {},
    (plant) => plants.push(plant),
  );
  return plants;
}

/** What is broken later is not in it. */
export function lastInstantOf({ until }: Pick<DemoOptions, 'until'>): Instant {
  return instantAt(millisecondsOf(startOfDay(plusDays(until, 1), hoChiMinh)) - 1);
}

/** The read models of the demo that was made in `folder`, built there. */
export function modelIn(folder: string) {
  using log = openLogReader(pathsIn(folder).ledger);
  const file = `${folder}/model.db`;
  const projections = projectionsFor(demoCentres);
  const parts = { log, codec: codec(families), projections, regulations: 'test' };
  buildModel(file, parts, log.size() - 1n);
  return openModelReader(file);
}

type Model = ReturnType<typeof modelIn>;

function statesIn(model: Model, at: Instant): Readonly<Record<string, number>> {
  const filters = FindingTotalFilters.parse({ by: 'state' });
  const { items } = listFindingTotals(model, {
    filters,
    limit: 100,
    cursor: null,
    centres: null,
    at,
  });
  return Object.fromEntries(items.map(({ name, findings }) => [name, findings]));
}

/** Every breach, whether an act or a duty that was or is late, at `end`. */
function foundIn(model: Model, end: Instant): string[] {
  const failed = model.prepare('SELECT stream, part, message FROM quarantine').all();
  if (failed.length > 0) throw new Error(`rules fail: ${JSON.stringify(failed.slice(0, 5))}`);
  return model
    .prepare(
      `SELECT rule, centre, subject FROM finding WHERE at <= ?
       UNION ALL SELECT rule, centre, subject FROM duty
       WHERE breached = 1 OR (state = 'open' AND suspended = 0 AND due < ? AND openedAt <= ?)`,
    )
    .all(end, end, end)
    .map((row) => [row['rule'], row['centre'], row['subject']].join(' '));
}

/** Those of `all` beyond as many as `others` has. */
function without(all: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}
