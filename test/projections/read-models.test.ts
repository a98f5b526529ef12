import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Index } from '../../src/domain/units.ts';
import { buildModel } from '../../src/projections/build.ts';
import type { Model } from '../../src/projections/model.ts';
import { fingerprintOf, readMarks } from '../../src/projections/model-file.ts';
import type { Projection } from '../../src/projections/projection.ts';
import { projectionsFor } from '../../src/projections/projections.ts';
import { type ReadModels, readModels } from '../../src/projections/read-models.ts';
import { centresFor, nameOf } from '../../src/projections/settings.ts';
import { breakTable } from '../support/broken-model.ts';
import { newFolder } from '../support/ledger-folder.ts';
import { rowsIn, rowsOf, words } from '../support/projected.ts';
import { newRecord, type Recording } from '../support/recorded.ts';
import { variedDossiers } from '../support/varied.ts';

const settings = { referenceZone: 'Asia/Ho_Chi_Minh', referenceCalendar: 'vietnam' } as const;
const projections = projectionsFor(centresFor(settings));
const name = fingerprintOf(projections, nameOf(settings));

const happened = variedDossiers(24);
const [early, late] = [happened.slice(0, 30), happened.slice(30)];

/** Longer than any of this takes. */
const long = 30_000;

function serving({ paths }: Recording, onError: (error: unknown) => void = rethrow): ReadModels {
  const { ledger, models: folder } = paths;
  const models = readModels({ ledger, folder, settings, onError });
  onTestFinished(() => models[Symbol.asyncDispose]());
  return models;
}

function rethrow(error: unknown): never {
  throw error;
}

function head({ log }: Recording): Index {
  return log.size() - 1n;
}

function fileOf({ paths }: Recording): string {
  return join(paths.models, `${name}.db`);
}

/** Built as by another process, by this release unless another is said. */
function build(record: Recording, file: string, until: Index, shown = projections): void {
  const { log } = record;
  buildModel(file, { log, codec: words, projections: shown, regulations: nameOf(settings) }, until);
}

function rowsNow(models: ReadModels) {
  const model = models.current();
  if (model === null) throw new TypeError('no model serves yet');
  return rowsIn(model.database, projections);
}

function rowsUntil({ log }: Recording, until: Index = log.size() - 1n) {
  return rowsOf(
    log.after(-1n).filter(({ index }) => index <= until),
    projections,
  );
}

/** Puts a note into a model, so that it can be told which model serves. */
function sign(file: string): void {
  using database = new DatabaseSync(file);
  database.exec("INSERT INTO quarantine VALUES ('signed', 'by the test', '')");
}

function isSigned(model: Model | null): boolean {
  const found = model?.database.prepare("SELECT 1 FROM quarantine WHERE stream = 'signed'").get();
  return found !== undefined;
}

describe('the model that follows', () => {
  test('shows what was there, and what comes once it is told that there is more', async () => {
    const record = await newRecord(early);
    const models = serving(record);
    expect(models.current()).toBeNull();
    expect(models.position()).toBe(-1n);

    expect(await models.reached(head(record), long)).toBe(true);
    expect(rowsNow(models)).toEqual(rowsUntil(record));
    expect(models.position()).toBe(head(record));
    expect(models.building()).toBeNull();

    for (const one of late) {
      await record.append([one]);
      models.more();
    }
    expect(await models.reached(head(record), long)).toBe(true);
    expect(rowsNow(models)).toEqual(rowsUntil(record));
    expect(models.current()?.position()).toBe(head(record));
    expect(models.failures()).toBe(0);
  });

  test('does not reach what is not on record, and says so when asked to wait for it', async () => {
    const record = await newRecord(early);
    const models = serving(record);
    expect(await models.reached(head(record), long)).toBe(true);
    expect(await models.reached(head(record) + 1n, 1)).toBe(false);
    const waiting = models.reached(head(record) + 1n, long);
    await models[Symbol.asyncDispose]();
    expect(await waiting).toBe(false);
  });

  test('of an empty ledger is an empty one', async () => {
    const record = await newRecord();
    const models = serving(record);
    await vi.waitUntil(() => models.current() !== null, { timeout: long });
    expect(rowsNow(models)).toEqual(rowsUntil(record));
    await record.append(early);
    models.more();
    expect(await models.reached(head(record), long)).toBe(true);
    expect(rowsNow(models)).toEqual(rowsUntil(record));
  });

  test('is kept from one start to the next', async () => {
    const record = await newRecord(early);
    build(record, fileOf(record), head(record));
    sign(fileOf(record));
    const models = serving(record);
    expect(isSigned(models.current())).toBe(true);
    expect(await models.reached(head(record), long)).toBe(true);
    expect(isSigned(models.current())).toBe(true);
  });
});

