/**
 * rotation-order: the agencies take their turns in the order that the regulation lays down, again and
 * again (TQ Đ6.5: from 1 December 2023).
 *
 * A turn is out of order if its agency is not the next in `rotationOrder` after the agency that had the
 * turn before; where no turn is on record for some months between them, each of these was another
 * agency's. The first on record is judged where it is the first turn of all (`rotationBegins`). An agency
 * is known by its name, or that of one that it came after; of one that is not known so nothing is said.
 * Where two agencies change places, both turns are out of order and so is the one after them.
 */
import type { RosterEvent } from '../../attendance/roster/vocabulary.ts';
import { plusDays } from '../../time/date.ts';
import { monthsBetween } from '../months.ts';
import { prohibition } from '../prohibition.ts';
import { isOneOf } from '../registers/agencies.ts';
import { type Turn, turnsIn } from '../rotation.ts';
import type { Context } from '../rule.ts';

export const rotationOrder = prohibition<RosterEvent>({
  key: 'rotation-order',
  version: 1,
  title: {
    vi: 'Luân phiên đúng thứ tự',
    en: 'Turns of the rotation taken in order',
  },
  subject: 'staffing',
  watches: ['RotationTurnTaken'],
  gathered: false,
  offends(entry, timeline, context) {
    const turns = turnsIn(timeline, context);
    const place = turns.findIndex((turn) => turn.entry === entry);
    const turn = turns[place];
    if (turn === undefined) return null;
    const before = turns[place - 1];
    const places = placesOf(turn.agency, context);
    const wanted =
      before === undefined ? firstPlace(turn, context) : placesAfter(before, turn, context);
    if (places.length === 0 || wanted.length === 0) return null;
    if (places.some((one) => wanted.includes(one))) return null;
    return before === undefined ? [] : [before.entry];
  },
  blames: ({ type, data }) =>
    type === 'RotationTurnTaken' ? { kind: 'agency', code: data.agency } : null,
  tells: ({ type, data }) => (type === 'RotationTurnTaken' ? data.from : null),
});

/** The places of an agency in the order: of one that came after several, all of theirs. */
function placesOf(agency: string, context: Context): readonly number[] {
  const { rotationOrder: order } = context.parameters;
  return order.flatMap((name, place) => (isOneOf([name], agency, context) ? [place] : []));
}

function placesAfter(before: Turn, turn: Turn, context: Context): readonly number[] {
  const { rotationOrder: order, rotationMonths } = context.parameters;
  const gap = monthsBetween(plusDays(before.to, 1), turn.from);
  const missing = Math.max(0, Math.floor(gap / rotationMonths));
  return placesOf(before.agency, context).map((place) => (place + 1 + missing) % order.length);
}

function firstPlace({ from }: Turn, { parameters }: Context): readonly number[] {
  const { rotationBegins } = parameters;
  const isFirstOfAll =
    rotationBegins !== null &&
    rotationBegins <= from &&
    from.slice(0, 7) === rotationBegins.slice(0, 7);
  return isFirstOfAll ? [0] : [];
}
