/** The shape of an explanation: see `explanation.ts`. */
import { z } from 'zod';
import { effects } from '../domain/regulations/paused.ts';
import { dayKinds, stretchKinds } from '../domain/regulations/reckoned-days.ts';
import { TermItem } from './explained-term.ts';
import { DutyItem } from './lists/items.ts';

const Stretch = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  minutes: z.number(),
  is: z
    .enum(stretchKinds)
    .describe(
      'counted. shut: no service hours. paused: somebody else was waited for. before: what had passed when the count began, or began again. start: of the day on which a term in days began, which is not one of them.',
    ),
});

const Because = z
  .array(z.record(z.string(), z.unknown()))
  .describe('The notices that make it other than an ordinary day of its week.');

const Day = z.object({
  date: z.string(),
  hours: z
    .array(z.object({ from: z.iso.datetime(), to: z.iso.datetime() }))
    .describe('The service hours; none on a day off.'),
  because: Because,
  number: z
    .int()
    .nullable()
    .describe('Which day of a term in days it is, from 1; null: none of its days.'),
  is: z
    .enum(dayKinds)
    .nullable()
    .describe(
      'The same of the whole day; moved: the last day was no working day, or it came too late in it. Null: a part of it was counted, see the stretches.',
    ),
  stretches: z
    .array(Stretch)
    .describe(
      'Without gap or overlap, from the opening to the due time; none where whole days are counted, days off with them.',
    ),
});

const MovedDay = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    why: z.enum(['day-off', 'too-late']),
    because: Because,
  })
  .describe(
    'The last day as it was counted or named, and the one with which the time ends: day-off: the first is no working day, by these notices or, where there are none, in every week. too-late: what was due that day came too late in it.',
  );

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
        'The values of the centre by which terms are counted, as they were at the opening. Of these firstDay is of processing time alone: any other term begins with the day after. ownTerm is what the centre has set for the rule, if it has.',
      ),
    term: TermItem,
    counted: z
      .object({ minutes: z.number().nullable(), days: z.int().nullable() })
      .nullable()
      .describe(
        'What was counted in all up to the due time: as much as the term is long, unless it still waits or ended waiting. Null where the term is none of minutes or of days; and as a whole beyond the years that are counted.',
      ),
    prolonged: z
      .object({ minutes: z.number(), days: z.int() })
      .nullable()
      .describe(
        'By how much waits put the due time off: in working minutes, or calendar days of a term in such. Null beyond the years that are counted.',
      ),
    movedLastDay: MovedDay.nullable(),
    days: z
      .array(Day)
      .describe(
        'Every day between the opening and the due time; of a day that is named, that and where it moved to.',
      ),
    pauses: z
      .array(
        z.object({
          from: z.iso.datetime(),
          until: z.iso.datetime().nullable(),
          entries: z.array(z.string()).describe('The request, and the answer where there is one.'),
          strict: z.enum(effects),
          customary: z.enum(effects),
        }),
      )
      .describe(
        'When somebody else was waited for, and what that did to the due time by either convention; until null: it lasts. stops: the time stood still until it was closed, or does. extends: moved it by the wait. restarts: the time began again. nothing: the time was up, or the request might not be made, or no wait counts here.',
      ),
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
