import { test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { onlineCheckByAgency } from '../../../../src/domain/regulations/rules/online-check-by-agency.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(onlineCheckByAgency);
const fact = proposalsOf(dossier);

const monday = '2026-03-02T09:00:00+07:00';
const submitted = (data: object = {}, when = monday) =>
  entry(
    0,
    fact(
      'DossierSubmitted',
      { code: 'd1', channel: 'online', solvingUnit: 'H60.17', ...data },
      when,
    ),
  );
const checked = (when: string, also: object = {}) =>
  entry(1, fact('OnlineDossierChecked', { outcome: 'received' }, when, also));

const due = '2026-03-03T09:00:00+07:00';

test.each([
  ['at the very instant', due, 'kept'],
  ['a millisecond later', '2026-03-03T09:00:00.001+07:00', 'late'],
] as const)('eight hours of working time, checked %s', (_, when, state) => {
  const [submission, check] = [submitted(), checked(when)];
  given(submission, check)
    .at(tuyenQuang)
    .thenDuty({
      state,
      due,
      bearer: { kind: 'agency', code: 'H60.17' },
      evidence: [submission, check],
    });
});

test.each([
  ['on a Sunday, by the close of Monday', '2026-03-08T20:00:00+07:00', '2026-03-09T17:30:00+07:00'],
  ['before holidays, after them', '2026-04-29T16:30:00+07:00', '2026-05-04T16:30:00+07:00'],
])('submitted %s', (_, when, ends) => {
  given(submitted({}, when)).at(tuyenQuang).thenDuty({ state: 'open', due: ends });
});

test('what does not come online is none of it; a portal is online', () => {
  given(submitted({ channel: 'post' }))
    .at(tuyenQuang)
    .thenNoDuty();
  given(submitted({ channel: null }))
    .at(tuyenQuang)
    .thenNoDuty();
  given(submitted({ channel: null, place: 'national-portal' }))
    .at(tuyenQuang)
    .thenDuty({ state: 'open' });
});

test.each([
  ['DossierReceived', { code: 'd1' }],
  ['DossierRefused', {}],
  ['DossierRedirected', { authority: 'Ủy ban nhân dân xã' }],
] as const)('%s shows that it was checked', (type, data) => {
  given(submitted(), entry(1, fact(type, data, '2026-03-02T10:00:00+07:00')))
    .at(tuyenQuang)
    .thenDuty({ state: 'kept' });
});

test('a notice does if it is whole, and by a means that the article names', () => {
  const whole = { contents: 'Bản vẽ', reason: 'Thiếu', guidance: 'Nộp thêm' };
  const notice = (data: object) => entry(1, fact('NoticeSent', data, '2026-03-02T10:00:00+07:00'));
  for (const means of ['e-mail', 'sms', 'application', null] as const) {
    given(submitted(), notice({ means, ...whole }))
      .at(tuyenQuang)
      .thenDuty({ state: 'kept' });
  }
  given(submitted(), notice({ means: 'telephone', ...whole }))
    .at(tuyenQuang)
    .thenDuty({ state: 'open' });
  given(submitted(), notice({ ...whole, reason: undefined }))
    .at(tuyenQuang)
    .thenDuty({ state: 'open' });
  given(submitted(), notice({ means: 'sms' }))
    .at(tuyenQuang)
    .thenDuty({ state: 'open' });
});

test('what the applicant took back needs no check', () => {
  given(submitted(), entry(1, fact('DossierWithdrawn', {}, '2026-03-02T10:00:00+07:00')))
    .at(tuyenQuang)
    .thenDuty({ state: 'ended', breached: false });
});

test('a check whose time is corrected is judged as corrected, and that shows', () => {
  const late = checked('2026-03-03T10:00:00+07:00');
  const set = enteredAt(
    2,
    fact('OnlineDossierChecked', { outcome: 'received' }, due, { corrects: eventId(1) }),
    '2026-03-04T09:00:00+07:00',
  );
  given(submitted(), late, set).at(tuyenQuang).thenDuty({ state: 'kept' });
  given(submitted(), late, set)
    .at(tuyenQuang)
    .thenLessened(
      'online-check-by-agency: late by 60 minutes before and by 0 minutes after, by clerk-9 at 2026-03-04T02:00:00.000Z',
    );
});