describe('while a model of this release is built', () => {
  const older = (change: Partial<Projection>): readonly Projection[] =>
    projections.map((one) => (one.name === 'dossiers' ? { ...one, version: 0, ...change } : one));

  test('that of an earlier one serves as it stood, if its tables are the same', async () => {
    const record = await newRecord(happened);
    const earlier = join(record.paths.models, 'earlier.db');
    build(record, earlier, 9n, older({}));
    const models = serving(record);
    expect(models.current()?.position()).toBe(9n);
    expect(models.position()).toBe(9n);

    expect(await models.reached(head(record), long)).toBe(true);
    expect(rowsNow(models)).toEqual(rowsUntil(record));
    expect(readdirSync(record.paths.models)).not.toContain('earlier.db');
  });

  test.each([
    ['that of another shape', 'shape'],
    ['that of another ledger', 'ledger'],
  ])('%s does not serve', async (_, which) => {
    const record = await newRecord(happened);
    const other = which === 'ledger' ? await newRecord(happened, { name: 'another' }) : record;
    const shown = which === 'shape' ? older({ tables: [], view: nothing }) : projections;
    const file = join(record.paths.models, which === 'ledger' ? `${name}.db` : 'earlier.db');
    build(other, file, 9n, shown);
    const models = serving(record);
    expect(models.current()).toBeNull();
    expect(await models.reached(head(record), long)).toBe(true);
    expect(rowsNow(models)).toEqual(rowsUntil(record));
  });

  function nothing() {
    return { rows: {}, counts: {}, failures: [] };
  }
});

describe('a file that is of no use is built anew', () => {
  test.each<[string, (record: Recording) => Promise<void>]>([
    [
      'because the ledger that was put back is an older one',
      async ({ paths, ...record }) => {
        const longer = await newRecord([...early, ...late]);
        build({ ...record, ...longer }, join(paths.models, `${name}.db`), head(longer));
      },
    ],
    [
      'because it is no database',
      async (record) => {
        mkdirSync(record.paths.models, { recursive: true });
        writeFileSync(fileOf(record), 'garbage'.repeat(1_000));
      },
    ],
  ])('%s', async (_, spoil) => {
    const record = await newRecord(early);
    await spoil(record);
    const models = serving(record);
    expect(models.current()).toBeNull();
    expect(await models.reached(head(record), long)).toBe(true);
    expect(rowsNow(models)).toEqual(rowsUntil(record));
    expect(models.failures()).toBe(0);
  });
});

test('a file that turns out to be broken kills the thread: another is started, and builds it anew', async () => {
  const record = await newRecord(early);
  build(record, fileOf(record), head(record));
  breakTable(fileOf(record), 'duty');
  const errors: unknown[] = [];
  const models = serving(record, (error) => errors.push(error));
  await record.append(late);
  models.more();
  expect(await models.reached(head(record), long)).toBe(true);
  expect(models.failures()).toBe(1);
  expect(errors).toMatchObject([{ message: expect.stringContaining('malformed') }]);
  expect(rowsNow(models)).toEqual(rowsUntil(record));
});

