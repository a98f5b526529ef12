/**
 * kill -9 during an import: what it said is recorded is there, each case is there as a whole or not at all,
 * and doing it again ends as if nobody had killed it.
 *
 * 25 kills; `LEDGER_TEST_IMPORT_KILLS=200` makes it as many as one likes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { AnyEvent, Entry } from '../../src/domain/entry.ts';
import { families } from '../../src/domain/families.ts';
import { verifyLedger } from '../../src/evidence/verify.ts';
import { type Ledger, openLedger, type Paths, pathsIn } from '../../src/ledger/ledger.ts';
import { isSealed, openField } from '../../src/ledger/personal.ts';
import { everything, newFolder } from '../support/ledger-folder.ts';
import { kill, start } from '../support/program.ts';
import { randomFrom } from '../support/random.ts';

const kills = Number(process.env['LEDGER_TEST_IMPORT_KILLS'] ?? 25);
const killsPerLedger = 5;
const random = randomFrom(20_260_302);

const cases = 400;
const factsOfCase = 4;

const codeOf = (number: number) => `H42.17-260302-${String(number).padStart(4, '0')}`;
const header = 'code,received,applicant,returned,row,step,at';

/** Two rows: one that its system numbers, and one that is known by what it states. */
function rowsOf(number: number): string[] {
  const common = `${codeOf(number)},2026-03-02 08:00,Người nộp ${number},2026-03-06`;
  return [`${common},${number},check,2026-03-03 08:00`, `${common},,sign,2026-03-04 08:00`];
}

const mapping = {
  source: 'old',
  centre: 'reference',
  zone: 'Asia/Ho_Chi_Minh',
  actor: { const: 'old' },
  stream: { category: 'dossier', parts: { code: { column: 'code' } } },
  perCase: [
    {
      event: 'DossierReceived',
      occurredAt: { column: 'received' },
      data: { code: { column: 'code' }, applicant: { column: 'applicant' } },
    },
    { event: 'ResultReturned', place: 'after', occurredAt: { column: 'returned' } },
  ],
  perRow: [
    {
      event: 'StepCompleted',
      id: { column: 'row' },
      occurredAt: { column: 'at' },
      data: { step: { column: 'step' } },
    },
  ],
};

/** What must be on record of a case in the end, in its order. */
const wholeCase = [
  ['DossierReceived', '2026-03-02T01:00:00.000Z', undefined],
  ['StepCompleted', '2026-03-03T01:00:00.000Z', 'check'],
  ['StepCompleted', '2026-03-04T01:00:00.000Z', 'sign'],
  ['ResultReturned', '2026-03-05T17:00:00.000Z', undefined],
];

type Place = { readonly paths: Paths; readonly file: string; readonly map: string };

test(
  `an import that is killed ${kills} times over has what it said, and ends as one that never was`,
  async () => {
    const ledgers = Array.from({ length: Math.ceil(kills / killsPerLedger) }, prepared);
    await Promise.all(ledgers.map(killAndFinish));
  },
  60_000 + kills * 10_000,
);

function prepared(): Place {
  const folder = newFolder();
  const place = {
    paths: pathsIn(join(folder, 'ledger')),
    file: join(folder, 'export.csv'),
    map: join(folder, 'mapping.json'),
  };
  const rows = Array.from({ length: cases }, (_, number) => rowsOf(number));
  // The rows of a case stand apart: first all the first ones, then all the second ones.
  const lines = [header, ...rows.map(([row]) => row), ...rows.map(([, row]) => row)];
  writeFileSync(place.file, `${lines.join('\n')}\n`);
  writeFileSync(place.map, JSON.stringify(mapping));
  return place;
}

async function killAndFinish(place: Place): Promise<void> {
  for (let cycle = 0; cycle < killsPerLedger; cycle += 1) {
    // Further on each time, and anywhere from there; the last one comes while it opens, or reads the file.
    const until = Math.floor((cases * factsOfCase * cycle) / killsPerLedger);
    const said = await importAndKill(place, cycle === killsPerLedger - 1 ? null : until);
    const found = await openedAfter(place, async (ledger) => countsIn(ledger));
    expect(new Set(found.values())).toEqual(new Set(found.size === 0 ? [] : [factsOfCase]));
    expect(found.size * factsOfCase).toBeGreaterThanOrEqual(said);
  }
  await finished(place);
  await openedAfter(place, expectWhole);
}

/** @param until so much is said to be recorded; null: at any time from the start on. @returns how much was said to be. */
async function importAndKill({ paths, file, map }: Place, until: number | null): Promise<number> {
  const program = start('import.ts', paths.dir, file, map);
  let [said, rest] = [0, ''];
  const reached = new Promise<void>((resolve) => {
    program.on('close', () => resolve());
    program.stdout.on('data', (chunk: Buffer) => {
      const lines = `${rest}${chunk.toString()}`.split('\n');
      rest = lines.pop() ?? ''; // a line that is not whole was not said
      for (const line of lines) said = JSON.parse(line).recorded;
      if (until !== null && said >= until && lines.length > 0) resolve();
    });
  });
  await (until === null ? sleep(random() * 1_000) : reached);
  await sleep(random() * 30);
  await kill(program);
  return said;
}

async function finished({ paths, file, map }: Place): Promise<void> {
  const program = start('import.ts', paths.dir, file, map);
  const code = await new Promise((resolve) => {
    program.on('close', resolve);
    program.stdout.resume();
  });
  expect(code).toBe(0);
}

/** Whatever was killed, the ledger opens, has lost nothing, and its proof holds. */
async function openedAfter<Result>(
  { paths }: Place,
  look: (ledger: Ledger) => Promise<Result>,
): Promise<Result> {
  using ledger = openLedger({
    paths,
    families,
    origin: { name: 'crash', kind: 'ledger' },
    isCentre: () => true,
  });
  expect(ledger.store.loss()).toBeNull();
  const result = await look(ledger);
  expect(verifyLedger(paths)).toMatchObject({ ok: true, problems: [] });
  return result;
}

/** How many events each record has. */
async function countsIn({ store }: Ledger): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { stream } of await everything(store))
    counts.set(stream, (counts.get(stream) ?? 0) + 1);
  return counts;
}

/** Every case once and whole, and of every applicant a key that opens what was told. */
async function expectWhole({ store, codec, keys }: Ledger): Promise<void> {
  const entries: Entry<AnyEvent>[] = (await everything(store)).map(codec.decode);
  const streams = Map.groupBy(entries, ({ stream }) => stream);
  expect(streams.size).toBe(cases);
  for (let number = 0; number < cases; number += 1) {
    const found = streams.get(`dossier-${codeOf(number)}`) ?? [];
    const said = found.map(({ type, occurredAt, data }) => [type, occurredAt, data['step']]);
    expect(said).toEqual(wholeCase);
    const applicant = found[0]?.data['applicant'];
    if (!isSealed(applicant)) throw new Error(`nobody is named in ${codeOf(number)}`);
    expect(openField(applicant, keys)).toMatchObject({ text: `Người nộp ${number}` });
  }
}
