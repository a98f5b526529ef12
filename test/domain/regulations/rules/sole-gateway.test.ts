import { describe, test } from 'vitest';
import { attendance } from '../../../../src/domain/attendance/attendance/vocabulary.ts';
import { agency } from '../../../../src/domain/centre/agency/vocabulary.ts';
import { procedure } from '../../../../src/domain/centre/procedure/vocabulary.ts';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import type { AnyEvent, Entry } from '../../../../src/domain/entry.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { soleGateway } from '../../../../src/domain/regulations/rules/sole-gateway.ts';
import { streamName } from '../../../../src/domain/stream.ts';
import { CentreCode, Instant } from '../../../../src/domain/units.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

/** What is judged is the record of the last entry that is given. */
const given = (...entries: readonly Entry<AnyEvent>[]) =>
  specifyRule(soleGateway, entries.at(-1)?.stream).given(...entries);
const fact = proposalsOf(dossier);
const kt = konTum(null);

const code = '1.004199';
const published = (centre: string, data: object = {}) =>
  entry(
    0,
    proposalsOf(procedure)(
      'ProcedurePublished',
      { code, from: '2026-03-02', ...data },
      '2026-02-02T08:00:00+07:00',
      { centre: CentreCode.parse(centre) },
    ),
    undefined,
    { stream: `procedure-${code}` },
  );
const received = (
  data: {
    readonly place?: 'agency-office' | 'agency-section' | 'centre';
    readonly procedure?: string;
    readonly channel?: 'online' | 'e-mail' | 'direct';
  } = {},
  when = '2026-03-02T09:00:00+07:00',
  also: object = {},
) =>
  entry(
    1,
    fact(
      'DossierReceived',
      { code: 'd1', procedure: code, place: 'agency-office', solvingUnit: 'A1', ...data },
      when,
    ),
    undefined,
    also,
  );

describe.each([
  ['SL', sonLa, 'SL Đ2.2, Đ2.3'],
  ['BL', bacLieu, 'BL Đ3.2'],
  ['KT', kt, 'KT Đ2.3, Đ5.1e'],
])('at %s', (name, centre, citation) => {
  test('a dossier received at the agency’s office is a breach of the agency, proved by the publication', () => {
    given(published(name), received())
      .at(centre)
      .thenBreaches([published(name), received()]);
    given(published(name), received())
      .at(centre)
      .thenFindings({ bearer: { kind: 'agency', code: 'A1' }, citation });
  });

  test.each(['centre', 'agency-section'] as const)('at the %s it is none', (place) => {
    given(published(name), received({ place })).at(centre).thenBreaches();
  });

  test('nor is one whose procedure may stay outside the centre, or is not published', () => {
    given(published(name, { outsideCentre: true }), received())
      .at(centre)
      .thenBreaches();
    given(received()).at(centre).thenBreaches();
    given(published('NB'), received()).at(centre).thenBreaches();
    given(published(name), received({ procedure: '2.000001' }))
      .at(centre)
      .thenBreaches();
  });

  test('the first day of the publication is the first on which it is one', () => {
    const [before, first] = ['2026-03-01T23:59:59.999+07:00', '2026-03-02T00:00:00+07:00'];
    given(published(name), received({}, before)).at(centre).thenBreaches();
    given(published(name), received({}, first))
      .at(centre)
      .thenBreaches([published(name), received({}, first)]);
  });
});

test('a weekend makes no difference to where it was received', () => {
  const saturday = received({}, '2026-03-07T09:00:00+07:00');
  given(published('SL'), saturday)
    .at(sonLa)
    .thenBreaches([published('SL'), saturday]);
});

/** An agency of Tuyên Quang. */
const called = (name: string) =>
  entry(
    2,
    proposalsOf(agency)('AgencyEstablished', { name }, '2024-01-02T08:00:00+07:00', {
      centre: CentreCode.parse('TQ'),
    }),
    undefined,
    { stream: 'agency-A1' },
  );

