import { test } from 'vitest';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { directoryPublicByAgency } from '../../../../src/domain/regulations/rules/directory-public-by-agency.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(directoryPublicByAgency, 'agency-H60.20');
const on = recordsOf('TQ').ofAgency('H60.20');
const foreign = on(
  1,
  'AgencyEstablished',
  { name: 'Sở Ngoại vụ tỉnh Tuyên Quang' },
  '2020-01-02T08:00:00',
);
const people = [{ official: 'cb-1', capacity: 'formal' }];
const approved = on(2, 'StaffListApproved', { people, from: '2026-03-05' }, '2026-03-02T08:00:00');
const published = (when: string, data: object = {}) =>
  on(3, 'AgencyDirectoryPublished', data, when);

test.each([
  ['at the very instant', '2026-03-10T17:30:00', 'kept'],
  ['a millisecond later', '2026-03-10T17:30:00.001', 'late'],
] as const)('published %s, over the weekend', (_, when, state) => {
  const directory = published(when);
  given(foreign, approved, directory)
    .at(tuyenQuang)
    .thenDuty({
      due: '2026-03-10T17:30:00+07:00',
      bearer: { kind: 'agency', code: 'H60.20' },
      state,
      evidence: [approved, directory],
    });
});

test.each([
  ['without numbers', { telephones: false }],
  ['without its people', { officials: false }],
])('a directory %s is not it', (_, data) => {
  given(foreign, approved, published('2026-03-06T08:00:00', data))
    .at(tuyenQuang)
    .thenDuty({ state: 'open' });
});

test('another agency does not owe it; what came after it does', () => {
  const finance = on(1, 'AgencyEstablished', { name: 'Sở Tài chính' }, '2020-01-02T08:00:00');
  given(finance, approved).at(tuyenQuang).thenNoDuty();
  const office = on(
    1,
    'AgencyEstablished',
    { name: 'Văn phòng Ủy ban nhân dân tỉnh' },
    '2026-01-02T08:00:00',
  );
  const before = recordsOf('TQ').ofAgency('H60.21');
  const old = before(4, 'AgencyEstablished', { name: 'Sở Ngoại vụ' }, '2020-01-02T08:00:00');
  const merged = before(5, 'AgencySucceeded', { successors: ['H60.20'] }, '2026-01-02T08:00:00');
  given(office, approved, old, merged).at(tuyenQuang).thenDuty({ state: 'open' });
});

test('a list whose first day is corrected is due later, by the customary convention', () => {
  const corrected = on(
    4,
    'StaffListApproved',
    { people, from: '2026-03-16' },
    '2026-03-02T08:00:00',
    {
      corrects: eventId(2),
      recordedAt: published('2026-03-12T08:00:00').recordedAt,
    },
  );
  given(foreign, approved, corrected)
    .at(tuyenQuang)
    .thenDuty({ due: '2026-03-10T17:30:00+07:00', customaryDue: '2026-03-19T17:30:00+07:00' });
});
