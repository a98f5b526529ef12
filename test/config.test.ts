import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

test('everything has a safe default', () => {
  expect(readConfig({ HOME: '/root', LEDGER_FILE: 'accounts.journal', LEDGER_PORT: '' })).toEqual({
    dir: resolve('./var/ledger'),
    host: '127.0.0.1',
    port: 8080,
    witness: null,
    name: 'ledger',
    logLevel: 'info',
    referenceZone: 'Asia/Ho_Chi_Minh',
    referenceCalendar: 'always',
    rateLimit: 60_000,
  });
});

test('folders are absolute, whether they were said so or not', () => {
  expect(readConfig({ LEDGER_DIR: 'data', LEDGER_WITNESS: 'other/head' })).toMatchObject({
    dir: resolve('data'),
    witness: resolve('other/head'),
  });
  expect(readConfig({ LEDGER_DIR: '/srv/ledger' }).dir).toBe('/srv/ledger');
});

test('every mistake is named at once', () => {
  const env = {
    LEDGER_PORT: 'eighty',
    LEDGER_LOG_LEVEL: 'loud',
    LEDGER_STORE: 'paper',
    LEDGER_REFERENCE_ZONE: 'Asia/Atlantis',
    LEDGER_DIRECTORY: '/srv',
  };
  expect(() => readConfig(env)).toThrow(ConfigError);
  for (const name of Object.keys(env)) expect(() => readConfig(env)).toThrow(name);
});

test.each(['-1', '65536', '80.5', 'x'])('%s is no port', (port) => {
  expect(() => readConfig({ LEDGER_PORT: port })).toThrow('LEDGER_PORT');
});
