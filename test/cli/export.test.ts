/** `motcua export`, and `motcua restore` of what it wrote, as scripts and people use them. */
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { verifyLedger } from '../../src/evidence/verify.ts';
import { pathsIn } from '../../src/ledger/ledger.ts';
import { newFolder, withoutTriggers } from '../support/ledger-folder.ts';
import { jsonOf, mapping, motcua, startMotcua, startServer, writeExport } from './motcua.ts';

/** Also a failure is one line. */
const failure = expect.stringMatching(/^\{"ok":false,"error":.*\}\n$/);

let folder: string;
let dir: string;
let out: string;

beforeEach(() => {
  folder = newFolder();
  [dir, out] = [join(folder, 'ledger'), join(folder, 'export.ndjson')];
});

/** Four events for each of so many cases, imported from a file of another system. */
async function record(cases: number): Promise<void> {
  const [file, map] = [join(folder, 'export.csv'), join(folder, 'mapping.json')];
  writeExport(file, cases);
  writeFileSync(map, JSON.stringify(mapping));
  expect((await motcua(dir, 'import', file, '--mapping', map)).code).toBe(0);
}

const linesIn = (text: string) => text.split(/(?<=\n)/);

describe('export', () => {
  test('writes the log to stdout, and speaks of it on stderr', async () => {
    await record(6);
    const ran = await motcua(dir, 'export');
    expect(ran.code).toBe(0);
    expect(linesIn(ran.stdout)).toHaveLength(26);
    expect(ran.stderr).toMatch(/24 events in stdout\nroot [0-9a-f]{64} of 24 events\n.*--keys/);
  });

  test('writes a new file, plain or packed, with the same lines', async () => {
    await record(6);
    const plain = await motcua(dir, 'export', '--out', out, '--json');
    const { root } = jsonOf(await motcua(dir, 'verify', '--json'));
    const said = { ok: true, file: out, events: 24, from: 0, size: 24, root, gzip: false };
    expect(plain.code).toBe(0);
    expect(jsonOf(plain)).toEqual(said);
    await motcua(dir, 'export', '--out', `${out}.gz`, '--gzip');
    expect(gunzipSync(readFileSync(`${out}.gz`))).toEqual(readFileSync(out));
    expect((await motcua(dir, 'export')).stdout).toBe(readFileSync(out, 'utf8'));
  });

  test('writes a part, and refuses one that there is not', async () => {
    await record(6);
    const part = await motcua(dir, 'export', '--from', '10', '--until', '19');
    expect(linesIn(part.stdout)).toHaveLength(12);
    const beyond = ['export', '--until', '24', '--out', out, '--json'];
    expect(await motcua(dir, ...beyond)).toMatchObject({ code: 65, stdout: failure });
    expect(existsSync(out)).toBe(false);
  });

  test('never writes over a file', async () => {
    await record(6);
    writeFileSync(out, 'something else');
    const ran = await motcua(dir, 'export', '--out', out, '--json');
    expect(ran).toMatchObject({ code: 65, stdout: failure });
    expect(ran.stderr).toContain('exists already');
    expect(readFileSync(out, 'utf8')).toBe('something else');
  });

  test('ends quietly when nobody reads on', async () => {
    await record(2_000);
    const child = startMotcua(dir, 'export');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  });

  test('writes nothing of a ledger that lost its end, and says what to do', async () => {
    await record(6);
    const intruder = new DatabaseSync(join(dir, 'ledger.db'));
    withoutTriggers(intruder, () => intruder.exec('DELETE FROM event WHERE idx >= 20'));
    intruder.close();
    const ran = await motcua(dir, 'export', '--out', out, '--json');
    expect(ran).toMatchObject({ code: 65, stdout: failure });
    expect(ran.stderr).toMatch(/would hide a loss; run "motcua verify"/);
    expect(readdirSync(folder).filter((name) => name.startsWith('export.ndjson'))).toEqual([]);
  });

  test.each([
    ['JSON on stdout, where the export is', ['--json']],
    ['a part that begins at no index', ['--from', 'x']],
    ['a part that ends before the first', ['--until', '-1']],
  ])('%s is a mistake', async (_, args) => {
    expect((await motcua(dir, 'export', ...args)).code).toBe(2);
  });

  test('a folder without a ledger is said to be one', async () => {
    const ran = await motcua(dir, 'export', '--out', out, '--json');
    expect(ran).toMatchObject({ code: 78, stdout: failure });
  });

  test('works beside a server', async () => {
    await record(6);
    await startServer(dir);
    expect(jsonOf(await motcua(dir, 'export', '--out', out, '--json'))).toMatchObject({ size: 24 });
  });
});

