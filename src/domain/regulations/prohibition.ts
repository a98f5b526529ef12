/** Prohibition: an event, alone or beside others of its subject, is the breach. */
import type { AnyEvent, Entry } from '../entry.ts';
import type { Timeline } from '../timeline.ts';
import { type Breach, type Context, idsOf, type Rule } from './rule.ts';

export type ProhibitionSpec<Event extends AnyEvent> = {
  readonly key: string;
  /** Raise it when what the rule says of a history changes: see `Rule`. */
  readonly version: number;
  readonly title: { readonly vi: string; readonly en: string };
  readonly subject: string;
  /** Events that can be the breach. */
  readonly watches: readonly Event['type'][] | 'every event';
  /** Events, beside corrections, that may take the breach away; none unless it says so. */
  readonly amendedBy?: readonly Event['type'][];
  /** The entries that `entry` offends against, given all that stands; null if it offends against none. */
  readonly offends: (
    entry: Entry<Event>,
    timeline: Timeline<Event>,
    context: Context,
  ) => readonly Entry<Event>[] | null;
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
    amendedBy: spec.amendedBy ?? [],
    settledBy: [],
    judge({ timeline }, context) {
      const offences = timeline.flatMap((entry) => {
        if (spec.watches !== 'every event' && !spec.watches.includes(entry.type)) return [];
        const against = spec.offends(entry, timeline, context);
        return against === null ? [] : [{ entry, against }];
      });
      const [first] = offences;
      if (first === undefined) return { duties: [], breaches: [] };
      if (!spec.gathered) return { duties: [], breaches: offences.map((one) => breachOf([one])) };
      return { duties: [], breaches: [breachOf(offences)] };
    },
  };
}

type Offence<Event extends AnyEvent> = {
  readonly entry: Entry<Event>;
  readonly against: readonly Entry<Event>[];
};

function breachOf<Event extends AnyEvent>(offences: readonly Offence<Event>[]): Breach {
  const entries = offences.map(({ entry }) => entry);
  const [first, ...rest] = idsOf([...offences.flatMap(({ against }) => against), ...entries]);
  const at = entries[0]?.occurredAt;
  if (first === undefined || at === undefined) throw new TypeError('a breach has its evidence');
  return { at, evidence: [first, ...rest], detail: null };
}
