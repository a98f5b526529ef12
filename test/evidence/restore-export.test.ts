/** Given an export, when it is put back, then the ledger is the same to the byte; or nothing is put back, and the line is named. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { assert, describe, expect, test } from 'vitest';
import { Instant } from '../../src/domain/units.ts';
import { backupKeys } from '../../src/evidence/backup.ts';
import { CopyRefused } from '../../src/evidence/copy-refused.ts';
import { WrongLine } from '../../src/evidence/export-lines.ts';
import { leafHashInHex } from '../../src/evidence/leaf-hashes.ts';
import { ledgerBuilder } from '../../src/evidence/ledger-builder.ts';
import { restoreExport } from '../../src/evidence/restore-export.ts';
import { verifyLedger } from '../../src/evidence/verify.ts';
import { NoKey } from '../../src/ledger/key-ring.ts';
import { leafOf } from '../../src/ledger/leaf.ts';
import { type Paths, pathsIn } from '../../src/ledger/ledger.ts';
import { isSealed, unseal } from '../../src/ledger/personal.ts';
import { SecondWriter, takeLock } from '../../src/ledger/sqlite/lock.ts';
import { NotThisLedger } from '../../src/ledger/sqlite/open.ts';
import { readWitness } from '../../src/ledger/witness.ts';
import { newFolder, openStore } from '../support/ledger-folder.ts';
import { newEvent } from '../support/new-event.ts';
import { monday } from '../support/stated.ts';
import {
  applicant,
  everyRow,
  exported,
  fileOf,
  linesOf,
  livelyLedger,
  openIn,
  plainLedger,
  stream,
} from './exported.ts';

const size = 700;

/** An empty folder for a ledger, which is not there yet. */
const elsewhere = () => pathsIn(join(newFolder(), 'ledger'));

/** A new ledger from an export of `paths`. */
async function again(paths: Paths, keys: string | null = null): Promise<Paths> {
  const other = elsewhere();
  await restoreExport(other, fileOf(exported(paths)), keys);
  return other;
}

function keysOf(paths: Paths): string {
  const folder = join(newFolder(), 'keys');
  backupKeys(paths, folder);
  return folder;
}

