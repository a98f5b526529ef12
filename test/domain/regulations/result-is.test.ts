/** Which event is the result that the time of a dossier is measured by: the centre says (`resultIs`). */
import { describe, expect, test } from 'vitest';
import { centre } from '../../../src/domain/centre/centre/vocabulary.ts';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { ninhBinh } from '../../../src/domain/regulations/centres/ninh-binh.ts';
import { withValue } from '../../../src/domain/regulations/parameter-setting.ts';
import { processingDeadline } from '../../../src/domain/regulations/rules/processing-deadline.ts';
import { CentreCode } from '../../../src/domain/units.ts';
import { specifyRule } from '../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../support/stated.ts';

const { given } = specifyRule(processingDeadline);
const fact = proposalsOf(dossier);

const due = '2026-03-06T17:30:00+07:00';
const received = (when = '2026-03-02T09:00:00+07:00') =>
  entry(0, fact('DossierReceived', { code: 'd1', appointment: { at: due } }, when));
const decided = entry(1, fact('DossierDecided', {}, due));
const handedOver = (when: string) => entry(2, fact('ResultHandedOver', {}, when));
const returned = (when: string) => entry(3, fact('ResultReturned', {}, when));
const past = '2026-03-06T17:30:00.001+07:00';

describe('a result decided in time, and handed over and returned too late', () => {
  const entries = [received(), decided, handedOver(past), returned('2026-03-09T09:00:00+07:00')];

  test.each([
    ['decided', 'kept', due],
    ['handed-over', 'late', past],
    ['returned', 'late', '2026-03-09T09:00:00+07:00'],
  ] as const)('by %s: %s', (resultIs, state, closedAt) => {
    given(...entries)
      .under({ resultIs })
      .thenDuty({ state, closedAt: entry(9, fact('ResultReturned', {}, closedAt)).occurredAt });
  });
});

describe('at the very instant it is in time, by whichever it is measured', () => {
  test.each([
    ['decided', [decided]],
    ['decided', [returned(due)]],
    ['handed-over', [handedOver(due)]],
    ['handed-over', [returned(due)]],
    ['returned', [returned(due)]],
  ] as const)('%s', (resultIs, results) => {
    given(received(), ...results)
      .under({ resultIs })
      .thenDuty({ state: 'kept' });
  });

  test.each([
    ['handed-over', [decided]],
    ['returned', [decided, handedOver(due)]],
  ] as const)('%s: what comes before it is not the result', (resultIs, results) => {
    given(received(), ...results)
      .under({ resultIs })
      .thenDuty({ state: 'open', closedAt: null });
  });
});

test('a centre sets it for dossiers that are received from a day on', () => {
  const set = entry(
    60,
    proposalsOf(centre)(
      'ProfileValueSet',
      { parameter: 'resultIs', value: 'returned', from: '2026-03-02' },
      '2026-02-20T08:00:00+07:00',
      { centre: CentreCode.parse('NB') },
    ),
    undefined,
    { stream: 'centre-NB-2026' },
  );
  given(set, received(), decided).at(ninhBinh).thenDuty({ state: 'open' });
  given(set, received('2026-03-01T09:00:00+07:00'), decided)
    .at(ninhBinh)
    .thenDuty({ state: 'kept' });
  expect(withValue(ninhBinh.parameters, 'resultIs', 'posted')).toBeNull();
});
