import { expect, test } from 'vitest';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { complaintAcceptedIn7WorkingDays } from '../../../../src/domain/regulations/rules/complaint-accepted.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { specifyRule } from '../../../support/rule-spec.ts';

const { given } = specifyRule(complaintAcceptedIn7WorkingDays, complaintOfTests);

const received = (when: string, data: object = {}) =>
  said(0, 'ComplaintReceived', { kind: 'complaint', ...data }, when);
const [may, july] = ['2026-05-04T09:00:00+07:00', '2026-07-01T09:00:00+07:00'];
const done = (
  type: 'ComplaintAccepted' | 'ComplaintDeclined' | 'ComplaintForwarded',
  when: string,
) => said(3, type, {}, when);
const centre = { kind: 'centre', code: 'SL' } as const;

test.each(['ComplaintAccepted', 'ComplaintDeclined', 'ComplaintForwarded'] as const)(
  'until June 2026 ten days, days off counted; one that ends on a weekend ends on the Monday: %s',
  (type) => {
    const due = '2026-05-14T17:30:00+07:00';
    const first = given(received(may), done(type, due)).at(sonLa);
    const kept = { due, state: 'kept', bearer: centre, citation: 'LKN Đ27, Đ36.1' } as const;
    if (type === 'ComplaintForwarded') first.thenDuties(kept, {});
    else first.thenDuty(kept);
    given(received('2026-05-06T09:00:00+07:00'))
      .at(sonLa)
      .thenDuty({ due: '2026-05-18T17:30:00+07:00' });
  },
);

test('a millisecond later it is late', () => {
  given(received(may), done('ComplaintAccepted', '2026-05-14T17:30:00.001+07:00'))
    .at(sonLa)
    .thenDuty({ state: 'late' });
});

test('from July 2026 seven working days; what was received on the last of June has ten days', () => {
  given(received(july))
    .at(sonLa)
    .thenDuty({ due: '2026-07-10T17:30:00+07:00', citation: 'LKN26 Đ27, Đ36.1' });
  given(received('2026-06-30T23:59:59.999+07:00'))
    .at(sonLa)
    .thenDuty({ due: '2026-07-10T17:30:00+07:00', citation: 'LKN Đ27, Đ36.1' });
});

test('whoever it is handed on to has the whole term; who is only told has nothing', () => {
  const on = said(1, 'ComplaintForwarded', { to: 'S1' }, '2026-05-08T09:00:00+07:00');
  given(received(may), on, done('ComplaintAccepted', '2026-05-19T09:00:00+07:00'))
    .at(sonLa)
    .thenDuties(
      { state: 'kept', bearer: centre },
      {
        state: 'late',
        due: '2026-05-18T17:30:00+07:00',
        bearer: { kind: 'agency', code: 'S1' },
      },
    );
  const told = said(1, 'ComplaintForwarded', { why: 'to-know' }, '2026-05-08T09:00:00+07:00');
  given(received(may), told).at(sonLa).thenDuty({ state: 'open' });
});

test('what was resolved at once, or taken back whole, owes it no longer', () => {
  const resolved = said(1, 'ComplaintResolved', {}, '2026-05-06T09:00:00+07:00');
  given(received(may), resolved).at(sonLa).thenDuty({ state: 'ended', breached: false });
  const part = said(1, 'ComplaintWithdrawn', { whole: false }, '2026-05-06T09:00:00+07:00');
  given(received(may), part).at(sonLa).thenDuty({ state: 'open' });
});

test('the law’s days are counted alike at every centre, by its hours', () => {
  given(received(july)).at(konTum(null)).thenDuty({ due: '2026-07-10T17:00:00+07:00' });
  given(received(july, { kind: 'second-complaint' }))
    .at(ninhBinh)
    .thenDuty({ due: '2026-07-10T17:30:00+07:00' });
});

test('the centre can set the term, as its source is poor', () => {
  given(received(july))
    .under({ hours: 'vietnam', terms: { 'complaint-accepted': { days: 10 } } })
    .thenDuty({ due: '2026-07-15T17:30:00+07:00' });
});

test('feedback is no complaint in the sense of the law, unless it turns out to be one', () => {
  given(received(may, { kind: 'feedback' }))
    .at(sonLa)
    .thenNoDuty();
  const sorted = said(1, 'ComplaintClassified', { kind: 'complaint' }, '2026-05-05T09:00:00+07:00');
  given(received(may, { kind: 'feedback' }), sorted)
    .at(sonLa)
    .thenDuty({ due: '2026-05-14T17:30:00+07:00' });
});

test('an acceptance that is entered late with an earlier time is told apart', () => {
  const late = saidLate(
    3,
    'ComplaintAccepted',
    {},
    '2026-05-12T09:00:00+07:00',
    '2026-05-20T09:00:00+07:00',
  );
  const judged = given(received(may), late).at(sonLa);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('complaint-accepted: '));
});
