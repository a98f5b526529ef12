/** Prohibition: an event, alone or beside others of its subject, is the breach. */
import type { AnyEvent, Entry } from '../entry.ts';
import type { Timeline } from '../timeline.ts';
import type { EventId } from '../units.ts';
import type { History } from './history.ts';
import { type Bearer, type Breach, type Context, idsOf, type Rule } from './rule.ts';

export type ProhibitionSpec<Event extends AnyEvent> = {
  readonly key: string;
  /** Raise it when what the rule says of a history changes: see `Rule`. */
  readonly version: number;
  readonly title: { readonly vi: string; readonly en: string };
  readonly subject: string | readonly string[];
  /** Events that can be the breach. */
  readonly watches: readonly Event['type'][] | 'every event';
  /** Whose breach an offence is; null, as where it is left out: the record does not say. */
  readonly blames?: (
    entry: Entry<Event>,
    timeline: Timeline<Event>,
    context: Context,
  ) => Bearer | null;
  /** What a person reads beside the title; names no applicant. */
  readonly tells?: (
    entry: Entry<Event>,
    context: Context,
    timeline: Timeline<Event>,
  ) => string | null;
  /** Events, beside corrections, that may take the breach away; none unless it says so. */
  readonly amendedBy?: readonly Event['type'][];
  /** The entries that `entry` offends against, given all that stands and how it came to; null if it offends against none. */
  readonly offends: (
    entry: Entry<Event>,
    timeline: Timeline<Event>,
    context: Context,
    history: History<Event>,
  ) => readonly Entry<Event>[] | null;
  /** Entries of other records that prove it, too: what a register says was in force. */
  readonly provedBy?: (
    entry: Entry<Event>,
    timeline: Timeline<Event>,
    context: Context,
  ) => readonly EventId[];
  /** All offences of one subject are one breach, where their number says nothing more. */
  readonly gathered: boolean;
};

export function prohibition<Event extends AnyEvent>(spec: ProhibitionSpec<Event>): Rule<Event> {
  return {
    key: spec.key,
    version: spec.version,
    title: spec.title,
    mechanism: 'prohibition',
    subject: spec.subject,
    needs: spec.watches === 'every event' ? 'nothing' : spec.watches,
    amendedBy: spec.amendedBy ?? [],
    settledBy: [],
    judge(history, context) {
      const { timeline } = history;
      const watched = spec.watches === 'every event' ? timeline : history.standing(spec.watches);
      const offences = watched.flatMap((entry) => {
        const then = context.at(entry.occurredAt);
        const against = spec.offends(entry, timeline, then, history);
        if (against === null) return [];
        const bearer = spec.blames?.(entry, timeline, then) ?? null;
        const elsewhere = spec.provedBy?.(entry, timeline, then) ?? [];
        return [
          {
            entry,
            against,
            elsewhere,
            bearer,
            detail: spec.tells?.(entry, then, timeline) ?? null,
          },
        ];
      });
      if (offences.length === 0) return { duties: [], breaches: [] };
      if (!spec.gathered) {
        const keyOf = ({ entry }: Offence<Event>) => history.firstStatementOf(entry).id;
        return { duties: [], breaches: offences.map((one) => breachOf([one], keyOf(one))) };
      }
      return { duties: [], breaches: [breachOf(offences, 'all')] };
    },
  };
}

type Offence<Event extends AnyEvent> = {
  readonly entry: Entry<Event>;
  readonly against: readonly Entry<Event>[];
  readonly elsewhere: readonly EventId[];
  readonly bearer: Bearer | null;
  readonly detail: string | null;
};

function breachOf<Event extends AnyEvent>(
  offences: readonly Offence<Event>[],
  key: string,
): Breach {
  const entries = offences.map(({ entry }) => entry);
  const own = idsOf([...offences.flatMap(({ against }) => against), ...entries]);
  const elsewhere = offences.flatMap((one) => one.elsewhere);
  const [first, ...rest] = new Set([...elsewhere, ...own]);
  const [offence] = offences;
  if (first === undefined || offence === undefined) {
    throw new TypeError('a breach has its evidence');
  }
  const { entry, bearer, detail } = offence;
  return { key, at: entry.occurredAt, evidence: [first, ...rest], detail, bearer };
}
