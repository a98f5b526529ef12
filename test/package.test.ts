/** What someone relies on who has nothing but a clone of this repository and npm. */
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

const Versions = z.record(z.string(), z.string());
const manifest = z
  .object({
    bin: z.object({ motcua: z.string() }),
    dependencies: Versions,
    devDependencies: Versions,
    optionalDependencies: Versions,
  })
  .parse(JSON.parse(textOf('package.json')));

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ resolved: z.string().optional(), integrity: z.string().optional() }),
    ),
  })
  .parse(JSON.parse(textOf('package-lock.json')));

describe('an install tomorrow is the install of today', () => {
  test.each(['dependencies', 'devDependencies', 'optionalDependencies'] as const)(
    'every version in %s is exact',
    (kind) => {
      const loose = Object.entries(manifest[kind]).filter(
        ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
      );
      expect(loose).toEqual([]);
    },
  );

  test('the lock names no registry, so that any mirror will do', () => {
    expect(locked(({ resolved }) => resolved !== undefined)).toEqual([]);
  });

  test('the lock holds the digest of every package', () => {
    expect(locked(({ integrity }) => integrity === undefined)).toEqual([]);
  });
});

describe('the command line', () => {
  const file = manifest.bin.motcua;

  test('is src/cli.ts', () => {
    expect(file).toBe('src/cli.ts');
    expect(existsSync(join(root, file))).toBe(true);
  });

  test('can be executed, by the Node that comes along', () => {
    expect(() => accessSync(join(root, file), constants.X_OK)).not.toThrow();
    expect(textOf(file)).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});

test('the README gives the two commands, each on a line that can be pasted', () => {
  const lines = textOf('README.md')
    .split('\n')
    .map((line) => line.trim());
  expect(lines).toContain('npm ci && npm run demo');
  expect(lines).toContain('npm ci && npm test');
});

/** Installed packages of which `wrong` holds; the first entry of a lock is the project itself. */
function locked(wrong: (entry: (typeof lock.packages)[string]) => boolean): string[] {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && wrong(entry))
    .map(([path]) => path);
}
