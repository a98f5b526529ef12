/** One byte of a ledger's file is overwritten, while nobody has it open. */
import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyLedger } from '../../src/evidence/verify.ts';
import { filled, type LedgerFolder } from '../support/ledger-folder.ts';
import { newEvent } from '../support/new-event.ts';

const size = 700;

/** What a row holds from its id on, in the order in which it lies in the file. */
const layout = (index: number, recorded: string, leaf: Uint8Array) => {
  const { id, type, occurredAt, salt, content } = newEvent(`${index}`);
  return [
    ['id', Buffer.from(id)],
    ['type', Buffer.from(type)],
    ['occurredAt', Buffer.from(occurredAt)],
    ['recordedAt', Buffer.from(recorded)],
    ['salt', Buffer.from(salt)],
    ['content', Buffer.from(content)],
    ['leaf', Buffer.from(leaf)],
  ] as const;
};

test('a byte of any event, in any of its columns: that event is named, and no other', async () => {
  const folder = await filled(size);
  const whole = readFileSync(folder.ledger);
  const rows = rowsOf(folder);
  const anywhere = fc.record({
    index: fc.nat({ max: size - 1 }),
    column: fc.constantFrom('id', 'type', 'occurredAt', 'recordedAt', 'salt', 'content', 'leaf'),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    flip: fc.integer({ min: 1, max: 255 }),
  });

  fc.assert(
    fc.property(anywhere, ({ index, column, at, flip }) => {
      const { recordedAt, leaf } = rows[index] ?? absent;
      let place = placeOf(index, whole);
      let length = 0;
      for (const [name, bytes] of layout(index, recordedAt, leaf)) {
        expect(whole.subarray(place, place + bytes.length)).toEqual(bytes);
        length = bytes.length;
        if (name === column) break;
        place += length;
      }
      writeFlipped(folder, whole, place + Math.floor(at * length), flip);
      const found = verifyLedger(folder);
      expect(found.ok).toBe(false);
      expect(found.firstWrong).toMatchObject({ index: BigInt(index), last: BigInt(index) });
    }),
    { numRuns: 250 },
  );
}, 180_000);

test('a byte anywhere in the file: whatever it changed of an event or of the tree is found', async () => {
  const folder = await filled(size);
  const whole = readFileSync(folder.ledger);
  const before = contentsOf(folder);
  const counts = { 'an event': 0, 'a hash': 0, nothing: 0 };

  fc.assert(
    fc.property(
      fc.nat({ max: whole.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      (place, flip) => {
        writeFlipped(folder, whole, place, flip);
        const after = contentsOf(folder);
        const { ok, firstWrong } = verifyLedger(folder);
        let changed: keyof typeof counts = 'nothing';
        if (after.hashes !== before.hashes) changed = 'a hash';
        if (after.events !== before.events) changed = 'an event';
        counts[changed] += 1;
        expect(mayBeSaid[changed]).toContainEqual({ ok, accuses: firstWrong !== null });
      },
    ),
    { numRuns: 300 },
  );
  expect(counts['an event']).toBeGreaterThan(100);
  expect(counts.nothing).toBeGreaterThan(5);
}, 180_000);

/** What verification may say when a byte changed an event, a hash of the tree, or neither: room that is not used, a trigger, an index. */
const mayBeSaid = {
  'an event': [{ ok: false, accuses: true }],
  'a hash': [
    { ok: false, accuses: false },
    { ok: false, accuses: true },
  ],
  nothing: [
    { ok: true, accuses: false },
    { ok: false, accuses: false },
  ],
};

test('a byte of the hash of a group: it is said, and no event is accused', async () => {
  const folder = await filled(size);
  const whole = readFileSync(folder.ledger);
  using database = new DatabaseSync(folder.ledger, { readOnly: true });
  const [{ hash } = {}] = database.prepare('SELECT hash FROM tile WHERE number = 1').all();
  const place = hash instanceof Uint8Array ? whole.indexOf(hash) : -1;
  expect(place).toBeGreaterThan(0);

  for (let offset = 0; offset < 32; offset += 1) {
    writeFlipped(folder, whole, place + offset, 1);
    const found = verifyLedger(folder);
    expect(found).toMatchObject({ ok: false, firstWrong: null });
    expect(found.problems.join()).toContain('the hash kept of events 256 to 511');
  }
});

/** Where in the file the event is read from. A page that became one of pointers keeps old bytes of events too. */
function placeOf(index: number, whole: Buffer): number {
  const { id } = newEvent(`${index}`);
  const [pageBytes, leafOfTable] = [4096, 0x0d]; // sqlite.org/fileformat2.html#b_tree_pages
  let place = whole.indexOf(id);
  while (whole[place - (place % pageBytes)] !== leafOfTable) place = whole.indexOf(id, place + 1);
  return place;
}

const absent = { recordedAt: '', leaf: new Uint8Array() };

function writeFlipped({ ledger }: LedgerFolder, whole: Buffer, place: number, flip: number): void {
  const bytes = Buffer.from(whole);
  bytes.writeUInt8(bytes.readUInt8(place) ^ flip, place);
  writeFileSync(ledger, bytes);
}

function rowsOf({ ledger }: LedgerFolder) {
  using database = new DatabaseSync(ledger, { readOnly: true });
  return database
    .prepare('SELECT recordedAt, leaf FROM event ORDER BY idx')
    .all()
    .map(({ recordedAt, leaf }) => ({
      recordedAt: String(recordedAt),
      leaf: leaf instanceof Uint8Array ? leaf : new Uint8Array(),
    }));
}

const columns = 'idx stream revision id type version occurredAt recordedAt salt content leaf'.split(
  ' ',
);

/** All that the file says, byte for byte and with its types; of what cannot be read, that it cannot. */
function contentsOf({ ledger }: LedgerFolder): { events: string; hashes: string } {
  const raw = (names: readonly string[]) =>
    names.map((name) => `typeof(${name}) || hex(CAST(${name} AS BLOB))`).join(" || ',' || ");
  const said = (sql: string) => {
    try {
      using database = new DatabaseSync(ledger, { readOnly: true });
      return JSON.stringify(database.prepare(sql).all());
    } catch (error) {
      return String(error);
    }
  };
  return {
    events: said(`SELECT ${raw(columns)} FROM event ORDER BY idx`),
    hashes: said(`SELECT ${raw(['number', 'hash'])} FROM tile ORDER BY number`),
  };
}
