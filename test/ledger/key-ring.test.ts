import { createHmac, hash } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { assert, describe, expect, onTestFinished, test } from 'vitest';
import { PersonId } from '../../src/domain/units.ts';
import { LedgerUnavailable } from '../../src/ledger/event-store.ts';
import { type KeyRing, NoKey, NotOnePerson, openKeyRing } from '../../src/ledger/key-ring.ts';

const number = '079301000123';
const stranger = PersonId.parse(`p-${'0'.repeat(32)}`);

describe('who is meant', () => {
  test('someone new, where nobody is named: a random name and a key of 32 bytes', async () => {
    using ring = inMemory();
    const [a, b] = [await ring.personFor({}), await ring.personFor({})];
    expect(a).toMatch(/^p-[0-9a-f]{32}$/);
    expect(a).not.toBe(b);
    expect(ring.find(a)).toHaveLength(32);
    expect(ring.find(a)).not.toEqual(ring.find(b));
  });

  test('whoever was named before', async () => {
    using ring = inMemory();
    const person = await ring.personFor({});
    expect(await ring.personFor({ person })).toBe(person);
  });

  test('one person for one national number, also for many who ask at once', async () => {
    using ring = inMemory();
    const asked = Array.from({ length: 20 }, () => ring.personFor({ nationalNumber: number }));
    expect(new Set(await Promise.all(asked)).size).toBe(1);
    expect(await ring.personFor({ nationalNumber: number })).toBe(await asked[0]);
    expect(await ring.personFor({ nationalNumber: '079301000124' })).not.toBe(await asked[0]);
  });

  test('a person who is named learns a number, and an older one as well', async () => {
    using ring = inMemory();
    const person = await ring.personFor({});
    expect(await ring.personFor({ person, nationalNumber: number })).toBe(person);
    expect(await ring.personFor({ person, nationalNumber: '024000123' })).toBe(person);
    expect(await ring.personFor({ nationalNumber: number })).toBe(person);
    expect(await ring.personFor({ nationalNumber: '024000123' })).toBe(person);
  });

  test('not a person with the number of another', async () => {
    using ring = inMemory();
    const holder = await ring.personFor({ nationalNumber: number });
    const person = await ring.personFor({});
    await expect(ring.personFor({ person, nationalNumber: number })).rejects.toThrow(NotOnePerson);
    expect(await ring.personFor({ nationalNumber: number })).toBe(holder);
  });

  test('not somebody this ring has never held: a lost key ring does not pass for an erasure', async () => {
    using ring = inMemory();
    await expect(ring.personFor({ person: stranger })).rejects.toMatchObject({
      name: 'NoKey',
      because: 'unknown',
    });
    expect(() => ring.find(stranger)).toThrow(NoKey);
    expect(() => ring.destroy(stranger)).toThrow(NoKey);
  });

  test('of those who ask together, one’s mistake is nobody else’s', async () => {
    using ring = inMemory();
    const person = await ring.personFor({});
    const settled = await Promise.allSettled([
      ring.personFor({ nationalNumber: number }),
      ring.personFor({ person, nationalNumber: number }), // is another's, since a moment ago
      ring.personFor({}),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

describe('what is kept', () => {
  test('persons, keys, numbers and secrets are found again after closing', async () => {
    const file = await newFile();
    const ring = openKeyRing(file, randomOf('first'));
    const person = await ring.personFor({ nationalNumber: number });
    const [key, secret] = [ring.find(person), ring.secret('requests')];
    ring[Symbol.dispose]();

    using again = openKeyRing(file, randomOf('another'));
    expect(again.find(person)).toEqual(key);
    expect(again.secret('requests')).toEqual(secret);
    expect(await again.personFor({ nationalNumber: number })).toBe(person);
  });

  test('a person is on the disk before the answer, and those who come together are one commit', async () => {
    const file = await newFile();
    using ring = openKeyRing(file, randomOf('ring'));
    const before = await commitsTo(file);
    const persons = await Promise.all([ring.personFor({}), ring.personFor({}), ring.personFor({})]);
    expect(await commitsTo(file)).toBe(before + 1);
    using elsewhere = openKeyRing(file, randomOf('elsewhere'));
    const keysIn = (each: KeyRing) => persons.map((person) => each.find(person));
    expect(keysIn(elsewhere)).toEqual(keysIn(ring));
  });

  test('who waits when the ring is closed is written, and who comes later is refused', async () => {
    const file = await newFile();
    const ring = openKeyRing(file, randomOf('ring'));
    const asked = ring.personFor({});
    ring[Symbol.dispose]();
    ring[Symbol.dispose]();
    using again = openKeyRing(file, randomOf('again'));
    expect(again.find(await asked)).toHaveLength(32);
    await expect(ring.personFor({})).rejects.toThrow(LedgerUnavailable);
  });

  test('the same randomness makes the same persons', async () => {
    using a = openKeyRing(':memory:', randomOf('demo'));
    using b = openKeyRing(':memory:', randomOf('demo'));
    const person = await a.personFor({ nationalNumber: number });
    expect(await b.personFor({ nationalNumber: number })).toBe(person);
    expect(b.find(person)).toEqual(a.find(person));
  });

  test('each secret is its own, and one for two who open the file', async () => {
    const file = await newFile();
    using ring = openKeyRing(file, randomOf('one'));
    using other = openKeyRing(file, randomOf('other'));
    expect(ring.secret('requests')).toHaveLength(32);
    expect(ring.secret('requests')).not.toEqual(ring.secret('tokens'));
    expect(other.secret('tokens')).toEqual(ring.secret('tokens'));
  });

  test('a national number is nowhere in the file', async () => {
    const file = await newFile();
    using ring = openKeyRing(file, randomOf('ring'));
    await ring.personFor({ nationalNumber: number });
    expect((await bytesBeside(file)).includes(number)).toBe(false);
    expect((await bytesBeside(file)).includes(hash('sha256', number))).toBe(false);
  });

  test('more keys than are held in memory are still found', async () => {
    using ring = openKeyRing(':memory:', randomOf('ring'), { held: 2 });
    const persons = await Promise.all(Array.from({ length: 5 }, () => ring.personFor({})));
    const keys = persons.map((person) => ring.find(person)?.toString());
    expect(persons.map((person) => ring.find(person)?.toString())).toEqual(keys);
    expect(new Set(keys).size).toBe(5);
  });
});

describe('erasure', () => {
  test('is for good: no key, no number, and none of both again', async () => {
    const file = await newFile();
    const ring = openKeyRing(file, randomOf('ring'));
    const person = await ring.personFor({ nationalNumber: number });
    ring.destroy(person);
    expect(ring.find(person)).toBeNull();
    ring[Symbol.dispose]();

    using again = openKeyRing(file, randomOf('again'));
    expect(again.find(person)).toBeNull();
    const refused = { name: 'NoKey', because: 'erased' };
    await expect(again.personFor({ person })).rejects.toMatchObject(refused);
    await expect(again.personFor({ person, nationalNumber: number })).rejects.toMatchObject(
      refused,
    );
    expect(await again.personFor({ nationalNumber: number })).not.toBe(person);
  });

  test('twice is no error, and nobody else is touched', async () => {
    using ring = inMemory();
    const [person, other] = [await ring.personFor({}), await ring.personFor({})];
    const key = ring.find(other)?.toString();
    ring.destroy(person);
    ring.destroy(person);
    expect(ring.find(other)?.toString()).toBe(key);
  });

  test('overwrites the copy in memory', async () => {
    using ring = inMemory();
    const person = await ring.personFor({});
    const key = ring.find(person);
    ring.destroy(person);
    expect(key).toEqual(new Uint8Array(32));
  });

  test('leaves nothing of the key, or of the number’s digest, in the file or its log', async () => {
    const file = await newFile();
    using ring = openKeyRing(file, randomOf('ring'));
    const numbers = Array.from({ length: 1_500 }, (_, place) => String(100_000_000_000 + place));
    const persons: PersonId[] = [];
    for (let from = 0; from < numbers.length; from += 50) {
      const some = numbers.slice(from, from + 50); // many commits, so that pages split and fill
      persons.push(
        ...(await Promise.all(some.map((each) => ring.personFor({ nationalNumber: each })))),
      );
    }
    const traces = persons.flatMap((person, place) => {
      if (place % 30 !== 7) return [];
      const key = ring.find(person);
      assert(key);
      const secret = ring.secret('national-number');
      const digest = createHmac('sha256', secret)
        .update(numbers[place] ?? '')
        .digest('hex');
      return [{ person, key: Buffer.from(key), digest }];
    });
    const isFound = (bytes: Buffer) =>
      traces.filter(({ key, digest }) => bytes.includes(key) || bytes.includes(digest)).length;

    expect(isFound(await bytesBeside(file))).toBe(50);
    for (const { person } of traces) ring.destroy(person);
    expect(isFound(await bytesBeside(file))).toBe(0);
  });

  test('by another process is seen at once', async () => {
    const file = await newFile();
    using ring = openKeyRing(file, randomOf('ring'));
    using other = openKeyRing(file, randomOf('other'));
    const person = await ring.personFor({});
    expect(ring.find(person)).toHaveLength(32);
    other.destroy(person);
    expect(ring.find(person)).toBeNull();
  });

  test.each([
    ['a key put back', `UPDATE person SET key = zeroblob(32)`],
    ['a person removed, to come again', 'DELETE FROM person'],
    ['a person renamed', `UPDATE person SET id = 'p-1', key = NULL`],
  ])('%s is refused by the database itself', async (_, statement) => {
    const file = await newFile();
    using ring = openKeyRing(file, randomOf('ring'));
    ring.destroy(await ring.personFor({}));
    using intruder = new DatabaseSync(file);
    expect(() => intruder.exec(statement)).toThrow(/never changed|stays named/);
  });
});

describe('the file', () => {
  test('is its owner’s alone, and so are its companions, also where it was not', async () => {
    const file = await newFile();
    const ring = openKeyRing(file, randomOf('ring'));
    await ring.personFor({});
    expect(await modesBeside(file)).toEqual([0o600, 0o600, 0o600]);
    ring[Symbol.dispose]();

    await chmod(file, 0o644);
    using again = openKeyRing(file, randomOf('again'));
    await again.personFor({});
    expect(await modesBeside(file)).toEqual([0o600, 0o600, 0o600]);
  });

  test('is refused where it is something else, and left as it was', async () => {
    const file = await newFile();
    using database = new DatabaseSync(file);
    database.exec('CREATE TABLE event (id TEXT)');
    expect(() => openKeyRing(file, randomOf('ring'))).toThrow(/is not a key ring/);

    await writeFile(`${file}.txt`, 'a text, and no database at all'.repeat(100));
    expect(() => openKeyRing(`${file}.txt`, randomOf('ring'))).toThrow(/not a database/);
  });

  test('that cannot be written makes nobody, and says so; who is there is still found', async () => {
    const file = await newFile();
    using ring = openKeyRing(file, randomOf('ring'));
    const person = await ring.personFor({ nationalNumber: number });
    using intruder = new DatabaseSync(file);
    intruder.exec(
      `CREATE TRIGGER full BEFORE INSERT ON person BEGIN SELECT RAISE(ABORT, 'no'); END`,
    );
    await expect(ring.personFor({})).rejects.toMatchObject({
      name: 'LedgerUnavailable',
      code: 'unconfirmed',
    });
    expect(await ring.personFor({ nationalNumber: number })).toBe(person);
    intruder.exec('DROP TRIGGER full');
    expect(await ring.personFor({})).toMatch(/^p-/);
  });
});

function inMemory(): KeyRing {
  return openKeyRing(':memory:', randomOf('memory'));
}

/** Bytes that look random, and are the same for the same seed. */
function randomOf(seed: string): (bytes: number) => Uint8Array {
  let count = 0;
  return (bytes) => {
    count += 1;
    return hash('sha512', `${seed} ${count}`, 'buffer').subarray(0, bytes);
  };
}

/** Frames of the write-ahead log that end a transaction: sqlite.org/fileformat2.html#walformat. */
async function commitsTo(file: string): Promise<number> {
  const log = await readFile(`${file}-wal`);
  const [headerBytes, frameBytes] = [32, 24 + 4096];
  let commits = 0;
  for (let frame = headerBytes; frame < log.length; frame += frameBytes) {
    if (log.readUInt32BE(frame + 4) > 0) commits += 1;
  }
  return commits;
}

/** The file, its log and its shared memory. */
async function bytesBeside(file: string): Promise<Buffer> {
  const names = await readdir(join(file, '..'));
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(file, '..', name)))));
}

async function modesBeside(file: string): Promise<number[]> {
  const names = await readdir(join(file, '..'));
  const stats = await Promise.all(names.map((name) => stat(join(file, '..', name))));
  return stats.map(({ mode }) => mode & 0o777);
}

async function newFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'keys-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'keys.db');
}
