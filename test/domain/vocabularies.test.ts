/** What the words of every family promise: to the golden files, to the sealing of personal data, to the door. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { families } from '../../src/domain/families.ts';
import { isPersonal, personal } from '../../src/domain/personal.ts';
import { withdrawing } from '../../src/domain/vocabulary/keeping.ts';
import { type Definition, versionOf } from '../../src/domain/vocabulary.ts';

const all = [...families.values()].map(({ category, vocabulary }) => ({
  category,
  definitions: Object.entries<Definition>(vocabulary),
}));

describe.each(all)('the words of $category', ({ category, definitions }) => {
  test('the examples are what auditors already hold', async () => {
    const golden = Object.fromEntries(
      definitions.map(([type, definition]) => {
        const { label, latest, example } = definition;
        return [type, { version: versionOf(definition), label, data: latest.parse(example) }];
      }),
    );
    await expect(`${JSON.stringify(golden, null, 2)}\n`).toMatchFileSnapshot(
      `../golden/${category}-events.json`,
    );
  });

  test.each(definitions)('the example of %s uses every field that it has', (_, definition) => {
    const unused = Object.keys(definition.latest.shape).filter(
      (name) => !Object.hasOwn(definition.example, name) && !excluded(definition, name),
    );
    expect(unused).toEqual([]);
  });

  test.each(definitions)('%s refuses a field that it does not have', (_, { latest, example }) => {
    expect(latest.safeParse(example).success).toBe(true);
    expect(latest.safeParse({ ...example, colour: 'blue' }).success).toBe(false);
  });

  test.each(definitions)(
    '%s seals what it says of a person, directly in its data',
    (_, definition) => {
      const { latest } = definition;
      const seen = Object.entries(latest.shape).filter(([, field]) => isPersonal(field));
      expect(personalPaths(latest)).toEqual(seen.map(([name]) => `properties.${name}`));
    },
  );

  test('no two of them have one label', () => {
    const labels = definitions.flatMap(([, { label }]) => [label.vi, label.en]);
    expect(new Set(labels).size).toBe(labels.length);
  });

  // What was done to the ledger was done, and what was shown was shown.
  test.skipIf(['ledger', 'access'].includes(category))('each can be taken back', () => {
    expect(new Map(definitions).get('EntryWithdrawn')).toBe(withdrawing.EntryWithdrawn);
  });
});

test('no two families share a word, but the one that takes an entry back', () => {
  const types = all
    .flatMap(({ definitions }) => definitions.map(([type]) => type))
    .filter((type) => type !== 'EntryWithdrawn');
  expect(types.filter((type, place) => types.indexOf(type) !== place)).toEqual([]);
});

test('a person spoken of deeper in the data would be found', () => {
  const deep = z.strictObject({ payer: z.strictObject({ name: personal('The payer.') }) });
  expect(personalPaths(deep)).toEqual(['properties.payer.properties.name']);
});

const regulations = '../shared/regulations.md';

test.skipIf(!existsSync(regulations))(
  `every event that the regulations name is a word of some family (${regulations})`,
  () => {
    const text = readFileSync(regulations, 'utf8');
    const named = [...text.matchAll(/`([A-Z][a-z]+[A-Z]\w+)`/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(30);
    const words = new Set(all.flatMap(({ definitions }) => definitions.map(([type]) => type)));
    expect([...new Set(named)].filter((name) => !words.has(name))).toEqual([]);
  },
);

/** Whether two fields exclude each other, so that one example cannot have both: the other half is tested in its family. */
function excluded({ latest, example }: Definition, name: string): boolean {
  const told = { ...example, [name]: 'text' };
  return isPersonal(latest.shape[name]) && !latest.safeParse(told).success;
}

/** Where a schema marks personal data, as paths into its JSON schema. */
function personalPaths(schema: z.ZodObject): string[] {
  const found: string[] = [];
  const visit = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('personal' in value && typeof value.personal === 'string') found.push(path.join('.'));
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
  };
  visit(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), []);
  return found;
}
