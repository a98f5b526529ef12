/** The due time against the plainest model of it: a clerk's sheet, on which a date that has passed is inked. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DossierEvent, dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { Entry, Proposal } from '../../../src/domain/entry.ts';
import { historyOf } from '../../../src/domain/regulations/history.ts';
import { processingDeadline } from '../../../src/domain/regulations/rules/processing-deadline.ts';
import { instantAt } from '../../../src/domain/units.ts';
import { verdictOf } from '../../support/registers.ts';
import { centreWith } from '../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../support/stated.ts';

const fact = proposalsOf(dossier);

/** Hours after the reception. */
const hour = fc.integer({ min: 0, max: 40 });

/** What is entered, one act after the other; `which` chooses among the moves that were made. */
const acts = fc.array(
  fc.record({
    after: fc.integer({ min: 1, max: 6 }),
    kind: fc.constantFrom('move', 'correct reception', 'correct move', 'withdraw move'),
    which: fc.nat(),
    due: hour,
  }),
  { maxLength: 7 },
);
type Act = ReturnType<typeof timed>[number];

function timed(drawn: typeof acts extends fc.Arbitrary<infer Drawn> ? Drawn : never) {
  let at = 0;
  return drawn.map((act) => ({ ...act, at: (at += act.after) }));
}

test('strict is what was inked, customary is what the sheet says now', () => {
  const centre = centreWith(processingDeadline);
  fc.assert(
    fc.property(hour, acts, (first, drawn) => {
      const entered = timed(drawn);
      const [judged] = verdictOf('dossier', historyOf(entriesOf(first, entered)), centre).duties;
      const { inked, pencilled } = sheetOf(first, entered);
      expect(judged?.due).toBe(clock(inked));
      expect(judged?.customaryDue).toBe(clock(pencilled));
      expect(judged?.firstDue).toBe(clock(first));
    }),
    { numRuns: 1_000 },
  );
});

function sheetOf(first: number, entered: readonly Act[]) {
  let reception = first;
  /** Of each move what was written, the last on top: to withdraw is to uncover what was there before. */
  const moves: number[][] = [];
  let inked: number | null = null;
  const pencilled = () => moves.findLast((move) => move.length > 0)?.at(-1) ?? reception;
  for (const { at, kind, which, due } of entered) {
    if (pencilled() < at) inked ??= pencilled();
    const move = moves[which % Math.max(1, moves.length)];
    if (kind === 'correct reception') reception = due;
    else if (kind === 'move' || move === undefined) moves.push([due]);
    else if (kind === 'withdraw move') move.pop();
    else if (move.length > 0) move.push(due);
  }
  return { inked: inked ?? pencilled(), pencilled: pencilled() };
}

function entriesOf(first: number, entered: readonly Act[]): Entry<DossierEvent>[] {
  const entries = [entry<DossierEvent>(0, receivedWith(first))];
  let reception = 0;
  const moves: { readonly at: number; readonly written: number[] }[] = [];
  const enter = (event: Proposal<DossierEvent>, at: number): number =>
    entries.push(entry(entries.length, event, undefined, { recordedAt: clock(at) })) - 1;

  for (const { at, kind, which, due } of entered) {
    const move = moves[which % Math.max(1, moves.length)];
    if (kind === 'correct reception') {
      reception = enter({ ...receivedWith(due), corrects: eventId(reception) }, at);
    } else if (kind === 'move' || move === undefined) {
      moves.push({ at, written: [enter(movedTo(due, at), at)] });
    } else {
      const stands = move.written.at(-1);
      if (stands === undefined) continue;
      const corrects = eventId(stands);
      if (kind === 'withdraw move') {
        enter(fact('EntryWithdrawn', {}, clock(at), { corrects }), at);
        move.written.pop();
      } else {
        move.written.push(enter({ ...movedTo(due, move.at), corrects }, at));
      }
    }
  }
  return entries;
}

function receivedWith(due: number) {
  return fact('DossierReceived', { code: 'd1', appointment: { at: clock(due) } }, clock(0));
}

function movedTo(due: number, at: number) {
  return fact('AppointmentMoved', { by: 'g', before: null, after: { at: clock(due) } }, clock(at));
}

function clock(hours: number) {
  return instantAt(Date.UTC(2026, 2, 2) + hours * 3_600_000);
}
