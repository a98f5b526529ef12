import { expect, test } from 'vitest';
import { official } from '../../../../src/domain/centre/official/vocabulary.ts';
import type { AnyEvent, Entry } from '../../../../src/domain/entry.ts';
import { holdsOn, postings } from '../../../../src/domain/regulations/registers/postings.ts';
import { CalendarDate } from '../../../../src/domain/units.ts';
import { keptOn, march } from '../../../support/kept.ts';
import { registersIn } from '../../../support/registers.ts';
import { eventId } from '../../../support/stated.ts';

const told = keptOn(official, 'official-clerk', 'NB');
const day = (text: string) => CalendarDate.parse(text);
const looked = (...entries: readonly Entry<AnyEvent>[]) =>
  registersIn(entries).look(postings, 'clerk');

const posted = told(0, 'OfficialPosted', { posting: '214', from: '2026-03-02', to: '2027-03-01' });
const ended = (on: string | null) =>
  told(2, 'PostingEnded', { posting: '214', on }, march(20, '16:00'));

test('of nobody on record nothing holds', () => {
  expect(looked()).toEqual({
    agency: null,
    dress: null,
    postings: [],
    offices: [],
    authorities: [],
  });
});

test('a posting holds from its first day to its last', () => {
  const [posting] = looked(posted).postings;
  if (posting === undefined) throw new TypeError('it was posted');
  const held = ['2026-03-01', '2026-03-02', '2027-03-01', '2027-03-02'].map((text) =>
    holdsOn(posting, day(text)),
  );
  expect(held).toEqual([false, true, true, false]);
});

test('as extended, and as ended: on the day that is stated, or else when it ended', () => {
  const extended = told(1, 'PostingExtended', { posting: '214', to: '2027-08-31' }, march(9));
  expect(looked(posted, extended).postings).toMatchObject([
    { to: '2027-08-31', proof: [eventId(0), eventId(1)] },
  ]);
  expect(looked(posted, ended('2026-03-27')).postings).toMatchObject([{ to: '2026-03-27' }]);
  expect(looked(posted, ended(null)).postings).toMatchObject([
    { to: '2026-03-20', proof: [eventId(0), eventId(2)] },
  ]);
});

test('an office and an authority hold from when they were given, where no day is stated', () => {
  const taken = told(1, 'OfficeTaken', { office: 'deputy-director' }, march(3));
  const given = told(2, 'AuthorityDelegated', { authority: 'UQ-1', by: 'gd-1' }, march(4));
  const over = told(3, 'AuthorityEnded', { authority: 'UQ-1' }, march(6));
  const { offices, authorities } = looked(taken, given, over);
  expect(offices).toMatchObject([{ from: '2026-03-03', to: null, proof: [eventId(1)] }]);
  expect(authorities).toMatchObject([
    { from: '2026-03-04', to: '2026-03-06', proof: [eventId(2), eventId(3)] },
  ]);
});

test('the agency is the last that was stated, and the dress that of the registration', () => {
  const registered = told(
    0,
    'OfficialRegistered',
    { name: 'Lê Văn Nam', agency: 'H42.17', dress: 'branch' },
    march(2),
  );
  const moved = told(1, 'OfficialDetailsChanged', { agency: 'H42.14' }, march(3));
  expect(looked(registered, moved)).toMatchObject({ agency: 'H42.14', dress: 'branch' });
});
