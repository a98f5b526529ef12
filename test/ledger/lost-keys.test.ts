/** A ledger knows its key ring again: without it nothing is recorded, because nothing sent again would be known again. */
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { dossier } from '../../src/domain/dossier/vocabulary.ts';
import { families } from '../../src/domain/families.ts';
import { ActorId } from '../../src/domain/units.ts';
import { verifyLedger } from '../../src/evidence/verify.ts';
import { acceptLoss } from '../../src/ledger/accept-loss.ts';
import { codec } from '../../src/ledger/codec.ts';
import { type Ledger, openLedger, type Paths, pathsIn } from '../../src/ledger/ledger.ts';
import { newFolder } from '../support/ledger-folder.ts';
import { stated } from '../support/stated.ts';

const now = () => new Date('2026-03-02T09:00:00.000Z');
const code = 'H42.17-260302-0001';
const another = 'H42.17-260302-0002';

function open(paths: Paths): Ledger {
  const origin = { name: 'test', kind: 'ledger' } as const;
  return openLedger({ paths, families, origin, isCentre: () => true, now });
}

/** A dossier is received, from an applicant who is named. */
function receive(ledger: Ledger, of = code) {
  const data = dossier.DossierReceived.latest.parse({ code: of, applicant: 'Nguyễn Văn A' });
  return ledger.record({
    stream: `dossier-${of}`,
    key: 'first',
    digest: ledger.digestOf('the body'),
    facts: [{ type: 'DossierReceived', data, ...stated() }],
    expectedRevision: null,
    mayWriteFor: () => true,
  });
}

/** A ledger with one event, and its keys taken away. */
async function withoutKeys(): Promise<Paths & { readonly away: string }> {
  const paths = pathsIn(join(newFolder(), 'ledger'));
  const ledger = open(paths);
  expect(await receive(ledger)).toMatchObject({ kind: 'recorded', again: false });
  ledger[Symbol.dispose]();
  const away = `${paths.keys}.away`;
  renameSync(paths.keys, away);
  return { ...paths, away };
}

test('with its own keys it opens as before, and knows what is sent again', async () => {
  const { away, ...paths } = await withoutKeys();
  renameSync(away, paths.keys);
  using ledger = open(paths);
  expect(ledger.store.loss()).toBeNull();
  expect(await receive(ledger)).toMatchObject({ kind: 'recorded', again: true });
});

describe('without them', () => {
  test('it serves reads only, says what to do, and goes on saying it', async () => {
    const paths = await withoutKeys();
    for (let start = 0; start < 2; start += 1) {
      using ledger = open(paths);
      expect(ledger.store.loss()).toMatchObject({
        kind: 'keys-differ',
        message: expect.stringMatching(/put back the keys\.db.*accept-loss/),
      });
      await expect(receive(ledger, another)).rejects.toMatchObject({ code: 'read-only' });
      expect(await ledger.store.read(`dossier-${code}`)).toHaveLength(1);
    }
    expect(verifyLedger(paths).ok).toBe(true);
  });

  test('nobody is made in the ring that may be the wrong one', async () => {
    using ledger = open(await withoutKeys());
    await expect(receive(ledger, another)).rejects.toMatchObject({ code: 'read-only' });
    using keys = new DatabaseSync(ledger.paths.keys);
    expect(keys.prepare('SELECT count(*) AS n FROM person').get()).toEqual({ n: 0 });
  });

  test('the ring that was made anew leaves no log behind that would spoil the right one', async () => {
    const { away, ...paths } = await withoutKeys();
    using ledger = open(paths);
    expect(ledger.store.loss()?.kind).toBe('keys-differ');
    expect(statSync(`${paths.keys}-wal`).size).toBe(0);
    ledger[Symbol.dispose]();
    rmSync(paths.keys);
    expect(existsSync(`${paths.keys}-wal`)).toBe(false);
    renameSync(away, paths.keys);
    using again = open(paths);
    expect(again.store.loss()).toBeNull();
    expect(await receive(again)).toMatchObject({ again: true });
  });

  test('a person may accept that they are gone: it is on the record, and the new ring counts from then on', async () => {
    const paths = await withoutKeys();
    {
      using ledger = open(paths);
      const accepted = await acceptLoss(
        ledger,
        ActorId.parse('gd-0400'),
        'the disk with the keys failed',
      );
      expect(accepted).toMatchObject({ loss: { kind: 'keys-differ' } });
      const [event] = (await ledger.store.read('ledger-test')).map(codec(families).decode);
      expect(event).toMatchObject({ type: 'LossAccepted', data: { kind: 'keys-differ' } });
    }
    expect(verifyLedger(paths)).toMatchObject({ ok: true, size: 2n });
    using ledger = open(paths);
    expect(ledger.store.loss()).toBeNull();
    expect(await receive(ledger, another)).toMatchObject({ kind: 'recorded' });
    ledger[Symbol.dispose]();

    renameSync(paths.away, paths.keys); // the old ring, found after all: it is not the ledger's any more
    using old = open(paths);
    expect(old.store.loss()?.kind).toBe('keys-differ');
  });
});

test('an empty ledger takes whichever ring there is', () => {
  const paths = pathsIn(join(newFolder(), 'ledger'));
  open(paths)[Symbol.dispose]();
  for (let start = 0; start < 2; start += 1) {
    rmSync(paths.keys);
    using ledger = open(paths);
    expect(ledger.store.loss()).toBeNull();
  }
  expect(verifyLedger(paths).ok).toBe(true);
});
