import { describe, test } from 'vitest';
import { agency } from '../../../../src/domain/centre/agency/vocabulary.ts';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { receipt } from '../../../../src/domain/fees/receipt/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import {
  collectedByCentre,
  collectedByReturner,
} from '../../../../src/domain/regulations/rules/collected-where-due.ts';
import { CentreCode } from '../../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const stream = 'receipt-NB-01BLP-2026-7';
const [done, said, told] = [proposalsOf(receipt), proposalsOf(dossier), proposalsOf(agency)];
const saturday = '2026-03-07T09:00:00+07:00';

function issued(number: number, also: object, centre = 'NB') {
  const items = [{ kind: 'fee' as const, amount: { amount: 120_000 } }];
  const data = {
    book: '01BLP',
    number: '7',
    items,
    total: { amount: 120_000 },
    agency: 'H.17',
    ...also,
  };
  const fact = done('ReceiptIssued', data, saturday, { centre: CentreCode.parse(centre) });
  return entry(number, fact, undefined, { stream });
}

describe('at Ninh Bình the centre collects, by any channel', () => {
  const { given } = specifyRule(collectedByCentre, stream);

  test.each(['centre', 'bank-counter'] as const)('at the %s it does', (place) => {
    given(issued(1, { place, unit: 'H.17' }))
      .at(ninhBinh)
      .thenBreaches();
  });

  test.each(['agency-section', 'agency-office', 'post-office', 'elsewhere'] as const)(
    'at the %s another does',
    (place) => {
      given(issued(1, { place }))
        .at(ninhBinh)
        .thenBreaches([issued(1, { place })]);
    },
  );

  test('online it is the unit that tells', () => {
    given(issued(1, { place: 'online', unit: 'H.TT' }))
      .at(ninhBinh)
      .thenBreaches();
    given(issued(1, { place: 'online', unit: null }))
      .at(ninhBinh)
      .thenBreaches();
    given(issued(1, { place: 'online', unit: 'H.17' }))
      .at(ninhBinh)
      .thenFindings({ bearer: { kind: 'agency', code: 'H.17' }, citation: 'NB Đ9.1a' });
  });

  test('whoever took the money is named', () => {
    given(issued(1, { place: 'agency-section', collector: 'cv-7' }))
      .at(ninhBinh)
      .thenFindings({ bearer: { kind: 'official', code: 'cv-7' } });
  });

  test('a place that is not stated is no breach, and services are the centre’s own', () => {
    given(issued(1, {})).at(ninhBinh).thenBreaches();
    const items = [{ kind: 'service' as const, amount: { amount: 120_000 } }];
    given(issued(1, { place: 'elsewhere', items }))
      .at(ninhBinh)
      .thenBreaches();
  });

  test('a place that is corrected away shows as a breach that was lessened', () => {
    const right = { ...issued(2, { place: 'centre' }), corrects: eventId(1) };
    given(issued(1, { place: 'agency-office' }), right)
      .at(ninhBinh)
      .thenFindings({ rule: 'breach-lessened' });
  });
});

describe('at Tuyên Quang whoever returns the result', () => {
  const { given } = specifyRule(collectedByReturner, stream);
  const code = 'H60.17-260302-0001';
  const inScope = entry(
    8,
    told('AgencyEstablished', { name: 'Sở Tài chính tỉnh Tuyên Quang' }, saturday, {
      centre: CentreCode.parse('TQ'),
    }),
    undefined,
    { stream: 'agency-H.17' },
  );
  type Asked = 'direct' | 'by-proxy' | 'hired-service' | 'online' | 'post' | null;
  const received = (number: number, resultChannel: Asked) =>
    entry(number, said('DossierReceived', { code, resultChannel }), undefined, {
      stream: `dossier-${code}`,
    });
  const at = (place: string) => issued(1, { place, dossier: code }, 'TQ');

  test.each([
    ['direct', 'centre'],
    ['by-proxy', 'centre'],
    ['hired-service', 'centre'],
    ['online', 'agency-office'],
    ['post', 'agency-section'],
    ['post', 'post-office'],
  ] as const)('asked for as %s, paid at the %s: as it should be', (channel, place) => {
    given(inScope, received(0, channel), at(place)).at(tuyenQuang).thenBreaches();
  });

  test.each([
    ['direct', 'agency-section'],
    ['by-proxy', 'agency-office'],
    ['hired-service', 'agency-section'],
    ['online', 'centre'],
    ['post', 'centre'],
    ['online', 'post-office'],
  ] as const)(
    'asked for as %s, paid at the %s: a breach, proved by what was asked',
    (channel, place) => {
      const asked = received(0, channel);
      given(inScope, asked, at(place))
        .at(tuyenQuang)
        .thenBreaches([asked, at(place)]);
    },
  );

  test('what was not stated, and agencies that the regulation does not bind, are none', () => {
    given(inScope, received(0, null), at('agency-office')).at(tuyenQuang).thenBreaches();
    given(inScope, at('agency-office')).at(tuyenQuang).thenBreaches();
    given(received(0, 'direct'), at('agency-office')).at(tuyenQuang).thenBreaches();
  });

  test('a channel that is corrected later is what was asked', () => {
    const right = said('DossierReceived', { code, resultChannel: 'online' }, undefined, {
      corrects: eventId(0),
    });
    const correction = {
      ...enteredAt(3, right, '2026-03-09T08:00:00+07:00'),
      stream: `dossier-${code}`,
    };
    given(inScope, received(0, 'direct'), at('agency-office'), correction)
      .at(tuyenQuang)
      .thenBreaches();
  });
});
