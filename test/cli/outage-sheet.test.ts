/** The sheet for an outage on the command line: made, filled in, checked and recorded. */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder } from '../support/ledger-folder.ts';
import { jsonOf, motcua } from './motcua.ts';

test('a sheet is written, filled in, checked, and recorded as the catch-up of an outage', async () => {
  const folder = newFolder();
  const dir = join(folder, 'ledger');
  const [csv, html] = [join(folder, 'form.csv'), join(folder, 'form.html')];
  const made = await motcua(dir, 'outage-sheet', '--out', csv, '--html', html);
  expect(made.code).toBe(0);
  expect(made.stdout).toContain('Tiếp nhận hồ sơ: Mã hồ sơ');
  expect(readFileSync(html, 'utf8')).toContain('<td>Tiếp nhận hồ sơ</td>');
  const again = await motcua(dir, 'outage-sheet', '--out', csv);
  expect(again).toMatchObject({ code: 73, stderr: expect.stringContaining('is there already') });

  const line = '1,1,2/3/2026,8:05,Tiếp nhận hồ sơ,H42.17-260302-0001,cb-1,,,9/3/2026';
  appendFileSync(csv, `${line},,,,,,,,cb-2\r\n`);
  const importIt = (...args: string[]) =>
    motcua(dir, 'import', csv, '--mapping', 'outage-sheet', '--json', ...args);
  expect(await importIt()).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('name it, as in --outage SC-2026-01'),
  });
  expect(await importIt('--outage', ' ')).toMatchObject({ code: 2 });
  const outage = ['--outage', 'SC-2026-01'];
  expect(await importIt(...outage, '--centre', 'H99')).toMatchObject({
    code: 65,
    stderr: expect.stringContaining('no centre of this ledger is named "H99"'),
  });
  const checked = await importIt(...outage, '--dry-run');
  expect(jsonOf(checked)).toMatchObject({ facts: 1, events: 0, dryRun: true });
  expect(jsonOf(await importIt(...outage))).toMatchObject({ facts: 1, events: 1 });
  expect(jsonOf(await importIt(...outage))).toMatchObject({ events: 0, known: 1 });
});

test('what does not go together on the command line is refused, with what to do', async () => {
  const dir = newFolder();
  expect(await motcua(dir, 'outage-sheet')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--out form.csv'),
  });
  const args = ['import', 'x.csv', '--mapping', 'wabo-receipt'];
  expect(await motcua(dir, ...args, '--outage', 'SC-1')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('leave out --outage'),
  });
  expect(await motcua(dir, ...args, '--given', 'account')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('write it as NAME=VALUE'),
  });
  expect(await motcua(dir, ...args, '--given', 'account=1')).toMatchObject({
    code: 65,
    stderr: expect.stringContaining('account is given, and the mapping does not ask for it'),
  });
});
