/** From where a subject is judged: by what its centre and other records say now, or by what was known of that at a moment. */
import { startOfDay } from '../time/zone.ts';
import type { Instant } from '../units.ts';
import { type Centre, type Demand, isInForce } from './centre.ts';
import type { History } from './history.ts';
import { asLaidDown } from './laid-down-centre.ts';
import type { Registers } from './register.ts';
import { laidDown } from './registers/laid-down.ts';
import { successions } from './registers/successions.ts';
import type { Context, Judgement } from './rule.ts';

export type Standpoint = {
  /** With what it has laid down. */
  readonly centre: Centre;
  readonly context: Context;
};

/** @param centre as its file has it. @param counts told of whatever is counted; left out: nobody asks. */
export function standpointOf(
  subject: string,
  centre: Centre,
  registers: Registers,
  counts?: Context['counts'],
): Standpoint {
  const asItIs = asLaidDown(centre, registers.look(laidDown, centre.code));
  return { centre: asItIs, context: contextOf(subject, asItIs, registers, counts) };
}

function contextOf(
  subject: string,
  centre: Centre,
  registers: Registers,
  counts: Context['counts'],
): Context {
  const { workingTime, laterParameters, saturdayProcedures } = centre;
  const passedOn = registers.look(successions, centre.code);
  const withParameters = (parameters: Centre['parameters']): Context => ({
    centre: centre.code,
    subject,
    workingTime,
    saturdayTime: saturdayProcedures?.workingTime ?? null,
    parameters,
    registers,
    successions: passedOn,
    at,
    ...(counts === undefined ? {} : { counts }),
  });
  const first = withParameters(centre.parameters);
  const later = laterParameters.map(({ start, parameters }) => ({
    start,
    context: withParameters(parameters),
  }));
  function at(instant: Instant): Context {
    return later.findLast(({ start }) => start <= instant)?.context ?? first;
  }
  return first;
}

/** What `demand`, which is one of the centre's, says of a subject. */
export function judgeBy(
  demand: Demand,
  history: History,
  { centre, context }: Standpoint,
): Judgement {
  const since = demand.rule.isContinuing === true ? sinceWhen(demand, centre) : null;
  const { duties, breaches } = demand.rule.judge(history, context, since);
  return {
    duties: duties.filter(({ openedAt }) => isInForce(demand, openedAt, centre)),
    breaches: breaches.filter(({ at }) => isInForce(demand, at, centre)),
  };
}

/** Null: it always was demanded, or by an earlier regulation: what was opened under that is judged by that. */
function sinceWhen({ rule, from }: Demand, { demands, workingTime }: Centre): Instant | null {
  if (from === null) return null;
  const isFirst = demands.every(
    (other) => other.rule.key !== rule.key || (other.from !== null && other.from >= from),
  );
  return isFirst ? startOfDay(from, workingTime.calendar.zone) : null;
}
