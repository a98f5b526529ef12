/** That what `docs/records-and-rights.md` says is seen over HTTP is there, and that it leaves nothing out. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { families } from '../../src/domain/families.ts';
import { recordsPage, seenRows } from '../support/records-page.ts';
import { type ListedRow, listedRows } from '../support/regulations-list.ts';
import { get, type Served, serve } from './served.ts';

const root = join(import.meta.dirname, '../..');
const rows = seenRows(readFileSync(join(root, recordsPage), 'utf8'));

type Node = { readonly [name: string]: Node };

let served: Served;
let document: Node;
beforeAll(async () => {
  served = await serve();
  await served.settled();
  document = (await get(served.app, {}, '/openapi.json')).json();
});
afterAll(async () => served[Symbol.asyncDispose]());

const events = new Set([...families.values()].flatMap(({ vocabulary }) => Object.keys(vocabulary)));

test('the page is read', () => {
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.filter(({ articles, names }) => articles.length === 0 || names.length === 0)).toEqual(
    [],
  );
});

test.each(rows)(
  '$key at $path: the columns and events that are named are there',
  ({ path, names }) => {
    const answer = document['paths']?.[path]?.['get']?.['responses']?.['200'];
    expect(answer, `no such route: ${path}`).toBeDefined();
    const columns = columnsIn(answer);
    const missing = names.filter((name) => !columns.has(name) && !events.has(name));
    expect(missing).toEqual([]);
  },
);

test.each(rows.filter(({ query }) => Object.keys(query).length > 0))(
  '$key at $path: $query is answered',
  async ({ path, query }) => {
    const asked = new URLSearchParams(query).toString();
    const answer = await get(served.app, served.as({ role: 'inspector' }), `${path}?${asked}`);
    expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('"items"')]);
  },
);

/** The names of all properties, at whichever depth. */
function columnsIn(answer: Node | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const visited = new Set<string>();
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, value] of Object.entries(node)) {
      if (name === 'properties') for (const column of Object.keys(value)) found.add(column);
      if (name === '$ref' && typeof value === 'string' && !visited.has(value)) {
        visited.add(value);
        look(document['components']?.['schemas']?.[value.split('/').at(-1) ?? '']);
      }
      look(value);
    }
  };
  look(answer);
  return found;
}

const list = '../shared/regulations.md';
const isThere = existsSync(join(root, list));

describe.skipIf(!isThere)(`the page and ${list}${isThere ? '' : ' (ABSENT: NOT COMPARED)'}`, () => {
  const listed = isThere ? listedRows(readFileSync(join(root, list), 'utf8')) : [];

  test('whatever is a record, a right, or listed is on the page', () => {
    const kept = listed.filter(isKept).map(({ key }) => key);
    expect(kept.length).toBeGreaterThan(35);
    const told = new Set(rows.map(({ key }) => key));
    expect(kept.filter((key) => !told.has(key))).toEqual([]);
  });

  test.each(rows)('$key is on the list, with the articles that the page cites', (row) => {
    const demand = listed.find(({ key }) => key === row.key);
    expect(demand, `no such demand: ${row.key}`).toBeDefined();
    expect(row.articles.filter((one) => demand?.articles.includes(one) !== true)).toEqual([]);
  });
});

/** By the list's own words; "without right" and "right after" are of another kind. */
function isKept({ demand }: ListedRow): boolean {
  const said = demand.replaceAll(/without right|right after|judicial record/g, '');
  return /\b(record|right)\b|\blisted\b|\bshown\b|\b(is|are) kept\b/.test(said);
}
