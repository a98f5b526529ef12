import { describe, test } from 'vitest';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { proceduresPublic } from '../../../../src/domain/regulations/rules/procedures-public.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const code = '1.004199';
const inBacLieu = specifyRule(proceduresPublic, `procedure-${code}`);
const on = recordsOf('BL').ofProcedure(code);
const changed = on(
  1,
  'ProcedureChanged',
  { version: '2', term: { days: 8 }, from: '2026-04-01' },
  '2026-03-02T08:00:00',
);
const shown = (when: string, data: object = { version: '2' }) =>
  on(2, 'ProcedurePosted', data, when);

test.each([
  ['before it holds', '2026-03-20T08:00:00', 'kept'],
  ['at the very instant', '2026-04-06T17:00:00', 'kept'],
  ['a millisecond later', '2026-04-06T17:00:00.001', 'late'],
] as const)('a change is posted %s', (_, when, state) => {
  const posted = shown(when);
  inBacLieu
    .given(changed, posted)
    .at(bacLieu)
    .thenDuty({
      due: '2026-04-06T17:00:00+07:00', // three working days from Wednesday: over the weekend
      bearer: { kind: 'centre', code: 'BL' },
      detail: '2',
      state,
      evidence: [changed, posted],
    });
});

test('a posting that names no version is of the one on record by then', () => {
  inBacLieu
    .given(changed, shown('2026-03-20T08:00:00', {}))
    .at(bacLieu)
    .thenDuty({ state: 'kept' });
  inBacLieu
    .given(changed, shown('2026-03-02T07:59:59', {}))
    .at(bacLieu)
    .thenDuty({ state: 'open' });
});

test.each([
  ['shows another version', { version: '1' }],
  ['leaves out the components', { version: '2', components: false }],
  ['leaves out the times', { version: '2', times: false }],
  ['leaves out the fees', { version: '2', rates: false }],
])('a posting that %s is not it', (_, data) => {
  inBacLieu
    .given(changed, shown('2026-03-20T08:00:00', data))
    .at(bacLieu)
    .thenDuty({ state: 'open' });
});

describe('a version of before the regulation', () => {
  const there = recordsOf('BL').ofProcedure(code);
  const first = there(1, 'ProcedurePublished', { code, version: '1' }, '2016-03-01T08:00:00');
  const due = '2018-10-26T17:00:00+07:00'; // three working days after Tuesday 23 October

  test('is posted from its first day on', () => {
    inBacLieu.given(first).at(bacLieu).thenDuty({ state: 'open', due, detail: '1' });
    const posted = there(2, 'ProcedurePosted', { version: '1' }, '2016-03-02T08:00:00');
    inBacLieu.given(first, posted).at(bacLieu).thenDuty({ state: 'kept', due });
  });

  test('is not, where another had taken its place by then', () => {
    const second = there(2, 'ProcedureChanged', { version: '2' }, '2017-03-01T08:00:00');
    inBacLieu.given(first, second).at(bacLieu).thenDuty({ state: 'open', due, detail: '2' });
  });

  test('is the agency’s whose procedure it was, in Tuyên Quang', () => {
    const tq = recordsOf('TQ');
    const old = tq.ofProcedure(code)(
      1,
      'ProcedurePublished',
      { code, agency: 'H60.12' },
      '2020-03-02T08:00:00',
    );
    const named = tq.ofAgency('H60.12')(
      2,
      'AgencyEstablished',
      { name: 'Sở Tài chính' },
      '2020-01-02T08:00:00',
    );
    inBacLieu
      .given(old, named)
      .at(tuyenQuang)
      .thenDuty({ bearer: { kind: 'agency', code: 'H60.12' }, due: '2023-11-30T17:30:00+07:00' });
  });
});

