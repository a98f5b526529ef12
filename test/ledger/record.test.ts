/** Facts on their way onto the record. Given what is there, when these facts are sent, then … */
import { assert, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { streamOfCode } from '../../src/domain/dossier/code.ts';
import { dossier } from '../../src/domain/dossier/vocabulary.ts';
import type { Stated } from '../../src/domain/entry.ts';
import { families } from '../../src/domain/families.ts';
import { withdrawal } from '../../src/domain/timeline.ts';
import { CentreCode, type EventId } from '../../src/domain/units.ts';
import { codec } from '../../src/ledger/codec.ts';
import type { Fact } from '../../src/ledger/deciding.ts';
import type { EventStore } from '../../src/ledger/event-store.ts';
import { openKeyRing } from '../../src/ledger/key-ring.ts';
import { memoryEventStore } from '../../src/ledger/memory-event-store.ts';
import { type Recorded, type RecordRequest, recorder } from '../../src/ledger/record.ts';
import { sealer } from '../../src/ledger/sealer.ts';
import { fixedRandom } from '../support/fixed-random.ts';
import { backfilled, eventId, imported, stated } from '../support/stated.ts';

const now = '2026-03-02T09:00:00.000Z';
const code = 'H42.17-260302-0001';
const stream = streamOfCode(code);
const words = codec(families);

type Sent = Omit<Fact, 'id'>;

/** A fact of a dossier, at the first centre and on that morning unless said otherwise. */
function fact<Type extends keyof typeof dossier>(
  type: Type,
  data: z.input<(typeof dossier)[Type]['latest']>,
  also: Partial<Stated> & { readonly centre?: CentreCode } = {},
): Sent {
  return { type, data: dossier[type].latest.parse(data), ...stated(), ...also };
}

const received = fact('DossierReceived', { code });
const step = fact('StepCompleted', { step: 'Thẩm định' });
const withdrawing = (corrects: EventId) => fact(withdrawal, {}, { corrects });

function ledger(
  store: EventStore = memoryEventStore(() => new Date(now)),
  failure: () => Error | null = () => null,
  ring = openKeyRing(':memory:', fixedRandom('record')),
) {
  const random = fixedRandom('record');
  const record = recorder({
    store,
    failure,
    families,
    codec: words,
    sealer: sealer(ring, random),
    now: () => new Date(now),
    isCentre: (centre) => centre === 'reference' || centre === 'elsewhere',
  });
  /** Sends facts under a key, whose digest is that of these facts unless told otherwise. */
  const send = (
    key: string,
    facts: Sent | readonly Sent[],
    also: Partial<RecordRequest> = {},
  ): Promise<Recorded> => {
    const several = Array.isArray(facts) ? facts : [facts];
    return record({
      stream,
      key,
      digest: Buffer.from(JSON.stringify(several)).toString('hex'),
      facts: several,
      expectedRevision: null,
      mayWriteFor: () => true,
      ...also,
    });
  };
  const recorded = async () => (await store.read(stream)).map(words.decode);
  return { store, send, recorded };
}

async function idOf(sent: Promise<Recorded>): Promise<EventId> {
  const result = await sent;
  assert(result.kind === 'recorded' && result.ids[0] !== undefined);
  return result.ids[0];
}

describe('a fact', () => {
  test('is recorded with what was stated of it', async () => {
    const { send, recorded } = ledger();
    const via = { actor: stated().actor, correlation: 'liên thông', ...imported };
    const result = await send('key', { ...received, ...via });
    expect(result).toMatchObject({ kind: 'recorded', revision: 0, index: 0n, again: false });
    expect(await recorded()).toMatchObject([
      { ...received, ...via, stream, revision: 0, recordedAt: now },
    ]);
  });

  test('that is not coherent is refused with its reason, and not recorded', async () => {
    const { send, recorded } = ledger();
    expect(await send('key', step)).toMatchObject({
      kind: 'refused',
      because: 'dossier/not-received',
      at: 0,
      says: expect.stringContaining('Record its reception first'),
    });
    expect(await recorded()).toEqual([]);
  });

  test('on a stream that no family keeps is a mistake of the program', async () => {
    await expect(ledger().send('key', received, { stream: 'lunch-1' })).rejects.toThrow(RangeError);
  });
});

describe('an idempotency key', () => {
  test('sent again with the same body gives the same answer, and records nothing', async () => {
    const { send, recorded } = ledger();
    const first = await send('key', [received, step]);
    const again = await send('key', [received, step]);
    expect(again).toEqual({ ...first, again: true });
    expect(await recorded()).toHaveLength(2);
  });

  test('gives the same answer after others have written, and whatever revision is expected', async () => {
    const { send } = ledger();
    const first = await send('key', received, { expectedRevision: -1 });
    await send('other', step);
    expect(await send('key', received, { expectedRevision: -1 })).toEqual({
      ...first,
      again: true,
    });
  });

  test('with another body is refused', async () => {
    const { send, recorded } = ledger();
    await send('key', received);
    expect(await send('key', step)).toMatchObject({ because: 'entry/key-reused' });
    expect(await recorded()).toHaveLength(1);
  });

  test('with more facts is refused, be the digest the same', async () => {
    const { send, recorded } = ledger();
    const digest = 'ab'.repeat(32);
    await send('key', [received, step], { digest });
    expect(await send('key', [received, step, step], { digest })).toMatchObject({
      because: 'entry/key-reused',
    });
    expect(await recorded()).toHaveLength(2);
  });

  test('is the stream’s own: another stream may use it for something else', async () => {
    const { send, store } = ledger();
    const other = 'H42.17-260302-0002';
    await send('key', received);
    const elsewhere = fact('DossierReceived', { code: other });
    expect(await send('key', elsewhere, { stream: streamOfCode(other) })).toMatchObject({
      kind: 'recorded',
    });
    expect(await store.size()).toBe(2n);
  });

  test('sent twice at once is recorded once', async () => {
    const { send, recorded } = ledger();
    const results = await Promise.all(Array.from({ length: 8 }, () => send('key', received)));
    expect(results.map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => 'recorded'));
    expect(results.filter((result) => result.kind === 'recorded' && !result.again)).toHaveLength(1);
    expect(await recorded()).toHaveLength(1);
  });
});

