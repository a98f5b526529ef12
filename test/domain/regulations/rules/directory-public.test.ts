import { test } from 'vitest';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { directoryPublic } from '../../../../src/domain/regulations/rules/directory-public.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const inBacLieu = specifyRule(directoryPublic, 'directory-BL');
const { ofOfficial, ofYear } = recordsOf('BL');
const lan = ofOfficial('cb-1');
const posted = lan(1, 'OfficialPosted', { from: '2026-03-05' }, '2026-03-02T09:00:00');
const line = { official: 'cb-1', name: 'Lan', telephone: '0291 3888 001' };
const published = (number: number, when: string, people: readonly object[] | null) =>
  ofYear(number, 'DirectoryPublished', { people }, when);
const changed = (number: number, when: string, data: object) =>
  ofYear(number, 'DirectoryChanged', data, when);

test.each([
  ['at the very instant', '2026-03-10T17:00:00', 'kept'],
  ['a millisecond later', '2026-03-10T17:00:00.001', 'late'],
] as const)(
  'an official who comes is shown within three working days of the first: %s',
  (_, when, state) => {
    const shown = changed(2, when, { added: [line] });
    inBacLieu
      .given(posted, shown)
      .at(bacLieu)
      .thenDuty({
        due: '2026-03-10T17:00:00+07:00', // Thursday, and over the weekend
        detail: 'cb-1',
        state,
        evidence: [posted, shown],
      });
  },
);

test('the director owes it in Bạc Liêu, the centre in Kon Tum and Tuyên Quang', () => {
  const takes = ofOfficial('gd-1')(
    2,
    'OfficeTaken',
    { office: 'director', from: '2026-01-05' },
    '2026-01-05T08:00:00',
  );
  const directory = published(3, '2026-01-06T08:00:00', [{ official: 'gd-1', name: 'Toản' }]);
  inBacLieu
    .given(takes, directory, posted)
    .at(bacLieu)
    .thenDuties({ state: 'kept' }, { state: 'open', bearer: { kind: 'official', code: 'gd-1' } });
  for (const [code, centre] of [
    ['KT', konTum(null)],
    ['TQ', tuyenQuang],
  ] as const) {
    const there = recordsOf(code).ofOfficial('cb-1')(
      1,
      'OfficialPosted',
      { from: '2026-03-05' },
      '2026-03-02T09:00:00',
    );
    const bearer = { kind: 'centre', code } as const;
    specifyRule(directoryPublic, `directory-${code}`).given(there).at(centre).thenDuty({ bearer });
  }
});

test('who stands there already opens nothing', () => {
  inBacLieu
    .given(published(0, '2026-03-01T08:00:00', [line]), posted)
    .at(bacLieu)
    .thenNoDuty();
});

test('a directory that does not say whom it names shows whoever there was, and nobody who comes later', () => {
  inBacLieu
    .given(posted, published(2, '2026-03-06T08:00:00', null))
    .at(bacLieu)
    .thenDuty({ state: 'kept' });
  inBacLieu
    .given(published(0, '2026-03-01T08:00:00', null), posted)
    .at(bacLieu)
    .thenDuty({ state: 'open' });
});

test('a directory without them does not show them', () => {
  const others = published(2, '2026-03-06T08:00:00', [{ official: 'cb-9', name: 'Minh' }]);
  inBacLieu.given(posted, others).at(bacLieu).thenDuty({ state: 'open' });
});

test('who goes is taken out, from the day after the last', () => {
  const shown = changed(2, '2026-03-05T08:00:00', { added: [line] });
  const ends = lan(3, 'PostingEnded', { on: '2026-04-17' }, '2026-04-17T09:00:00');
  const out = changed(4, '2026-04-22T17:00:00', { removed: ['cb-1'] });
  inBacLieu
    .given(posted, shown, ends)
    .at(bacLieu)
    .thenDuties({ state: 'kept' }, { state: 'open', due: '2026-04-22T17:00:00+07:00' });
  inBacLieu
    .given(posted, shown, ends, out)
    .at(bacLieu)
    .thenDuties({}, { state: 'kept', evidence: [ends, out] });
});

test('who was there before the regulation is shown from its first day on, but not who had gone', () => {
  const came = lan(1, 'OfficialPosted', { from: '2017-03-06' }, '2017-03-06T08:00:00');
  const due = '2018-10-26T17:00:00+07:00'; // three working days after Tuesday 23 October
  inBacLieu.given(came).at(bacLieu).thenDuty({ state: 'open', due });
  const listed = published(2, '2018-01-05T08:00:00', [line]);
  inBacLieu.given(came, listed).at(bacLieu).thenNoDuty();
  const went = lan(3, 'PostingEnded', { on: '2018-03-30' }, '2018-03-30T08:00:00');
  inBacLieu.given(came, went).at(bacLieu).thenNoDuty();
  inBacLieu.given(came, listed, went).at(bacLieu).thenDuty({ state: 'open', due });
});

test('who has gone before they were shown is not asked for', () => {
  const goesOn = (when: string) => lan(3, 'PostingEnded', { on: '2026-03-31' }, when);
  const inTime = goesOn('2026-03-10T17:00:00');
  inBacLieu.given(posted, inTime).at(bacLieu).thenDuty({ state: 'ended', breached: false });
  const after = goesOn('2026-03-10T17:00:00.001');
  inBacLieu.given(posted, after).at(bacLieu).thenDuty({ state: 'ended', breached: true });
  const back = lan(4, 'OfficialPosted', { from: '2026-06-01' }, '2026-05-29T09:00:00');
  const shown = changed(5, '2026-06-02T08:00:00', { added: [line] });
  inBacLieu
    .given(posted, after, back, shown)
    .at(bacLieu)
    .thenDuties({ state: 'ended' }, { state: 'kept' });
});

