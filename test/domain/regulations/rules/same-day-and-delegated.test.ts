/** same-day-and-delegated: what `processing-deadline` makes of procedures that are solved at the centre itself. */
import { describe, expect, test } from 'vitest';
import { centre } from '../../../../src/domain/centre/centre/vocabulary.ts';
import { procedure } from '../../../../src/domain/centre/procedure/vocabulary.ts';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { processingDeadline } from '../../../../src/domain/regulations/rules/processing-deadline.ts';
import { CentreCode } from '../../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(processingDeadline);
const [fact, said] = [proposalsOf(dossier), proposalsOf(procedure)];
const kt = konTum(null);

/** At Bạc Liêu, in force since 2025, unless it says otherwise. */
const published = (data: object, at = 'BL') =>
  entry(
    50,
    said(
      'ProcedurePublished',
      { code: '1.001', from: '2025-01-01', ...data },
      '2024-12-20T08:00:00+07:00',
      {
        centre: CentreCode.parse(at),
      },
    ),
    undefined,
    { stream: 'procedure-1.001' },
  );
const sameDay = published({ term: { sameDay: true } });

const received = (when: string, data: object = {}) =>
  entry(
    0,
    fact(
      'DossierReceived',
      { code: 'd1', procedure: '1.001', receiver: 'cb-1', solvingUnit: 'H04.17', ...data },
      when,
    ),
  );
const decided = (when: string) => entry(1, fact('DossierDecided', {}, when));

const monday = '2026-03-02T09:00:00+07:00';
const closing = '2026-03-02T17:00:00+07:00';

describe('in Bạc Liêu, what is solved on the day', () => {
  test.each([
    ['at the very instant', closing, 'kept'],
    ['a millisecond later', '2026-03-02T17:00:00.001+07:00', 'late'],
  ] as const)('is due at its close, whatever was promised beyond it: %s', (_, when, state) => {
    for (const appointment of [null, { on: '2026-03-05' }, { at: '2026-03-05T10:00:00+07:00' }]) {
      given(sameDay, received(monday, { appointment }), decided(when))
        .at(bacLieu)
        .thenDuty({ state, due: closing, bearer: { kind: 'official', code: 'cb-1' } });
    }
  });

  test('is due when it was promised, where that is earlier', () => {
    const at = '2026-03-02T11:00:00+07:00';
    given(sameDay, received(monday, { appointment: { at } }))
      .at(bacLieu)
      .thenDuty({ due: at });
  });

  test.each([
    ['at 15:00 sharp', '2026-03-02T15:00:00+07:00', closing],
    [
      'later, on the next working day',
      '2026-03-02T15:00:00.001+07:00',
      '2026-03-03T17:00:00+07:00',
    ],
    ['on a Saturday morning', '2026-03-07T09:00:00+07:00', '2026-03-09T17:00:00+07:00'],
    ['late before holidays', '2026-04-29T16:00:00+07:00', '2026-05-04T17:00:00+07:00'],
  ])('received %s', (_, when, due) => {
    given(sameDay, received(when)).at(bacLieu).thenDuty({ state: 'open', due });
  });

  test('is only what is so on the day of the reception', () => {
    const longer = {
      ...published({ term: { days: 3 }, from: '2026-03-02' }),
      id: eventId(51),
      index: 51n,
    };
    const promised = { appointment: { on: '2026-03-05' } };
    given(sameDay, longer, received(monday, promised))
      .at(bacLieu)
      .thenDuty({ due: '2026-03-05T17:00:00+07:00', bearer: { kind: 'agency', code: 'H04.17' } });
  });
});

