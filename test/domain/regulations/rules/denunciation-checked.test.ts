import { expect, test } from 'vitest';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { denunciationChecked } from '../../../../src/domain/regulations/rules/denunciation-checked.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { specifyRule } from '../../../support/rule-spec.ts';

const { given } = specifyRule(denunciationChecked, complaintOfTests);

const received = (
  when = '2026-03-02T09:00:00+07:00',
  kind: 'denunciation' | 'complaint' = 'denunciation',
) => said(0, 'ComplaintReceived', { kind }, when);
const due = '2026-03-11T17:30:00+07:00';

test.each(['ComplaintAccepted', 'ComplaintDeclined'] as const)(
  'seven working days, over a weekend: kept to the instant, late a millisecond after it: %s',
  (type) => {
    given(received(), said(1, type, {}, due))
      .at(ninhBinh)
      .thenDuty({
        due,
        state: 'kept',
        bearer: { kind: 'centre', code: 'NB' },
        citation: 'LTC Đ24.1',
      });
    given(received(), said(1, type, {}, '2026-03-11T17:30:00.001+07:00'))
      .at(ninhBinh)
      .thenDuty({ state: 'late' });
  },
);

test('handed on, it is whoever has it who checks it', () => {
  const on = said(1, 'ComplaintForwarded', { to: 'S1' }, '2026-03-04T09:00:00+07:00');
  given(received(), on)
    .at(ninhBinh)
    .thenDuties(
      { state: 'kept' },
      {
        state: 'open',
        due: '2026-03-13T17:30:00+07:00',
        bearer: { kind: 'agency', code: 'S1' },
      },
    );
});

test('only since the law is in force, from 1 January 2019', () => {
  given(received('2018-12-31T23:59:59.999+07:00')).at(sonLa).thenNoDuty();
  given(received('2019-01-01T00:00:00+07:00')).at(sonLa).thenDuty({ state: 'open' });
});

test('a complaint is none', () => {
  given(received(undefined, 'complaint')).at(ninhBinh).thenNoDuty();
});

test('an acceptance that is entered late with an earlier time is told apart', () => {
  const late = saidLate(
    1,
    'ComplaintAccepted',
    {},
    '2026-03-10T09:00:00+07:00',
    '2026-03-20T09:00:00+07:00',
  );
  const judged = given(received(), late).at(ninhBinh);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('denunciation-checked: '));
});
