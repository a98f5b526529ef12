import { test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { courierCustody } from '../../../../src/domain/regulations/rules/courier-custody.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(courierCustody);
const fact = proposalsOf(dossier);

const handed = (number: number, reference: string, when: string) =>
  entry(number, fact('CourierHandedOver', { reference, courier: 'VNPOST' }, when));
const first = handed(0, 'EB1', '2026-03-02T09:00:00+07:00');
const second = handed(1, 'EB2', '2026-03-02T10:00:00+07:00');

type Kind = 'loss' | 'damage' | 'delay' | 'interruption' | 'other';
const incident = (kind: Kind, reference: string | null = 'EB1', also: object = {}) =>
  entry(
    2,
    fact('CourierIncident', { kind, reference }, '2026-03-03T09:00:00+07:00'),
    undefined,
    also,
  );
const arrived = (intact: boolean | null, reference: string | null = 'EB1') =>
  entry(3, fact('CourierReceived', { reference, intact }, '2026-03-03T15:00:00+07:00'));

test.each(['loss', 'damage'] as const)(
  '%s is the breach of the post, and proved by what it was given',
  (kind) => {
    given(first, second, incident(kind))
      .at(ninhBinh)
      .thenBreaches([first, incident(kind)]);
    given(first, second, incident(kind))
      .at(ninhBinh)
      .thenFindings({
        bearer: { kind: 'post', code: 'VNPOST' },
        detail: kind,
        citation: 'NB Đ5.3a, Đ5.3b',
      });
  },
);

test.each(['delay', 'interruption', 'other'] as const)('%s breaks no custody', (kind) => {
  given(first, incident(kind)).at(ninhBinh).thenBreaches();
});

test('what arrives broken is a breach, though nobody noted an incident', () => {
  given(first, arrived(false))
    .at(ninhBinh)
    .thenBreaches([first, arrived(false)]);
  given(first, incident('delay'), arrived(false))
    .at(ninhBinh)
    .thenBreaches([first, arrived(false)]);
});

test('and no second one where the incident is noted', () => {
  given(first, incident('damage'), arrived(false))
    .at(ninhBinh)
    .thenBreaches([first, incident('damage')]);
});

test('an incident of another consignment is not this one', () => {
  given(first, second, incident('damage', 'EB2'), arrived(false))
    .at(ninhBinh)
    .thenBreaches([second, incident('damage', 'EB2')], [first, arrived(false)]);
});

test.each([true, null])('intact, or nothing said of it (%s): no breach', (intact) => {
  given(first, arrived(intact)).at(ninhBinh).thenBreaches();
});

test('one end alone on record proves nothing', () => {
  given(first).at(ninhBinh).thenBreaches();
  given(arrived(null)).at(ninhBinh).thenBreaches();
});

test('a loss of which nobody noted that it was handed over is one all the same', () => {
  given(incident('loss', null))
    .at(ninhBinh)
    .thenBreaches([incident('loss', null)]);
  given(incident('loss', null))
    .at(ninhBinh)
    .thenFindings({ bearer: { kind: 'post', code: null } });
});

test('an incident corrected into a delay takes the breach away, which shows', () => {
  const corrected = entry(
    3,
    fact('CourierIncident', { kind: 'delay', reference: 'EB1' }, '2026-03-03T09:00:00+07:00'),
    undefined,
    { corrects: eventId(2), recordedAt: Instant.parse('2026-03-09T09:00:00+07:00') },
  );
  given(first, incident('loss'), corrected).at(ninhBinh).thenBreaches();
  given(first, incident('loss'), corrected)
    .at(ninhBinh)
    .thenLessened(
      'courier-custody: 1 breaches before and 0 after, by clerk-9 at 2026-03-09T02:00:00.000Z',
    );
});