describe('whoever is at the centre owes', () => {
  const promised = { appointment: { on: '2026-03-05' } };
  const [official, agency] = [
    { kind: 'official', code: 'cb-1' },
    { kind: 'agency', code: 'H04.17' },
  ] as const;

  test('what is delegated in Bạc Liêu, and what is solved on the spot in Kon Tum', () => {
    given(published({ delegated: true }), received(monday, promised))
      .at(bacLieu)
      .thenDuty({ bearer: official });
    given(published({ onTheSpot: true }, 'KT'), received(monday, promised))
      .at(kt)
      .thenDuty({ bearer: official });
  });

  test('the accountable official before whoever took it in, and the agency where nobody is named', () => {
    const delegated = published({ delegated: true });
    given(delegated, received(monday, { ...promised, official: 'cv-2' }))
      .at(bacLieu)
      .thenDuty({ bearer: { kind: 'official', code: 'cv-2' } });
    given(delegated, received(monday, { ...promised, receiver: null }))
      .at(bacLieu)
      .thenDuty({ bearer: agency });
  });

  test('nothing else: each centre’s article names its own', () => {
    given(published({ onTheSpot: true }), received(monday, promised))
      .at(bacLieu)
      .thenDuty({ bearer: agency });
    const all = { delegated: true, onTheSpot: true, term: { sameDay: true } };
    given(published(all, 'NB'), received(monday, promised))
      .at(ninhBinh)
      .thenDuty({ bearer: agency, due: '2026-03-05T17:30:00+07:00' });
    given(published({ delegated: true, onTheSpot: false }, 'KT'), received(monday, promised))
      .at(kt)
      .thenDuty({ bearer: agency });
    given(published({ delegated: true }, 'KT'), received(monday, promised))
      .at(bacLieu)
      .thenDuty({ bearer: agency });
  });
});

test('a result that is corrected to have come on the day takes the breach away, and that shows', () => {
  const set = enteredAt(
    2,
    fact('DossierDecided', {}, closing, { corrects: eventId(1) }),
    '2026-03-04T09:00:00+07:00',
  );
  given(sameDay, received(monday), decided('2026-03-02T18:00:00+07:00'), set)
    .at(bacLieu)
    .thenDuty({ state: 'kept' });
  given(sameDay, received(monday), decided('2026-03-02T18:00:00+07:00'), set)
    .at(bacLieu)
    .thenLessened(
      'processing-deadline: late by 60 minutes before and by 0 minutes after, by clerk-9 at 2026-03-04T02:00:00.000Z',
    );
});

describe('what the centre lays down on its own record', () => {
  const set = (parameter: string, value: string) =>
    entry(
      60,
      proposalsOf(centre)(
        'ProfileValueSet',
        { parameter, value, from: '2026-03-01' },
        '2026-02-20T08:00:00+07:00',
        { centre: CentreCode.parse('NB') },
      ),
      undefined,
      { stream: 'centre-NB-2026' },
    );
  const promised = (when: string) => received(when, { appointment: { on: '2026-03-05' } });

  test('of the pause holds for dossiers received from then on', () => {
    const asked = entry(1, fact('SupplementRequested', {}, '2026-03-03T09:00:00+07:00'));
    const none = set('supplementPause', 'none');
    given(none, promised(monday), asked).at(ninhBinh).thenDuty({ suspended: false });
    given(none, promised('2026-02-27T09:00:00+07:00'), asked)
      .at(ninhBinh)
      .thenDuty({ suspended: true });
  });

  test('of when a date ends holds for an appointment that is a date', () => {
    given(set('dateDeadlineEnds', 'midnight'), promised(monday))
      .at(ninhBinh)
      .thenDuty({ due: '2026-03-05T23:59:59.999+07:00' });
  });
});

test('the procedure is looked up only where the centre owes such dossiers', () => {
  expect(ninhBinh.parameters.solvedAtCentre).toEqual([]);
  expect(bacLieu.profile.solvedAtCentre).toEqual({
    value: ['same-day', 'delegated'],
    article: 'BL Đ6.3',
  });
  expect(kt.profile.solvedAtCentre).toEqual({ value: ['on-the-spot'], article: 'KT Đ7.2m' });
});
