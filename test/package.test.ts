/** What someone relies on who has nothing but a clone of this repository and npm. */
import { accessSync, constants, existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

const Versions = z.record(z.string(), z.string());
const manifest = z
  .object({
    dependencies: Versions,
    devDependencies: Versions,
    optionalDependencies: Versions,
  })
  .parse(JSON.parse(textOf('package.json')));

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        resolved: z.string().optional(),
        integrity: z.string().optional(),
        optionalDependencies: Versions.default({}),
      }),
    ),
  })
  .parse(JSON.parse(textOf('package-lock.json')));

describe('an install tomorrow is the install of today', () => {
  test.each(['dependencies', 'devDependencies', 'optionalDependencies'] as const)(
    'every version in %s is exact',
    (kind) => {
      const loose = Object.entries(manifest[kind]).filter(
        ([, version]) => !/^(\d+\.\d+\.\d+(-[\w.]+)?|file:bin)$/.test(version),
      );
      expect(loose).toEqual([]);
    },
  );

  test('the lock names no registry, so that any mirror will do', () => {
    expect(locked(({ resolved }) => resolved !== undefined)).toEqual([]);
  });

  test('the lock holds the digest of every package that is installed here', () => {
    const unproved = locked(({ integrity }) => integrity === undefined);
    expect(unproved.filter((path) => existsSync(join(root, path)))).toEqual([]);
  });

  // A registry that lacks the package of another platform leaves it out of the lock in silence,
  // and then `npm ci` refuses the lock where it is installed from such a registry.
  test('the lock lists what other platforms need too', () => {
    const wanted = Object.values(lock.packages).flatMap((entry) =>
      Object.keys(entry.optionalDependencies),
    );
    const listed = Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1));
    expect(wanted.filter((name) => !listed.includes(name))).toEqual([]);
  });
});

describe('the command line', () => {
  const file = 'src/cli.ts';

  test('is what npx finds by its name, without a script at install', () => {
    expect(realpathSync(join(root, 'node_modules/.bin/motcua'))).toBe(join(root, 'bin/motcua.js'));
    expect(textOf('bin/motcua.js')).toContain(`import '../${file}';`);
  });

  test('can be executed, by the Node that comes along', () => {
    expect(() => accessSync(join(root, file), constants.X_OK)).not.toThrow();
    expect(textOf(file)).toMatch(/^#!\/usr\/bin\/env (-S )?node\b/);
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
/** This package, and the folder by which npx finds its command. */
const ours = new Set(['', 'bin', 'node_modules/motcua']);

function locked(wrong: (entry: (typeof lock.packages)[string]) => boolean): string[] {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => !ours.has(path) && wrong(entry))
    .map(([path]) => path);
}
