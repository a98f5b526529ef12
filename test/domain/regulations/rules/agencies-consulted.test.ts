import { test } from 'vitest';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { agenciesConsulted } from '../../../../src/domain/regulations/rules/agencies-consulted.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { backfilled, eventId } from '../../../support/stated.ts';

const inSonLa = specifyRule(agenciesConsulted, 'office-SL');
const { ofYear } = recordsOf('SL');
const matter = 'VD-1';
const decided = ofYear(1, 'MatterDecided', { matter, agencies: ['H52.17'] }, '2026-03-09T08:00:00');
const asked = (number: number, when: string, data: object = {}) =>
  ofYear(number, 'ConsultationSent', { matter, agency: 'H52.17', ...data }, when);

test.each([
  ['on the Friday before', '2026-03-06T16:00:00', 'kept'],
  ['at the very instant', '2026-03-09T08:00:00', 'kept'],
  ['a millisecond later', '2026-03-09T08:00:00.001', 'late'],
] as const)('an agency that is touched is asked %s', (_, when, state) => {
  const question = asked(2, when);
  inSonLa
    .given(decided, question)
    .at(sonLa)
    .thenDuty({
      due: '2026-03-09T08:00:00+07:00',
      bearer: { kind: 'centre', code: 'SL' },
      detail: 'VD-1: H52.17',
      state,
      evidence: [decided, question],
    });
});

test.each([
  ['not in writing', { written: false }],
  ['of another agency', { agency: 'H52.12' }],
  ['about another matter', { matter: 'VD-2' }],
])('what is asked %s is not it', (_, data) => {
  inSonLa
    .given(decided, asked(2, '2026-03-03T08:00:00', data))
    .at(sonLa)
    .thenDuty({ state: 'open' });
});

test('before the decision nothing is due; after it, of each agency that the matter touches', () => {
  const raised = ofYear(
    3,
    'MatterRaised',
    { matter, about: 'Ghép quầy', agencies: ['H52.12', 'H52.17'] },
    '2026-03-02T08:00:00',
  );
  inSonLa.given(raised).at(sonLa).thenNoDuty();
  inSonLa
    .given(raised, asked(4, '2026-03-03T08:00:00'), decided)
    .at(sonLa)
    .thenDuties(
      { detail: 'VD-1: H52.12', state: 'open' },
      { detail: 'VD-1: H52.17', state: 'kept' },
    );
});

test('a matter that touches nobody opens nothing', () => {
  const alone = ofYear(1, 'MatterDecided', { matter }, '2026-03-09T08:00:00');
  inSonLa.given(alone).at(sonLa).thenNoDuty();
});

test.each([
  ['that agrees', { agreed: true }, 'kept'],
  ['that does not say whether it agrees', {}, 'kept'],
  ['that disagrees', { agreed: false }, 'open'],
] as const)('in Kon Tum an answer %s', (_, data, state) => {
  const kt = recordsOf('KT');
  const decision = kt.ofYear(
    1,
    'MatterDecided',
    { matter, agencies: ['H34.17'] },
    '2026-03-09T08:00:00',
  );
  const question = kt.ofYear(
    2,
    'ConsultationSent',
    { matter, agency: 'H34.17' },
    '2026-03-03T08:00:00',
  );
  const answer = kt.ofYear(
    3,
    'ConsultationReplied',
    { matter, agency: 'H34.17', ...data },
    '2026-03-05T08:00:00',
  );
  const inKonTum = specifyRule(agenciesConsulted, 'office-KT');
  inKonTum.given(decision, question).at(konTum(null)).thenDuty({ state: 'open' });
  inKonTum.given(decision, question, answer).at(konTum(null)).thenDuty({ state });
});

test('a question that is entered long afterwards counts, and that it came so late shows', () => {
  const late = asked(2, '2026-03-03T08:00:00', {});
  const found = inSonLa
    .given(decided, {
      ...late,
      ...backfilled,
      recordedAt: asked(9, '2026-03-20T08:00:00').recordedAt,
    })
    .at(sonLa);
  found.thenDuty({ state: 'kept' });
  found.thenFindings({ rule: 'breach-lessened' });
});

test('a decision that is taken back opens nothing', () => {
  const takenBack = ofYear(3, 'EntryWithdrawn', {}, '2026-03-09T09:00:00', {
    corrects: eventId(1),
  });
  inSonLa.given(decided, takenBack).at(sonLa).thenNoDuty();
});
