import { expect, test } from 'vitest';
import { attendance } from '../../../../src/domain/attendance/attendance/vocabulary.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { leaveNeedsConsentShort } from '../../../../src/domain/regulations/rules/leave-needs-consent-short.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const stream = 'attendance-cv%2D1203-2026-03';
const { given } = specifyRule(leaveNeedsConsentShort, stream);
const fact = proposalsOf(attendance);

/** Friday 27 February and Monday 2 March 2026 lie before and after a weekend; this is the Monday. */
const days = [{ from: '2026-03-02', to: '2026-03-02' }];
const hours = { from: '09:00', to: '10:00' };
const away = { days, hours, kind: 'agency-work', withLeave: false } as const;
const noted = (data: object = {}, when = '2026-03-02T10:30:00+07:00') =>
  entry(1, fact('AbsenceNoted', { ...away, ...data }, when), undefined, { stream });

test('an hour for the agency that nobody had let them go for is a breach of the official', () => {
  const note = noted();
  given(note).at(sonLa).thenBreaches([note]);
  given(note)
    .at(sonLa)
    .thenFindings({ citation: 'SL Đ8.đ', bearer: { kind: 'official', code: 'cv-1203' } });
  const trip = noted({ kind: 'business-trip' });
  given(trip).at(sonLa).thenBreaches([trip]);
});

test.each([
  ['somebody had let them go', { withLeave: true }],
  ['it does not say whether anybody had', { withLeave: null }],
  ['it was private', { kind: 'personal' }],
  ['it does not say what for', { kind: null }],
  ['it was half a day or more: a matter of leave and of presence', { hours: null }],
])('no breach where %s', (_, data) => {
  given(noted(data)).at(sonLa).thenBreaches();
});

test('a note corrected to say that they had been let go is told apart', () => {
  const note = noted();
  const right = enteredAt(
    2,
    fact('AbsenceNoted', { ...away, withLeave: true }, '2026-03-02T10:30:00+07:00'),
    '2026-03-09T08:00:00+07:00',
  );
  const judged = given(note, { ...right, stream, corrects: note.id }).at(sonLa);
  judged.thenBreaches();
  judged.thenLessened(expect.stringContaining('1 breaches before and 0 after'));
});

test('where half a day binds every absence, a shorter one needs nothing', () => {
  given(noted()).under({ consentFromHalfDay: 'every-absence' }).thenBreaches();
  given(noted()).under({ consentFromHalfDay: null }).thenBreaches();
});
