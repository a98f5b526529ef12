import { describe, test } from 'vitest';
import { agency } from '../../../../src/domain/centre/agency/vocabulary.ts';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { papersSupplied } from '../../../../src/domain/regulations/rules/papers-supplied.ts';
import { CentreCode, Instant } from '../../../../src/domain/units.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(papersSupplied);
const fact = proposalsOf(dossier);

const from = 'H42.41';
const monday = '2026-03-02T09:00:00+07:00';
const asked = (data: object = {}, when = monday, number = 0) =>
  entry(number, fact('PaperAsked', { from, ...data }, when));
const supplied = (when: string, reference: string | null = null, also: object = {}) =>
  entry(3, fact('PaperSupplied', { reference }, when), undefined, also);

test('it is owed by the district, within three working days where the request names no day', () => {
  given(asked())
    .at(ninhBinh)
    .thenDuty({
      state: 'open',
      bearer: { kind: 'agency', code: from },
      due: '2026-03-05T17:30:00+07:00',
    });
});

test.each([
  ['at the very instant', '2026-03-05T17:30:00+07:00', 'kept'],
  ['a millisecond later', '2026-03-05T17:30:00.001+07:00', 'late'],
])('supplied %s: %s', (_, when, state) => {
  given(asked(), supplied(when))
    .at(ninhBinh)
    .thenDuty({ state: state === 'kept' ? 'kept' : 'late' });
});

test.each([
  ['a weekend', '2026-03-05T09:00:00+07:00', '2026-03-10T17:30:00+07:00'],
  ['the holidays of April', '2026-04-28T09:00:00+07:00', '2026-05-05T17:30:00+07:00'],
])('%s does not count', (_, when, due) => {
  given(asked({}, when)).at(ninhBinh).thenDuty({ due });
});

test('the day that the request names is the day', () => {
  given(asked({ due: { on: '2026-03-10' } }))
    .at(ninhBinh)
    .thenDuty({ due: '2026-03-10T17:30:00+07:00' });
  given(asked({ due: { at: '2026-03-03T09:00:00+07:00' } }))
    .at(ninhBinh)
    .thenDuty({ due: '2026-03-03T09:00:00+07:00' });
});

test('a day ends with the service hours, or at midnight where the centre has it so', () => {
  given(asked({ due: { on: '2026-03-10' } }))
    .under({ dateDeadlineEnds: 'midnight' })
    .thenDuty({ due: '2026-03-10T23:59:59.999+07:00' });
});

test('each request has its own answer', () => {
  given(
    asked({ reference: 'a' }),
    asked({ reference: 'b' }, '2026-03-02T10:00:00+07:00', 1),
    supplied('2026-03-03T09:00:00+07:00', 'b'),
  )
    .at(ninhBinh)
    .thenDuties({ state: 'open' }, { state: 'kept' });
});

test('a dossier that has ended in time needs no papers', () => {
  const withdrawn = entry(3, fact('DossierWithdrawn', {}, '2026-03-04T09:00:00+07:00'));
  given(asked(), withdrawn).at(ninhBinh).thenDuty({ state: 'ended', breached: false });
});

describe('of whom they are asked', () => {
  const known = (kind: 'district' | 'people-committee' | 'department') =>
    entry(
      9,
      proposalsOf(agency)('AgencyEstablished', { name: 'X', kind }, '2024-01-02T08:00:00+07:00', {
        centre: CentreCode.parse('NB'),
      }),
      undefined,
      { stream: `agency-${from}` },
    );

  test.each(['district', 'people-committee'] as const)('a %s is bound', (kind) => {
    given(known(kind), asked()).at(ninhBinh).thenDuty({ state: 'open' });
  });

  test('a department is not', () => {
    given(known('department'), asked()).at(ninhBinh).thenNoDuty();
  });
});

test('at Sơn La, papers to be confirmed alone', () => {
  given(asked({ purpose: 'confirm' }))
    .at(sonLa)
    .thenDuty({ state: 'open' });
  given(asked({ purpose: 'supply' }))
    .at(sonLa)
    .thenNoDuty();
  given(asked()).at(sonLa).thenNoDuty();
  given(asked({ purpose: 'supply' }))
    .at(ninhBinh)
    .thenDuty({ state: 'open' });
});

test('an answer that is entered late as if in time takes the breach away, which shows', () => {
  const late = supplied('2026-03-05T16:00:00+07:00', null, {
    recordedAt: Instant.parse('2026-03-05T18:30:00+07:00'),
  });
  given(asked(), late).at(ninhBinh).thenDuty({ state: 'kept' });
  given(asked(), late)
    .at(ninhBinh)
    .thenLessened(
      'papers-supplied: late by 60 minutes before and by 0 minutes after, by clerk-9 at 2026-03-05T11:30:00.000Z',
    );
});