describe('the revision that the client has read', () => {
  test.each([
    ['the last', 1],
    ['not said', null],
  ])('%s (%s): the fact is recorded', async (_, expectedRevision) => {
    const { send } = ledger();
    await send('first', [received, step]);
    expect(await send('key', step, { expectedRevision })).toMatchObject({ revision: 2 });
  });

  test.each([
    ['an older one', 0],
    ['one that is not there yet', 2],
    ['nothing', -1],
  ])('%s (%s): the fact is refused', async (_, expectedRevision) => {
    const { send, recorded } = ledger();
    await send('first', [received, step]);
    expect(await send('key', step, { expectedRevision })).toMatchObject({
      because: 'entry/stale-revision',
    });
    expect(await recorded()).toHaveLength(2);
  });
});

describe('several facts', () => {
  test('are recorded together, each in the light of those before it', async () => {
    const { send, recorded } = ledger();
    const result = await send('key', [received, step, step]);
    expect(result).toMatchObject({ kind: 'recorded', revision: 2, index: 2n });
    expect((await recorded()).map(({ type }) => type)).toEqual([
      'DossierReceived',
      'StepCompleted',
      'StepCompleted',
    ]);
  });

  test('are refused together, and it is said which of them would not do', async () => {
    const { send, recorded } = ledger();
    expect(await send('key', [received, step, received])).toMatchObject({
      kind: 'refused',
      at: 2,
      because: 'dossier/already-received',
    });
    expect(await recorded()).toEqual([]);
  });

  test('may correct each other', async () => {
    const { send, recorded } = ledger();
    const first = await idOf(send('probe', received));
    expect(await send('key', [withdrawing(first), received])).toMatchObject({ kind: 'recorded' });
    expect(await recorded()).toHaveLength(3);
  });
});

describe('a race', () => {
  /** Somebody else writes this just before each append, for as long as there is something to write. */
  function racing(...others: readonly (() => Promise<unknown>)[]) {
    const store = memoryEventStore(() => new Date(now));
    const left = [...others];
    const raced: EventStore = {
      ...store,
      async append(...request) {
        await left.shift()?.();
        return store.append(...request);
      },
    };
    return { store, raced };
  }

  test('that was lost is decided again, on what the winner wrote', async () => {
    const { store, raced } = racing(() => ledger(store).send('winner', received));
    expect(await ledger(raced).send('loser', received)).toMatchObject({
      kind: 'refused',
      because: 'dossier/already-received',
    });
    expect(await store.size()).toBe(1n);
  });

  test('that was lost to something that does not matter is won the next time', async () => {
    const other = (key: string) => () => ledger(store).send(key, step);
    const { store, raced } = racing(other('a'), other('b'));
    await ledger(store).send('first', received);
    expect(await ledger(raced).send('key', step)).toMatchObject({ kind: 'recorded', revision: 3 });
  });

  test('that was lost by who said which revision is theirs is a stale revision', async () => {
    const { store, raced } = racing(() => ledger(store).send('winner', step));
    await ledger(store).send('first', received);
    expect(await ledger(raced).send('key', step, { expectedRevision: 0 })).toMatchObject({
      because: 'entry/stale-revision',
    });
  });

  test('that is lost every time ends, and is said to be busy', async () => {
    let appends = 0;
    const lost: EventStore = {
      ...memoryEventStore(() => new Date(now)),
      append: async () => {
        appends += 1;
        return { kind: 'conflict', actual: 7 };
      },
    };
    expect(await ledger(lost).send('key', received)).toEqual({ kind: 'busy' });
    expect(appends).toBe(8);
  });

  test('of many who record different facts: each is recorded once', async () => {
    const { send, recorded } = ledger();
    await send('first', received);
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const results = await Promise.all(keys.map((key) => send(key, step)));
    expect(results.map(({ kind }) => kind)).toEqual(keys.map(() => 'recorded'));
    expect(await recorded()).toHaveLength(6);
  });
});

