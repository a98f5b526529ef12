/**
 * What was frozen is law: a ledger that holds it is read for ever, by whatever this program becomes.
 *
 * If a test here fails after a change to a word, the change is a new version with an upcast, and
 * `npm run freeze` adds that; the files under `test/golden/frozen` are never edited.
 */
import { describe, expect, test } from 'vitest';
import { families } from '../../src/domain/families.ts';
import { Instant } from '../../src/domain/units.ts';
import { type Definition, versionOf } from '../../src/domain/vocabulary.ts';
import { codec } from '../../src/ledger/codec.ts';
import type { StoredEvent } from '../../src/ledger/event-store.ts';
import { frozenWords, wordNow } from '../support/frozen-words.ts';
import { eventId, monday, stated } from '../support/stated.ts';

const { decode } = codec(families);

/** An event as a ledger of that time holds it. */
function storedThen(category: string, type: string, version: number, data: object): StoredEvent {
  const { occurredAt, ...said } = stated(monday);
  return {
    stream: `${category}-frozen`,
    revision: 0,
    index: 0n,
    id: eventId(0),
    type,
    version,
    occurredAt,
    recordedAt: Instant.parse(monday),
    salt: '00'.repeat(16),
    content: JSON.stringify({ ...said, request: null, data }),
  };
}

describe.each([...families.values()])('the words of $category', ({ category, vocabulary }) => {
  const frozen = frozenWords(category);
  const words = Object.entries<Definition>(vocabulary);

  test('no word that was frozen is gone, and each version of each word is frozen', () => {
    const versions = words.map(([type, definition]): [string, string[]] => [
      type,
      Array.from({ length: versionOf(definition) }, (_, n) => String(n + 1)),
    ]);
    const kept = Object.entries(frozen).map(([type, all]): [string, string[]] => [
      type,
      Object.keys(all).toSorted(),
    ]);
    expect(new Map(kept)).toEqual(new Map(versions));
  });

  test.each(words)('%s has the shape that its version was frozen with', (type, definition) => {
    expect(wordNow(definition)).toEqual(frozen[type]?.[versionOf(definition)]);
  });

  const versions = Object.entries(frozen).flatMap(([type, all]) =>
    Object.entries(all).map(([version, { example }]) => ({ type, version, example })),
  );

  test.each(versions)('$type, version $version, is read as of today', (one) => {
    const { data } = decode(storedThen(category, one.type, Number(one.version), one.example));
    const latest = vocabulary[one.type]?.latest;
    expect(latest?.safeParse(data).error).toBeUndefined();
  });
});
