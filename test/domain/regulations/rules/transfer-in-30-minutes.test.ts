import { test } from 'vitest';
import { agency } from '../../../../src/domain/centre/agency/vocabulary.ts';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { transferIn30Minutes } from '../../../../src/domain/regulations/rules/transfer-in-30-minutes.ts';
import { CentreCode } from '../../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(transferIn30Minutes);
const [fact, said] = [proposalsOf(dossier), proposalsOf(agency)];

const monday = '2026-03-02T09:00:00+07:00';
const received = (data: object = {}, when = monday) =>
  entry(
    0,
    fact(
      'DossierReceived',
      { code: 'd1', channel: 'direct', slip: '5/TNHS', receiver: 'cb-1', ...data },
      when,
    ),
  );
const passedOn = (when: string) => entry(1, fact('DossierTransferred', { medium: 'paper' }, when));

test.each([
  ['at the very instant', '2026-03-02T09:30:00+07:00', 'kept'],
  ['a millisecond later', '2026-03-02T09:30:00.001+07:00', 'late'],
] as const)('passed on %s', (_, when, state) => {
  const [reception, transfer] = [received(), passedOn(when)];
  given(reception, transfer)
    .at(tuyenQuang)
    .thenDuty({
      state,
      due: '2026-03-02T09:30:00+07:00',
      bearer: { kind: 'official', code: 'cb-1' },
      evidence: [reception, transfer],
    });
});

test.each([
  [
    'the morning has just so many minutes left',
    '2026-03-02T11:00:00+07:00',
    '2026-03-02T11:30:00+07:00',
  ],
  ['they go on after lunch', '2026-03-02T11:10:00+07:00', '2026-03-02T13:40:00+07:00'],
  ['they go on after the weekend', '2026-03-06T17:20:00+07:00', '2026-03-09T07:50:00+07:00'],
  ['they go on after holidays', '2026-04-29T17:20:00+07:00', '2026-05-04T07:50:00+07:00'],
])('30 minutes of working time: %s', (_, when, due) => {
  given(received({}, when)).at(tuyenQuang).thenDuty({ state: 'open', due });
});

test.each(['by-proxy', 'post', 'hired-service'] as const)(
  'so it is of what comes %s',
  (channel) => {
    given(received({ channel })).at(tuyenQuang).thenDuty({ state: 'open' });
  },
);

test.each([
  ['came online', { channel: 'online' }],
  ['came nobody says how', { channel: null }],
  ['has no slip on record', { slip: null }],
])('nothing is owed of a dossier that %s', (_, data) => {
  given(received(data)).at(tuyenQuang).thenNoDuty();
});

test('to the unit that carries dossiers is enough, to the applicant’s own courier is not', () => {
  const given30 = '2026-03-02T09:10:00+07:00';
  const courier = (data: object) => entry(1, fact('CourierHandedOver', data, given30));
  given(received(), courier({ what: 'dossier', from: 'H60.TT' }))
    .at(tuyenQuang)
    .thenDuty({ state: 'kept' });
  given(received(), courier({ what: 'dossier' }))
    .at(tuyenQuang)
    .thenDuty({ state: 'open' });
  given(received(), courier({ what: 'result', from: 'H60.TT' }))
    .at(tuyenQuang)
    .thenDuty({ state: 'open' });
});

test('what was decided or withdrawn had come to the agency, or needs to no more', () => {
  const decided = (when: string) => entry(1, fact('DossierDecided', {}, when));
  given(received(), decided('2026-03-02T09:20:00+07:00'))
    .at(tuyenQuang)
    .thenDuty({ state: 'ended', breached: false });
  given(received(), decided('2026-03-02T10:00:00+07:00'))
    .at(tuyenQuang)
    .thenDuty({ state: 'ended', breached: true });
});

test('an agency that the regulation does not name is not bound, one that it names is', () => {
  const established = (name: string) =>
    entry(
      5,
      said('AgencyEstablished', { name }, '2020-01-01T08:00:00+07:00', {
        centre: CentreCode.parse('TQ'),
      }),
      undefined,
      { stream: 'agency-H60.17' },
    );
  const reception = received({ solvingUnit: 'H60.17' });
  given(established('Sở Tài nguyên và Môi trường'), reception).at(tuyenQuang).thenNoDuty();
  given(established('Sở Tài chính tỉnh Tuyên Quang'), reception)
    .at(tuyenQuang)
    .thenDuty({ state: 'open' });
});

test('the centre may set other minutes', () => {
  given(received())
    .under({ transferWithin: 60, hours: 'vietnam' })
    .thenDuty({ due: '2026-03-02T10:00:00+07:00' });
});

test('a transfer that is entered afterwards is in time, and that it came late shows', () => {
  const told = enteredAt(
    1,
    fact('DossierTransferred', {}, '2026-03-02T09:20:00+07:00'),
    '2026-03-02T11:00:00+07:00',
  );
  given(received(), told).at(tuyenQuang).thenDuty({ state: 'kept' });
  given(received(), told)
    .at(tuyenQuang)
    .thenLessened(
      'transfer-in-30-minutes: late by 90 minutes before and by 0 minutes after, by clerk-9 at 2026-03-02T04:00:00.000Z',
    );
  const corrected = enteredAt(
    2,
    fact('DossierTransferred', {}, '2026-03-02T10:00:00+07:00', { corrects: eventId(1) }),
    '2026-03-02T12:00:00+07:00',
  );
  given(received(), told, corrected).at(tuyenQuang).thenDuty({ state: 'late' });
});
