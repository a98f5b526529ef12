/** The OpenAPI document: every route is in it, and what is answered is as it says. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policies } from '../../src/api/policy.ts';
import { dossier } from '../../src/domain/dossier/vocabulary.ts';
import { get, type Served, serve } from './served.ts';

type Node = { readonly [name: string]: Node };

let served: Served;
let document: Node;
beforeAll(async () => {
  served = await serve();
  document = (await get(served.app, {}, '/openapi.json')).json();
});
afterAll(async () => served[Symbol.asyncDispose]());

const paths = () =>
  Object.entries(document['paths'] ?? {}).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );

test('every route of the table is in it, and no other', () => {
  const expected = Object.keys(policies)
    .filter((route) => route !== 'GET /docs') // the pages that show it
    .map((route) => route.replaceAll(/:(\w+)/g, '{$1}').replace('/*', '/{*}'));
  const found = paths().filter((route) => !route.startsWith('HEAD'));
  expect(found.toSorted()).toEqual(expected.toSorted());
});

test('it is OpenAPI 3.1, whose every reference leads somewhere', () => {
  expect(document['openapi']).toBe('3.1.0');
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
    ([, reference = '']) => reference,
  );
  expect(references).not.toEqual([]);
  for (const reference of new Set(references)) {
    const [root, ...steps] = reference.split('/');
    expect(root).toBe('#');
    const found = steps.reduce<Node | undefined>((node, name) => node?.[name], document);
    expect([reference, found]).not.toEqual([reference, undefined]);
  }
});

test('what may be posted is every event of the vocabulary, with its labels and an example', () => {
  const schemas = document['components']?.['schemas'] ?? {};
  for (const [type, { label, example }] of Object.entries(dossier)) {
    const schema = schemas[type];
    expect(schema).toMatchObject({
      description: `${label.vi} / ${label.en}`,
      examples: [{ type, data: example }],
    });
  }
});

test('a body that may be of many types has an example of each, the reception of a dossier first', () => {
  const post = document['paths']?.['/v1/dossiers/{code}/events']?.['post'];
  const examples = post?.['requestBody']?.['content']?.['application/json']?.['examples'] ?? {};
  expect(Object.keys(examples)).toEqual(expect.arrayContaining(Object.keys(dossier)));
  expect(Object.keys(examples)[0]).toBe('DossierReceived');
  expect(examples['DossierReceived']).toMatchObject({ value: { type: 'DossierReceived' } });
});

test('the bounds of all numbers are said of none', () => {
  expect(JSON.stringify(document)).not.toContain(String(Number.MAX_SAFE_INTEGER));
});

test('a personal field is what may be told, and never what is sealed', () => {
  const schemas = document['components']?.['schemas'] ?? {};
  const reception = JSON.stringify(schemas['DossierReceived']);
  expect(reception).toContain('nationalNumber');
  expect(reception).not.toContain('commitment');
});

test('each route says who may call it', () => {
  const post = document['paths']?.['/v1/dossiers/{code}/events']?.['post'];
  expect(post?.['description']).toContain('Roles: clerk, director, service.');
  expect(post?.['security']).toEqual([{ token: [] }]);
  expect(Object.keys(post?.['responses'] ?? {})).toEqual(['200', '201', 'default']);
});

test('its pages are served without anything from elsewhere', async () => {
  const page = await get(served.app, {}, '/docs');
  expect(page.statusCode).toBe(200);
  expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//);
  const scripts = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
  expect(scripts).not.toEqual([]);
  for (const path of scripts) {
    const url = path.startsWith('/') ? path : `/docs/${path.replace('./', '')}`;
    expect([path, (await get(served.app, {}, url)).statusCode]).toEqual([path, 200]);
  }
});
