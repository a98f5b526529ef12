/** The command line as scripts and people use it. */
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import { newFolder, withoutTriggers } from '../support/ledger-folder.ts';
import { jsonOf, mapping, motcua, motcuaIn, writeExport } from './motcua.ts';

let dir: string;
let file: string;
let map: string;

beforeEach(() => {
  const folder = newFolder();
  dir = join(folder, 'ledger');
  file = join(folder, 'export.csv');
  map = join(folder, 'mapping.json');
  writeExport(file, 6);
  writeFileSync(map, JSON.stringify(mapping));
});

/** Also a failure is one line. */
const failure = expect.stringMatching(/^\{"ok":false,"error":.*\}\n$/);

const importIt = (...args: string[]) =>
  motcua(dir, 'import', file, '--mapping', map, '--json', ...args);

describe('import', () => {
  test('records a file once, however often it is given', async () => {
    const first = await importIt();
    expect(first.code).toBe(0);
    expect(jsonOf(first)).toMatchObject({ cases: 6, events: 24, refused: 0, known: 0 });
    expect(jsonOf(first)['seconds']).toEqual(expect.any(Number));
    expect(jsonOf(await importIt())).toMatchObject({ cases: 6, events: 0, known: 24 });
  });

  test('a longer export of the same system adds only its new rows', async () => {
    await importIt();
    writeExport(file, 7);
    expect(jsonOf(await importIt())).toMatchObject({ cases: 7, events: 4, known: 24 });
  });

  test('a bad row is listed with its line, the others are recorded, and the exit code says so', async () => {
    const late = 'c9,2026-03-02T01:00:00Z,2026-03-10T08:00:00Z,2026-03-09T08:00:00Z';
    appendFileSync(file, `${late},check,r1,2026-02-30T01:00:00Z,9-1\n`);
    const ran = await importIt();
    expect(ran.code).toBe(3);
    expect(jsonOf(ran)).toMatchObject({ refused: 1, notes: [{ line: 14 }] });
    expect(ran.stderr).toMatch(/line 14: refused: .*2026-02-30/);
  });

  test('a file that is cut off is refused as a whole, and nothing of it is recorded', async () => {
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.slice(0, -20));
    const ran = await importIt();
    expect(ran).toMatchObject({ code: 65, stdout: failure });
    expect(ran.stderr).toContain('nothing was recorded');
    writeFileSync(file, whole);
    expect(jsonOf(await importIt())).toMatchObject({ events: 24, known: 0 });
  });

  test('--dry-run says the same and records nothing', async () => {
    expect(jsonOf(await importIt('--dry-run'))).toMatchObject({
      facts: 24,
      events: 0,
      dryRun: true,
    });
    expect(jsonOf(await importIt())).toMatchObject({ events: 24, known: 0 });
  });

  test.each([
    ['a column that is not there', { ...mapping, case: 'no-such-column' }, 'no-such-column'],
    [
      'an event that does not exist',
      { ...mapping, perRow: [{ ...mapping.perRow[0], event: 'StepDone' }] },
      'perRow[0].event',
    ],
    ['a centre that does not exist', { ...mapping, centre: 'H99' }, 'H99'],
  ])('a mapping with %s is refused, with its place', async (_, wrong, place) => {
    writeFileSync(map, JSON.stringify(wrong));
    const ran = await importIt();
    expect(ran).toMatchObject({ code: 65, stdout: failure });
    expect(ran.stderr).toContain(place);
  });
});

describe('verify', () => {
  test('says that a whole ledger is whole', async () => {
    await importIt();
    const ran = await motcua(dir, 'verify', '--json');
    expect(ran.code).toBe(0);
    expect(jsonOf(ran)).toMatchObject({
      ok: true,
      size: 24,
      root: expect.stringMatching(/^[0-9a-f]{64}$/),
      firstWrong: null,
    });
  });

  test('names the event that somebody changed behind the back of the ledger', async () => {
    await importIt();
    const intruder = new DatabaseSync(join(dir, 'ledger.db'));
    withoutTriggers(intruder, () =>
      intruder.exec(
        `UPDATE event SET content = replace(content, '"sign"', '"seal"') WHERE idx = 6`,
      ),
    );
    intruder.close();
    const ran = await motcua(dir, 'verify', '--json');
    expect(ran.code).toBe(1);
    expect(jsonOf(ran)).toMatchObject({ ok: false, firstWrong: { index: 6 } });
  });

  test('a ledger that lost its end takes no import, says what to do, and goes on once that is accepted', async () => {
    await importIt();
    const intruder = new DatabaseSync(join(dir, 'ledger.db'));
    withoutTriggers(intruder, () => intruder.exec('DELETE FROM event WHERE idx >= 20'));
    intruder.close();

    const refused = await importIt();
    expect(refused).toMatchObject({ code: 69, stdout: failure });
    expect(refused.stderr).toMatch(/4 recorded events are missing.*accept-loss/s);
    expect((await motcua(dir, 'verify', '--json')).code).toBe(1);

    const accept = ['accept-loss', '--by', 'gd-0400', '--reason', 'the disk failed', '--json'];
    expect(jsonOf(await motcua(dir, ...accept))).toMatchObject({
      accepted: 'log-shorter',
      size: 21,
    });
    expect(jsonOf(await motcua(dir, 'verify', '--json'))).toMatchObject({ ok: true, size: 21 });
    expect((await motcua(dir, ...accept)).code).toBe(2);
    expect(jsonOf(await importIt())).toMatchObject({ events: 4 });
  });

  test('a folder without a ledger is said to be one', async () => {
    const ran = await motcua(dir, 'verify', '--json');
    expect(ran).toMatchObject({ code: 78, stdout: failure });
    expect(ran.stderr).toContain('there is no ledger');
  });
});

