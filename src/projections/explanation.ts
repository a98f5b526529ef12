/** Why a duty is due when it is, told in full: for whoever doubts it. */
import { z } from 'zod';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import type { Centre, Centres } from '../domain/regulations/centre.ts';
import { findingId, type JudgedDuty } from '../domain/regulations/judge.ts';
import { asLaidDown } from '../domain/regulations/laid-down-centre.ts';
import type { Registers } from '../domain/regulations/register.ts';
import { laidDown } from '../domain/regulations/registers/laid-down.ts';
import { explainSpan } from '../domain/time/explain.ts';
import type { Instant } from '../domain/units.ts';
import { DutyItem, dutyItem } from './lists/items.ts';
import { verdictOn } from './verdict.ts';

const Stretch = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  minutes: z.number(),
  counted: z.boolean().describe('Working time; else the centre was shut.'),
});

const Day = z.object({
  date: z.string(),
  hours: z
    .array(z.object({ from: z.iso.datetime(), to: z.iso.datetime() }))
    .describe('The service hours; none on a day off.'),
  because: z
    .array(z.record(z.string(), z.unknown()))
    .describe('The notices that make it other than an ordinary day of its week.'),
  stretches: z.array(Stretch).describe('Without gap or overlap, from the opening to the due time.'),
});

export const Explanation = z
  .object({
    duty: DutyItem,
    inherited: z
      .array(z.object({ from: z.string(), at: z.iso.datetime(), event: z.string() }))
      .describe(
        'By which agencies it passed on to the bearer, in order, and the entries that say so; also what is to come.',
      ),
    rule: z.object({
      key: z.string(),
      version: z.int(),
      mechanism: z.string(),
      from: z.string().nullable().describe('First day on which the demand holds; null: always.'),
      to: z.string().nullable().describe('Last day; null: no end of it is known.'),
    }),
    counting: z
      .record(z.string(), z.unknown())
      .describe(
        'The values of the centre by which terms are counted, as they were at the opening. Of these firstDay is of processing time alone: any other term begins with the day after.',
      ),
    workingMinutes: z
      .number()
      .nullable()
      .describe(
        'Of working time between opening and due time; null beyond the years that are counted.',
      ),
    days: z.array(Day).describe('Every day between the opening and the due time.'),
    pauses: z
      .array(z.object({ from: z.iso.datetime(), until: z.iso.datetime().nullable() }))
      .describe('When somebody else was waited for; until null: it lasts.'),
    entries: z
      .array(
        z.object({
          id: z.string(),
          type: z.string(),
          stream: z.string(),
          occurredAt: z.iso.datetime(),
          recordedAt: z.iso.datetime(),
          corrects: z.string().nullable(),
        }),
      )
      .describe('The entries that say so, in the order in which they were recorded.'),
  })
  .meta({ id: 'DutyExplanation' });
export type Explanation = z.output<typeof Explanation>;

export type Asked = {
  readonly subject: string;
  /** Entries of the subject's own record, in the order of the ledger. */
  readonly own: readonly Entry<AnyEvent>[];
  readonly at: Instant;
  readonly centres: Centres;
  readonly registers: Registers;
};

/** The subjects that an id may be about, the likeliest first: a code may hold a colon. */
export function subjectsIn(id: string): readonly string[] {
  const rest = id.slice(id.indexOf(':') + 1);
  const parts = rest.split(':');
  return parts
    .map((_, count) => parts.slice(0, count).join(':'))
    .slice(1)
    .toReversed();
}

/** Null where the subject has no such duty. */
export function explainedDuty(
  id: string,
  { subject, own, at, centres, registers }: Asked,
): Explanation | null {
  const { verdict, history, centre: known } = verdictOn(subject, own, centres, registers);
  if (known === null) return null;
  const duty = verdict.duties.find((one) => findingId(one.rule, subject, one.opening) === id);
  if (duty === undefined) return null;
  const centre = asLaidDown(known, registers.look(laidDown, known.code));
  const proof = new Set<string>(duty.evidence);
  return {
    duty: dutyItem({ ...duty, subject, centre: centre.code }, at, centres),
    inherited: [...duty.inherited],
    rule: ruleOf(duty, centre),
    counting: countingOf(duty, centre),
    ...daysOf(duty, centre),
    pauses: [...duty.pauses],
    entries: history.entries
      .filter((entry) => proof.has(entry.id))
      .map(({ id: event, type, stream, occurredAt, recordedAt, corrects }) => ({
        id: event,
        type,
        stream,
        occurredAt,
        recordedAt,
        corrects,
      })),
  };
}

function ruleOf({ rule: key, citation }: JudgedDuty, { demands }: Centre): Explanation['rule'] {
  const demand = demands.find((one) => one.rule.key === key && one.citation === citation);
  return {
    key,
    version: demand?.rule.version ?? 0,
    mechanism: demand?.rule.mechanism ?? 'duty',
    from: demand?.from ?? null,
    to: demand?.to ?? null,
  };
}

function countingOf({ rule, openedAt }: JudgedDuty, centre: Centre): Explanation['counting'] {
  const day = centre.workingTime.dateAt(openedAt);
  const later = centre.laterParameters.findLast(({ from }) => from <= day);
  const { firstDay, dayDeadlineEnds, dateDeadlineEnds, terms } =
    later?.parameters ?? centre.parameters;
  return { firstDay, dayDeadlineEnds, dateDeadlineEnds, term: terms[rule] ?? null };
}

function daysOf(
  { openedAt, due }: JudgedDuty,
  { workingTime }: Centre,
): Pick<Explanation, 'workingMinutes' | 'days'> {
  try {
    const { days } = explainSpan(workingTime, openedAt, due);
    return {
      workingMinutes: workingTime.minutesBetween(openedAt, due),
      days: days.map(({ date, hours, because, stretches }) => ({
        date,
        hours: [...hours],
        because: because.map((one) => ({ ...one })),
        stretches: [...stretches],
      })),
    };
  } catch (error) {
    if (error instanceof RangeError) return { workingMinutes: null, days: [] };
    throw error;
  }
}
