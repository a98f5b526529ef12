/** Properties of the source as text: who may import whom, and what must never be written. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { z } from 'zod';

/** The floors of the house, from the ground up. A room may use itself and every floor below it. */
const floors: readonly (readonly string[])[] = [
  ['domain'],
  ['ledger'],
  ['projections'],
  ['evidence', 'intake', 'demo'],
  ['api'],
  ['main.ts', 'cli.ts', 'cli', 'config.ts'],
];

/** Those that wire know everyone, and only they read the settings: others are handed what they need. */
const wiring: readonly string[] = ['main.ts', 'cli.ts', 'cli'];

/** Packages that files may import, by path; a file not matched may import none. */
const mayUse: readonly [file: RegExp, packages: RegExp][] = [
  [/^domain\/(.+\/)?vocabulary(\.ts$|\/)/, /^zod$/],
  [/^domain\/(units|personal)\.ts$/, /^zod$/],
  [/^(ledger|projections|evidence|demo)\//, /^(node:.+|zod)$/],
  [/^intake\//, /^(node:.+|zod|saxes|temporal-polyfill(\/.+)?)$/],
  [/^api\//, /^(node:.+|zod|fastify|fastify-.+|@fastify\/.+|prom-client|pino)$/],
  [/^config\.ts$/, /^(node:.+|zod)$/],
  [/^(main\.ts|cli\.ts|cli\/.+)$/, /./],
];

type Source = {
  readonly path: string;
  readonly text: string;
  /** Whatever it imports, as written; `loaded` are files it starts by `new URL(…, import.meta.url)`. */
  readonly imported: readonly string[];
  readonly loaded: readonly string[];
  /** Every member, call and `new`, as written: `Date.now`, `fetch(place)`, `new Date()`. */
  readonly uses: readonly string[];
};

const root = join(import.meta.dirname, '../src');
const sources = await Promise.all(
  (await readdir(root, { recursive: true }))
    .filter((path) => path.endsWith('.ts'))
    .map(async (path) => readSource(path, await readFile(join(root, path), 'utf8'))),
);

describe('the house', () => {
  test('every file stands in a room', () => {
    expect(sources).not.toEqual([]);
    expect(sources.map(({ path }) => room(path)).filter((name) => floor(name) === -1)).toEqual([]);
  });

  test('imports point down', () => {
    const wrong = edges(sources).filter(({ from, into }) => !mayImport(room(from), room(into)));
    expect(wrong).toEqual([]);
  });

  test('what a room may import from outside is listed', () => {
    const wrong = packagesOf(sources).filter(
      ({ from, name }) =>
        !mayUse.some(([file, packages]) => file.test(from) && packages.test(name)),
    );
    expect(wrong).toEqual([]);
  });

  test('every package that is imported comes with a production install', async () => {
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readFile(join(root, '../package.json'), 'utf8')));
    const wrong = packagesOf(sources).filter(({ name }) => {
      const [, installed = ''] = /^((?:@[^/]+\/)?[^/]+)/.exec(name) ?? [];
      return !name.startsWith('node:') && !Object.hasOwn(dependencies, installed);
    });
    expect(wrong).toEqual([]);
  });

  test('no file imports itself, by whatever way round', () => {
    expect(cycles(sources)).toEqual([]);
  });
});

describe('the domain is pure: no file', () => {
  test.each([
    ['reads the clock', /^(new Date(\(\))?$|Date\(|Date\.now|Date\[|performance\.|Temporal\.Now)/],
    ['draws a random number', /^(Math\.random|crypto\.|random\w+\()/],
    ['reads the environment', /^(process|globalThis|import\.meta)\s*[.[]/],
    ['uses the local zone', /\.(get(Hours|Day|Date|Month|FullYear)|toLocale(Date|Time)?String)$/],
    ['waits or calls', /^(set(Timeout|Interval|Immediate)|queueMicrotask|fetch)\(/],
  ])('%s', (_, forbidden) => {
    const guilty = sources
      .filter(({ path }) => room(path) === 'domain')
      .flatMap(({ path, uses }) =>
        uses.filter((name) => forbidden.test(name)).map((name) => `${path}: ${name}`),
      );
    expect(guilty).toEqual([]);
  });
});

describe('no file', () => {
  const found = (guilty: (source: Source) => boolean) =>
    sources.filter(guilty).map(({ path }) => path);

  test('has a default export', () => {
    expect(found(({ text }) => /^export default\b/m.test(text))).toEqual([]);
  });

  test('writes to the console, but the command line', () => {
    const guilty = found(({ uses }) => uses.some((code) => /^console\b/.test(code)));
    expect(guilty.filter((path) => !['cli', 'cli.ts'].includes(room(path)))).toEqual([]);
  });

  test('puts work off', () => {
    expect(found(({ text }) => /\b(TODO|FIXME)\b/.test(text))).toEqual([]);
  });

  test('begins without saying what it is for', () => {
    expect(found(({ text }) => !/^(#!.*\n)?\/\*\*/.test(text))).toEqual([]);
  });
});

describe('this test itself', () => {
  const sample = readSource(
    'api/sample.ts',
    `#!/usr/bin/env node
    /** Not an import: import x from './comment.ts'; process.exit(). */
    import type { A } from './type.ts';
    import { type B, c } from "zod";
    import './effect.ts';
    export type { D } from './export-type.ts';
    export * from './export-all.ts';
    type E = import('./type-expression.ts').E;
    const f = await import('./dynamic.ts');
    const g = new Worker(new URL('./worker.ts', import.meta.url));
    const h = ['Một cửa', 'process.env', new Date(), c.getDay];`,
  );

  test('sees every kind of import', () => {
    const files = ['type', 'effect', 'export-type', 'export-all', 'type-expression', 'dynamic'];
    const expected = [...files.map((name) => `./${name}.ts`), 'zod'];
    expect(sample.imported.toSorted()).toEqual(expected.toSorted());
    expect(sample.loaded).toEqual(['./worker.ts']);
  });

  test('sees what is used, and not what is only said', () => {
    const seen = sample.uses.filter((code) => !/Worker|URL/.test(code));
    expect(seen.toSorted()).toEqual(['c.getDay', 'import.meta.url', 'new Date()']);
  });

  test.each([
    ['api', 'domain', true],
    ['intake', 'intake', true],
    ['cli.ts', 'config.ts', true],
    ['domain', 'ledger', false],
    ['intake', 'demo', false],
    ['api', 'config.ts', false],
    ['config.ts', 'main.ts', false],
    ['api', '..', false],
  ])('%s may import %s: %s', (from, into, allowed) => {
    expect(mayImport(from, into)).toBe(allowed);
  });

  test('finds a ring of imports, and takes a diamond for none', () => {
    const file = (path: string, ...imported: string[]) =>
      readSource(path, imported.map((name) => `import './${name}';`).join('\n'));
    const diamond = [file('a.ts', 'b.ts', 'c.ts'), file('b.ts', 'd.ts'), file('c.ts', 'd.ts')];
    expect(cycles([...diamond, file('d.ts')])).toEqual([]);
    expect(cycles([...diamond, file('d.ts', 'b.ts')])).toEqual(['b.ts', 'd.ts']);
  });
});

function room(path: string): string {
  return path.split('/')[0] ?? path;
}

function floor(name: string): number {
  return floors.findIndex((rooms) => rooms.includes(name));
}

function mayImport(from: string, into: string): boolean {
  if (from === into || wiring.includes(from)) return true;
  return floor(into) !== -1 && floor(into) < floor(from);
}

/** Every file that a file imports or starts, inside `src` and beside it. */
function edges(files: readonly Source[]) {
  return files.flatMap(({ path, imported, loaded }) =>
    [...imported, ...loaded]
      .filter((name) => name.startsWith('.'))
      .map((name) => ({ from: path, into: normalize(join(dirname(path), name)) })),
  );
}

function packagesOf(files: readonly Source[]) {
  return files.flatMap(({ path, imported }) =>
    imported.filter((name) => !name.startsWith('.')).map((name) => ({ from: path, name })),
  );
}

/** The files that reach themselves. A worker is a program of its own: starting it is not importing it. */
function cycles(files: readonly Source[]): string[] {
  const imports = Map.groupBy(
    edges(files.map((file) => ({ ...file, loaded: [] }))),
    ({ from }) => from,
  );
  const reach = (from: string, reached: Set<string>): Set<string> => {
    for (const { into } of imports.get(from) ?? []) {
      if (!reached.has(into)) reach(into, reached.add(into));
    }
    return reached;
  };
  return files.map(({ path }) => path).filter((path) => reach(path, new Set()).has(path));
}

type Node = { readonly type: string; readonly start: number; readonly end: number };

function readSource(path: string, text: string): Source {
  const nodes = [...nodesOf(parseAst(text, { lang: 'ts' }))];
  const written = (types: RegExp) =>
    nodes.filter(({ type }) => types.test(type)).map(({ start, end }) => text.slice(start, end));
  return {
    path,
    text,
    imported: nodes.flatMap(importedBy),
    loaded: written(/^NewExpression$/).flatMap(
      (code) => /^new URL\(\s*['"`](.+?)['"`],\s*import\.meta\.url/.exec(code)?.[1] ?? [],
    ),
    uses: written(/^(Member|Call|New)Expression$/),
  };
}

function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) yield value;
  for (const child of Object.values(value)) yield* nodesOf(child);
}

function isNode(value: object): value is Node {
  return 'type' in value && 'start' in value && 'end' in value;
}

/** `import … from`, `export … from`, `import()`, and `import('…').Type`. */
function importedBy(node: Node): string[] {
  const imports = /^(Import(Declaration|Expression)|Export(All|Named)Declaration|TSImportType)$/;
  if (!imports.test(node.type) || !('source' in node) || node.source === null) return [];
  const named = z.object({ value: z.string() }).safeParse(node.source);
  return [named.success ? named.data.value : '(a computed name)'];
}
