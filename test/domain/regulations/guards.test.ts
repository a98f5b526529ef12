/** A value by which it is seen that the record was tampered with is not set aside for the time that has passed. */
import { expect, test } from 'vitest';
import { centre } from '../../../src/domain/centre/centre/vocabulary.ts';
import { historyOf } from '../../../src/domain/regulations/history.ts';
import { guardsTheRecord } from '../../../src/domain/regulations/integrity-parameters.ts';
import { laidDown } from '../../../src/domain/regulations/registers/laid-down.ts';
import { Instant } from '../../../src/domain/units.ts';
import { entry, proposalsOf } from '../../support/stated.ts';

const said = proposalsOf(centre);

/** From when it holds, if it was recorded on 10 March. */
function from(parameter: string, stated: string | null): string | undefined {
  const fact = said(
    'ProfileValueSet',
    { parameter, value: 90, from: stated },
    '2026-03-02T08:00:00+07:00',
  );
  const recordedAt = Instant.parse('2026-03-10T08:00:00+07:00');
  const one = entry(0, fact, undefined, { stream: 'centre-NB-2026', recordedAt });
  return laidDown.fold([historyOf([one])], 'NB').values[0]?.from;
}

test.each(['entryLag', 'backdatedAfter', 'bulkCorrections', 'bulkCorrectionsWithin'])(
  '%s holds from the day after it was recorded at the earliest',
  (parameter) => {
    expect(guardsTheRecord(parameter)).toBe(true);
    expect(from(parameter, '2026-01-01')).toBe('2026-03-11');
    expect(from(parameter, '2026-03-10')).toBe('2026-03-11');
    expect(from(parameter, '2026-03-11')).toBe('2026-03-11');
    expect(from(parameter, '2026-03-12')).toBe('2026-03-12');
    expect(from(parameter, null)).toBe('2026-03-11');
  },
);

test('any other value holds from the day that is stated, or else from that on which it was set', () => {
  expect(guardsTheRecord('atOnce')).toBe(false);
  expect(from('atOnce', '2026-01-01')).toBe('2026-01-01');
  expect(from('atOnce', null)).toBe('2026-03-02');
});