describe('a correction', () => {
  const corrected = (corrects: EventId) => fact('DossierReceived', { code }, { corrects });

  test('is judged by what stood before the entry that it corrects', async () => {
    const { send } = ledger();
    const first = await idOf(send('first', received));
    expect(await send('again', received)).toMatchObject({ because: 'dossier/already-received' });
    expect(await send('corrected', corrected(first))).toMatchObject({ kind: 'recorded' });
  });

  test('of an entry that no longer stands is refused; of the one that stands in its place it is not', async () => {
    const { send } = ledger();
    const first = await idOf(send('first', received));
    const second = await idOf(send('second', corrected(first)));
    expect(await send('a', corrected(first))).toMatchObject({ because: 'entry/not-standing' });
    expect(await send('b', corrected(second))).toMatchObject({ kind: 'recorded' });
  });

  test('of an entry that is not on this record is refused', async () => {
    const { send } = ledger();
    await send('first', received);
    expect(await send('key', corrected(eventId(99)))).toMatchObject({ because: 'entry/unknown' });
  });
});

describe('a withdrawal', () => {
  test('of the reception lets the dossier be received again', async () => {
    const { send } = ledger();
    const first = await idOf(send('first', received));
    expect(await send('withdrawn', withdrawing(first))).toMatchObject({ kind: 'recorded' });
    expect(await send('again', received)).toMatchObject({ kind: 'recorded' });
  });

  test('of what was withdrawn already is refused', async () => {
    const { send } = ledger();
    const first = await idOf(send('first', received));
    await send('a', withdrawing(first));
    expect(await send('b', withdrawing(first))).toMatchObject({ because: 'entry/not-standing' });
  });

  test('can itself be withdrawn, once, and the entry stands again', async () => {
    const { send } = ledger();
    const first = await idOf(send('first', received));
    const mistake = await idOf(send('a', withdrawing(first)));
    expect(await send('b', withdrawing(mistake))).toMatchObject({ kind: 'recorded' });
    expect(await send('c', withdrawing(mistake))).toMatchObject({ because: 'entry/not-standing' });
    expect(await send('d', received)).toMatchObject({ because: 'dossier/already-received' });
  });

  test('says what it withdraws', async () => {
    const { send } = ledger();
    await send('first', received);
    expect(await send('key', fact(withdrawal, {}))).toMatchObject({
      because: 'entry/nothing-withdrawn',
    });
  });
});

describe('the time that is stated', () => {
  const at = (occurredAt: string, also: Partial<Stated> = {}) =>
    fact('DossierReceived', { code }, stated(occurredAt, also));

  test.each([
    ['now', now],
    ['now, in another zone', '2026-03-02T16:00:00.000+07:00'],
    ['long ago', '1999-12-31T00:00:00Z'],
  ])('live, %s (%s), is recorded', async (_, occurredAt) => {
    expect(await ledger().send('key', at(occurredAt))).toMatchObject({ kind: 'recorded' });
  });

  test('live, a millisecond from now, is refused', async () => {
    expect(await ledger().send('key', at('2026-03-02T09:00:00.001Z'))).toMatchObject({
      because: 'entry/in-the-future',
    });
  });

  test('of a backfill, a millisecond from now, is refused too: it tells what was noted before', async () => {
    const sent = at('2026-03-02T09:00:00.001Z', backfilled);
    expect(await ledger().send('key', sent)).toMatchObject({ because: 'entry/in-the-future' });
    expect(await ledger().send('key', at(now, backfilled))).toMatchObject({ kind: 'recorded' });
  });

  test('may lie in the future in an import, and is found by a rule', async () => {
    const result = await ledger().send('key', at('2030-01-01T00:00:00Z', imported));
    expect(result.kind).toBe('recorded');
  });
});