test.each([['serve'], ['findings'], ['inspect', 'old:c1']])(
  '%s says of a damaged file that it is damaged, and what to do',
  async (...args) => {
    await importIt();
    const bytes = readFileSync(join(dir, 'ledger.db'));
    for (let page = 4096; page < bytes.length; page += 4096) bytes.fill(0x5a, page, page + 64);
    writeFileSync(join(dir, 'ledger.db'), bytes);
    const ran = await motcua(dir, ...args);
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.stderr).toMatch(/damaged.*motcua verify.*motcua restore/);
  },
);

describe('looking', () => {
  test('findings are listed with their proof', async () => {
    await importIt();
    const found = jsonOf(await motcua(dir, 'findings', '--rule', 'processing-deadline', '--json'));
    expect(found).toMatchObject({
      total: 3,
      items: [{ state: 'remedied', late: { clockMinutes: 1 } }, {}, {}],
    });
    expect((await motcua(dir, 'findings', '--rule', 'no-such-rule')).code).toBe(2);
  });

  test('a dossier is shown as it is, and as it was', async () => {
    await importIt();
    const now = jsonOf(await motcua(dir, 'inspect', 'old:c1', '--json'));
    expect(now).toMatchObject({ state: { status: 'returned' }, duties: [{ state: 'late' }] });
    const then = jsonOf(await motcua(dir, 'inspect', 'dossier-old:c1', '--as-of', '0', '--json'));
    expect(then).toMatchObject({
      duties: [{ state: 'overdue' }],
      trail: [{ type: 'DossierReceived' }],
    });
    expect((await motcua(dir, 'inspect', 'old:c99')).code).toBe(66);
  });

  test('a rebuild shows everything that is in the log', async () => {
    await importIt();
    expect(jsonOf(await motcua(dir, 'rebuild', '--json'))).toMatchObject({
      events: 24,
      position: 23,
    });
  });
});

describe('copies', () => {
  test('a copy put back has the same root, and can be read with its keys', async () => {
    await importIt();
    const [copy, keys, other] = [`${dir}-copy`, `${dir}-keys`, `${dir}-other`];
    const made = jsonOf(await motcua(dir, 'backup', copy, '--keys', keys, '--json'));
    const put = jsonOf(await motcua(other, 'restore', copy, '--keys', keys, '--json'));
    expect(put).toMatchObject({ ok: true, size: 24, root: made['root'] });
    expect(jsonOf(await motcua(other, 'verify', '--json'))).toMatchObject({
      ok: true,
      root: made['root'],
    });
  });

  test('a copy put back without its keys is read and verified, and takes nothing until they are back', async () => {
    await importIt();
    const [copy, keys, other] = [`${dir}-copy`, `${dir}-keys`, `${dir}-other`];
    await motcua(dir, 'backup', copy, '--keys', keys, '--json');
    expect((await motcua(other, 'restore', copy, '--json')).stderr).toContain('for reading only');
    const verified = await motcua(other, 'verify', '--json');
    expect(verified.code).toBe(0);
    expect(verified.stderr).toContain('no key ring');
    expect((await motcua(other, 'inspect', 'old:c1', '--json')).code).toBe(0);

    const again = ['import', file, '--mapping', map, '--json'];
    const refused = await motcua(other, ...again);
    expect(refused.code).toBe(69);
    expect(refused.stderr).toContain('put back the keys.db');
    copyFileSync(join(keys, 'keys.db'), join(other, 'keys.db'));
    expect(jsonOf(await motcua(other, ...again))).toMatchObject({ events: 0, known: 24 });
  });

  test('a ledger is never overwritten, and a damaged copy never put back', async () => {
    await importIt();
    const copy = `${dir}-copy`;
    await motcua(dir, 'backup', copy, '--json');
    expect(await motcua(dir, 'restore', copy, '--json')).toMatchObject({
      code: 65,
      stdout: failure,
    });
    expect(await motcua(dir, 'backup', copy, '--json')).toMatchObject({
      code: 65,
      stdout: failure,
    });

    const bytes = readFileSync(join(copy, 'ledger.db'), 'latin1');
    writeFileSync(join(copy, 'ledger.db'), bytes.replaceAll('"sign"', '"seal"'), 'latin1');
    const ran = await motcua(`${dir}-other`, 'restore', copy, '--json');
    expect(ran).toMatchObject({ code: 65, stdout: failure });
    expect(ran.stderr).toContain('does not verify');
  });
});

