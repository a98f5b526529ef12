/** Events on their way to and from the ledger: the bytes that auditors hold, and what is read back from them. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { streamOfCode } from '../../src/domain/dossier/code.ts';
import { dossier } from '../../src/domain/dossier/vocabulary.ts';
import type { AnyEvent, Proposal } from '../../src/domain/entry.ts';
import { families } from '../../src/domain/families.ts';
import { family } from '../../src/domain/family.ts';
import { RecordId } from '../../src/domain/units.ts';
import { event } from '../../src/domain/vocabulary.ts';
import { codec, UnreadableEvent } from '../../src/ledger/codec.ts';
import type { StoredEvent } from '../../src/ledger/event-store.ts';
import { openKeyRing } from '../../src/ledger/key-ring.ts';
import { leafOf } from '../../src/ledger/leaf.ts';
import { leafHash, rootOf } from '../../src/ledger/merkle.ts';
import { isSealed } from '../../src/ledger/personal.ts';
import { eventId as idOf } from '../../src/ledger/record.ts';
import { sealer } from '../../src/ledger/sealer.ts';
import { fixedRandom } from '../support/fixed-random.ts';
import { backfilled, eventId, examplesOf, imported, stated } from '../support/stated.ts';

const { decode, encode } = codec(families);
const stream = streamOfCode('H42.17-250923-0005');

/** The examples of the dossier's words as they are stored, one after the other on one stream, with fixed randomness. */
async function storedExamples(): Promise<StoredEvent[]> {
  const random = fixedRandom('golden');
  using ring = openKeyRing(':memory:', random);
  const { seal, salt } = sealer(ring, random);
  const words = families.get('dossier');
  if (words === undefined) throw new Error('no dossier family');

  const stored: StoredEvent[] = [];
  for (const [revision, proposal] of examplesOf(dossier).entries()) {
    const said = { ...proposal, ...variety(revision) };
    const [sealed = said] = await seal(words, stored.map(decode), [said]);
    const id = idOf(stream, 'golden', revision);
    const request = revision % 2 === 0 ? 'ab'.repeat(32) : null;
    const encoded = encode(stream, id, { ...sealed, request }, salt());
    const place = { stream, revision, index: BigInt(revision), recordedAt: said.occurredAt };
    stored.push({ ...encoded, ...place });
  }
  return stored;
}

/** So that every way of stating and recording is in the golden file. */
function variety(revision: number): Partial<Proposal<AnyEvent>> {
  const ways: readonly Partial<Proposal<AnyEvent>>[] = [
    {},
    { ...imported, precision: 'day' },
    { ...backfilled, correlation: 'liên thông 0923' },
    { corrects: eventId(7), causation: eventId(8) },
  ];
  return ways[revision % ways.length] ?? {};
}

test('what is stored, its leaf and the root are what auditors already hold', async () => {
  const stored = await storedExamples();
  const leaves: Uint8Array[] = [];
  const events = stored.map((one) => {
    const previous = leaves.at(-1);
    const leaf = leafOf(one, previous === undefined ? null : hex(previous));
    leaves.push(leafHash(Buffer.from(leaf)));
    const { id, type, version, occurredAt, recordedAt, salt, content } = one;
    return { id, type, version, occurredAt, recordedAt, salt, content, leaf };
  });
  const golden = { stream, events, root: hex(rootOf(leaves)) };
  await expect(`${JSON.stringify(golden, null, 2)}\n`).toMatchFileSnapshot(
    '../golden/stored-events.json',
  );
});

test('every event comes back from the ledger as it went, its personal fields sealed', async () => {
  const stored = await storedExamples();
  const proposals = examplesOf(dossier);
  expect(stored).toHaveLength(proposals.length);
  let sealed = 0;
  for (const [place, proposal] of proposals.entries()) {
    const read = decode(stored[place] ?? where);
    const { data, ...rest } = { ...proposal, ...variety(place) };
    expect(read).toMatchObject({ ...rest, stream, revision: place, index: BigInt(place) });
    const inTheClear = Object.entries(data).filter(([name]) => !isSealed(read.data[name]));
    expect(read.data).toMatchObject(Object.fromEntries(inTheClear));
    sealed += Object.keys(data).length - inTheClear.length;
  }
  expect(sealed).toBeGreaterThan(10);
});

