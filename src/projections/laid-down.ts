/**
 * What centres have laid down on their own records, kept beside what is late: lists measure in the working
 * time of a centre as its record has it, and not as its file began.
 */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Centres } from '../domain/regulations/centre.ts';
import { asLaidDown } from '../domain/regulations/laid-down-centre.ts';
import { type LaidDown, laidDown, together } from '../domain/regulations/registers/laid-down.ts';
import { weekdays } from '../domain/time/date.ts';
import { CalendarDate, Instant } from '../domain/units.ts';
import type { Viewing } from './projection.ts';

export const laidDowns: Viewing = {
  name: 'laid-down',
  version: 1,
  category: 'centre',
  tables: [
    {
      name: 'laid_down',
      columns: {
        subject: 'TEXT',
        centre: 'TEXT',
        /** The last entry of the record: it rises with whatever is said. */
        last: 'INTEGER',
        said: 'TEXT',
      },
      key: 2,
      counts: [],
      indexes: ['last'],
    },
  ],

  view({ stream, entries, history }) {
    const last = entries.at(-1)?.index ?? null;
    const rows = laidDown.keys(stream, entries).map((centre) => {
      const said = JSON.stringify(laidDown.fold([history], centre));
      return { subject: stream, centre, last, said };
    });
    return { rows: { laid_down: rows }, counts: {}, failures: [] };
  },
};

const Interval = z.object({ from: z.number(), to: z.number() });
const Weekday = z.enum(weekdays);
const Day = z.object({ date: CalendarDate, reason: z.string() });
const Hours = z.object({
  from: CalendarDate,
  hours: z.partialRecord(Weekday, z.array(Interval)),
});

const Said: z.ZodType<LaidDown> = z.object({
  notices: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      known: Instant,
      off: z.array(Day),
      worked: z.array(Day.extend({ hours: z.union([Weekday, z.array(Interval)]) })),
      closures: z.array(Day.extend(Interval.shape)),
    }),
  ),
  hours: z.array(Hours),
  hoursOfSome: z.array(Hours),
  values: z.array(
    z.object({
      parameter: z.string(),
      value: z.union([z.boolean(), z.number(), z.string(), z.array(z.string()), z.null()]),
      from: CalendarDate,
    }),
  ),
  adopted: z.array(
    z.object({ number: z.string(), ruleSet: z.string().nullable(), from: CalendarDate }),
  ),
  repealed: z.array(
    z.object({ number: z.string(), to: CalendarDate, articles: z.array(z.string()).nullable() }),
  ),
});

const Row = z.object({ centre: z.string(), said: z.string() });

type Remembered = { readonly mark: string; readonly from: Centres; readonly centres: Centres };

/** Every list asks, and a centre lays something down a few times a year. */
const remembered = new WeakMap<DatabaseSync, Remembered>();

/** `centres`, each with what the model says that it has laid down. @param centres as their files have them. */
export function centresBy(database: DatabaseSync, centres: Centres): Centres {
  const mark = markOf(database);
  const before = remembered.get(database);
  if (before?.mark === mark && before.from === centres) return before.centres;
  const rows = database
    .prepare("SELECT centre, said FROM laid_down WHERE subject > 'centre-' ORDER BY subject")
    .all()
    .map((row) => Row.parse(row));
  const byCentre = Map.groupBy(rows, ({ centre }) => centre);
  const now = new Map(
    [...centres].map(([code, centre]) => {
      const said = byCentre.get(code) ?? [];
      return [code, asLaidDown(centre, together(said.map((one) => saidIn(one.said))))];
    }),
  );
  remembered.set(database, { mark, from: centres, centres: now });
  return now;
}

function saidIn(text: string): LaidDown {
  return Said.parse(JSON.parse(text));
}

/** The last entry of all these records: whatever is said is an entry, also what takes another back. */
function markOf(database: DatabaseSync): string {
  const [row] = database
    .prepare('SELECT last FROM laid_down WHERE last >= 0 ORDER BY last DESC LIMIT 1')
    .all();
  return String(row?.['last']);
}
