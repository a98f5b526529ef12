/**
 * The words as they were frozen: `test/golden/frozen/<family>.json`, by type and version.
 *
 * What a ledger holds is read for ever, so nothing in these files is ever changed: another shape is
 * another version, with its upcast. `npm run freeze` adds what is new and touches nothing else.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { families } from '../../src/domain/families.ts';
import { type Definition, versionOf } from '../../src/domain/vocabulary.ts';

/** The shape of a version, and data in it. */
const Frozen = z.strictObject({
  schema: z.record(z.string(), z.unknown()),
  example: z.record(z.string(), z.unknown()),
});
const FrozenFamily = z.record(z.string(), z.record(z.string(), Frozen));
export type Frozen = z.output<typeof Frozen>;
export type FrozenFamily = z.output<typeof FrozenFamily>;

const folder = join(import.meta.dirname, '..', 'golden', 'frozen');

function fileOf(category: string): string {
  return join(folder, `${category}.json`);
}

/** By type and version; of a family that is new, nothing. */
export function frozenWords(category: string): FrozenFamily {
  const file = fileOf(category);
  return existsSync(file) ? FrozenFamily.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

/** What would be frozen of a word now: the shape at the door and the example, without the texts that explain. */
export function wordNow({ latest, example }: Definition): Frozen {
  const schema = z.toJSONSchema(latest, { io: 'input', unrepresentable: 'any' });
  return Frozen.parse(JSON.parse(JSON.stringify({ schema: withoutTexts(schema), example })));
}

/** A better explanation is no other shape: of a personal field only that it is one. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    if (typeof inner !== 'string') return [[key, withoutTexts(inner)]];
    if (key === 'description') return [];
    return [[key, key === 'personal' ? true : inner]];
  });
  return Object.fromEntries(kept);
}

/** A line a word, so that what is added is seen at once. */
function textOf(frozen: FrozenFamily): string {
  const lines = Object.entries(frozen).map(
    ([type, versions]) => `${JSON.stringify(type)}: ${JSON.stringify(versions)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Adds what has never been frozen. @returns how many words or versions were new. */
export function freeze(): number {
  mkdirSync(folder, { recursive: true });
  let added = 0;
  for (const { category, vocabulary } of families.values()) {
    const frozen = frozenWords(category);
    for (const [type, definition] of Object.entries<Definition>(vocabulary)) {
      const versions = frozen[type] ?? {};
      const version = String(versionOf(definition));
      if (versions[version] !== undefined) continue;
      frozen[type] = { ...versions, [version]: wordNow(definition) };
      added += 1;
    }
    writeFileSync(fileOf(category), textOf(frozen));
  }
  return added;
}