describe('a version that holds no more needs no posting', () => {
  const there = recordsOf('BL').ofProcedure(code);
  const next = (when: string) => there(3, 'ProcedureChanged', { version: '3' }, when);

  test('replaced in time it has ended, and afterwards it has ended late', () => {
    inBacLieu
      .given(changed, next('2026-04-06T17:00:00'))
      .at(bacLieu)
      .thenDuties({ state: 'ended', breached: false, detail: '2' }, { state: 'open', detail: '3' });
    inBacLieu
      .given(changed, next('2026-04-06T17:00:00.001'))
      .at(bacLieu)
      .thenDuties({ state: 'ended', breached: true, detail: '2' }, { state: 'open', detail: '3' });
  });

  test('repealed, or taken out of the centre, it has ended', () => {
    const repealed = there(3, 'ProcedureRepealed', {}, '2026-04-03T08:00:00');
    inBacLieu.given(changed, repealed).at(bacLieu).thenDuty({ state: 'ended' });
    const outside = there(
      3,
      'ProcedureChanged',
      { version: '3', outsideCentre: true },
      '2026-04-03T08:00:00',
    );
    inBacLieu.given(changed, outside).at(bacLieu).thenDuty({ state: 'ended' });
  });

  test('by what another centre does it has not', () => {
    const elsewhere = recordsOf('KT').ofProcedure(code)(
      3,
      'ProcedureRepealed',
      {},
      '2026-04-03T08:00:00',
    );
    inBacLieu.given(changed, elsewhere).at(bacLieu).thenDuty({ state: 'open' });
  });

  test('in Ninh Bình a version with the same fees leaves the posting of the fees owed', () => {
    const nb = recordsOf('NB').ofProcedure(code);
    const published = nb(1, 'ProcedurePublished', { code, version: '1' }, '2026-03-02T08:00:00');
    const term = nb(2, 'ProcedureChanged', { term: { days: 8 } }, '2026-03-03T08:00:00');
    inBacLieu.given(published, term).at(ninhBinh).thenDuty({ state: 'open' });
  });
});

test('a procedure that may stay outside the centre is not posted there', () => {
  const outside = on(1, 'ProcedurePublished', { code, outsideCentre: true }, '2026-03-02T08:00:00');
  inBacLieu.given(outside).at(bacLieu).thenNoDuty();
});

test.each([
  ['SL', sonLa],
  ['KT', konTum(null)],
] as const)('in %s the centre owes it of each new procedure', (where, centre) => {
  const published = recordsOf(where).ofProcedure(code)(
    1,
    'ProcedurePublished',
    { code },
    '2026-03-02T08:00:00',
  );
  inBacLieu
    .given(published)
    .at(centre)
    .thenDuty({ bearer: { kind: 'centre', code: where } });
});

test('in Ninh Bình the centre posts the fees, whatever else a posting leaves out', () => {
  const there = recordsOf('NB').ofProcedure(code);
  const published = there(1, 'ProcedurePublished', { code, version: '1' }, '2026-03-02T08:00:00');
  const term = there(
    2,
    'ProcedureChanged',
    { version: '2', term: { days: 8 } },
    '2026-03-03T08:00:00',
  );
  const rates = there(
    3,
    'ProcedurePosted',
    { version: '1', components: false, rates: true },
    '2026-03-03T08:00:00',
  );
  inBacLieu.given(published, term, rates).at(ninhBinh).thenDuty({ state: 'kept', detail: '1' });
});

test('in Tuyên Quang the agency owes it, if it is one that the regulation names', () => {
  const tq = recordsOf('TQ');
  const published = tq.ofProcedure(code)(
    1,
    'ProcedurePublished',
    { code, agency: 'H60.12' },
    '2026-03-02T08:00:00',
  );
  const named = (name: string) =>
    tq.ofAgency('H60.12')(2, 'AgencyEstablished', { name }, '2020-01-02T08:00:00');
  inBacLieu
    .given(published, named('Sở Tài chính'))
    .at(tuyenQuang)
    .thenDuty({ bearer: { kind: 'agency', code: 'H60.12' } });
  inBacLieu.given(published, named('Sở Y tế')).at(tuyenQuang).thenNoDuty();
});

test('a version whose first day is corrected is due later, by the customary convention', () => {
  const corrected = on(
    3,
    'ProcedureChanged',
    { version: '2', term: { days: 8 }, from: '2026-05-11' },
    '2026-03-02T08:00:00',
    {
      corrects: eventId(1),
      recordedAt: shown('2026-04-10T08:00:00').recordedAt,
    },
  );
  inBacLieu
    .given(changed, corrected)
    .at(bacLieu)
    .thenDuty({ due: '2026-04-06T17:00:00+07:00', customaryDue: '2026-05-14T17:00:00+07:00' });
});