test('nothing that is personal is stored in the clear', async () => {
  const stored = JSON.stringify((await storedExamples()).map(({ content }) => content));
  expect(stored).toContain('H42.17-250923-0005');
  expect(stored).not.toContain('Trần Thị Mai');
  expect(stored).not.toContain('037190001234');
  expect(stored).not.toContain('Thiếu bản vẽ sơ đồ thửa đất');
});

test('reading brings an old version to the shape of today, step by step', () => {
  const words = {
    ShiftPlanned: event(
      'Phân công ca trực',
      'Shift planned',
      z.strictObject({ minutes: z.int(), place: z.string() }),
      { minutes: 240, place: 'counter-1' },
      [
        ({ halfDays, ...data }) => ({ ...data, hours: Number(halfDays) * 4 }),
        ({ hours, ...data }) => ({ ...data, minutes: Number(hours) * 60, place: 'counter-1' }),
      ],
    ),
  };
  const shifts = family({
    category: 'shift',
    key: { id: RecordId },
    vocabulary: words,
    decider: {
      initial: null,
      refusals: {},
      decide: () => ({ kind: 'accepted' }),
      evolve: () => null,
    },
    opens: [],
  });
  const read = codec(new Map([['shift', shifts]]));
  const stored = (version: number, data: unknown): StoredEvent => ({
    ...where,
    stream: 'shift-1',
    type: 'ShiftPlanned',
    version,
    content: JSON.stringify({ ...stated(), request: null, data }),
  });
  const expected = { minutes: 480, place: 'counter-1' };
  expect(read.decode(stored(1, { halfDays: 2 })).data).toEqual(expected);
  expect(read.decode(stored(2, { hours: 8 })).data).toEqual(expected);
  expect(read.decode(stored(3, expected)).data).toEqual(expected);
  expect(() => read.decode(stored(4, expected))).toThrow(/versions 1 to 3/);
  const written = read.encode('shift-1', eventId(1), { ...shift(expected), request: null }, '00');
  expect(written.version).toBe(3);
});

function shift(data: AnyEvent['data']): Proposal<AnyEvent> {
  return { type: 'ShiftPlanned', data, ...stated() };
}

const where = {
  stream,
  revision: 3,
  index: 9n,
  id: eventId(1),
  type: 'StepCompleted',
  version: 1,
  occurredAt: stated().occurredAt,
  recordedAt: stated().occurredAt,
  salt: '00'.repeat(16),
  content: '{"data":{}}',
} satisfies StoredEvent;

test.each([
  ['an unknown type', { type: 'DossierStolen' }, 'no such event'],
  ['a name inherited by every object', { type: 'constructor' }, 'no such event'],
  ['a type of another family', { stream: 'leave-1' }, 'no such event'],
  ['a version from the future', { version: 9 }, 'reads versions 1 to 1'],
  ['a version before the first', { version: 0 }, 'reads versions 1 to 1'],
  ['content that is not JSON', { content: '{"data":' }, 'not JSON'],
])('%s is reported with its place, and never skipped', (_, stored, why) => {
  const { stream: on } = { ...where, ...stored };
  expect(() => decode({ ...where, ...stored })).toThrow(UnreadableEvent);
  expect(() => decode({ ...where, ...stored })).toThrow(`${on}@3`);
  expect(() => decode({ ...where, ...stored })).toThrow(why);
});

test('what no family says is not written', () => {
  const fact = { ...shift({}), request: null };
  expect(() => encode(stream, eventId(1), fact, '00')).toThrow(/has no event ShiftPlanned/);
});

test('the content is the same whatever the order in which it was said', () => {
  const said = { type: 'StepCompleted', data: { unit: 'a', step: 'b' }, request: null };
  const again = { request: null, data: { step: 'b', unit: 'a' }, type: 'StepCompleted' };
  const one = encode(stream, eventId(1), { ...said, ...stated() }, '00');
  const other = encode(stream, eventId(1), { ...stated(), ...again }, '00');
  expect(one.content).toBe(other.content);
});

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
