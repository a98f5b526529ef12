import { test } from 'vitest';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { coordinationReviewed } from '../../../../src/domain/regulations/rules/coordination-reviewed.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(coordinationReviewed, 'calendar-TQ-2026');
const { begins, ofMonth, ofAgency } = recordsOf('TQ');
const begun = begins('2026-10-01T00:00:00');
const agency = (number: number, code: string, name: string, data: object = {}) =>
  ofAgency(code)(number, 'AgencyEstablished', { name, ...data }, '2024-01-02T08:00:00');
const finance = agency(1, 'H60.12', 'Sở Tài chính tỉnh Tuyên Quang');
const culture = agency(2, 'H60.14', 'Sở Văn hóa, Thể thao và Du lịch');
const quarter = { from: '2026-10-01', to: '2026-12-31' };
const held = (when: string, agencies: readonly string[] | null) =>
  ofMonth(5, 'ReviewHeld', { period: quarter, agencies }, when);

test('each rotating agency that the regulation names owes it, by the quarter’s last working day', () => {
  given(begun, finance, culture)
    .at(tuyenQuang)
    .thenDuties(
      {
        bearer: { kind: 'agency', code: 'H60.12' },
        due: '2026-12-31T17:30:00+07:00',
        state: 'open',
      },
      { bearer: { kind: 'agency', code: 'H60.14' }, state: 'open' },
    );
});

test('an agency that takes no turns, or that was gone by the end of the period, owes nothing', () => {
  const health = agency(1, 'H60.18', 'Sở Y tế tỉnh Tuyên Quang');
  const foreign = agency(2, 'H60.20', 'Sở Ngoại vụ');
  const gone = agency(3, 'H60.15', 'Sở Công thương', { to: '2026-12-30' });
  given(begun, health, foreign, gone).at(tuyenQuang).thenNoDuty();
});

test.each([
  ['at the very instant', '2026-12-31T17:30:00', 'kept'],
  ['a millisecond later', '2026-12-31T17:30:00.001', 'late'],
] as const)('held %s, by those who took part', (_, when, state) => {
  given(begun, finance, culture, held(when, ['H60.12']))
    .at(tuyenQuang)
    .thenDuties({ state }, { state: 'open' });
});

test('a review that names nobody was of all', () => {
  given(begun, finance, culture, held('2026-12-18T15:00:00', null))
    .at(tuyenQuang)
    .thenDuties({ state: 'kept' }, { state: 'kept' });
});

test('what came after an agency owes it in its place, and has what that agency did', () => {
  const planning = agency(3, 'H60.30', 'Sở Tài chính và Kế hoạch mới');
  const merged = ofAgency('H60.12')(
    4,
    'AgencySucceeded',
    { how: 'merged', successors: ['H60.30'], from: '2026-12-01' },
    '2026-11-30T08:00:00',
  );
  const bearer = { kind: 'agency', code: 'H60.30' } as const;
  given(begun, finance, planning, merged).at(tuyenQuang).thenDuties({ bearer, state: 'open' });
  given(begun, finance, planning, merged, held('2026-11-20T15:00:00', ['H60.12']))
    .at(tuyenQuang)
    .thenDuties({ bearer, state: 'kept' });
});

test('who is said afterwards not to have taken part has not kept it', () => {
  const corrected = ofMonth(
    6,
    'ReviewHeld',
    { period: quarter, agencies: ['H60.14'] },
    '2026-12-18T15:00:00',
    {
      corrects: eventId(5),
    },
  );
  given(begun, finance, culture, held('2026-12-18T15:00:00', null), corrected)
    .at(tuyenQuang)
    .thenDuties({ state: 'open' }, { state: 'kept' });
});
