import { test } from 'vitest';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { proceduresPublicTold } from '../../../../src/domain/regulations/rules/procedures-public-told.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const code = '1.004199';
const inKonTum = specifyRule(proceduresPublicTold, `procedure-${code}`);
const on = recordsOf('KT').ofProcedure(code);
const published = on(0, 'ProcedurePublished', { code, agency: 'H34.17' }, '2026-01-05T08:00:00');
const changed = on(
  1,
  'ProcedureChanged',
  { version: '2', from: '2026-04-01' },
  '2026-03-05T08:00:00',
);
const told = (when: string, data: object = { version: '2' }) =>
  on(2, 'ProcedureChangeTold', data, when);

test.each([
  ['before it is on record', '2026-02-27T08:00:00', 'kept'],
  ['at the very instant', '2026-03-10T17:00:00', 'kept'],
  ['a millisecond later', '2026-03-10T17:00:00.001', 'late'],
] as const)('a change is told %s', (_, when, state) => {
  const telling = told(when);
  inKonTum
    .given(published, changed, telling)
    .at(konTum(null))
    .thenDuty({
      due: '2026-03-10T17:00:00+07:00', // three working days after Thursday
      bearer: { kind: 'agency', code: 'H34.17' },
      state,
      evidence: [changed, telling],
    });
});

test.each([
  ['of another version', { version: '1' }],
  ['of another day', { effective: '2026-05-01' }],
  ['of a repeal', { what: 'repealed' }],
])('what is told %s is not it', (_, data) => {
  inKonTum
    .given(published, changed, told('2026-03-06T08:00:00', data))
    .at(konTum(null))
    .thenDuty({ state: 'open' });
});

test('what does not say of which change it tells is of one that is on record', () => {
  inKonTum
    .given(published, changed, told('2026-03-06T08:00:00', {}))
    .at(konTum(null))
    .thenDuty({ state: 'kept' });
  inKonTum
    .given(published, changed, told('2026-03-04T08:00:00', {}))
    .at(konTum(null))
    .thenDuty({ state: 'open' });
});

test('a repeal is told, too', () => {
  const repealed = on(1, 'ProcedureRepealed', { to: '2026-03-31' }, '2026-03-05T08:00:00');
  inKonTum
    .given(published, repealed, told('2026-03-06T08:00:00', { what: 'repealed' }))
    .at(konTum(null))
    .thenDuty({ state: 'kept' });
});

test('in Ninh Bình a new procedure is told, too', () => {
  const there = recordsOf('NB').ofProcedure(code);
  const first = there(1, 'ProcedurePublished', { code, agency: 'H42.17' }, '2026-03-05T08:00:00');
  inKonTum
    .given(first)
    .at(ninhBinh)
    .thenDuty({ due: '2026-03-10T17:30:00+07:00', bearer: { kind: 'agency', code: 'H42.17' } });
});

test('in Tuyên Quang only the agencies that the regulation names owe it', () => {
  const tq = recordsOf('TQ');
  const change = tq.ofProcedure(code)(
    1,
    'ProcedureChanged',
    { agency: 'H60.12' },
    '2026-03-05T08:00:00',
  );
  const named = (name: string) =>
    tq.ofAgency('H60.12')(2, 'AgencyEstablished', { name }, '2020-01-02T08:00:00');
  inKonTum.given(change, named('Sở Công thương')).at(tuyenQuang).thenDuty({ state: 'open' });
  inKonTum.given(change, named('Sở Y tế')).at(tuyenQuang).thenNoDuty();
  inKonTum.given(change).at(tuyenQuang).thenNoDuty();
});

test('a telling that is corrected to be of another version leaves it open again', () => {
  const corrected = on(3, 'ProcedureChangeTold', { version: '3' }, '2026-03-06T08:00:00', {
    corrects: eventId(2),
  });
  inKonTum
    .given(published, changed, told('2026-03-06T08:00:00'), corrected)
    .at(konTum(null))
    .thenDuty({ state: 'open' });
});
