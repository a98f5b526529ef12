/**
 * Periodic duty: opened by the calendar, each week, month, quarter, half-year or year, and discharged by
 * an event for that period. That it was missed is proved by the records that were searched.
 */
import type { AnyEvent, Entry } from '../entry.ts';
import type { Timeline } from '../timeline.ts';
import type { Instant } from '../units.ts';
import { isPast } from './order.ts';
import { contextsOfYear, type Period } from './period.ts';
import { type Bearer, type Context, type Duty, idsOf, type Rule } from './rule.ts';
import { inNameOf } from './succession.ts';

export type CalendarDutySpec<Event extends AnyEvent> = {
  readonly key: string;
  /** Raise it when what the rule says of a history changes: see `Rule`. */
  readonly version: number;
  readonly title: { readonly vi: string; readonly en: string };
  readonly subject: string | readonly string[];
  /** The periods of the subject's year: see `periodsOf`. */
  readonly periods: (context: Context) => readonly Period[];
  /** Who owes it for one period: each of them owes it by itself. */
  readonly bearers: (
    period: Period,
    context: Context,
    timeline: Timeline<Event>,
  ) => readonly Owing[];
  readonly due: (
    period: Period,
    context: Context,
    bearer: Owing,
    timeline: Timeline<Event>,
  ) => Instant;
  readonly discharges: readonly Event['type'][];
  /** Whether `entry`, of a type that discharges, does so for that period and bearer. */
  readonly answers: (
    entry: Entry<Event>,
    period: Period,
    bearer: Owing,
    context: Context,
    timeline: Timeline<Event>,
  ) => boolean;
};

/** A bearer, and what of it is owed, where the same bearer owes it several times, such as of each official. */
export type Owing = Bearer & { readonly part?: string };

export function calendarDuty<Event extends AnyEvent>(spec: CalendarDutySpec<Event>): Rule<Event> {
  return {
    key: spec.key,
    version: spec.version,
    title: spec.title,
    mechanism: 'periodic duty',
    subject: spec.subject,
    needs: 'nothing',
    amendedBy: [],
    settledBy: spec.discharges,
    judge({ timeline }, context) {
      const discharges = timeline.filter(({ type }) => spec.discharges.includes(type));
      const duties = periodsIn(spec, context).flatMap((period) => {
        const then = context.at(period.start);
        const bearers = spec.bearers(period, then, timeline);
        return bearers.map((bearer) =>
          judgeOne(spec, { timeline, discharges }, then, period, bearer),
        );
      });
      return { duties, breaches: [] };
    },
  };
}

/** By what held when each of them began: a centre may set how long they are from a day on. */
function periodsIn<Event extends AnyEvent>(
  { periods }: CalendarDutySpec<Event>,
  context: Context,
): readonly Period[] {
  return contextsOfYear(context).flatMap((then) =>
    periods(then).filter(({ start }) => context.at(start) === then),
  );
}

type Searched<Event extends AnyEvent> = {
  readonly timeline: Timeline<Event>;
  /** Those of it that may discharge. */
  readonly discharges: readonly Entry<Event>[];
};

function judgeOne<Event extends AnyEvent>(
  spec: CalendarDutySpec<Event>,
  { timeline, discharges }: Searched<Event>,
  context: Context,
  period: Period,
  owing: Owing,
): Duty {
  const due = spec.due(period, context, owing, timeline);
  const isAnsweredBy = (entry: Entry<Event>) =>
    spec.answers(entry, period, owing, context, timeline);
  const closing = discharges.find((entry) => {
    if (isAnsweredBy(entry)) return true;
    const own = inNameOf(owing, entry, context);
    return own !== null && isAnsweredBy(own);
  });
  const breached = closing !== undefined && isPast(closing, due, context);
  const part = owing.part ?? (owing.kind === 'agency' ? owing.code : null);
  return {
    opening: part === null ? period.name : `${period.name}#${part}`,
    bearer: { kind: owing.kind, code: owing.code },
    detail: owing.part === undefined ? period.name : `${period.name}: ${owing.part}`,
    openedAt: period.start,
    statedDue: due,
    due,
    customaryDue: due,
    firstDue: due,
    state: closing === undefined ? 'open' : breached ? 'late' : 'kept',
    suspended: false,
    breached,
    closedPastCustomaryDue: breached,
    closedAt: closing?.occurredAt ?? null,
    pauses: [],
    evidence: closing === undefined ? [] : idsOf([closing]),
  };
}