describe('restore', () => {
  test('puts an export back, with its keys, and the import goes on where it was', async () => {
    await record(6);
    const [keys, other] = [join(folder, 'keys'), join(folder, 'other')];
    await motcua(dir, 'backup', join(folder, 'copy'), '--keys', keys);
    await motcua(dir, 'export', '--out', out);
    const put = await motcua(other, 'restore', out, '--keys', keys, '--json');
    const { root } = jsonOf(await motcua(dir, 'verify', '--json'));
    expect(put.code).toBe(0);
    expect(jsonOf(put)).toEqual({ ok: true, size: 24, root, folder: other });
    expect((await motcua(other, 'export')).stdout).toBe(readFileSync(out, 'utf8'));
    const again = ['import', join(folder, 'export.csv'), '--mapping', join(folder, 'mapping.json')];
    expect(jsonOf(await motcua(other, ...again, '--json'))).toMatchObject({ events: 0, known: 24 });
  });

  test('without keys it is for reading only, and says so', async () => {
    await record(6);
    await motcua(dir, 'export', '--out', out);
    const other = join(folder, 'other');
    const put = await motcua(other, 'restore', out, '--json');
    expect(put.stderr).toContain('for reading only');
    expect((await motcua(other, 'verify')).code).toBe(0);
    expect((await motcua(other, 'inspect', 'old:c1', '--json')).code).toBe(0);
    const again = ['import', join(folder, 'export.csv'), '--mapping', join(folder, 'mapping.json')];
    expect((await motcua(other, ...again)).code).toBe(69);
  });

  test('refuses a file that was cut off, one that is none, and a folder in use', async () => {
    await record(6);
    await motcua(dir, 'export', '--out', out);
    const other = join(folder, 'other');
    expect(await motcua(dir, 'restore', out, '--json')).toMatchObject({
      code: 65,
      stdout: failure,
    });

    writeFileSync(out, linesIn(readFileSync(out, 'utf8')).slice(0, 20).join(''));
    const cut = await motcua(other, 'restore', out, '--json');
    expect(cut).toMatchObject({ code: 65, stdout: failure });
    expect(cut.stderr).toMatch(/cut off: it ends after 19 of 24 events/);

    const none = await motcua(other, 'restore', join(folder, 'export.csv'), '--json');
    expect(none).toMatchObject({ code: 65, stdout: failure });
    expect(none.stderr).toContain('line 1: this is no export');
    expect((await motcua(other, 'restore', join(folder, 'nothing'))).code).toBe(66);
    expect((await motcua(other, 'verify')).code).toBe(78);
  });

  test('killed at whatever moment, it leaves no ledger or a whole one, and can be run again', async () => {
    await record(3_000);
    await motcua(dir, 'export', '--out', out);
    const { root } = jsonOf(await motcua(dir, 'verify', '--json'));
    const other = join(folder, 'other');
    for (const milliseconds of [0, 60, 150, 300, 600]) {
      const child = startMotcua(other, 'restore', out);
      const closed = once(child, 'close');
      while (child.exitCode === null && !existsSync(join(other, 'restoring'))) await wait(2);
      await wait(milliseconds);
      child.kill('SIGKILL');
      await closed;
      if (!existsSync(join(other, 'ledger.db'))) continue;
      expect(verifyLedger(pathsIn(other))).toMatchObject({ ok: true, root });
      rmSync(other, { recursive: true });
    }
    const last = await motcua(other, 'restore', out, '--json');
    expect(jsonOf(last)).toMatchObject({ ok: true, size: 12_000, root });
    expect(existsSync(join(other, 'restoring'))).toBe(false);
  });
});

test('--version says which release this is', async () => {
  const ran = await motcua(dir, '--version');
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
