/** Rows about persons: what tells them apart says nothing of them, and one who was erased stops nobody else. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { families } from '../../src/domain/families.ts';
import { PersonId } from '../../src/domain/units.ts';
import { compileMapping } from '../../src/intake/compile.ts';
import { parseMapping } from '../../src/intake/mapping.ts';
import { planImport } from '../../src/intake/plan.ts';
import { recordPlan } from '../../src/intake/record-plan.ts';
import { type Ledger, openLedger, type Paths, pathsIn } from '../../src/ledger/ledger.ts';
import { eventId } from '../../src/ledger/record.ts';
import { newFolder } from '../support/ledger-folder.ts';
import { factsOf, fileOf, planFile } from './support.ts';

/** Messages to applicants, in rows without an id. */
const mapping = compileMapping(
  parseMapping({
    source: 'sms',
    centre: 'reference',
    zone: 'Asia/Ho_Chi_Minh',
    actor: { const: 'gateway' },
    case: 'k',
    stream: { category: 'dossier', parts: { code: { column: 'k', as: 'code' } } },
    perRow: [
      {
        event: 'ApplicantTold',
        occurredAt: { column: 't' },
        data: { message: { column: 'm' } },
      },
      {
        event: 'StepCompleted',
        when: { column: 's' },
        occurredAt: { column: 't' },
        data: { step: { column: 's' } },
      },
    ],
  }),
  families,
);

const sent = (code: string, message: string, hour = 1) =>
  `${code},${message},2026-03-02T0${hour}:00:00Z,`;
const fileWith = (...rows: readonly string[]) => fileOf(`${['k,m,t,s', ...rows].join('\n')}\n`);

function open(paths: Paths): Ledger {
  const origin = { name: 'test', kind: 'ledger' } as const;
  const now = () => new Date('2026-03-10T09:00:00.000Z');
  return openLedger({ paths, families, origin, isCentre: () => true, now });
}

const newPaths = () => pathsIn(join(newFolder(), 'ledger'));

async function imported(ledger: Ledger, file: string) {
  const { digestOf, paths, recording } = ledger;
  const folder = join(paths.dir, 'import');
  using plan = await planImport({ file, mapping, folder, digestOf });
  return await recordPlan(plan, recording, digestOf);
}

async function personOf(ledger: Ledger, code: string): Promise<PersonId> {
  const [event] = await ledger.store.read(`dossier-sms:${code}`);
  const [person] = /p-[0-9a-f]{32}/.exec(event?.content ?? '') ?? [];
  return PersonId.parse(person);
}

test('the id of a row without an id cannot be found again by trying words', async () => {
  const message = 'CCCD 037190001234';
  using ledger = open(newPaths());
  expect(await imported(ledger, fileWith(sent('k1', message)))).toMatchObject({ events: 1 });
  const [event] = await ledger.store.read('dossier-sms:k1');

  const stated = JSON.stringify([
    ['m', message],
    ['t', '2026-03-02T01:00:00Z'],
  ]);
  for (const text of [stated, `row:${stated}`]) {
    const key = `sms/k1/ApplicantTold/row:${hash('sha256', text).slice(0, 32)}/1`;
    expect(event?.id).not.toBe(eventId('dossier-sms:k1', key, 0));
  }
  const known = `sms/k1/ApplicantTold/row:${ledger.digestOf(`row:${stated}`).slice(0, 32)}/1`;
  expect(event?.id).toBe(eventId('dossier-sms:k1', known, 0)); // whoever has the key knows it again
});

test('another ledger tells the same row by another digest, and the same ledger by the same', async () => {
  const file = fileWith(sent('k1', 'xin chào'));
  const [paths, others] = [newPaths(), newPaths()];
  using other = open(others);
  await imported(other, file);
  {
    using ledger = open(paths);
    expect(await imported(ledger, file)).toMatchObject({ events: 1, known: 0 });
  }
  using ledger = open(paths);
  expect(await imported(ledger, file)).toMatchObject({ events: 0, known: 1 });
  const ids = await Promise.all(
    [ledger, other].map(async ({ store }) => (await store.read('dossier-sms:k1'))[0]?.id),
  );
  expect(ids[0]).not.toBe(ids[1]);
});

test('the words of a row are not in its key', async () => {
  const plan = await planFile(fileWith(sent('k1', 'CCCD 037190001234')), mapping);
  for (const { key } of factsOf(plan)) expect(key).toMatch(/row:[0-9a-f]{32}\/1$/);
});

test('a fact about somebody who was erased is refused with its line, and the rest goes on', async () => {
  const paths = newPaths();
  using ledger = open(paths);
  const first = sent('k1', 'một');
  await imported(ledger, fileWith(first));
  const person = await personOf(ledger, 'k1');
  ledger.keys.destroy(person);

  const longer = fileWith(
    first,
    sent('k2', 'hai'),
    sent('k1', 'ba', 2),
    'k1,bốn,2026-03-02T03:00:00Z,Thẩm định',
    sent('k3', 'năm'),
  );
  const recorded = await imported(ledger, longer);
  expect(recorded).toMatchObject({ events: 3, known: 1 }); // two messages, and the step, which names nobody
  expect(recorded.refused).toEqual([
    { line: 4, reason: expect.stringContaining(`${person} has been erased`) },
    { line: 5, reason: expect.stringContaining(`${person} has been erased`) },
  ]);
  expect((await ledger.store.read('dossier-sms:k1')).map(({ type }) => type)).toEqual([
    'ApplicantTold',
    'StepCompleted',
  ]);
  expect(await imported(ledger, longer)).toMatchObject({ events: 0, known: 4 });
});
