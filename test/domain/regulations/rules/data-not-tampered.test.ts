import { describe, test } from 'vitest';
import { attendance } from '../../../../src/domain/attendance/attendance/vocabulary.ts';
import { centre as centreWords } from '../../../../src/domain/centre/centre/vocabulary.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { dataNotTampered } from '../../../../src/domain/regulations/rules/data-not-tampered.ts';
import { streamName } from '../../../../src/domain/stream.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const centre = konTum(null);
const when = '2026-03-04T09:00:00+07:00';

describe('by a report on the centre’s record', () => {
  const { given } = specifyRule(dataNotTampered, 'office-KT');
  const fact = proposalsOf(centreWords);
  const reported = (number: number, data: object = {}, also: object = {}) =>
    entry(number, fact('DataTamperingReported', { what: 'changed', ...data }, when), undefined, {
      stream: 'centre-KT-2026',
      ...also,
    });

  test('each is a breach, of whoever is named', () => {
    const [one, two, three] = [
      reported(0, { official: 'cb-1', agency: 'H34.17' }),
      reported(1, { agency: 'H34.17' }),
      reported(2),
    ];
    given(one, two, three).at(centre).thenBreaches([one], [two], [three]);
    given(one, two, three)
      .at(centre)
      .thenFindings(
        { bearer: { kind: 'official', code: 'cb-1' }, detail: 'changed', citation: 'KT Đ5.1c' },
        { bearer: { kind: 'agency', code: 'H34.17' } },
        { bearer: null },
      );
  });

  test('one that is withdrawn is none, and that shows', () => {
    const withdrawn = entry(1, fact('EntryWithdrawn', {}, when), undefined, {
      stream: 'centre-KT-2026',
      corrects: eventId(0),
      recordedAt: Instant.parse('2026-03-05T09:00:00+07:00'),
    });
    given(reported(0), withdrawn).at(centre).thenBreaches();
    given(reported(0), withdrawn)
      .at(centre)
      .thenLessened(
        'data-not-tampered: 1 breaches before and 0 after, by clerk-9 at 2026-03-05T02:00:00.000Z',
      );
  });
});

describe('by a conduct note', () => {
  const stream = streamName('attendance', 'cv-1203', '2026-03');
  const { given } = specifyRule(dataNotTampered, stream);
  const fact = proposalsOf(attendance);
  const noted = (act: 'data-obstructed' | 'data-tampered' | 'no-badge') =>
    entry(0, fact('ConductNoted', { act }, when), undefined, { stream });

  test.each(['data-obstructed', 'data-tampered'] as const)('%s is a breach', (act) => {
    given(noted(act))
      .at(centre)
      .thenBreaches([noted(act)]);
    given(noted(act))
      .at(centre)
      .thenFindings({ bearer: { kind: 'official', code: 'cv-1203' } });
  });

  test('another act is none', () => {
    given(noted('no-badge')).at(centre).thenBreaches();
  });
});
