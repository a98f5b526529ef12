/** A centre with what it has laid down on its own record: the file says how it began, the ledger how it went on. */
import { type Calendar, calendar } from '../time/calendar.ts';
import { WorkingTime } from '../time/working-time.ts';
import { startOfDay } from '../time/zone.ts';
import type { CalendarDate } from '../units.ts';
import type { Centre, Demand, LaterParameters, Regulation, SaturdayProcedures } from './centre.ts';
import { citedIn } from './citation.ts';
import { hoursOfSome } from './hours-of-some.ts';
import { withValue } from './parameter-setting.ts';
import type { Adopted, LaidDown, Repealed } from './registers/laid-down.ts';

/** What its record says is made from a state of the record once, however many subjects are judged by it. */
const madeFrom = new WeakMap<LaidDown, Map<Centre, Centre>>();

export function asLaidDown(centre: Centre, laid: LaidDown): Centre {
  const known = madeFrom.get(laid) ?? new Map<Centre, Centre>();
  madeFrom.set(laid, known);
  const before = known.get(centre);
  if (before !== undefined) return before;
  const now: Centre = {
    ...centre,
    workingTime: withNotices(centre.workingTime, laid),
    saturdayProcedures: saturdaysOf(centre, laid),
    laterParameters: laterParametersOf(centre, laid),
    demands: centre.demands.map((demand) => untilRepealed(demand, centre.regulations, laid)),
  };
  known.set(centre, now);
  return now;
}

function saturdaysOf(
  { saturdayProcedures: saturdays, workingTime }: Centre,
  laid: LaidDown,
): SaturdayProcedures | null {
  if (saturdays === null && laid.hoursOfSome.length === 0) return null;
  const before = saturdays?.workingTime ?? workingTime;
  const hours = hoursOfSome(workingTime, before, laid);
  const made = withNotices(before, { notices: laid.notices, hours });
  return { procedures: [], article: null, ...saturdays, workingTime: made };
}

function withNotices(
  workingTime: WorkingTime,
  { notices, hours }: Pick<LaidDown, 'notices' | 'hours'>,
): WorkingTime {
  if (notices.length === 0 && hours.length === 0) return workingTime;
  const { calendar: made } = workingTime;
  let all: Calendar = made;
  for (const period of hours) all = soundWith(all, { ...all, periods: [...all.periods, period] });
  for (const notice of notices) {
    all = soundWith(all, { ...all, notices: [...all.notices, notice] });
  }
  return new WorkingTime(all);
}

/** What does not fit what was there before, as the same notice entered twice, is left out: the record still shows it. */
function soundWith(before: Calendar, { zone, periods, notices }: Calendar): Calendar {
  try {
    return calendar(zone, periods, notices);
  } catch {
    return before;
  }
}

function laterParametersOf(
  { parameters, workingTime }: Centre,
  { values }: LaidDown,
): readonly LaterParameters[] {
  const later: LaterParameters[] = [];
  for (const { parameter, value, from } of values) {
    const now = withValue(later.at(-1)?.parameters ?? parameters, parameter, value);
    if (now === null) continue;
    const start = startOfDay(from, workingTime.calendar.zone);
    later.push({ from, start, parameters: now });
  }
  return later;
}

/** A regulation holds until its record says that it was repealed, or that another took its place. */
function untilRepealed(
  demand: Demand,
  regulations: readonly Regulation[],
  { adopted, repealed }: LaidDown,
): Demand {
  const cited = citedIn(demand.citation) ?? [];
  const own = regulations.find(({ key }) => cited.some(({ instrument }) => instrument === key));
  if (own === undefined) return demand;
  const ends = repealed
    .filter((one) => isOf(one, own, adopted) && isOfArticles(one, demand))
    .map(({ to }) => to);
  const to =
    [demand.to, ...ends]
      .filter((day) => day !== null)
      .toSorted()
      .at(0) ?? null;
  const from = own.fromIsAssumed ? statedStart(own, adopted) : null;
  return { ...demand, from: from ?? demand.from, to };
}

function isOf({ number }: Repealed, own: Regulation, adopted: readonly Adopted[]): boolean {
  if (number === own.number) return true;
  return own.fromIsAssumed && adopted.some((one) => one.number === number && isItself(one, own));
}

function isOfArticles({ articles }: Repealed, { citation }: Demand): boolean {
  if (articles === null) return true;
  const parts = citation.split(/[,;]\s*/).map((part) => part.replace(/^[A-Z]{2} /, '').trim());
  return parts.every((part) => articles.some((one) => part === one.trim()));
}

/** The first day that the record gives to a regulation whose text leaves it open. */
function statedStart(own: Regulation, adopted: readonly Adopted[]): CalendarDate | null {
  return adopted.find((one) => isItself(one, own))?.from ?? null;
}

function isItself({ ruleSet }: Adopted, { ruleSetName }: Regulation): boolean {
  return ruleSet !== null && ruleSet === ruleSetName;
}
