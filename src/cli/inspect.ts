/** `motcua inspect`: one subject, from the log itself: needs no server and no read model. */
import type { Config } from '../config.ts';
import { streamOfCode } from '../domain/dossier/code.ts';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { families } from '../domain/families.ts';
import { historyOf } from '../domain/regulations/history.ts';
import { partsOf } from '../domain/stream.ts';
import type { Timeline } from '../domain/timeline.ts';
import { type Instant, instantAt } from '../domain/units.ts';
import { codec } from '../ledger/codec.ts';
import { categoryOf } from '../ledger/event-store.ts';
import { type LogReader, openLogReader } from '../ledger/log-reader.ts';
import { centresIn, pathsOf } from '../main.ts';
import { timeAsOf } from '../projections/lists/moment.ts';
import { dutiesOf } from '../projections/lists/subject.ts';
import { registersByReading } from '../projections/registers-of.ts';
import { CommandFailed, exit } from './exit.ts';
import { linesOf } from './findings.ts';
import { shownLateness, shownTime } from './listing.ts';
import { printResult } from './output.ts';

type Options = { readonly asOf?: string; readonly json: boolean };

export async function inspectCommand(
  config: Config,
  subject: string,
  { asOf, json }: Options,
): Promise<void> {
  using log = openLogReader(pathsOf(config).ledger);
  const stream = families.has(categoryOf(subject)) ? subject : streamOfCode(subject);
  const { upTo, at } = thenOf(log, asOf);
  const { decode } = codec(families);
  const entriesOf = (name: string) =>
    log
      .ofStream(name)
      .filter(({ index }) => index <= upTo)
      .map(decode);
  const entries = entriesOf(stream);
  if (entries.length === 0) {
    throw new CommandFailed(
      exit.notFound,
      `nothing is on record of ${stream}${asOf === undefined ? '' : ` as of ${asOf}`}: ${adviceOn(subject, stream)}`,
    );
  }
  const { timeline } = historyOf(entries);
  const state = await stateOf(stream, timeline);
  const { duties, findings } = dutiesOf(
    entries,
    at,
    centresIn(config),
    registersByReading((category) => log.streamsOf(category, upTo), entriesOf),
  );
  printResult(json, { subject: stream, upTo, at, state, duties, findings, trail: entries }, () => [
    `${stream}, as of event ${upTo} (${shownTime(at)})`,
    ...linesOfState(state),
    '',
    ...entries.map((entry) => trailLine(entry, timeline.includes(entry))),
    '',
    ...duties.map(
      ({ rule, state: how, due, closedAt, late, customary, citation }) =>
        `${rule}: ${how}, due ${shownTime(due)}${closedAt === null ? '' : `, closed ${shownTime(closedAt)}`}${shownLateness(late, customary.breached)} (${citation})`,
    ),
    ...findings.flatMap(linesOf),
  ]);
}

/** Whoever gives a code alone may mean another kind of record than a dossier. */
function adviceOn(subject: string, stream: string): string {
  if (subject === stream) return 'check the name';
  return `check the code. Write another kind of record as complaint-${subject}; the kinds are ${[...families.keys()].join(', ')}`;
}

/** As it is shown over HTTP; null for a record that has no address there. */
async function stateOf(stream: string, timeline: Timeline<AnyEvent>) {
  const { resources } = await import('../api/resources.ts'); // only here: the other commands start quicker without
  const found = resources.find(({ family }) => family.category === categoryOf(stream));
  if (found === undefined) return null;
  const key = partsOf(stream, Object.keys(found.family.key)) ?? {};
  return found.show({ timeline, key });
}

/** What is known of it, a line each. */
function linesOfState(state: Readonly<Record<string, unknown>> | null): string[] {
  return Object.entries(state ?? {})
    .filter(([, value]) => value !== null)
    .map(
      ([name, value]) =>
        `  ${name}: ${typeof value === 'string' ? shownTime(value) : JSON.stringify(value)}`,
    );
}

function trailLine(entry: Entry<AnyEvent>, stands: boolean): string {
  const { index, occurredAt, type, actor, id, corrects } = entry;
  const label = families.get(categoryOf(entry.stream))?.vocabulary[type]?.label.vi ?? type;
  const correcting = corrects === null ? '' : `  corrects ${corrects}`;
  return `${stands ? ' ' : '×'} ${index}  ${shownTime(occurredAt)}  ${label} (${type})  ${actor}  ${id}${correcting}`;
}

/** As of an event is as of the time at which it was recorded. */
function thenOf(log: LogReader, asOf: string | undefined): { upTo: bigint; at: Instant } {
  if (asOf === undefined) return { upTo: log.size() - 1n, at: instantAt(Date.now()) };
  if (/^\d{1,15}$/.test(asOf)) {
    const [event] = log.after(BigInt(asOf) - 1n, 1);
    if (event !== undefined) return { upTo: event.index, at: event.recordedAt };
    throw new CommandFailed(
      exit.usage,
      `the last event of the ledger has the index ${log.size() - 1n}`,
    );
  }
  const time = timeAsOf(asOf, instantAt(Date.now()));
  if (time !== null) return { upTo: log.lastIndexAt(time), at: time };
  throw new CommandFailed(
    exit.usage,
    `--as-of is an index, a date, or a time like 2026-03-02T08:00:00+07:00, not ${asOf}`,
  );
}