describe('usage', () => {
  test.each([
    ['an unknown command', ['frobnicate']],
    ['a token without a role', ['token', 'create']],
    ['a role that does not exist', ['token', 'create', '--role', 'king']],
    ['a centre that does not exist', ['token', 'create', '--role', 'clerk', '--centre', 'H99']],
    ['an import without a mapping', ['import', 'x.csv']],
  ])('%s is a mistake, and is said to be one', async (_, args) => {
    const ran = await motcua(dir, ...args);
    expect(ran.code).toBe(2);
    expect(ran.stderr).not.toBe('');
  });

  test('a folder that is a file', async () => {
    const ran = await motcua(file, 'serve');
    expect(ran).toMatchObject({ code: 73, stdout: '' });
    expect(ran.stderr).toContain('LEDGER_DIR');
  });

  test('a database that is damaged is said to be one, with what to do', async () => {
    await importIt();
    writeFileSync(join(dir, 'ledger.db'), 'not a database, but long enough to look at'.repeat(200));
    const ran = await motcua(dir, 'serve');
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/damaged .*motcua verify.*motcua restore/s);
    expect(await motcua(dir, 'verify', '--json')).toMatchObject({
      stdout: expect.stringContaining('"ok":false'),
    });
  });

  test('a file that is not there', async () => {
    const ran = await motcua(dir, 'import', '/no/such/file.csv', '--mapping', map);
    expect(ran.code).toBe(66);
    expect(ran.stderr).toContain('/no/such/file.csv');
  });

  test('a code of which no dossier is on record may be of another kind: it is said how to write that', async () => {
    await importIt();
    const ran = await motcua(dir, 'inspect', 'PA-NB-2026-0033');
    expect(ran.code).toBe(66);
    expect(ran.stderr).toContain('Write another kind of record as complaint-PA-NB-2026-0033');
  });

  test('where there is no ledger no token is made, and no folder', async () => {
    for (const args of [
      ['create', '--role', 'inspector'],
      ['list'],
      ['revoke', '0123456789abcdef'],
    ]) {
      const ran = await motcua(dir, 'token', ...args);
      expect(ran).toMatchObject({ code: 78, stdout: '' });
      expect(ran.stderr).toContain('there is no ledger in');
    }
    expect(existsSync(dir)).toBe(false);
  });

  test('a command in the usual folder, where there is only a demo, says where the demo is', async () => {
    const elsewhere = join(newFolder(), 'place');
    mkdirSync(join(elsewhere, 'var/demo'), { recursive: true });
    writeFileSync(join(elsewhere, 'var/demo/ledger.db'), '');
    const ran = await motcuaIn(elsewhere, 'verify');
    expect(ran.code).toBe(78);
    expect(ran.stderr).toMatch(/var.ledger.*there is a demo in \.\/var\/demo/s);
  });

  test('tokens are made, listed without their secret, and ended', async () => {
    await importIt();
    const made = await motcua(dir, 'token', 'create', '--role', 'inspector', '--json');
    expect(made.stderr).toContain(dir);
    const { id, token } = jsonOf(made);
    const listed = await motcua(dir, 'token', 'list', '--json');
    expect(jsonOf(listed)).toMatchObject({ tokens: [{ id, role: 'inspector', centres: null }] });
    expect(listed.stdout).not.toContain(String(token).split('.')[1]);
    expect((await motcua(dir, 'token', 'revoke', String(id))).code).toBe(0);
    expect((await motcua(dir, 'token', 'revoke', String(id))).code).toBe(0);
    expect((await motcua(dir, 'token', 'revoke', '0123456789abcdef')).code).toBe(66);
  });
});