describe('what is put back', () => {
  test.each([0, 1, 255, 256, 257, size])(
    'of %i events has the same root and the same rows',
    async (events) => {
      const paths = await plainLedger(events);
      const other = elsewhere();
      const put = await restoreExport(other, fileOf(exported(paths)), null);
      const { root, problems } = verifyLedger(paths);
      expect(put).toMatchObject({ ok: true, size: BigInt(events), root, problems });
      expect(everyRow(other)).toEqual(everyRow(paths));
      expect(readWitness(other.witness)).toEqual(readWitness(paths.witness));
      expect(exported(other)).toBe(exported(paths));
    },
  );

  test('keeps persons sealed, withdrawals, imports and what was noted on paper, to the byte', async () => {
    const paths = await livelyLedger();
    const other = await again(paths);
    expect(everyRow(other)).toEqual(everyRow(paths));
    expect(verifyLedger(other)).toEqual(verifyLedger(paths));
    expect(exported(other)).toBe(exported(paths));
  });

  test('is the same whatever was recorded', async () => {
    const anything = fc.record({
      to: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      said: fc.jsonValue({ stringUnit: 'grapheme' }),
    });
    const recorded = fc.array(anything, { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(recorded, async (all) => {
        const paths = pathsIn(newFolder());
        {
          using store = openStore(paths);
          for (const [number, { to, said }] of all.entries()) {
            const name = `test-${to}`;
            const revision = (await store.read(name)).length;
            await store.append(name, revision - 1, [newEvent(`${number}`, said)]);
          }
        }
        expect(everyRow(await again(paths))).toEqual(everyRow(paths));
      }),
      { numRuns: 30 },
    );
  });

  test('goes on as the ledger would have gone on', async () => {
    const paths = await plainLedger(size);
    const other = await again(paths);
    for (const { ledger, witness } of [paths, other]) {
      using store = openStore({ ledger, witness });
      expect(store.loss()).toBeNull();
      await store.append('dossier-0', 99, [newEvent('one more')]);
    }
    expect(verifyLedger(other)).toEqual(verifyLedger(paths));
  });

  test('up to an event is the ledger as it was then', async () => {
    const [paths, other] = [await plainLedger(size), elsewhere()];
    await restoreExport(other, fileOf(exported(paths, { until: 255 })), null);
    expect(everyRow(other)).toEqual(everyRow(await plainLedger(256)));
    expect(verifyLedger(other)).toMatchObject({ ok: true, size: 256n });
  });

  test('is told to be packed by what is in the file', async () => {
    const [paths, other] = [await plainLedger(size), elsewhere()];
    await restoreExport(other, fileOf(exported(paths), { gzip: true }), null);
    expect(everyRow(other)).toEqual(everyRow(paths));
  });

  test('is a demo if it was one', async () => {
    const paths = elsewhere();
    openIn(paths, 'demo')[Symbol.dispose]();
    const other = await again(paths);
    expect(() => openIn(other)).toThrow(/a demo has a folder of its own/);
    expect(openIn(other, 'demo')[Symbol.dispose]()).toBeUndefined();
  });

  test('has its witness where it is to be', async () => {
    const [paths, folder] = [await plainLedger(size), newFolder()];
    const other = pathsIn(join(folder, 'ledger'), join(folder, 'another volume', 'witness'));
    await restoreExport(other, fileOf(exported(paths)), null);
    expect(verifyLedger(other).ok).toBe(true);
    expect(existsSync(join(other.dir, 'head.witness'))).toBe(false);
  });

  test('leaves nothing beside it but the lock, and says how far it is', async () => {
    const [paths, other] = [await plainLedger(size), elsewhere()];
    const told: [string, bigint, bigint][] = [];
    await restoreExport(other, fileOf(exported(paths)), null, {
      reading: (done, total) => told.push(['reading', done, total]),
      verifying: (done, total) => told.push(['verifying', done, total]),
    });
    const names = readdirSync(other.dir).filter((name) => !name.startsWith('ledger.db.lock'));
    expect(names.toSorted()).toEqual(['head.witness', 'ledger.db']);
    expect(told).toContainEqual(['reading', 700n, 700n]);
    expect(told.at(-1)).toEqual(['verifying', 700n, 700n]);
  });
});

/** What is in the way of writing, if anything, and what the name of the applicant is to whoever has these keys. */
async function opened(paths: Paths) {
  using ledger = openIn(paths);
  const [received] = (await ledger.store.read(stream)).map(ledger.codec.decode);
  const field = received?.data['applicant'];
  assert(isSealed(field));
  const loss = ledger.store.loss()?.kind ?? null;
  try {
    return { loss, applicant: unseal(field, ledger.keys)?.text };
  } catch (error) {
    assert(error instanceof NoKey);
    return { loss, applicant: 'sealed' };
  }
}

describe('keys', () => {
  test('that come along open what is personal, and the ledger goes on', async () => {
    const paths = await livelyLedger();
    const other = await again(paths, keysOf(paths));
    expect(await opened(other)).toEqual({ loss: null, applicant });
    expect(statSync(other.keys).mode & 0o777).toBe(0o600);
  });

  test('that are left out leave it whole, sealed and for reading only, until they are put back', async () => {
    const paths = await livelyLedger();
    const other = await again(paths);
    expect(existsSync(other.keys)).toBe(false);
    expect(verifyLedger(other).ok).toBe(true);
    expect(await opened(other)).toEqual({ loss: 'keys-differ', applicant: 'sealed' });
    rmSync(other.keys);
    copyFileSync(join(keysOf(paths), 'keys.db'), other.keys);
    expect(await opened(other)).toEqual({ loss: null, applicant });
  });

  test.each([
    ['of another ledger', async () => keysOf(await livelyLedger()), /not the key ring/],
    [
      'that are none',
      async () => folderWith('not a key ring, but long enough to look at'),
      /cannot/,
    ],
    ['that are not there', async () => newFolder(), /no keys\.db/],
  ])('%s are refused, and nothing is put back', async (_, keys, why) => {
    const [text, other] = [exported(await livelyLedger()), elsewhere()];
    expect(await refusal(other, fileOf(text), await keys())).toMatch(why);
    await restoreExport(other, fileOf(text), null);
  });

  function folderWith(text: string): string {
    const folder = newFolder();
    writeFileSync(join(folder, 'keys.db'), text.repeat(100));
    return folder;
  }
});

/** Why it is refused. Nothing is put back then, and what is left is no ledger. */
async function refusal(paths: Paths, file: string, keys: string | null = null): Promise<string> {
  const refused: unknown = await restoreExport(paths, file, keys).catch((error: unknown) => error);
  assert(refused instanceof CopyRefused);
  expect(() => verifyLedger(paths)).toThrow(NotThisLedger);
  const names = existsSync(paths.dir) ? readdirSync(paths.dir) : [];
  expect(names.filter((name) => !name.startsWith('ledger.db.lock'))).toEqual([]);
  return refused.message;
}

/** The lines of an export, damaged: given as they are, to be joined again. */
type Damage = (lines: string[]) => string[] | string;

const flip = (line: string | undefined, from: string, to: string): string => {
  assert(line?.includes(from) === true);
  return line.replace(from, to);
};
const changedAt = (place: number, from: string, to: string) => (lines: string[]) =>
  lines.with(place, flip(lines.at(place), from, to));

const damages: readonly (readonly [what: string, damage: Damage, why: RegExp])[] = [
  ['is empty', () => [], /is empty/],
  ['is another text', () => 'case,start\n1,2\n', /line 1: this is no export/],
  ['is another text, without an end', () => 'x', /line 1: .*no export/],
  ['is other JSON', () => '{"format":"csv"}\n', /line 1: this is no export/],
  ['is of another version', changedAt(0, '"version":1', '"version":2'), /line 1: .*version 2/],
  [
    'has a first line twice',
    ([first = '', ...lines]) => [first, first, ...lines],
    /line 2: it is not as/,
  ],
  ['lacks its first line', (lines) => lines.slice(1), /line 1: this is no export/],
  [
    'says more in its first line',
    changedAt(0, '"version":1', '"version":1,"x":1'),
    /line 1: it is not/,
  ],
  ['was renamed', changedAt(0, '"name":"test"', '"name":"best"'), /line 1: .*identity/],
  ['was made into a demo', changedAt(0, '"kind":"ledger"', '"kind":"demo"'), /line 1: .*identity/],
  [
    'speaks of fewer events',
    changedAt(0, '"size":700', '"size":699'),
    /line 702: .*after 700 events.*of 699/,
  ],
  ['has another root', changedAt(0, '"root":"', '"root":"00'), /line 1: it is not as/],

  ['was cut off before its last line', (lines) => lines.slice(0, -1), /cut off.*after 700 of 700/],
  ['was cut off between lines', (lines) => lines.slice(0, 300), /cut off.*after 299 of 700/],
  ['was cut off after its first line', (lines) => lines.slice(0, 1), /cut off.*after 0 of 700/],
  [
    'was cut off in a line',
    (lines) => lines.join('').slice(0, -30_000),
    /line \d+: .*cut off here/,
  ],
  ['was cut off by one byte', (lines) => lines.join('').slice(0, -1), /line 702: .*cut off here/],
  ['lacks a line', (lines) => lines.toSpliced(300, 1), /line 301: event 299 is due.*is event 300/],
  ['lacks its last event', (lines) => lines.toSpliced(700, 1), /line 701: .*after 699 events.*700/],
  [
    'has a line twice',
    (lines) => lines.toSpliced(300, 0, lines[300] ?? ''),
    /line 302: event 300 is due.*is event 299/,
  ],
  [
    'has two lines swapped',
    (lines) => lines.with(300, lines[301] ?? '').with(301, lines[300] ?? ''),
    /line 301: event 299 is due.*is event 300/,
  ],
  [
    'goes on after its last line',
    (lines) => [...lines, lines[1] ?? ''],
    /line 703: nothing comes after/,
  ],
  ['has an empty line', (lines) => lines.toSpliced(300, 0, '\n'), /line 301: it is not as/],
  [
    'has lines with the ends of another system',
    (lines) => lines.map((line) => line.replace('\n', '\r\n')),
    /line 1: it is not/,
  ],
  ['begins with a byte order mark', (lines) => ['\ufeff', ...lines], /line 1: this is no export/],

  [
    'has a changed content',
    changedAt(300, 'tiếng', 'Tiếng'),
    /line 301: event 299: it is not what the hash/,
  ],
  [
    'has a content spelt otherwise',
    changedAt(300, '"text":"t', '"text":"\\u0074'),
    /line 301: event 299: its content is not canonical/,
  ],
  [
    'has a content with a space',
    changedAt(300, '{"text":', '{ "text":'),
    /line 301: event 299: its content is not canonical/,
  ],
  [
    'has a content that is broken',
    changedAt(300, '{"text":', '{"text"'),
    /line 301: event 299: its content is not canonical/,
  ],
  ['has a changed type', changedAt(300, 'ProgressNoted', 'ProgressLoted'), /line 301: event 299: /],
  ['has a changed version', changedAt(300, '"version":1', '"version":2'), /line 301: event 299: /],
  [
    'has a changed revision',
    changedAt(300, '"revision":42', '"revision":43'),
    /line 301: event 299: its stream goes on at revision 42, and it says 43/,
  ],
  [
    'has a changed stream',
    changedAt(300, 'dossier-5', 'dossier-6'),
    /line 301: event 299: it is not what/,
  ],
  [
    'has a changed salt',
    (lines) => lines.with(300, (lines[300] ?? '').replace(/"salt":"../, '"salt":"zz')),
    /line 301: event 299: its salt/,
  ],
  [
    'has another hash',
    (lines) =>
      lines.with(300, (lines[300] ?? '').replace(/"leaf":".{64}/, `"leaf":"${'0'.repeat(64)}`)),
    /line 301: event 299: /,
  ],
  [
    'has a time that another time follows',
    changedAt(300, '"recordedAt":"2026', '"recordedAt":"2027'),
    /line 301: event 299: /,
  ],
  [
    'has a member more',
    changedAt(300, ',"version":1}', ',"version":1,"x":1}'),
    /line 301: it is not as/,
  ],
  ['has a member less', changedAt(300, ',"version":1}', '}'), /line 301: it is not as/],
  [
    'has a line that is too long',
    (lines) => lines.with(300, `${'x'.repeat(3_000_000)}\n`),
    /line 301: it is longer/,
  ],
  [
    'says in its last line that there are fewer',
    changedAt(-1, '"count":700', '"count":699'),
    /line 702: it does not say what/,
  ],
  [
    'says in its last line another root',
    (lines) => [
      ...lines.slice(0, -1),
      (lines.at(-1) ?? '').replace(/[0-9a-f]{64}/, '0'.repeat(64)),
    ],
    /line 702: it does not say what/,
  ],
];

describe('a file is not put back that', () => {
  test.each(damages)('%s', async (_, damage, why) => {
    const lines = damage(linesOf(exported(await plainLedger(size))));
    const text = typeof lines === 'string' ? lines : lines.join('');
    const [other, plain, packed] = [elsewhere(), fileOf(text), fileOf(text, { gzip: true })];
    expect(await refusal(other, plain)).toMatch(why);
    expect(await refusal(other, packed)).toMatch(why);
  });

  test('states another root in both of its lines', async () => {
    const paths = await plainLedger(size);
    const { root } = verifyLedger(paths);
    const text = exported(paths).replaceAll(`"root":"${root}"`, `"root":"${'0'.repeat(64)}"`);
    expect(await refusal(elsewhere(), fileOf(text))).toMatch(
      /line 702: the events before it have the root/,
    );
  });

  test('has one byte changed, whichever it is', async () => {
    const whole = Buffer.from(exported(await livelyLedger()));
    const other = elsewhere();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (place, bits) => {
          const bytes = Buffer.from(whole);
          bytes[place] = (bytes[place] ?? 0) ^ bits;
          expect(await refusal(other, fileOf(bytes))).toMatch(/line \d+: /);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('has bytes that are not UTF-8', async () => {
    const whole = Buffer.from(exported(await plainLedger(size)));
    whole[whole.indexOf('ế', 60_000)] = 0xff;
    expect(await refusal(elsewhere(), fileOf(whole))).toMatch(/line \d+: its bytes are not UTF-8/);
  });

  test.each([
    [
      'was cut off',
      (bytes: Buffer) => bytes.subarray(0, -100),
      /cannot be unpacked after line \d+/,
    ],
    ['was cut off by one byte', (bytes: Buffer) => bytes.subarray(0, -1), /cannot be unpacked/],
    [
      'was changed',
      (bytes: Buffer) => bytes.fill(0xff, 5_000, 5_100),
      /cannot be unpacked|line \d+/,
    ],
    [
      'has only the first bytes',
      (bytes: Buffer) => bytes.subarray(0, 4),
      /cannot be unpacked after line 0/,
    ],
  ])('is packed and %s', async (_, damage, why) => {
    const packed = gzipSync(exported(await plainLedger(size)));
    expect(await refusal(elsewhere(), fileOf(damage(packed)))).toMatch(why);
  });

  test('begins later than the ledger', async () => {
    const text = exported(await plainLedger(size), { from: 300 });
    expect(await refusal(elsewhere(), fileOf(text))).toMatch(
      /line 1: .*begins with event 300.*without --from/,
    );
  });

  test('is not there, and that is said', async () => {
    const nowhere = join(newFolder(), 'none');
    await expect(restoreExport(elsewhere(), nowhere, null)).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});

test('a stream does not begin twice, even where its beginning is long forgotten', () => {
  const header = { origin: { name: 'test', kind: 'ledger' as const, madeAt: '' }, keyRings: [] };
  using builder = ledgerBuilder(join(newFolder(), 'ledger.db'), header, 1);
  const begin = (index: number, to: string) => {
    const recordedAt = Instant.parse(monday);
    const event = { ...newEvent(to), stream: to, revision: 0, index: BigInt(index), recordedAt };
    builder.add({ event, leaf: leafHashInHex(leafOf(event, null)) });
  };
  begin(0, 'dossier-1');
  begin(1, 'dossier-2');
  expect(() => begin(2, 'dossier-1')).toThrow(
    new WrongLine('the ledger refuses it: UNIQUE constraint failed: event.stream, event.revision'),
  );
});

describe('a ledger is not put back where', () => {
  const inTheWay: readonly (readonly [what: string, make: (paths: Paths) => void, why: RegExp])[] =
    [
      ['there is one', ({ ledger }) => writeFileSync(ledger, ''), /there is a ledger/],
      [
        'there is a witness',
        ({ witness }) => writeFileSync(witness, ''),
        /the witness of a ledger/,
      ],
      ['there are keys', ({ keys }) => writeFileSync(keys, ''), /not empty \(keys\.db\)/],
      ['there is anything', ({ dir }) => writeFileSync(join(dir, 'x'), ''), /not empty \(x\)/],
      ['there are read models', ({ models }) => mkdirSync(models), /not empty \(read-models\)/],
    ];

  test.each(inTheWay)('%s, and it stays as it is', async (_, make, why) => {
    const [text, other] = [exported(await plainLedger(size)), elsewhere()];
    mkdirSync(other.dir);
    make(other);
    const before = readdirSync(other.dir);
    const restoring = restoreExport(other, fileOf(text), null);
    await expect(restoring).rejects.toThrow(CopyRefused);
    await expect(restoring).rejects.toThrow(why);
    await expect(restoring).rejects.toThrow(/name an empty LEDGER_DIR/);
    expect(readdirSync(other.dir)).toEqual(before);
  });

  test('the witness of another lies elsewhere', async () => {
    const [text, folder] = [exported(await plainLedger(size)), newFolder()];
    const other = pathsIn(join(folder, 'ledger'), join(folder, 'witness'));
    writeFileSync(other.witness, '');
    await expect(restoreExport(other, fileOf(text), null)).rejects.toThrow(
      /the witness of a ledger/,
    );
  });

  test('somebody else puts one back at this moment', async () => {
    const [text, other] = [exported(await plainLedger(size)), elsewhere()];
    mkdirSync(other.dir);
    using _ = takeLock(`${other.ledger}.lock`);
    await expect(restoreExport(other, fileOf(text), null)).rejects.toThrow(SecondWriter);
  });
});

describe('after a restore that was killed', () => {
  /** What it had put in its place already: all but the ledger. */
  async function killed(paths: Paths): Promise<Paths> {
    const other = await again(paths, keysOf(paths));
    const folder = join(other.dir, 'restoring');
    mkdirSync(folder);
    renameSync(other.ledger, join(folder, 'ledger.db'));
    return other;
  }

  test('the same may be put back, and nothing is left of the first', async () => {
    const paths = await livelyLedger();
    const other = await killed(paths);
    await restoreExport(other, fileOf(exported(paths)), keysOf(paths));
    expect(everyRow(other)).toEqual(everyRow(paths));
    expect(await opened(other)).toEqual({ loss: null, applicant });
    expect(existsSync(join(other.dir, 'restoring'))).toBe(false);
  });

  test('another is not put below its keys', async () => {
    const [paths, other] = [await livelyLedger(), await killed(await livelyLedger())];
    const before = readFileSync(other.keys);
    await expect(restoreExport(other, fileOf(exported(paths)), keysOf(paths))).rejects.toThrow(
      /other keys/,
    );
    expect(readFileSync(other.keys)).toEqual(before);
    expect(existsSync(other.ledger)).toBe(false);
  });

  test('another is not put beside its witness', async () => {
    const [paths, other] = [await plainLedger(size), await killed(await livelyLedger())];
    const before = readWitness(other.witness);
    await expect(restoreExport(other, fileOf(exported(paths)), null)).rejects.toThrow(
      /witness of another ledger/,
    );
    expect(readWitness(other.witness)).toEqual(before);
    expect(existsSync(other.ledger)).toBe(false);
  });
});