describe('the centre', () => {
  const elsewhere = CentreCode.parse('elsewhere');
  const atNone = (sent: Sent): Sent => ({ ...sent, centre: null });

  test('of the first entry is that of those that name none', async () => {
    const { send, recorded } = ledger();
    await send('first', { ...received, centre: elsewhere });
    await send('second', atNone(step));
    expect((await recorded()).map(({ centre }) => centre)).toEqual(['elsewhere', 'elsewhere']);
  });

  test('must be named by the first entry', async () => {
    expect(await ledger().send('key', atNone(received))).toMatchObject({
      because: 'entry/no-centre',
    });
  });

  test('must be one that the ledger knows', async () => {
    const nowhere = { ...received, centre: CentreCode.parse('nowhere') };
    expect(await ledger().send('key', nowhere)).toMatchObject({ because: 'entry/unknown-centre' });
  });

  test('must be one that the writer may write for, and so must be the record’s', async () => {
    const { send } = ledger();
    const mayWriteFor = (centre: string) => centre === 'elsewhere';
    expect(await send('a', received, { mayWriteFor })).toMatchObject({
      because: 'entry/other-centre',
    });
    await send('b', received);
    expect(await send('c', { ...step, centre: elsewhere }, { mayWriteFor })).toMatchObject({
      because: 'entry/other-centre',
    });
    expect(await send('d', atNone(step), { mayWriteFor })).toMatchObject({
      because: 'entry/other-centre',
    });
  });
});

test('when several reasons to refuse apply, the first of the table is given', async () => {
  const { send } = ledger();
  await send('used', received);
  const wrong: Sent = {
    ...fact(withdrawal, {}, stated('2030-01-01T00:00:00Z')),
    centre: CentreCode.parse('nowhere'),
  };
  const because = async (key: string, sent: Sent, also: Partial<RecordRequest>) => {
    const result = await send(key, sent, also);
    return result.kind === 'refused' ? result.because : result.kind;
  };
  const stale = { expectedRevision: 5, mayWriteFor: () => false };
  expect(await because('used', wrong, stale)).toBe('entry/key-reused');
  expect(await because('new', wrong, stale)).toBe('entry/stale-revision');
  const readOnly = { mayWriteFor: () => false };
  expect(await because('new', wrong, readOnly)).toBe('entry/unknown-centre');
  const here = { ...wrong, centre: null };
  expect(await because('new', here, readOnly)).toBe('entry/other-centre');
  expect(await because('new', here, {})).toBe('entry/in-the-future');
  expect(await because('new', { ...here, ...stated() }, {})).toBe('entry/nothing-withdrawn');
});

test('what is personal is sealed on its way, and a retry finds it as it was', async () => {
  const { send, recorded } = ledger();
  const about = fact('DossierReceived', { code, applicant: 'Trần Thị Mai' });
  const first = await send('key', about);
  const before = await recorded();
  expect(await send('key', about)).toEqual({ ...first, again: true });
  expect(await recorded()).toEqual(before);
  expect(JSON.stringify(before[0]?.data)).not.toContain('Mai');
  expect(before[0]?.data).toMatchObject({ applicant: { person: expect.stringMatching(/^p-/) } });
});

describe('what is in the log and not vouched for', () => {
  test('is not acknowledged to a retry either', async () => {
    let failed: Error | null = null;
    const { send } = ledger(undefined, () => failed);
    await send('key', received);
    failed = new Error('the witness did not confirm it');
    await expect(send('key', received)).rejects.toThrow('the witness did not confirm it');
    failed = null;
    expect(await send('key', received)).toMatchObject({ kind: 'recorded', again: true });
  });
});

test('who loses a race says it of the person whom the winner spoke of', async () => {
  const store = memoryEventStore(() => new Date(now));
  const first = fact('SupplementRequested', { reason: 'Bản vẽ mờ' });
  let raced = false;
  const racing: EventStore = {
    ...store,
    async append(...request) {
      if (!raced) {
        raced = true;
        await winner.send('winner', fact('DossierReceived', { code, applicant: 'Trần Thị Mai' }));
      }
      return store.append(...request);
    },
  };
  const ring = openKeyRing(':memory:', fixedRandom('race'));
  const winner = ledger(store, undefined, ring);
  const loser = ledger(racing, undefined, ring);
  await loser.send('loser', fact('DossierSubmitted', { code, applicant: 'Trần Thị Mai' }));
  await loser.send('after', first);
  const persons = (await store.read(stream)).map(
    ({ content }) => /p-[0-9a-f]{32}/.exec(content)?.[0],
  );
  expect(persons).toHaveLength(3);
  expect(new Set(persons).size).toBe(1);
});
