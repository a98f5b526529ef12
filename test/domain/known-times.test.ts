/** When the ledger could know of an entry: what an import is trusted with, record by record. */
import { describe, expect, test } from 'vitest';
import { dossier } from '../../src/domain/dossier/vocabulary.ts';
import { knownTimes } from '../../src/domain/entry.ts';
import { enteredAt } from '../support/rule-spec.ts';
import { imported, proposalsOf } from '../support/stated.ts';

const fact = proposalsOf(dossier);
const [happened, readLater] = ['2026-03-02T03:00:00.000Z', '2026-03-09T03:00:00.000Z'];

const live = (index: number) =>
  enteredAt(index, fact('StepCompleted', { step: 'a' }, happened), readLater);
const fromFile = (index: number, stream: string) => ({
  ...enteredAt(index, fact('StepCompleted', { step: 'a' }, happened, imported), readLater),
  stream,
});

describe('an imported entry', () => {
  test('is known since it happened where its record was imported from the start', () => {
    const [told] = [fromFile(0, 'dossier-d1')];
    expect(knownTimes([told]).get(told.id)).toBe(happened);
  });

  test('is known since it was read where its record had a live entry before it', () => {
    const [before, after] = [{ ...live(0), stream: 'dossier-d1' }, fromFile(1, 'dossier-d1')];
    expect(knownTimes([before, after]).get(after.id)).toBe(readLater);
  });

  test('is known since it happened, whatever was entered live on another record', () => {
    const [other, told] = [{ ...live(0), stream: 'dossier-d2' }, fromFile(1, 'dossier-d1')];
    const times = knownTimes([other, told]);
    expect(times.get(told.id)).toBe(happened);
    expect(times.get(other.id)).toBe(readLater);
  });
});
