import { expect, test } from 'vitest';
import { complaint } from '../../../../src/domain/complaints/complaint/vocabulary.ts';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { bulkCorrections } from '../../../../src/domain/regulations/rules/bulk-corrections.ts';
import { ActorId, CentreCode } from '../../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const subject = 'corrections-reference-2026%2D03%2D02-clerk-9';
const { given } = specifyRule(bulkCorrections, subject);
const fact = proposalsOf(dossier);
const monday = Date.parse('2026-03-02T08:00:00+07:00');

/** One correction each of so many dossiers, `apart` milliseconds from one to the next. */
function corrections(count: number, apart: number, also: object = {}) {
  return Array.from({ length: count }, (_, place) => {
    const stream = `dossier-d${place}`;
    const step = entry(place, fact('StepCompleted', { step: 'Thẩm định' }), undefined, { stream });
    const right = fact('StepCompleted', { step: 'Thẩm tra' }, undefined, {
      corrects: eventId(place),
      ...also,
    });
    const when = new Date(monday + place * apart).toISOString();
    return { step, right: { ...enteredAt(1_000 + place, right, when), stream } };
  });
}

const entriesOf = (all: ReturnType<typeof corrections>) =>
  all.flatMap(({ step, right }) => [step, right]);

const hour = 3_600_000;

test('twenty within the hour are many: the last of them at the very end of it', () => {
  const all = corrections(20, hour / 19);
  given(...entriesOf(all)).thenBreaches(all.map(({ right }) => right));
  given(...entriesOf(all)).thenFindings({
    detail: '20 corrections by clerk-9, 20 or more within 60 minutes',
    at: all.at(-1)?.right.recordedAt,
  });
});

test('nineteen are not, nor twenty in a little more than an hour', () => {
  given(...entriesOf(corrections(19, 1_000))).thenBreaches();
  given(...entriesOf(corrections(20, hour / 19 + 1))).thenBreaches();
});

test('those of the day that were among many prove it, and those that were not do not', () => {
  const all = [...corrections(20, 60_000)];
  const far = {
    ...enteredAt(
      2_000,
      fact('EntryWithdrawn', {}, undefined, { corrects: eventId(0) }),
      '2026-03-02T15:00:00+07:00',
    ),
    stream: 'dossier-d0',
  };
  given(...entriesOf(all), far).thenBreaches(all.map(({ right }) => right));
});

test('they may be of any record', () => {
  const all = corrections(19, 60_000);
  const said = proposalsOf(complaint)('ComplaintReceived', { kind: 'feedback' });
  const [told, right] = [
    entry(500, said, undefined, { stream: 'complaint-1' }),
    {
      ...enteredAt(501, { ...said, corrects: eventId(500) }, '2026-03-02T08:30:00+07:00'),
      stream: 'complaint-1',
    },
  ];
  given(...entriesOf(all), told, right).thenFindings({
    detail: expect.stringContaining('20 corr'),
  });
});

test('of another actor, another centre or another day they are others’', () => {
  given(...entriesOf(corrections(20, 1_000, { actor: ActorId.parse('clerk-8') }))).thenBreaches();
  given(...entriesOf(corrections(20, 1_000, { centre: CentreCode.parse('NB') }))).thenBreaches();
  const nextDay = specifyRule(bulkCorrections, subject.replace('02-clerk', '03-clerk'));
  nextDay.given(...entriesOf(corrections(20, 1_000))).thenBreaches();
});

test('what was corrected is no matter of what stands: withdrawn again it was many', () => {
  const all = corrections(20, 60_000);
  const again = {
    ...enteredAt(
      3_000,
      fact('EntryWithdrawn', {}, undefined, { corrects: eventId(1_000) }),
      '2026-03-04T08:00:00+07:00',
    ),
    stream: 'dossier-d0',
  };
  given(...entriesOf(all), again).thenBreaches(all.map(({ right }) => right));
  given(...entriesOf(all), again).thenLessened();
});

test('as many, and in as short a time, as the centre sets', () => {
  const all = corrections(3, 60_000);
  const few = { bulkCorrections: 3, bulkCorrectionsWithin: 2 };
  given(...entriesOf(all))
    .under(few)
    .thenBreaches(all.map(({ right }) => right));
  given(...entriesOf(all))
    .under({ ...few, bulkCorrectionsWithin: 1 })
    .thenBreaches();
});
