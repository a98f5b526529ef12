import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Index } from '../../src/domain/units.ts';
import type { LogReader } from '../../src/ledger/log-reader.ts';
import { type BuildParts, buildModel, followIn } from '../../src/projections/build.ts';
import { dossiers } from '../../src/projections/dossiers.ts';
import {
  fingerprintOf,
  fits,
  isWhole,
  openModelReader,
  readMarks,
  shapeOf,
} from '../../src/projections/model-file.ts';
import type { Projection } from '../../src/projections/projection.ts';
import { projectionsFor } from '../../src/projections/projections.ts';
import { breakTable } from '../support/broken-model.ts';
import { newFolder } from '../support/ledger-folder.ts';
import { centresNamed } from '../support/model.ts';
import { type Rows, rowsIn, rowsOf, words } from '../support/projected.ts';
import { newRecord } from '../support/recorded.ts';
import { variedDossiers } from '../support/varied.ts';

const projections = projectionsFor(centresNamed('reference', 'H42'));
const happened = variedDossiers(24);

function partsOf(log: LogReader): BuildParts {
  return { log, codec: words, projections, regulations: 'test' };
}

function newFile(): string {
  return join(newFolder(), 'model.db');
}

function rowsInFile(file: string): Rows {
  using database = openModelReader(file);
  return rowsIn(database, projections);
}

function built(log: LogReader, until: Index = log.size() - 1n, file = newFile()): string {
  buildModel(file, partsOf(log), until);
  return file;
}

describe('a model that is built', () => {
  test('shows the log up to an index, and nothing later', async () => {
    const { log } = await newRecord(happened);
    const events = log.after(-1n);
    for (const until of [-1, 0, 7, 20, events.length - 1]) {
      const file = built(log, BigInt(until));
      expect(rowsInFile(file)).toEqual(rowsOf(events.slice(0, until + 1), projections));
      expect(readMarks(file)).toMatchObject({ position: BigInt(until), origin: 'test' });
      expect(isWhole(file)).toBe(true);
    }
  });

  test('has its indexes', async () => {
    const { log } = await newRecord(happened.slice(0, 3));
    using database = openModelReader(built(log));
    const made = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'index'").all();
    const tables = new Map(projections.flatMap((one) => one.tables).map((one) => [one.name, one])); // two may share one
    const declared = [...tables.values()].flatMap(({ indexes }) => indexes);
    expect(made.filter(({ name }) => !String(name).startsWith('sqlite_'))).toHaveLength(
      declared.length,
    );
  });

  test('leaves nothing behind if it cannot be finished, and what was there before', async () => {
    const { log } = await newRecord(happened);
    const file = built(log);
    const before = readFileSync(file);
    expect(() => built(log, log.size(), file)).toThrow('the log ends before');
    expect(readdirSync(dirname(file))).toEqual(['model.db']);
    expect(readFileSync(file)).toEqual(before);
  });

  test('takes the place of one that was there, and of what a killed build left', async () => {
    const { log } = await newRecord(happened);
    const file = built(log, 3n);
    writeFileSync(`${file}.building`, 'half a model');
    built(log, 9n, file);
    expect(readdirSync(dirname(file))).toEqual(['model.db']);
    expect(readMarks(file)?.position).toBe(9n);
  });
});

describe('a model that follows', () => {
  test.each([1, 3, 10_000])('shows, by pages of %i, what one that is built shows', async (size) => {
    const { log, append } = await newRecord(happened.slice(0, 20));
    const file = built(log, 12n);
    using follower = followIn(file, partsOf({ ...log, after: (index) => log.after(index, size) }));
    expect(follower.catchUp()).toBe(19n);
    expect(rowsInFile(file)).toEqual(rowsInFile(built(log)));
    await append(happened.slice(20));
    expect(follower.catchUp()).toBe(log.size() - 1n);
    expect(follower.catchUp()).toBe(log.size() - 1n);
    expect(rowsInFile(file)).toEqual(rowsOf(log.after(-1n), projections));
    expect(readMarks(file)).toEqual(readMarks(built(log)));
  });

  test('goes on where another follower stopped', async () => {
    const { log, append } = await newRecord(happened.slice(0, 20));
    const file = built(log);
    await append(happened.slice(20, 30));
    {
      using follower = followIn(file, partsOf(log));
      follower.catchUp();
    }
    await append(happened.slice(30));
    using follower = followIn(file, partsOf(log));
    follower.catchUp();
    expect(rowsInFile(file)).toEqual(rowsOf(log.after(-1n), projections));
    expect(readMarks(file)).toEqual(readMarks(built(log)));
  });

  test('takes in a page as a whole or not at all, and does it again', async () => {
    const { log, append } = await newRecord(happened.slice(0, 20));
    const file = built(log);
    const [rows, marks] = [rowsInFile(file), readMarks(file)];
    // The power fails at each of the dossiers in turn that must be read again from their beginning.
    const lost = [...new Set(happened.slice(20).map(({ stream }) => stream))].filter((stream) =>
      happened.slice(0, 20).some((one) => one.stream === stream),
    );
    let failing: string | null = null;
    const weak: LogReader = {
      ...log,
      ofStream(stream) {
        if (stream === failing) throw new Error('power cut');
        return log.ofStream(stream);
      },
    };
    using follower = followIn(file, partsOf(weak));
    expect(follower.catchUp()).toBe(19n);
    await append(happened.slice(20));
    expect(lost.length).toBeGreaterThan(3);
    for (failing of lost) {
      expect(() => follower.catchUp()).toThrow('power cut');
      expect(rowsInFile(file)).toEqual(rows);
      expect(readMarks(file)).toEqual(marks);
    }
    failing = null;
    expect(follower.catchUp()).toBe(log.size() - 1n);
    expect(rowsInFile(file)).toEqual(rowsOf(log.after(-1n), projections));
    expect(readMarks(file)).toEqual(readMarks(built(log)));
  });
});

