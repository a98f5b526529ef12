/** `motcua late` and `motcua findings` as people and spreadsheets use them. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { jsonOf, mapping, motcua, writeExport } from './motcua.ts';

const folder = mkdtempSync(join(tmpdir(), 'late-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Made for the first test that asks it, and changed by none. */
let made: Promise<string> | null = null;
const ledger = () => (made ??= imported());

async function imported(): Promise<string> {
  const dir = join(folder, 'ledger');
  const [file, map] = [join(folder, 'export.csv'), join(folder, 'mapping.json')];
  writeExport(file, 6); // every other case ended a millisecond after its deadline, on its day
  writeFileSync(map, JSON.stringify(mapping));
  const ran = await motcua(dir, 'import', file, '--mapping', map);
  if (ran.code !== 0) throw new Error(ran.stderr);
  return dir;
}

test('late lists what was late, and on which the conventions differ', async () => {
  expect(jsonOf(await motcua(await ledger(), 'late', '--json'))).toMatchObject({
    items: [],
    total: 0,
  });
  const was = jsonOf(
    await motcua(await ledger(), 'late', '--within', 'was-late', '--differs', '--json'),
  );
  expect(was).toMatchObject({
    total: 3,
    items: [
      { dossier: 'old:c1', strict: { late: true }, customary: { late: false } },
      { dossier: 'old:c3' },
      { dossier: 'old:c5' },
    ],
  });
  const told = await motcua(await ledger(), 'late', '--within', 'was-late', '--limit', '1');
  expect(told.stdout).toMatch(
    /late by 1 min \(working time: \d min\) by the strict convention alone/,
  );
  expect(told.stdout).toContain('1 of 3 dossiers');
  expect(told.stdout).toMatch(/^2026-03-10T15:00:00\+07:00  old:c1/);
});

test('where nothing is overdue it says so, and how to see what falls due', async () => {
  const told = await motcua(await ledger(), 'late');
  expect(told.stdout).toContain('0 of 0 dossiers');
  expect(told.stdout).toMatch(/nothing .+ is overdue by the strict convention; with --within 7/);
  const custom = await motcua(await ledger(), 'late', '--convention', 'customary');
  expect(custom.stdout).toContain('is overdue by the customary convention');
  for (const within of ['7', 'was-late', 'any']) {
    const other = await motcua(await ledger(), 'late', '--within', within);
    expect(other.stdout).toContain('of');
    expect(other.stdout).not.toContain('--within 7');
  }
});

test('beside the list stands how many are late by each convention, whichever was asked for', async () => {
  const counts = 'late by the strict convention: 3, by the customary: 0; they differ on 3';
  for (const convention of ['strict', 'customary']) {
    const args = ['late', '--within', 'was-late', '--convention', convention];
    expect((await motcua(await ledger(), ...args)).stdout).toContain(counts);
    expect(jsonOf(await motcua(await ledger(), ...args, '--json'))).toMatchObject({
      total: convention === 'strict' ? 3 : 0,
      late: { strict: 3, customary: 0, differ: 3 },
    });
  }
});

test('a finding says how late it is as the late list does, and by which convention', async () => {
  const told = await motcua(
    await ledger(),
    'findings',
    '--rule',
    'processing-deadline',
    '--differs',
  );
  expect(told.stdout).toMatch(
    /late by 1 min \(working time: \d min\) by the strict convention alone/,
  );
  expect(told.stdout).toContain('3 of 3 findings');
  const inspected = await motcua(await ledger(), 'inspect', 'old:c1');
  expect(inspected.stdout).toMatch(/processing-deadline: late, .+ by the strict convention alone/);
});

test('late and findings are printed whole as CSV, whatever the limit', async () => {
  const late = await motcua(await ledger(), 'late', '--within', 'any', '--limit', '1', '--csv');
  expect(late.stdout.startsWith('dossier,centre,')).toBe(true);
  expect(late.stdout.trimEnd().split('\r\n')).toHaveLength(1 + 3);
  const found = await motcua(await ledger(), 'findings', '--state', 'remedied', '--csv');
  expect(found.stdout.trimEnd().split('\r\n')).toHaveLength(1 + 3);
});

test.each([
  [['late', '--within', '2'], '--within'],
  [['late', '--due-before', 'monday'], '--due-before'],
  [['late', '--convention', 'usual'], '--convention'],
  [['findings', '--state', 'forgotten'], '--state'],
  [['findings', '--rule', 'no-such-rule'], 'no rule no-such-rule'],
  [['findings', '--limit', '0'], '--limit'],
  [['findings', '--centre', 'HN'], 'no centre HN; there are: SL, TQ, BL, KT, NB, reference'],
  [['late', '--centre', 'HN'], 'no centre HN; there are: '],
])('%j is refused, and the option named', async (args, named) => {
  const ran = await motcua(await ledger(), ...args);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain(named);
});
