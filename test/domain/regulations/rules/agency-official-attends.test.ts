import { test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { agencyOfficialAttends } from '../../../../src/domain/regulations/rules/agency-official-attends.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(agencyOfficialAttends);
const fact = proposalsOf(dossier);

const monday = '2026-03-02T09:00:00+07:00';
const called = (when = monday, reference: string | null = null, number = 1) =>
  entry(number, fact('AgencyOfficialCalled', { unit: 'H60.NgV', reference }, when));
const arrived = (when: string, data: object = {}, number = 5) =>
  entry(number, fact('AgencyOfficialArrived', { unit: 'H60.NgV', ...data }, when));

const due = '2026-03-02T10:00:00+07:00';

test.each([
  ['at the very instant', due, 'kept'],
  ['a millisecond later', '2026-03-02T10:00:00.001+07:00', 'late'],
] as const)('within an hour, where the centre sets nothing else: %s', (_, when, state) => {
  const [call, arrival] = [called(), arrived(when)];
  given(call, arrival)
    .at(tuyenQuang)
    .thenDuty({
      state,
      due,
      bearer: { kind: 'agency', code: 'H60.NgV' },
      citation: 'TQ Đ7.3, Đ10.2',
      evidence: [call, arrival],
    });
});

test('called shortly before the weekend, on Monday', () => {
  given(called('2026-03-06T17:00:00+07:00'))
    .at(tuyenQuang)
    .thenDuty({ state: 'open', due: '2026-03-09T08:00:00+07:00' });
});

test('somebody of another agency is not who was called', () => {
  given(called(), arrived(due, { unit: 'H60.17' }))
    .at(tuyenQuang)
    .thenDuty({ state: 'open' });
});

test('each call has its arrival', () => {
  const calls = [called(monday, 'a', 1), called(monday, 'b', 2)];
  given(...calls, arrived(due, { reference: 'b' }))
    .at(tuyenQuang)
    .thenDuties({ state: 'open' }, { state: 'kept' });
});

test('the centre may set another time', () => {
  given(called())
    .under({ terms: { 'agency-official-attends': { days: 1 } }, hours: 'vietnam' })
    .thenDuty({ due: '2026-03-03T17:30:00+07:00' });
});

test('an arrival that is entered late counts, and that it came late shows', () => {
  const told = enteredAt(
    5,
    fact('AgencyOfficialArrived', { unit: 'H60.NgV' }, '2026-03-02T09:50:00+07:00'),
    '2026-03-02T11:00:00+07:00',
  );
  given(called(), told).at(tuyenQuang).thenDuty({ state: 'kept' });
  given(called(), told)
    .at(tuyenQuang)
    .thenLessened(
      'agency-official-attends: late by 60 minutes before and by 0 minutes after, by clerk-9 at 2026-03-02T04:00:00.000Z',
    );
});