describe('another file in the place of the one that serves', () => {
  test('by a rebuild of another process is taken up', async () => {
    const record = await newRecord(early);
    const models = serving(record);
    expect(await models.reached(head(record), long)).toBe(true);

    build(record, fileOf(record), 9n);
    sign(fileOf(record));
    await record.append(late);
    models.more();
    expect(await models.reached(head(record), long)).toBe(true);
    expect(isSigned(models.current())).toBe(true);
    expect(models.current()?.position()).toBe(head(record));
  });

  test('that nobody can read kills the thread: another is started, and builds it anew', async () => {
    const record = await newRecord(early);
    const errors: unknown[] = [];
    const models = serving(record, (error) => errors.push(error));
    expect(await models.reached(head(record), long)).toBe(true);
    const before = models.current();

    const garbage = join(newFolder(), 'garbage.db');
    writeFileSync(garbage, 'garbage'.repeat(1_000));
    renameSync(garbage, fileOf(record));
    await record.append(late);
    models.more();
    expect(await models.reached(head(record), long)).toBe(true);
    expect(models.failures()).toBe(1);
    expect(errors).toMatchObject([{ message: expect.stringContaining('not a database') }]);
    expect(models.current()).not.toBe(before);
    expect(rowsNow(models)).toEqual(rowsUntil(record));
  });
});

describe('models of the past', () => {
  /** Asks until it is ready. */
  async function asOf(models: ReadModels, index: Index): Promise<Model> {
    return vi.waitUntil(
      () => {
        const past = models.asOf(index);
        return past.kind === 'ready' ? past.model : false;
      },
      { timeout: long },
    );
  }

  function kept({ paths }: Recording): string[] {
    const files = readdirSync(join(paths.models, 'as-of'));
    return files.filter((file) => file.endsWith('.db')).toSorted();
  }

  test('show the ledger as of each index, whoever asks first and how many ask at once', async () => {
    const record = await newRecord(happened);
    const models = serving(record);
    const asked: readonly Index[] = [-1n, 0n, 17n, head(record)];
    for (const index of asked) {
      expect(models.asOf(index)).toMatchObject({ kind: 'building', progress: { until: index } });
    }
    for (const index of asked) {
      const { database, position } = await asOf(models, index);
      expect(rowsIn(database, projections)).toEqual(rowsUntil(record, index));
      expect(position()).toBe(index);
      expect(models.asOf(index)).toMatchObject({ kind: 'ready', model: { database } });
    }
    await record.append([happened[0] ?? rethrow('there are dossiers')]);
    const { database } = await asOf(models, 17n);
    expect(rowsIn(database, projections)).toEqual(rowsUntil(record, 17n));
  });

  test('make room for one another: the one asked for longest ago goes first', async () => {
    const record = await newRecord(happened);
    const models = serving(record);
    for (const index of [1n, 2n, 3n, 4n]) await asOf(models, index);
    await asOf(models, 1n);
    await asOf(models, 5n);
    expect(kept(record)).toEqual([1n, 3n, 4n, 5n].map((index) => `${name}-${index}.db`));
    expect(models.asOf(2n).kind).toBe('building');
    const { database } = await asOf(models, 2n);
    expect(rowsIn(database, projections)).toEqual(rowsUntil(record, 2n));
  });

  test('are all built in the end, though more are asked for at once than may wait', async () => {
    const record = await newRecord(happened.slice(0, 12));
    const models = serving(record);
    const asked = Array.from({ length: 10 }, (_, place) => BigInt(place));
    for (const index of asked) expect(models.asOf(index).kind).toBe('building');
    const last = await asOf(models, 9n);
    expect(last.position()).toBe(9n);
  });

  test('are kept from one start to the next, if they are of this ledger and this release', async () => {
    const record = await newRecord(happened);
    const folder = join(record.paths.models, 'as-of');
    const another = await newRecord(happened, { name: 'another' });
    build(record, join(folder, `${name}-9.db`), 9n);
    sign(join(folder, `${name}-9.db`));
    build(another, join(folder, `${name}-8.db`), 8n);
    build(record, join(folder, `earlier-7.db`), 7n);
    writeFileSync(join(folder, `${name}-6.db.building`), 'half a model');

    const models = serving(record);
    expect(kept(record)).toEqual([`${name}-9.db`]);
    expect(readdirSync(folder).filter((file) => file.endsWith('.building'))).toEqual([]);
    const past = models.asOf(9n);
    expect(past.kind === 'ready' && isSigned(past.model)).toBe(true);
    const { database } = await asOf(models, 8n);
    expect(rowsIn(database, projections)).toEqual(rowsUntil(record, 8n));
    expect(readMarks(join(folder, `${name}-8.db`))?.origin).toBe('test');
  });
});
