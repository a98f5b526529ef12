import { describe, test } from 'vitest';
import { attendance } from '../../../../src/domain/attendance/attendance/vocabulary.ts';
import { centre } from '../../../../src/domain/centre/centre/vocabulary.ts';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { confidentialityOfOfficials } from '../../../../src/domain/regulations/rules/confidentiality.ts';
import { streamName } from '../../../../src/domain/stream.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const rule = confidentialityOfOfficials;
const when = '2026-03-04T09:00:00+07:00';
const fact = proposalsOf(dossier);

type Data = Parameters<typeof fact<'DisclosureReported'>>[1];
const told = (data: Data) => entry(0, fact('DisclosureReported', data, when));

const kt = konTum(null);

describe('at Kon Tum', () => {
  const { given } = specifyRule(rule);

  test.each(['papers', 'personal-secret', 'business-secret'] as const)(
    'an official who told of %s is in breach',
    (what) => {
      given(told({ what, by: 'official', official: 'cb-1' }))
        .at(kt)
        .thenBreaches([told({ what, by: 'official', official: 'cb-1' })]);
      given(told({ what, by: 'official', official: 'cb-1' }))
        .at(kt)
        .thenFindings({
          bearer: { kind: 'official', code: 'cb-1' },
          detail: what,
          citation: 'KT Đ5.1d',
        });
    },
  );

  test('whom the report names has told it, though it does not say who did', () => {
    const byUnit = told({ what: 'papers', unit: 'H34.17' });
    given(byUnit)
      .at(kt)
      .thenFindings({ bearer: { kind: 'agency', code: 'H34.17' } });
    given(told({ what: 'papers' }))
      .at(kt)
      .thenBreaches();
  });

  test.each(['post', 'other'] as const)('what %s told is no breach of an official', (by) => {
    given(told({ what: 'papers', by }))
      .at(kt)
      .thenBreaches();
  });

  test('state secrets are not the secrets of persons and organisations', () => {
    given(told({ what: 'state-secret', by: 'official' }))
      .at(kt)
      .thenBreaches();
  });

  test('a report that turns out to be about somebody else is none any more, and that shows', () => {
    const report = told({ what: 'papers', by: 'official' });
    const corrected = entry(
      1,
      fact('DisclosureReported', { what: 'papers', by: 'other' }, when),
      undefined,
      {
        corrects: eventId(0),
        recordedAt: Instant.parse('2026-03-05T09:00:00+07:00'),
      },
    );
    given(report, corrected).at(kt).thenBreaches();
    given(report, corrected)
      .at(kt)
      .thenLessened(
        'confidentiality: 1 breaches before and 0 after, by clerk-9 at 2026-03-05T02:00:00.000Z',
      );
  });
});

test.each(['secrets-disclosed', 'secrets-used-for-gain'] as const)(
  'a conduct note of %s is a breach',
  (act) => {
    const stream = streamName('attendance', 'cv-1203', '2026-03');
    const note = entry(0, proposalsOf(attendance)('ConductNoted', { act }, when), undefined, {
      stream,
    });
    const { given } = specifyRule(rule, stream);
    given(note).at(kt).thenBreaches([note]);
    given(note)
      .at(kt)
      .thenFindings({ bearer: { kind: 'official', code: 'cv-1203' } });
  },
);

describe('on the centre’s own record', () => {
  const reported = (code: string, what: 'papers' | 'state-secret', by: 'official' | 'post') =>
    entry(
      0,
      proposalsOf(centre)('SecrecyBreachReported', { what, by, agency: 'A1' }, when),
      undefined,
      { stream: `centre-${code}-2026` },
    );
  const centres = { KT: konTum(null), NB: ninhBinh, TQ: tuyenQuang };

  test.each([
    ['KT', 'papers', 'official', 'agency', 'KT Đ5.1d'],
    ['NB', 'papers', 'post', 'post', 'NB Đ5.3b'],
    ['TQ', 'state-secret', 'official', 'agency', 'TQ Đ4.5'],
  ] as const)('%s forbids that %s are told by the %s', (code, what, by, kind, citation) => {
    const { given } = specifyRule(rule, `office-${code}`);
    given(reported(code, what, by))
      .at(centres[code])
      .thenFindings({ bearer: { kind, code: 'A1' }, citation });
  });

  test.each([
    ['KT', 'papers', 'post'],
    ['NB', 'papers', 'official'],
    ['TQ', 'papers', 'official'],
    ['TQ', 'state-secret', 'post'],
  ] as const)('%s has no article by which %s may not be told by the %s', (code, what, by) => {
    const { given } = specifyRule(rule, `office-${code}`);
    given(reported(code, what, by))
      .at(centres[code])
      .thenBreaches();
  });
});
