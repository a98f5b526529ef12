/**
 * present-in-hours: a rostered official is at work through the service hours (SL Đ4.4c, Đ8.đ; BL Đ4.4;
 * KT Đ3.6). Coming late, going early and absence without leave are all the same: hours that nothing
 * covers; those of one day are one breach.
 *
 * Owed are the hours of the roster line, or the day's service hours where it names none, and never
 * others than these: at BL Saturdays are worked for leave, and not owed (BL Đ5.3). Who is on no line of
 * a day owes nothing. Covered is what `presence.ts` says of check-ins and check-outs, leave
 * (`absenceExcusedBy`) and a noted absence unless it is noted as one without leave. A note of
 * hours without leave counts against what the door recorded. Where neither a check-in nor a check-out
 * of a month is on record, nobody recorded them: then only what was noted is judged.
 *
 * `present-in-hours-noted`: a conduct note that an official left the counter in those hours: at BL not on
 * a Saturday.
 */
import { type AttendanceEvent, attendance } from '../../attendance/attendance/vocabulary.ts';
import type { AnyEvent, Entry } from '../../entry.ts';
import { dayOf } from '../../time/date.ts';
import { localDayAt } from '../../time/zone.ts';
import { type CalendarDate, millisecondsOf } from '../../units.ts';
import { type AbsenceNote, hoursNoted, isAbout, isAbsenceNote } from '../absence-notes.ts';
import { isInOwedHours, officialOfMonth } from '../conduct.ts';
import { coverage, minus, type Requirement, type Stretch } from '../coverage.ts';
import { inWords } from '../in-words.ts';
import { excusedBy, type Leave, leavesIn } from '../leave-excuse.ts';
import { startOf } from '../period.ts';
import {
  common,
  hoursOn,
  isPassing,
  type PassingEntry,
  presentIn,
  serviceOn,
  union,
} from '../presence.ts';
import { prohibition } from '../prohibition.ts';
import { linesOf, type Rostered } from '../rostered.ts';
import type { Context } from '../rule.ts';

export const presentInHours = coverage<AnyEvent>({
  key: 'present-in-hours',
  version: 1,
  title: {
    vi: 'Có mặt tại nơi làm việc trong giờ hành chính',
    en: 'At work through the service hours',
  },
  subject: 'attendance',
  settledBy: [
    'CheckedIn',
    'CheckedOut',
    'AbsenceNoted',
    'RosterChanged',
    'LeaveApproved',
    'LeaveConfirmedByAgency',
    'LeaveNoticeGiven',
    'LeaveDaysChanged',
    'LeaveTaken',
  ],
  requires({ timeline }, context) {
    const { code } = officialOfMonth(context);
    if (code === null) return [];
    const lines = linesOf(code, timeline, context);
    if (lines.size === 0) return [];
    const told = toldIn(timeline, context);
    return [...lines].flatMap(([date, rostered]) => required(date, rostered, told, context));
  },
});

/** What is on record beside the roster. */
type Told = {
  /** By the number of the day. */
  readonly passings: ReadonlyMap<number, readonly PassingEntry[]>;
  readonly notes: readonly AbsenceNote[];
  readonly leaves: readonly Leave[];
};

function toldIn(timeline: readonly Entry<AnyEvent>[], { workingTime }: Context): Told {
  const { zone } = workingTime.calendar;
  const own = inWords('attendance', attendance, timeline);
  return {
    passings: Map.groupBy(own.filter(isPassing), ({ occurredAt }) =>
      localDayAt(zone, millisecondsOf(occurredAt)),
    ),
    notes: own.filter(isAbsenceNote),
    leaves: leavesIn(timeline),
  };
}

function required(
  date: CalendarDate,
  rostered: readonly Rostered[],
  told: Told,
  context: Context,
): Requirement<AnyEvent>[] {
  const service = serviceOn(dayOf(date), context.workingTime);
  if (service.length === 0) return [];
  const owed = owedBy(rostered, service, context);
  const notes = told.notes.filter((note) => isAbout(note, date));
  const missed = notes.filter(({ data }) => data.withLeave === false);
  const isRecorded = told.passings.size > 0;
  if (!isRecorded && missed.length === 0) return [];
  const passed = told.passings.get(dayOf(date)) ?? [];
  const timed = missed.filter(({ data }) => data.hours !== null);
  const excuses = excusesOn(date, told, notes, context);
  return [
    {
      stretches: isRecorded ? owed : common(owed, hoursOf(missed, date, context)),
      covered: [
        ...minus(presentIn(passed, service), hoursOf(timed, date, context)),
        ...excuses.hours,
      ],
      bearer: officialOfMonth(context),
      because: rostered.map(({ because }) => because),
      covering: [...passed, ...missed, ...excuses.entries],
      detail: null,
    },
  ];
}

function owedBy(
  rostered: readonly Rostered[],
  service: readonly Stretch[],
  { workingTime }: Context,
): readonly Stretch[] {
  const { zone } = workingTime.calendar;
  return union(
    rostered.flatMap(({ line: { day, hours } }) =>
      hours === null ? service : common([hoursOn(dayOf(day), hours, zone)], service),
    ),
  );
}

/** What excuses an absence on a day, and when. */
function excusesOn(
  date: CalendarDate,
  { leaves }: Told,
  notes: readonly AbsenceNote[],
  context: Context,
): { readonly hours: readonly Stretch[]; readonly entries: readonly Entry<AnyEvent>[] } {
  const { zone } = context.workingTime.calendar;
  const how = context.at(startOf(date, context)).parameters.absenceExcusedBy;
  const excused = leaves
    .map((one) => ({ entries: one.entries, hours: excusedBy(one, date, how, zone) }))
    .filter(({ hours }) => hours.length > 0);
  const allowed = notes.filter(({ data }) => data.withLeave !== false);
  return {
    hours: [...hoursOf(allowed, date, context), ...excused.flatMap(({ hours }) => hours)],
    entries: [...allowed, ...excused.flatMap(({ entries }) => entries)],
  };
}

function hoursOf(
  notes: readonly AbsenceNote[],
  date: CalendarDate,
  { workingTime }: Context,
): readonly Stretch[] {
  return notes.flatMap((note) => hoursNoted(note, date, workingTime.calendar.zone));
}

export const presentInHoursNoted = prohibition<AttendanceEvent>({
  key: 'present-in-hours-noted',
  version: 2,
  title: { vi: 'Không rời quầy trong giờ hành chính', en: 'Counter not left in service hours' },
  subject: 'attendance',
  watches: ['ConductNoted'],
  gathered: false,
  offends: (entry, _, context) =>
    entry.type === 'ConductNoted' &&
    entry.data.act === 'left-counter' &&
    isInOwedHours(entry, context)
      ? []
      : null,
  blames: (_entry, _timeline, context) => officialOfMonth(context),
});
