/** Given a ledger, when it is exported, then these are its lines; and only a ledger that is whole is exported. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { CopyRefused } from '../../src/evidence/copy-refused.ts';
import { type ExportRange, openExport } from '../../src/evidence/export.ts';
import { writeNewFile, writePieces } from '../../src/evidence/export-file.ts';
import { canonicalJson } from '../../src/ledger/canonical-json.ts';
import { pathsIn } from '../../src/ledger/ledger.ts';
import { NotThisLedger } from '../../src/ledger/sqlite/open.ts';
import { appendMany, newFolder, openStore } from '../support/ledger-folder.ts';
import { newEvent } from '../support/new-event.ts';
import { tamper } from '../support/tamper.ts';
import { everyRow, exported, linesOf, livelyLedger, plainLedger } from './exported.ts';

const size = 700;

describe('an export', () => {
  test('says what it is, then every column of every event in order, then how many there were', async () => {
    const paths = await plainLedger(2);
    using store = openStore(paths);
    const root = Buffer.from(store.head().root).toString('hex');
    const [header, ...rest] = linesOf(exported(paths)).map((line) => JSON.parse(line));
    expect(header).toEqual({
      format: 'motcua-ledger-export',
      version: 1,
      origin: { name: 'test', kind: 'ledger', madeAt: '2026-03-02T01:00:00.000Z' },
      keyRings: [],
      identity: expect.stringMatching(/^[0-9a-f]{64}$/),
      from: 0,
      size: 2,
      root,
    });
    const [first, , trailer] = rest;
    const { id, salt } = newEvent('0');
    expect(first).toEqual({
      content: { text: 'tiếng Việt: 0' },
      id,
      index: 0,
      leaf: expect.stringMatching(/^[0-9a-f]{64}$/),
      occurredAt: '2026-03-02T01:00:00.000Z',
      recordedAt: '2026-03-02T01:00:00.000Z',
      revision: 0,
      salt,
      stream: 'dossier-0',
      type: 'ProgressNoted',
      version: 1,
    });
    expect(trailer).toEqual({ count: 2, root });
  });

  test('is canonical JSON in every line, in which the content stands as it is stored', async () => {
    const paths = await livelyLedger();
    const lines = linesOf(exported(paths));
    for (const line of lines) expect(`${canonicalJson(JSON.parse(line))}\n`).toBe(line);
    const { events } = everyRow(paths);
    const contents = lines.slice(1, -1).map((line) => canonicalJson(JSON.parse(line).content));
    expect(contents).toHaveLength(5);
    expect(events).toMatchObject(contents.map((content) => ({ content })));
  });

  test('says nothing about a person in the clear', async () => {
    const text = exported(await livelyLedger());
    expect(text).toContain('"sealed":');
    expect(text).not.toContain('Nguyễn');
  });

  test('is the same to the byte whenever it is made', async () => {
    const paths = await livelyLedger();
    expect(exported(paths)).toBe(exported(paths));
  });

  test('of an empty ledger has two lines', async () => {
    expect(linesOf(exported(await plainLedger(0)))).toHaveLength(2);
  });

  test('comes in pieces, and says how far it is', async () => {
    const told: [bigint, bigint][] = [];
    using made = openExport(await plainLedger(size), {}, (done, total) => told.push([done, total]));
    expect([...made.pieces].length).toBeGreaterThan(3);
    expect(told.at(-1)).toEqual([700n, 700n]);
    expect(told.length).toBeGreaterThan(1);
  });

  test('made beside a writer is of the ledger as it stood at its beginning', async () => {
    const paths = await plainLedger(size);
    const before = exported(paths);
    using store = openStore(paths);
    using made = openExport(paths);
    let text = '';
    for (const [number, piece] of [...made.pieces].entries()) {
      await appendMany(store, 7, 7, size + 7 * number);
      text += piece;
    }
    expect(text).toBe(before);
    expect(linesOf(exported(paths)).length).toBeGreaterThan(size + 2);
  });
});

describe('a part of the ledger', () => {
  const part = async (range: ExportRange) => linesOf(exported(await plainLedger(size), range));

  test('goes up to an event, inclusive, and has the root that the ledger had then', async () => {
    expect(await part({ until: 255 })).toEqual(linesOf(exported(await plainLedger(256))));
  });

  test('begins at an event, with the same lines as in the whole', async () => {
    const whole = linesOf(exported(await plainLedger(size)));
    const [header = '', ...lines] = await part({ from: 300 });
    expect(JSON.parse(header)).toMatchObject({ from: 300, size });
    expect(lines.slice(0, -1)).toEqual(whole.slice(301, -1));
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ count: 400 });
  });

  test('may be one event, or none where the ledger has not gone on', async () => {
    expect(await part({ from: 699, until: 699 })).toHaveLength(3);
    expect(await part({ from: 700 })).toHaveLength(2);
  });

  test.each([{ until: 700 }, { from: 701 }, { from: 12, until: 10 }])(
    '%o is refused',
    async (range) => {
      const paths = await plainLedger(size);
      expect(() => openExport(paths, range)).toThrow(CopyRefused);
      expect(() => openExport(paths, range)).toThrow(/last one is 699.*--from and --until/);
    },
  );

  test('is held against the root even where it begins late', async () => {
    const paths = await plainLedger(size);
    tamper(paths, `UPDATE event SET type = 'DossierDecided' WHERE idx = 600`);
    expect(() => exported(paths, { from: 590 })).toThrow(/event 600: it is not what the hash/);
    expect(linesOf(exported(paths, { from: 601 }))).toHaveLength(101);
  });
});

describe('what is not whole is not exported', () => {
  test('where there is no ledger', () => {
    expect(() => openExport(pathsIn(newFolder()))).toThrow(NotThisLedger);
  });

  test.each<[string, string, ((witness: string) => void) | null, RegExp]>([
    ['its end is lost', 'DELETE FROM event WHERE idx >= 690', null, /witness vouches for/],
    ['all of it is lost', 'DELETE FROM event; DELETE FROM tile', null, /witness vouches for/],
    ['it has another name', "UPDATE origin SET name = 'x'", null, /witness vouches for/],
    ['it has no witness', '', rmSync, /has no witness/],
    [
      'its witness cannot be read',
      '',
      (file: string) => writeFileSync(file, 'x'),
      /cannot be read/,
    ],
  ])('and nothing is written when %s', async (_, statements, spoil, why) => {
    const paths = await plainLedger(size);
    tamper(paths, statements);
    spoil?.(paths.witness);
    expect(() => openExport(paths)).toThrow(CopyRefused);
    expect(() => openExport(paths)).toThrow(why);
    expect(() => openExport(paths)).toThrow(/motcua verify/);
  });

  test.each([
    ['a content', `UPDATE event SET content = '{}' WHERE idx = 300`, /event 300: it is not what/],
    ['a content, to no JSON', `UPDATE event SET content = '{' WHERE idx = 300`, /event 300: /],
    ['a hash', `UPDATE event SET leaf = x'00' WHERE idx = 300`, /event 300: there is no hash/],
    ['a column', `UPDATE event SET salt = upper(salt) WHERE idx = 300`, /event 300: its salt/],
  ])('and no last line is written when somebody changed %s', async (_, statements, why) => {
    const paths = await plainLedger(size);
    tamper(paths, statements);
    using made = openExport(paths);
    let text = '';
    expect(() => {
      for (const piece of made.pieces) text += piece;
    }).toThrow(why);
    expect(text).not.toContain('"count"');
  });

  test('and no last line is written when an event in the middle is gone', async () => {
    const paths = await plainLedger(size);
    tamper(paths, 'DELETE FROM event WHERE idx = 300');
    expect(() => exported(paths)).toThrow(/event 300: it is missing/);
  });
});

describe('in a file', () => {
  test('it has its name once it is complete, and is readable by its owner alone', async () => {
    const [text, file] = [exported(await plainLedger(size)), join(newFolder(), 'export')];
    const seen: boolean[] = [];
    function* pieces() {
      for (const line of linesOf(text)) {
        seen.push(existsSync(file));
        yield line;
      }
    }
    await writeNewFile(file, pieces(), false);
    expect(new Set(seen)).toEqual(new Set([false]));
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(file))).toEqual(['export']);
  });

  test('packed, it is the same to the byte whenever it is made', async () => {
    const text = exported(await plainLedger(size));
    const [one, two] = ['1', '2'].map((name) => join(newFolder(), name));
    for (const file of [one, two]) await writeNewFile(file ?? '', linesOf(text), true);
    expect(readFileSync(one ?? '')).toEqual(readFileSync(two ?? ''));
    expect(gunzipSync(readFileSync(one ?? '')).toString()).toBe(text);
  });

  test('that is there already nothing is written, and it stays as it is', async () => {
    const file = join(newFolder(), 'export');
    writeFileSync(file, 'something else');
    await expect(writeNewFile(file, ['{}\n'], false)).rejects.toThrow(CopyRefused);
    expect(readFileSync(file, 'utf8')).toBe('something else');
  });

  test('nothing is left where it could not be completed', async () => {
    const paths = await plainLedger(size);
    tamper(paths, `UPDATE event SET content = '{}' WHERE idx = 690`);
    const folder = newFolder();
    for (const gzip of [false, true]) {
      using made = openExport(paths);
      const written = writeNewFile(join(folder, 'export'), made.pieces, gzip);
      await expect(written).rejects.toThrow(/event 690/);
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('to a reader that is slow nothing is lost, and nothing is read ahead of it', async () => {
  const lines = Array.from({ length: 200 }, (_, number) => `${number} ${'x'.repeat(1_000)}\n`);
  let [given, taken, ahead] = [0, 0, 0];
  let text = '';
  function* pieces() {
    for (const line of lines) {
      given += line.length;
      ahead = Math.max(ahead, given - taken);
      yield line;
    }
  }
  const slow = new Writable({
    highWaterMark: 4_000,
    write(chunk, _, done) {
      text += String(chunk);
      taken += chunk.length;
      setImmediate(done);
    },
  });
  await writePieces(slow, pieces(), false);
  await new Promise((resolve) => slow.end(resolve));
  expect(text).toBe(lines.join(''));
  expect(ahead).toBeLessThan(100_000);
});
