import { describe, test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { transferTwiceDaily } from '../../../../src/domain/regulations/rules/transfer-twice-daily.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(transferTwiceDaily);
const fact = proposalsOf(dossier);
const kt = konTum(null);

const received = (when: string, data: object = {}) =>
  entry(0, fact('DossierReceived', { code: 'd1', channel: 'direct', ...data }, when));
const passedOn = (when: string, data: object = {}) =>
  entry(1, fact('DossierTransferred', data, when));

describe('it is due', () => {
  test.each([
    ['within the working day', '2026-03-02T07:00:00+07:00', '2026-03-02T17:00:00+07:00'],
    ['so also at 16:00 sharp', '2026-03-02T16:00:00+07:00', '2026-03-02T17:00:00+07:00'],
    [
      'after that at the start of the next',
      '2026-03-02T16:00:00.001+07:00',
      '2026-03-03T07:30:00+07:00',
    ],
    ['over a weekend', '2026-03-06T16:30:00+07:00', '2026-03-09T07:30:00+07:00'],
    ['over holidays', '2026-04-29T16:30:00+07:00', '2026-05-04T07:30:00+07:00'],
    ['of what comes on a Sunday', '2026-03-08T10:00:00+07:00', '2026-03-09T07:30:00+07:00'],
    [
      'of what comes before the centre opens',
      '2026-03-02T02:00:00+07:00',
      '2026-03-02T17:00:00+07:00',
    ],
  ])('%s', (_, when, due) => {
    for (const channel of ['direct', 'online', null] as const) {
      given(received(when, { channel }))
        .at(kt)
        .thenDuty({ state: 'open', due, bearer: { kind: 'centre', code: 'KT' } });
    }
  });

  test('of electronic dossiers within the day, where the hour is for paper alone', () => {
    const other = { cutoff: 16 * 60, cutoffCoversElectronic: false, hours: 'vietnam' } as const;
    const late = '2026-03-02T16:30:00+07:00';
    given(received(late, { channel: 'online' }))
      .under(other)
      .thenDuty({ due: '2026-03-02T17:30:00+07:00' });
    given(received(late)).under(other).thenDuty({ due: '2026-03-03T08:00:00+07:00' });
    given(received('2026-03-02T18:00:00+07:00', { channel: 'online' }))
      .under(other)
      .thenDuty({ due: '2026-03-03T08:00:00+07:00' });
  });

  test('of paper with the last batch of the day, and of what came after it with the day', () => {
    const batches = { batchTimes: [9 * 60, 15 * 60], hours: 'vietnam' } as const;
    const paper = (when: string) => received(when, { channel: 'direct' });
    const online = (when: string) => received(when, { channel: 'online' });
    given(paper('2026-03-02T08:00:00+07:00'))
      .under(batches)
      .thenDuty({ due: '2026-03-02T15:00:00+07:00' });
    given(paper('2026-03-02T15:00:00+07:00'))
      .under(batches)
      .thenDuty({ due: '2026-03-02T15:00:00+07:00' });
    given(paper('2026-03-02T15:00:00.001+07:00'))
      .under(batches)
      .thenDuty({ due: '2026-03-02T17:30:00+07:00' });
    given(online('2026-03-02T08:00:00+07:00'))
      .under(batches)
      .thenDuty({ due: '2026-03-02T17:30:00+07:00' });
  });
});

test.each([
  ['at the very instant', '2026-03-02T17:00:00+07:00', 'kept'],
  ['a millisecond later', '2026-03-02T17:00:00.001+07:00', 'late'],
] as const)('passed on %s', (_, when, state) => {
  const [reception, transfer] = [received('2026-03-02T09:00:00+07:00'), passedOn(when)];
  given(reception, transfer)
    .at(kt)
    .thenDuty({ state, evidence: [reception, transfer] });
});

test('paper goes on as paper, and what is electronic electronically', () => {
  const [morning, noon] = ['2026-03-02T09:00:00+07:00', '2026-03-02T11:00:00+07:00'];
  type Channel = 'post' | 'online' | null;
  const came = (channel: Channel) => received(morning, { channel });
  const went = (medium: 'paper' | 'electronic' | 'both' | null) => passedOn(noon, { medium });
  for (const medium of ['both', null] as const) {
    for (const channel of ['post', 'online', null] as const) {
      given(came(channel), went(medium)).at(kt).thenDuty({ state: 'kept' });
    }
  }
  given(came('post'), went('electronic')).at(kt).thenDuty({ state: 'open' });
  given(came('post'), went('paper')).at(kt).thenDuty({ state: 'kept' });
  given(came('online'), went('paper')).at(kt).thenDuty({ state: 'open' });
  given(came(null), went('paper')).at(kt).thenDuty({ state: 'kept' });
});

describe('what proves that it was passed on', () => {
  const [morning, noon] = ['2026-03-02T09:00:00+07:00', '2026-03-02T11:00:00+07:00'];
  const came = (channel: 'direct' | 'online') => received(morning, { channel });
  const posted = (data: object) =>
    entry(1, fact('CourierHandedOver', { reference: 'G1', ...data }, noon));
  const acknowledged = entry(
    2,
    fact('TransferAcknowledged', { reference: 'G1', unit: 'A1' }, '2026-03-02T14:00:00+07:00'),
  );

  test('paper that the centre gave to the post', () => {
    const handed = posted({ what: 'dossier', from: 'H34' });
    given(came('direct'), handed)
      .at(kt)
      .thenDuty({ state: 'kept', evidence: [came('direct'), handed] });
    given(came('online'), handed).at(kt).thenDuty({ state: 'open' });
  });

  test.each([
    ['the applicant gave', { what: 'dossier', from: null }],
    ['is a result', { what: 'result', from: 'H34' }],
  ])('and not what %s', (_, data) => {
    given(came('direct'), posted(data)).at(kt).thenDuty({ state: 'open' });
  });

  test('what the agency acknowledges, but not of paper that it has the copy', () => {
    given(came('direct'), acknowledged)
      .at(kt)
      .thenDuty({ state: 'kept', evidence: [came('direct'), acknowledged] });
    const copy = passedOn(noon, { reference: 'G1', medium: 'electronic' });
    given(came('direct'), copy, acknowledged).at(kt).thenDuty({ state: 'open' });
    given(came('online'), copy, acknowledged).at(kt).thenDuty({ state: 'kept' });
  });
});

test('what was received at the agency itself needs no passing on', () => {
  for (const place of ['agency-office', 'agency-section'] as const) {
    given(received('2026-03-02T09:00:00+07:00', { place })).at(kt).thenNoDuty();
  }
});

test('what was decided or withdrawn had come to the agency, or needs to no more', () => {
  const withdrawn = (when: string) => entry(1, fact('DossierWithdrawn', {}, when));
  const morning = received('2026-03-02T09:00:00+07:00');
  given(morning, withdrawn('2026-03-02T16:00:00+07:00'))
    .at(kt)
    .thenDuty({ state: 'ended', breached: false });
  given(morning, entry(1, fact('DossierDecided', {}, '2026-03-04T16:00:00+07:00')))
    .at(kt)
    .thenDuty({ state: 'ended', breached: true });
});

test('a transfer that is entered the next day counts, and that it came late shows', () => {
  const told = enteredAt(
    1,
    fact('DossierTransferred', {}, '2026-03-02T16:00:00+07:00'),
    '2026-03-03T09:00:00+07:00',
  );
  given(received('2026-03-02T09:00:00+07:00'), told).at(kt).thenDuty({ state: 'kept' });
  given(received('2026-03-02T09:00:00+07:00'), told)
    .at(kt)
    .thenLessened(
      'transfer-twice-daily: late by 960 minutes before and by 0 minutes after, by clerk-9 at 2026-03-03T02:00:00.000Z',
    );
});

describe('a reception that is corrected to a later time', () => {
  const corrected = (when: string, number: number, enteredWhen: string) =>
    enteredAt(
      number,
      { ...fact('DossierReceived', { code: 'd1', channel: 'direct' }, when), corrects: eventId(0) },
      enteredWhen,
    );
  const morning = received('2026-03-02T09:00:00+07:00');
  const behind = '2026-03-05T15:53:00+07:00';

  test.each([
    ['in time, was passed on in time', '2026-03-02T17:00:00+07:00', 'kept'],
    ['too late, was passed on too late', '2026-03-02T17:00:00.001+07:00', 'late'],
  ] as const)('leaves what had been passed on as it was: %s', (_, when, state) => {
    const transfer = passedOn(when);
    const handedOver = entry(2, fact('ResultHandedOver', {}, '2026-03-05T15:59:00+07:00'));
    given(morning, transfer, handedOver, corrected(behind, 3, '2026-03-09T07:35:00+07:00'))
      .at(kt)
      .thenDuty({
        state,
        due: '2026-03-02T17:00:00+07:00',
        closedAt: transfer.occurredAt,
      });
  });

  test('before it was passed on by the record, is the only one that counts', () => {
    const told = (number: number, when: string) =>
      enteredAt(number, fact('DossierTransferred', {}, '2026-03-02T11:00:00+07:00'), when);
    const noon = corrected('2026-03-02T14:00:00+07:00', 1, '2026-03-02T14:05:00+07:00');
    given(morning, noon, told(2, '2026-03-02T14:10:00+07:00')).at(kt).thenDuty({ state: 'open' });
    const later = corrected('2026-03-02T14:00:00+07:00', 2, '2026-03-02T14:05:00+07:00');
    given(morning, told(1, '2026-03-02T14:04:00+07:00'), later).at(kt).thenDuty({ state: 'kept' });
  });

  test('takes no transfer for its own that came before every reception on record', () => {
    const before = passedOn('2026-03-02T08:59:00+07:00');
    given(morning, before, corrected(behind, 2, '2026-03-09T07:35:00+07:00'))
      .at(kt)
      .thenDuty({ state: 'open' });
  });
});
