import { expect, test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { dueDateMoved } from '../../../../src/domain/regulations/rules/due-date-moved.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(dueDateMoved);
const fact = proposalsOf(dossier);

const at = '2026-03-02T08:00:00+07:00';
const receivedFor = (on: string | null, also: object = {}) =>
  fact('DossierReceived', { code: 'd1', appointment: on === null ? null : { on } }, at, also);
const received = entry(0, receivedFor('2026-03-09'));
const moved = (number: number, before: string | null, after: string | null, also: object = {}) => {
  const [was, is] = [before, after].map((on) => (on === null ? null : { on }));
  const data = { by: 'gd-1', before: was ?? null, after: is ?? null, ...also };
  return entry(number, fact('AppointmentMoved', data, '2026-03-06T09:00:00+07:00'));
};

test('an appointment that is moved is found: who, and from what to what', () => {
  const later = moved(1, '2026-03-09', '2026-03-16');
  given(received, later).thenBreaches([received, later]);
  given(received, later)
    .at(ninhBinh)
    .thenFindings({
      at: later.occurredAt,
      bearer: { kind: 'official', code: 'gd-1' },
      detail: 'from 2026-03-09 to 2026-03-16, by gd-1, no reason given',
      citation: 'no article: integrity of the record',
    });
});

test('each move is one, against what stood before it', () => {
  const [once, again] = [
    moved(1, '2026-03-09', '2026-03-16'),
    moved(2, '2026-03-16', '2026-03-23'),
  ];
  given(received, once, again).thenBreaches([received, once], [once, again]);
});

test('taken away is moved, and a move that conceals what stood before is found all the same', () => {
  const away = moved(1, '2026-03-09', null);
  given(received, away).thenBreaches([received, away]);
  const concealed = moved(1, null, '2026-03-16');
  given(received, concealed).thenBreaches([received, concealed]);
});

test('a first appointment, and one that is confirmed, moves nothing', () => {
  given(entry(0, receivedFor(null)), moved(1, null, '2026-03-16')).thenBreaches();
  given(received, moved(1, '2026-03-09', '2026-03-09')).thenBreaches();
});

test('of a reception that is not on record the move itself says what it was before', () => {
  given(moved(1, '2026-03-09', '2026-03-16')).thenBreaches([moved(1, '2026-03-09', '2026-03-16')]);
});

test.each([
  ['15 minutes', '2026-03-02T08:15:00+07:00', 0],
  ['a millisecond more', '2026-03-02T08:15:00.001+07:00', 1],
] as const)('corrected after %s', (_, when, found) => {
  const right = enteredAt(1, receivedFor('2026-03-16', { corrects: eventId(0) }), when);
  given(received, right).thenBreaches(...(found === 0 ? [] : [[received, right]]));
});

test('a correction of something else, or back again, moves nothing', () => {
  const wrong = enteredAt(
    1,
    receivedFor('2026-03-16', { corrects: eventId(0) }),
    '2026-03-05T08:00:00+07:00',
  );
  const back = enteredAt(
    2,
    receivedFor('2026-03-09', { corrects: eventId(1) }),
    '2026-03-05T09:00:00+07:00',
  );
  given(received, wrong, back).thenBreaches();
});

test('a move that is withdrawn shows as a finding that was taken away', () => {
  const later = moved(1, '2026-03-09', '2026-03-16');
  const withdrawn = entry(
    2,
    fact('EntryWithdrawn', {}, '2026-03-07T09:00:00+07:00', { corrects: eventId(1) }),
  );
  given(received, later, withdrawn).thenBreaches();
  given(received, later, withdrawn).thenLessened(
    expect.stringContaining('1 breaches before and 0 after'),
  );
});
