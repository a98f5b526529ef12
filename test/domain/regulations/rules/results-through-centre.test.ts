import { describe, test } from 'vitest';
import { agency } from '../../../../src/domain/centre/agency/vocabulary.ts';
import { procedure } from '../../../../src/domain/centre/procedure/vocabulary.ts';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { resultsThroughCentre } from '../../../../src/domain/regulations/rules/results-through-centre.ts';
import { CentreCode, Instant } from '../../../../src/domain/units.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(resultsThroughCentre);
const fact = proposalsOf(dossier);
const kt = konTum(null);

const code = '1.004199';
type Channel = 'direct' | 'by-proxy' | 'online' | 'post' | null;
const received = (resultChannel: Channel = 'direct') =>
  entry(
    1,
    fact(
      'DossierReceived',
      { code: 'd1', procedure: code, resultChannel, solvingUnit: 'A1' },
      '2026-02-24T08:00:00+07:00',
    ),
  );
type Place = 'centre' | 'agency-section' | 'agency-office' | 'provincial-portal' | null;
const returned = (place: Place, data: object = {}, when = '2026-03-02T09:00:00+07:00') =>
  entry(2, fact('ResultReturned', { place, ...data }, when));

describe.each([
  ['KT', kt, 'KT Đ13.2'],
  ['NB', ninhBinh, 'NB Đ5.2d'],
])('at %s', (_, centre, citation) => {
  test('a result that the agency returned at its office is its breach', () => {
    given(received(), returned('agency-office'))
      .at(centre)
      .thenBreaches([returned('agency-office')]);
    given(received(), returned('agency-office'))
      .at(centre)
      .thenFindings({
        bearer: { kind: 'agency', code: 'A1' },
        detail: 'agency-office',
        citation,
      });
  });

  test.each(['centre', 'provincial-portal', null] as const)('%s: none', (place) => {
    given(received(), returned(place)).at(centre).thenBreaches();
  });

  test('the day of the week makes no difference', () => {
    const saturday = returned('agency-office', {}, '2026-03-07T09:00:00+07:00');
    given(received(), saturday).at(centre).thenBreaches([saturday]);
  });
});

test('the section of an agency in the centre is the centre, but at Ninh Bình it is not', () => {
  given(received(), returned('agency-section')).at(kt).thenBreaches();
  given(received(), returned('agency-section'))
    .at(ninhBinh)
    .thenBreaches([returned('agency-section')]);
});

describe('what was agreed with the centre at Ninh Bình', () => {
  const nb = { centre: CentreCode.parse('NB') };
  const agreed = (to: string) =>
    entry(
      0,
      proposalsOf(procedure)(
        'SpecialWayAgreed',
        { way: 'return-by-agency', from: '2026-01-01', to },
        '2025-12-22T08:00:00+07:00',
        nb,
      ),
      undefined,
      { stream: `procedure-${code}` },
    );

  test('is no breach, up to the last day of the agreement', () => {
    given(agreed('2026-03-02'), received(), returned('agency-office')).at(ninhBinh).thenBreaches();
    given(agreed('2026-03-01'), received(), returned('agency-office'))
      .at(ninhBinh)
      .thenBreaches([returned('agency-office')]);
  });

  test('may stand in what is published, or with the return', () => {
    const published = entry(
      0,
      proposalsOf(procedure)(
        'ProcedurePublished',
        { code, specialReturn: true, from: '2026-01-01' },
        '2025-12-22T08:00:00+07:00',
        nb,
      ),
      undefined,
      { stream: `procedure-${code}` },
    );
    given(published, received(), returned('agency-office')).at(ninhBinh).thenBreaches();
    given(received(), returned('agency-office', { byAgreement: true }))
      .at(ninhBinh)
      .thenBreaches();
  });

  test('is no excuse at Kon Tum', () => {
    const act = returned('agency-office', { byAgreement: true });
    given(received(), act).at(kt).thenBreaches([act]);
  });
});

describe('at Tuyên Quang', () => {
  const called = (name: string) =>
    entry(
      0,
      proposalsOf(agency)('AgencyEstablished', { name }, '2024-01-02T08:00:00+07:00', {
        centre: CentreCode.parse('TQ'),
      }),
      undefined,
      { stream: 'agency-A1' },
    );
  const finance = called('Sở Tài chính');
  const act = returned('agency-office');

  test.each(['direct', 'by-proxy'] as const)(
    'a result to be fetched (%s) is returned by the centre',
    (way) => {
      given(finance, received(way), act).at(tuyenQuang).thenBreaches([act]);
      given(finance, received(way), act).at(tuyenQuang).thenFindings({ citation: 'TQ Đ8.2' });
    },
  );

  test.each(['online', 'post', null] as const)('%s: the agency may return it itself', (way) => {
    given(finance, received(way), act).at(tuyenQuang).thenBreaches();
  });

  test('the channel that was last chosen counts', () => {
    given(finance, received('direct'), returned('agency-office', { chosenChannel: 'post' }))
      .at(tuyenQuang)
      .thenBreaches();
  });

  test('an agency that the regulation does not name is not bound', () => {
    given(called('Sở Xây dựng'), received(), act).at(tuyenQuang).thenBreaches();
  });
});

test('a place that is corrected takes the breach away, which shows', () => {
  const corrected = entry(
    3,
    fact('ResultReturned', { place: 'centre' }, '2026-03-02T09:00:00+07:00'),
    undefined,
    {
      corrects: eventId(2),
      recordedAt: Instant.parse('2026-03-05T09:00:00+07:00'),
    },
  );
  given(received(), returned('agency-office'), corrected).at(kt).thenBreaches();
  given(received(), returned('agency-office'), corrected)
    .at(kt)
    .thenLessened(
      'results-through-centre: 1 breaches before and 0 after, by clerk-9 at 2026-03-05T02:00:00.000Z',
    );
});
