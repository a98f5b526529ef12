import { expect, test } from 'vitest';
import { leave } from '../../../../src/domain/leave/vocabulary.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { leaveNeedsConsent } from '../../../../src/domain/regulations/rules/leave-needs-consent.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const stream = 'leave-NP-1';
const { given } = specifyRule(leaveNeedsConsent, stream);
const fact = proposalsOf(leave);
const official = 'cv-1203';

/** Tuesday 10 March 2026, unless said otherwise. */
const days = [{ from: '2026-03-10', to: '2026-03-10' }];
const requested = (data: object = {}) =>
  entry(
    1,
    fact(
      'LeaveRequested',
      { official, purpose: 'private', written: true, days, ...data },
      '2026-03-06T09:00:00+07:00',
    ),
    undefined,
    { stream },
  );
const confirmed = entry(
  2,
  fact('LeaveConfirmedByAgency', { agency: 'S1' }, '2026-03-06T15:00:00+07:00'),
  undefined,
  { stream },
);
const approvedAt = (when: string, data: object = {}) =>
  entry(3, fact('LeaveApproved', data, when), undefined, { stream });
const takenOn = (data: object = {}) =>
  entry(4, fact('LeaveTaken', { official, ...data }, '2026-03-10T11:00:00+07:00'), undefined, {
    stream,
  });

const start = '2026-03-10T07:30:00+07:00';
const bearer = { kind: 'official', code: official } as const;

test('asked for, confirmed and consented to before it begins: three duties, kept', () => {
  given(requested(), confirmed, approvedAt('2026-03-09T10:00:00+07:00'), takenOn())
    .at(sonLa)
    .thenDuties(
      { detail: 'the written request', due: start, state: 'kept', bearer },
      { detail: 'the confirmation of the home agency', state: 'kept' },
      { detail: 'the consent of the centre', state: 'kept' },
    );
});

test.each([
  ['as the day begins', start, 'kept'],
  ['a millisecond later', '2026-03-10T07:30:00.001+07:00', 'late'],
] as const)('consented to %s: %s', (_, when, state) => {
  given(requested(), confirmed, approvedAt(when), takenOn())
    .at(sonLa)
    .thenDuties({ state: 'kept' }, { state: 'kept' }, { state });
});

test('gone without a word: none of the three was there', () => {
  given(takenOn({ days, kind: 'personal' }))
    .at(sonLa)
    .thenDuties(
      { state: 'open', due: start },
      { state: 'open', due: start },
      { state: 'open', due: start },
    );
});

test('leave of an afternoon begins after lunch; one that begins on a day off, on the next working day', () => {
  const afternoon = [{ from: '2026-03-10', to: '2026-03-10', part: 'afternoon' }] as const;
  given(takenOn({ days: afternoon, kind: 'personal' }))
    .at(sonLa)
    .thenDuties({ due: '2026-03-10T13:30:00+07:00' }, {}, {});
  // From the Saturday before Tết: the week of it is off, and so is the weekend after it.
  const tet = [{ from: '2026-02-14', to: '2026-02-24' }];
  given(takenOn({ days: tet, kind: 'personal' }))
    .at(sonLa)
    .thenDuties({ due: '2026-02-23T07:30:00+07:00' }, {}, {});
});

test('a request that was only spoken is none; one that does not say counts', () => {
  const consent = approvedAt('2026-03-09T10:00:00+07:00');
  given(requested({ written: false }), confirmed, consent)
    .at(sonLa)
    .thenDuties({ state: 'open' }, { state: 'kept' }, { state: 'kept' });
  given(requested({ written: null }), confirmed, consent)
    .at(sonLa)
    .thenDuties({ state: 'kept' }, { state: 'kept' }, { state: 'kept' });
});

test.each([
  ['private', { kind: 'personal' }],
  ['annual, and said to be private', { kind: 'annual', purpose: 'private' }],
  ['for the agency', { kind: 'agency-work' }],
  ['sick, and said to be private', { kind: 'sick', purpose: 'private' }],
] as const)('needs all three: %s', (_, data) => {
  given(requested({ purpose: null, ...data }), takenOn({ days }))
    .at(sonLa)
    .thenDuties({}, {}, {});
});

test.each([
  ['sick', { kind: 'sick' }],
  ['annual leave', { kind: 'annual' }],
  ['in place of overtime', { kind: 'compensatory' }],
  ['a training course', { kind: 'training' }],
  ['of no known kind', {}],
] as const)('another matter: %s', (_, data) => {
  given(requested({ purpose: null, ...data }), takenOn({ days }))
    .at(sonLa)
    .thenNoDuty();
});

test.each(['LeaveCancelled', 'LeaveRejected', 'LeaveDeclinedByAgency'] as const)(
  'what came to nothing needs nothing: %s',
  (type) => {
    const end = entry(5, fact(type, {}, '2026-03-09T10:00:00+07:00'), undefined, { stream });
    given(requested(), end).at(sonLa).thenNoDuty();
    given(requested(), end, takenOn()).at(sonLa).thenDuties({}, {}, {});
  },
);

test('a consent that is entered after the leave began, as given before it, is told apart', () => {
  const late = enteredAt(
    6,
    { ...fact('LeaveApproved', {}, '2026-03-09T10:00:00+07:00'), stream },
    '2026-03-12T10:00:00+07:00',
  );
  const judged = given(requested(), confirmed, takenOn(), { ...late, stream }).at(sonLa);
  judged.thenDuties({ state: 'kept' }, { state: 'kept' }, { state: 'kept' });
  judged.thenLessened(expect.stringContaining('leave-needs-consent: '));
});

test('a centre that asks for no consent owes none', () => {
  given(takenOn({ days, kind: 'personal' }))
    .under({ consentFromHalfDay: null })
    .thenNoDuty();
});
