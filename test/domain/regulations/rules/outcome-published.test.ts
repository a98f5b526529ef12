import { expect, test } from 'vitest';
import { official } from '../../../../src/domain/centre/official/vocabulary.ts';
import { violation } from '../../../../src/domain/complaints/violation/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { outcomePublished } from '../../../../src/domain/regulations/rules/outcome-published.ts';
import { CentreCode } from '../../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const stream = 'violation-VP-1';
const { given } = specifyRule(outcomePublished, stream);
const fact = proposalsOf(violation);

const from = (...ids: (string | null)[]) => ({
  sources: ids.map((id) => ({ kind: 'complaint' as const, id })),
});
const recorded = (data: object = from('PA-1')) =>
  entry(
    1,
    fact('ViolationRecorded', { who: 'official', ...data }, '2026-03-02T09:00:00+07:00'),
    undefined,
    { stream },
  );
/** Friday 6 March: five working days later it is the Friday after. */
const decided = entry(2, fact('ViolationDecided', {}, '2026-03-06T09:00:00+07:00'), undefined, {
  stream,
});
const told = (when: string, complaint: string | null = 'PA-1') =>
  entry(3, fact('ViolationOutcomeMadeKnown', { complaint }, when), undefined, { stream });
const published = entry(
  4,
  fact('ViolationOutcomePublished', {}, '2026-03-09T09:00:00+07:00'),
  undefined,
  { stream },
);
const due = '2026-03-13T17:30:00+07:00';

test.each([
  ['at the very instant', due, 'kept'],
  ['a millisecond later', '2026-03-13T17:30:00.001+07:00', 'late'],
] as const)('told %s, over a weekend: %s', (_, when, state) => {
  given(recorded(), decided, told(when))
    .at(ninhBinh)
    .thenDuty({ due, state, detail: 'PA-1', bearer: { kind: 'centre', code: 'NB' } });
});

test('one duty for each complaint; what is published is made known to all of them', () => {
  const two = recorded(from('PA-1', 'PA-2'));
  given(two, decided, told('2026-03-09T09:00:00+07:00'))
    .at(ninhBinh)
    .thenDuties({ detail: 'PA-1', state: 'kept' }, { detail: 'PA-2', state: 'open' });
  given(two, decided, published).at(ninhBinh).thenDuties({ state: 'kept' }, { state: 'kept' });
});

test('a complaint without a number is one that any telling reaches', () => {
  given(recorded(from(null)), decided, told('2026-03-09T09:00:00+07:00', 'PA-7'))
    .at(ninhBinh)
    .thenDuty({ state: 'kept', detail: null });
});

test.each([
  ['no complaint led to it', { sources: [{ kind: 'inspection' }] }],
  ['it does not say what led to it', {}],
  ['it is an agency’s', { ...from('PA-1'), who: 'agency' }],
])('opens nothing where %s', (_, data) => {
  given(recorded(data), decided).at(ninhBinh).thenNoDuty();
});

test('before anything is decided there is no outcome', () => {
  given(recorded()).at(ninhBinh).thenNoDuty();
});

test.each([
  ['BL', bacLieu],
  ['KT', konTum(null)],
] as const)('%s: of the director, by name where the record says who it is', (code, centre) => {
  given(recorded(), decided)
    .at(centre)
    .thenDuty({ bearer: { kind: 'official', code: null } });
  const taken = proposalsOf(official)(
    'OfficeTaken',
    { office: 'director' },
    '2026-01-05T08:00:00+07:00',
    { centre: CentreCode.parse(code) },
  );
  given(entry(0, taken, undefined, { stream: 'official-gd-1' }), recorded(), decided)
    .at(centre)
    .thenDuty({ bearer: { kind: 'official', code: 'gd-1' } });
});

test('a telling that is entered late with an earlier time is told apart', () => {
  const late = enteredAt(
    5,
    fact('ViolationOutcomeMadeKnown', { complaint: 'PA-1' }, '2026-03-10T09:00:00+07:00'),
    '2026-03-20T09:00:00+07:00',
  );
  const judged = given(recorded(), decided, { ...late, stream }).at(ninhBinh);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('outcome-published: '));
});
