import { describe, test } from 'vitest';
import { agency } from '../../../../src/domain/centre/agency/vocabulary.ts';
import type { AnyEvent, Entry } from '../../../../src/domain/entry.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { rotationOrder } from '../../../../src/domain/regulations/rules/rotation-order.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { keptOn } from '../../../support/kept.ts';
import { onRoster, rotating, turnTaken } from '../../../support/rotation.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const rule = specifyRule(rotationOrder, 'staffing-TQ');

/** At the centre, which knows its agencies. */
const given = (...taken: readonly Entry<AnyEvent>[]) =>
  rule.given(...rotating, ...taken).at(tuyenQuang);

const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'];

/** One turn a month, from January 2026. */
function turns(...codes: readonly string[]) {
  return codes.map((code, place) => turnTaken(place, code, months[place] ?? ''));
}

test('in their order, and again from the first: kept', () => {
  given(...turns('VH', 'TT', 'TC', 'GD', 'CT', 'KCN', 'VH')).thenBreaches();
  given(...turns('GD', 'CT')).thenBreaches(); // where the record begins, nobody knows who was before
});

test('a turn that is not the next agency’s is that agency’s breach, proved by the turn before', () => {
  const [first, wrong] = turns('VH', 'TC');
  if (first === undefined || wrong === undefined) throw new TypeError('two turns');
  given(first, wrong).thenBreaches([first, wrong]);
  given(first, wrong).thenFindings({
    bearer: { kind: 'agency', code: 'TC' },
    citation: 'TQ Đ6.5',
  });
});

test('two agencies that change places: both turns are out of order, and the one after them', () => {
  const details = ['2026-02-01', '2026-03-01', '2026-04-01'].map((detail) => ({ detail }));
  given(...turns('VH', 'TC', 'TT', 'GD', 'CT')).thenFindings(...details);
});

test('a second turn on end is out of order; what is taken in the same turn is not', () => {
  given(...turns('VH', 'VH')).thenFindings({ detail: '2026-02-01' });
  const replaced = onRoster('2026-01')(
    1,
    'RotationTurnTaken',
    { agency: 'VH', from: '2026-01-31', official: 'other' },
    '2026-01-31T08:00:00+07:00',
  );
  given(turnTaken(0, 'VH', '2026-01'), replaced).thenBreaches();
});

test('each month of which no turn is on record was one agency’s', () => {
  given(turnTaken(0, 'VH', '2026-01'), turnTaken(1, 'GD', '2026-04')).thenBreaches();
  given(turnTaken(0, 'VH', '2026-01'), turnTaken(1, 'TT', '2026-04')).thenFindings({
    detail: '2026-04-01',
  });
  const long = turnTaken(0, 'VH', '2026-01', { to: '2026-03-31' }); // one turn, however long
  given(long, turnTaken(1, 'TT', '2026-04')).thenBreaches();
});

test.each([
  ['on its first day', '2023-12', 'VH', 0],
  ['by another agency', '2023-12', 'TT', 1],
  ['later, when somebody may have gone before', '2024-01', 'TT', 0],
])('the first turn of all, %s', (_, month, code, breaches) => {
  const turn = turnTaken(0, code, month);
  given(turn).thenBreaches(...(breaches === 0 ? [] : [[turn]]));
});

describe('an agency', () => {
  test('that is not on record under such a name is not judged', () => {
    rule
      .given(...turns('VH', 'TC'))
      .at(tuyenQuang)
      .thenBreaches();
    given(...turns('VH', 'X', 'TC')).thenBreaches();
  });

  test('that came after one of them has its place', () => {
    const established = keptOn(agency, 'agency-KHCN', 'TQ')(
      800,
      'AgencyEstablished',
      { name: 'Sở Khoa học và Công nghệ' },
      '2025-03-01T08:00:00+07:00',
    );
    const merged = keptOn(agency, 'agency-TT', 'TQ')(
      907,
      'AgencySucceeded',
      { how: 'merged', successors: ['KHCN'] },
      '2025-03-01T08:00:00+07:00',
    );
    given(established, merged, ...turns('VH', 'KHCN', 'TC')).thenBreaches();
    given(established, merged, ...turns('VH', 'TC')).thenFindings({ detail: '2026-02-01' });
  });
});

test('a turn that is corrected into the next agency’s lessens the breach, and that is found', () => {
  const corrected = {
    ...turnTaken(2, 'TT', '2026-02'),
    corrects: eventId(1),
    recordedAt: Instant.parse('2026-02-03T08:00:00+07:00'),
  };
  given(...turns('VH', 'TC'), corrected).thenBreaches();
  given(...turns('VH', 'TC'), corrected).thenLessened(
    'rotation-order: 1 breaches before and 0 after, by clerk-9 at 2026-02-03T01:00:00.000Z',
  );
});
