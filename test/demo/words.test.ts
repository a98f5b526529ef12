/** Which words of the vocabularies a demo says: all but those that are listed here, each for its reason. */
import { expect, test } from 'vitest';
import { families } from '../../src/domain/families.ts';
import { CalendarDate } from '../../src/domain/units.ts';
import { factsOf, threeMonths } from './told.ts';

const rare = 'takes place once in years';
const yearEnd = 'once a year, in December';

/** `family word`, and why a demo of three months in spring does not say it. */
const unsaid: Readonly<Record<string, string>> = {
  'agency AgencyRenamed': rare,
  'centre CentreClosed': rare,
  'centre CentreRenamed': rare,
  'centre CounterClosed': 'every counter of a demo is needed',
  'official CentreRemarkGiven': yearEnd,
  'official RatingShared': yearEnd,
  'month YearlyRatingsReceived': yearEnd,
  'access PersonalFieldsOpened': 'written when a reader opens a field',
  'ledger LossAccepted': 'written when a backup was older than the ledger',
};

/** Families of which a demo withdraws an entry. In the others it would be no other story. */
const withdrawnIn: ReadonlySet<string> = new Set(['dossier', 'attendance']);

/** `family word` of every type of event. */
const words = [...families].flatMap(([family, { vocabulary }]) =>
  Object.keys(vocabulary).map((word) => `${family} ${word}`),
);

function saidIn(options: Parameters<typeof factsOf>[0]): ReadonlySet<string> {
  return new Set(
    factsOf(options).map(({ stream, type }) => `${stream.slice(0, stream.indexOf('-'))} ${type}`),
  );
}

const manyAreTold = { timeout: 300_000 };

// What happens a time or two in a demo, as a complaint that is withdrawn, is not in that of every seed.
test(
  'demos of three months say every word but those that are rare, and why is on the list',
  manyAreTold,
  () => {
    const said = new Set(['1', '2', 'đò'].flatMap((seed) => [...saidIn({ ...threeMonths, seed })]));
    const silent = words.filter((word) => !said.has(word));
    const withdrawals = [...families.keys()]
      .filter((family) => !withdrawnIn.has(family))
      .map((family) => `${family} EntryWithdrawn`)
      .filter((word) => words.includes(word));
    expect(silent.toSorted()).toEqual([...Object.keys(unsaid), ...withdrawals].toSorted());
  },
);

test('a demo over the end of a year says what comes once a year', () => {
  const until = CalendarDate.parse('2026-01-09');
  const said = saidIn({ seed: 'hoa ban', until, days: 92, perDay: 0.4 });
  const yearly = Object.keys(unsaid).filter((word) => unsaid[word] === yearEnd);
  expect(yearly.filter((word) => !said.has(word))).toEqual([]);
});
