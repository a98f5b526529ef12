/** Mức phí, lệ phí: what a procedure costs at each centre, from which day to which, and which entries say so; by its code. */
import { foldProcedure } from '../../centre/procedure/fold.ts';
import { type RateLine, ratesOf } from '../../centre/procedure/rates.ts';
import type { AtCentre } from '../../centre/procedure/state.ts';
import type { AnyEvent } from '../../entry.ts';
import { partsOf } from '../../stream.ts';
import type { Timeline } from '../../timeline.ts';
import type { CalendarDate, EventId } from '../../units.ts';
import type { Register } from '../register.ts';
import type { Context } from '../rule.ts';

/** All that is known of a procedure's rates at one centre. */
export type Schedule = {
  /** The first day from which it is known what is charged, if anything. */
  readonly since: CalendarDate;
  readonly lines: readonly ScheduleLine[];
};

export type ScheduleLine = Pick<RateLine, 'rate' | 'kind' | 'amount' | 'from' | 'to'> & {
  /** The entries that set it. */
  readonly proof: readonly EventId[];
};

const setting = ['ProcedurePublished', 'ProcedureChanged', 'FeeRateSet', 'FeeRateChanged'];

/** By centre; a centre at which no rates were ever stated has none. */
export const rates: Register<ReadonlyMap<string, Schedule>> = {
  name: 'rates',
  category: 'procedure',
  types: [...setting, 'FeeRateEnded', 'ProcedureRepealed'],
  keys: (stream) => [partsOf(stream, ['code'])?.['code'] ?? []].flat(),
  isKeyedByName: true,
  isAboutSubjects: false,
  fold: (records) =>
    new Map(
      records.flatMap(({ timeline }) =>
        foldProcedure(timeline).centres.flatMap((at) => {
          const schedule = scheduleAt(at, timeline);
          return schedule === null ? [] : [[at.centre, schedule] as const];
        }),
      ),
    ),
};

function scheduleAt(at: AtCentre, timeline: Timeline<AnyEvent>): Schedule | null {
  const [since] = at.rates.flatMap((one) => (one.is === 'set' ? [one.from] : [])).toSorted();
  if (since === undefined) return null;
  const own = timeline.filter(({ centre, type }) => centre === at.centre && setting.includes(type));
  const lines = ratesOf(at).map(({ rate, kind, amount, from, to, setAt }) => {
    const proof = own.filter(({ occurredAt }) => occurredAt === setAt).map(({ id }) => id);
    return { rate, kind, amount, from, to, proof };
  });
  return { since, lines };
}

/** What a procedure costs on a day at the centre; null where nobody has said. None: nothing is charged for it. */
export function ratesOn(
  procedure: string,
  day: CalendarDate,
  { registers, centre }: Context,
): readonly ScheduleLine[] | null {
  const schedule = registers.look(rates, procedure).get(centre);
  if (schedule === undefined || day < schedule.since) return null;
  return schedule.lines.filter(({ from, to }) => from <= day && (to === null || day <= to));
}