test('at Tuyên Quang it binds the agencies that the regulation names', () => {
  given(called('Sở Tài chính'), published('TQ'), received())
    .at(tuyenQuang)
    .thenFindings({ citation: 'TQ Đ4.2' });
  given(called('Sở Xây dựng'), published('TQ'), received()).at(tuyenQuang).thenBreaches();
});

describe('what is submitted online', () => {
  const submitted = entry(
    3,
    fact(
      'DossierSubmitted',
      { code: 'd1', channel: 'online', place: 'provincial-portal' },
      '2026-03-02T07:30:00+07:00',
    ),
  );

  const bound = called('Sở Tài chính');

  test('is received by the agency’s own official at Tuyên Quang, as the regulation orders', () => {
    given(bound, published('TQ'), received({ channel: 'online' }))
      .at(tuyenQuang)
      .thenBreaches();
    given(bound, published('TQ'), submitted, received()).at(tuyenQuang).thenBreaches();
  });

  test.each(['e-mail', 'direct'] as const)('and by %s it is not submitted so', (channel) => {
    const act = received({ channel });
    given(bound, published('TQ'), act)
      .at(tuyenQuang)
      .thenBreaches([published('TQ'), act]);
  });

  test.each([
    ['SL', sonLa],
    ['BL', bacLieu],
    ['KT', kt],
  ])('at %s no article has the agency receive it', (name, centre) => {
    const act = received({ channel: 'online' });
    given(published(name), act)
      .at(centre)
      .thenBreaches([published(name), act]);
  });
});

test('a place that is corrected takes the breach away, which shows', () => {
  const corrected = {
    ...received({ place: 'centre' }, '2026-03-02T09:00:00+07:00', {
      corrects: eventId(1),
      recordedAt: Instant.parse('2026-03-05T09:00:00+07:00'),
    }),
    id: eventId(2),
    index: 2n,
  };
  given(published('SL'), received(), corrected).at(sonLa).thenBreaches();
  given(published('SL'), received(), corrected)
    .at(sonLa)
    .thenLessened(
      'sole-gateway: 1 breaches before and 0 after, by clerk-9 at 2026-03-05T02:00:00.000Z',
    );
});

describe('at Kon Tum no agency deals with the applicant by itself', () => {
  const atCentre = received({ place: 'centre' });
  const asked = (place: 'centre' | 'agency-section' | 'agency-office') =>
    entry(2, fact('SupplementRequested', { place, unit: 'A1' }, '2026-03-04T09:00:00+07:00'));
  const came = entry(
    3,
    fact('SupplementReceived', { place: 'agency-office' }, '2026-03-05T09:00:00+07:00'),
  );

  test('asking for supplements at its office, and taking them there, are breaches', () => {
    given(atCentre, asked('agency-office'), came)
      .at(kt)
      .thenBreaches([atCentre, asked('agency-office')], [atCentre, came]);
    given(atCentre, asked('agency-office'), came)
      .at(kt)
      .thenFindings(
        { bearer: { kind: 'agency', code: 'A1' }, detail: 'SupplementRequested' },
        { bearer: { kind: 'agency', code: 'A1' }, detail: 'SupplementReceived' },
      );
  });

  test('through the centre they are none', () => {
    given(atCentre, asked('centre')).at(kt).thenBreaches();
    given(atCentre, asked('agency-section')).at(kt).thenBreaches();
  });

  test('elsewhere that is no breach of this article', () => {
    given(atCentre, asked('agency-office')).at(sonLa).thenBreaches();
  });

  test('a conduct note of it is a breach of the official', () => {
    const stream = streamName('attendance', 'cv-1203', '2026-03');
    const note = (act: 'dealt-directly' | 'unfair') =>
      entry(
        0,
        proposalsOf(attendance)('ConductNoted', { act }, '2026-03-04T09:00:00+07:00'),
        undefined,
        {
          stream,
        },
      );
    given(note('dealt-directly'))
      .at(kt)
      .thenFindings({ bearer: { kind: 'official', code: 'cv-1203' } });
    given(note('unfair')).at(kt).thenBreaches();
  });
});
