/** Access tokens: found by whoever holds them, and by nobody else. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAccess } from '../../src/ledger/access.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'access-'));
  file = join(dir, 'access.db');
});
afterEach(() => rmSync(dir, { recursive: true }));

test('a token finds its holder, also after the file was opened anew', () => {
  const holder = {
    role: 'clerk',
    centre: 'bac-lieu',
    official: 'cb-0417',
    name: 'Quầy 3',
  } as const;
  let id: string;
  let token: string;
  {
    using access = openAccess(file);
    ({ id, token } = access.create(holder));
  }
  using access = openAccess(file);
  expect(access.find(token)).toEqual({
    id,
    role: 'clerk',
    centres: ['bac-lieu'],
    agency: null,
    official: 'cb-0417',
    name: 'Quầy 3',
  });
});

test('without a centre it is for all of them', () => {
  using access = openAccess(file);
  expect(access.find(access.create({ role: 'inspector' }).token)?.centres).toBeNull();
  const two = access.create({ role: 'clerk', centre: ['a', 'b'] });
  expect(access.find(two.token)?.centres).toEqual(['a', 'b']);
});

test('anything else finds nobody', () => {
  using access = openAccess(file);
  const { token } = access.create({ role: 'inspector' });
  const other = access.create({ role: 'director' }).token;
  const [id = '', secret = ''] = token.split('.');
  const [, otherSecret = ''] = other.split('.');
  const last = secret.endsWith('A') ? 'B' : 'A';
  const wrong = ['', id, `${id}.`, secret, `${id}.${otherSecret}`, `${token}A`, ` ${token}`];
  for (const text of [...wrong, `${id}.${secret.slice(0, -1)}${last}`, token.toUpperCase()]) {
    expect(access.find(text)).toBeNull();
  }
});

test('another process makes and revokes tokens beside it, and both are seen at once', () => {
  using server = openAccess(file);
  using commandLine = openAccess(file);
  const { id, token } = commandLine.create({ role: 'inspector' });
  expect(server.find(token)?.id).toBe(id);
  expect(commandLine.revoke(id)).toBe(true);
  expect(server.find(token)).toBeNull();
});

test('revoking twice is no error and keeps the first time; revoking nobody says so', () => {
  let now = new Date('2026-03-02T01:00:00Z');
  using access = openAccess(file, undefined, () => now);
  const { id } = access.create({ role: 'inspector' });
  expect(access.list()).toMatchObject([
    { id, createdAt: '2026-03-02T01:00:00.000Z', revokedAt: null },
  ]);
  expect(access.revoke(id)).toBe(true);
  now = new Date('2026-03-03T01:00:00Z');
  expect(access.revoke(id)).toBe(true);
  expect(access.revoke('0'.repeat(16))).toBe(false);
  expect(access.list()).toMatchObject([{ id, revokedAt: '2026-03-02T01:00:00.000Z' }]);
});

test('the file holds no token, and is readable by its owner alone', () => {
  let token: string;
  {
    using access = openAccess(file);
    ({ token } = access.create({ role: 'inspector' }));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  }
  const [, secret = ''] = token.split('.');
  const bytes = readFileSync(file);
  expect(bytes.includes(secret)).toBe(false);
  expect(bytes.includes(Buffer.from(secret, 'base64url'))).toBe(false);
});

test('under another secret no token counts', () => {
  using access = openAccess(file, Buffer.alloc(32, 1));
  const { token } = access.create({ role: 'inspector' });
  using other = openAccess(file, Buffer.alloc(32, 2));
  expect(access.find(token)).not.toBeNull();
  expect(other.find(token)).toBeNull();
});

test('a token for someone in particular says for whom', () => {
  using access = openAccess(file);
  expect(() => access.create({ role: 'official' })).toThrow('names the official');
  expect(() => access.create({ role: 'agency-officer' })).toThrow('names the agency');
  expect(() => access.create({ role: 'clerk', centre: [] })).toThrow('opens nothing');
});