describe('the marks of a model', () => {
  test('fit the log that it was derived from, also when that has grown', async () => {
    const { log, append } = await newRecord(happened.slice(0, 20));
    const marks = readMarks(built(log));
    if (marks === null) throw new TypeError('it has marks');
    expect(fits(marks, log)).toBe(true);
    await append(happened.slice(20));
    expect(fits(marks, log)).toBe(true);
    const ofNothing = readMarks(built(log, -1n));
    expect(ofNothing !== null && fits(ofNothing, log)).toBe(true);
  });

  test('fit no ledger of another name, none with other events, and none with fewer', async () => {
    const { log } = await newRecord(happened);
    const marks = readMarks(built(log));
    if (marks === null) throw new TypeError('it has marks');
    const named = await newRecord(happened, { name: 'another' });
    const [first, second, ...rest] = happened;
    if (first === undefined || second === undefined) throw new TypeError('there are dossiers');
    const swapped = await newRecord([second, first, ...rest]);
    const shorter = await newRecord(happened.slice(0, -1));
    for (const other of [named, swapped, shorter]) expect(fits(marks, other.log)).toBe(false);
  });

  test('name the release: its read models, their versions, their tables, the settings', () => {
    const other = (change: Partial<Projection>) => [{ ...dossiers, ...change }];
    const name = fingerprintOf([dossiers], 'Asia/Ho_Chi_Minh always');
    expect(fingerprintOf([dossiers], 'Asia/Ho_Chi_Minh always')).toBe(name);
    expect(fingerprintOf([dossiers], 'Asia/Ho_Chi_Minh vietnam')).not.toBe(name);
    const versioned = other({ version: dossiers.version + 1 });
    expect(fingerprintOf(versioned, 'Asia/Ho_Chi_Minh always')).not.toBe(name);
    expect(shapeOf(versioned)).toBe(shapeOf([dossiers]));
    expect(shapeOf(other({ tables: [] }))).not.toBe(shapeOf([dossiers]));
  });

  test('cannot be read from what is no model', async () => {
    const { log, paths } = await newRecord(happened);
    const file = built(log);
    expect(readMarks(join(dirname(file), 'none.db'))).toBeNull();
    expect(readMarks(paths.ledger)).toBeNull();
    const other = newFile();
    writeFileSync(other, 'not a database, though it is long enough to be one'.repeat(100));
    expect(readMarks(other)).toBeNull();
    expect(isWhole(other)).toBe(false);
  });

  test('cannot be read from a model that was cut short, wherever that was', async () => {
    const { log } = await newRecord(happened);
    const whole = readFileSync(built(log));
    const pages = whole.length / 4096;
    for (const size of [0, 1, 100, 4096, 4096 * Math.floor(pages / 2), whole.length - 1]) {
      const cut = newFile();
      writeFileSync(cut, whole.subarray(0, size));
      expect(readMarks(cut)).toBeNull();
    }
  });

  test('can be read from one that is broken elsewhere: it is seen when it is looked for', async () => {
    const { log } = await newRecord(happened);
    const file = built(log);
    const broken = newFile();
    copyFileSync(file, broken);
    breakTable(broken, 'duty');
    expect(readMarks(broken)).toEqual(readMarks(file));
    expect(isWhole(broken)).toBe(false);
    expect(existsSync(broken)).toBe(true);
  });
});