test('who came back need not be taken out, and a number that was changed again is not asked for', () => {
  const shown = changed(2, '2026-03-05T08:00:00', { added: [line] });
  const ends = lan(3, 'PostingEnded', { on: '2026-04-17' }, '2026-04-17T09:00:00');
  const back = lan(4, 'OfficialPosted', { from: '2026-04-20' }, '2026-04-20T08:00:00');
  inBacLieu
    .given(posted, shown, ends, back)
    .at(bacLieu)
    .thenDuties({ state: 'kept' }, { state: 'ended', breached: false });
  const calls = (number: number, telephone: string, when: string) =>
    lan(number, 'OfficialDetailsChanged', { telephone }, when);
  const [first, second] = [
    calls(3, '0291 3888 002', '2026-04-15T09:00:00'),
    calls(4, '0291 3888 003', '2026-04-16T09:00:00'),
  ];
  inBacLieu
    .given(posted, shown, first, second)
    .at(bacLieu)
    .thenDuties({ state: 'kept' }, { state: 'ended' }, { state: 'open' });
  const title = lan(4, 'OfficialDetailsChanged', { title: 'Chuyên viên' }, '2026-04-16T09:00:00');
  inBacLieu
    .given(posted, shown, first, title)
    .at(bacLieu)
    .thenDuties({ state: 'kept' }, { state: 'open' }, { state: 'open' });
});

test('who stays in another capacity, or was never shown, need not be taken out', () => {
  const ends = lan(3, 'PostingEnded', { on: '2026-04-17' }, '2026-04-17T09:00:00');
  inBacLieu.given(posted, ends).at(bacLieu).thenDuties({ state: 'ended' });
  const shown = changed(2, '2026-03-05T08:00:00', { added: [line] });
  const again = lan(
    4,
    'OfficialPosted',
    { posting: '2', from: '2026-04-18' },
    '2026-04-16T09:00:00',
  );
  const first = lan(
    1,
    'OfficialPosted',
    { posting: '1', from: '2026-03-05' },
    '2026-03-02T09:00:00',
  );
  const endsFirst = lan(
    3,
    'PostingEnded',
    { posting: '1', on: '2026-04-17' },
    '2026-04-17T09:00:00',
  );
  inBacLieu.given(first, shown, endsFirst, again).at(bacLieu).thenDuties({ state: 'kept' });
});

test('a new number is shown as it is', () => {
  const shown = changed(2, '2026-03-05T08:00:00', { added: [line] });
  const calls = lan(
    3,
    'OfficialDetailsChanged',
    { telephone: '0291 3888 002' },
    '2026-04-17T09:00:00',
  );
  const old = changed(4, '2026-04-20T09:00:00', { added: [line] });
  const right = changed(5, '2026-04-21T09:00:00', {
    added: [{ ...line, telephone: '0291 3888 002' }],
  });
  inBacLieu
    .given(posted, shown, calls, old)
    .at(bacLieu)
    .thenDuties({}, { state: 'open', due: '2026-04-22T17:00:00+07:00' });
  inBacLieu.given(posted, shown, calls, old, right).at(bacLieu).thenDuties({}, { state: 'kept' });
});

test('in Tuyên Quang it is about numbers alone, and not about leaders', () => {
  const tq = recordsOf('TQ');
  const comes = tq.ofOfficial('cb-1')(
    1,
    'OfficialPosted',
    { from: '2026-03-02' },
    '2026-03-02T09:00:00',
  );
  const shown = tq.ofYear(2, 'DirectoryPublished', { people: [line] }, '2026-03-03T09:00:00');
  const title = tq.ofOfficial('cb-1')(
    3,
    'OfficialDetailsChanged',
    { title: 'Chuyên viên chính' },
    '2026-04-17T09:00:00',
  );
  const leads = tq.ofOfficial('gd-1')(
    4,
    'OfficeTaken',
    { office: 'director' },
    '2026-04-17T09:00:00',
  );
  const given = [comes, shown, title, leads];
  specifyRule(directoryPublic, 'directory-TQ')
    .given(...given)
    .at(tuyenQuang)
    .thenDuties({ state: 'kept' });
});

test('a posting at another centre opens nothing here', () => {
  const elsewhere = lan(
    1,
    'OfficialPosted',
    { from: '2026-03-05', at: 'KT' },
    '2026-03-02T09:00:00',
  );
  inBacLieu.given(elsewhere).at(bacLieu).thenNoDuty();
});

test('a posting that is corrected to begin later is due later, by the customary convention', () => {
  const corrected = lan(2, 'OfficialPosted', { from: '2026-03-16' }, '2026-03-02T09:00:00', {
    corrects: eventId(1),
    recordedAt: changed(9, '2026-03-12T08:00:00', {}).recordedAt,
  });
  inBacLieu
    .given(posted, corrected)
    .at(bacLieu)
    .thenDuty({ due: '2026-03-10T17:00:00+07:00', customaryDue: '2026-03-19T17:00:00+07:00' });
});
