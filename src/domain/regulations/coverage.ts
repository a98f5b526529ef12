/**
 * Coverage: required intervals minus recorded ones. A gap is a breach once it has ended; until then
 * somebody may still come, and nothing says that nobody did.
 */
import type { AnyEvent, Entry } from '../entry.ts';
import { type Instant, instantAt, millisecondsOf } from '../units.ts';
import type { History } from './history.ts';
import { type Bearer, type Breach, type Context, idsOf, type Rule } from './rule.ts';

/** Milliseconds since 1970 UTC; the end is not in it. */
export type Stretch = { readonly from: number; readonly to: number };

/** What must be covered, and what covers it. */
export type Requirement<Event extends AnyEvent> = {
  readonly stretches: readonly Stretch[];
  readonly covered: readonly Stretch[];
  readonly bearer: Bearer;
  /** What demands it: at least one. */
  readonly because: readonly Entry<Event>[];
  /** What covers a part of it. */
  readonly covering: readonly Entry<Event>[];
  /** For people: the counter, or which of several. Names no applicant. */
  readonly detail: string | null;
};

export type CoverageSpec<Event extends AnyEvent> = {
  readonly key: string;
  /** Raise it when what the rule says of a history changes: see `Rule`. */
  readonly version: number;
  readonly title: { readonly vi: string; readonly en: string };
  readonly subject: string | readonly string[];
  /** Events, beside corrections, that may take a gap away where they are entered late: all that demand or cover. */
  readonly settledBy: readonly Event['type'][];
  /** One for each day and whoever owes it, so that a day's gaps are one breach. */
  readonly requires: (history: History<Event>, context: Context) => readonly Requirement<Event>[];
};

export function coverage<Event extends AnyEvent>(spec: CoverageSpec<Event>): Rule<Event> {
  return {
    key: spec.key,
    version: spec.version,
    title: spec.title,
    mechanism: 'coverage',
    subject: spec.subject,
    needs: 'nothing',
    amendedBy: [],
    settledBy: spec.settledBy,
    judge(history, context) {
      const breaches = spec.requires(history, context).flatMap((one) => breachOf(one) ?? []);
      return { duties: [], breaches };
    },
  };
}

function breachOf<Event extends AnyEvent>(requirement: Requirement<Event>): Breach | null {
  const gaps = minus(requirement.stretches, requirement.covered);
  const last = gaps.at(-1);
  if (last === undefined) return null;
  const [first, ...rest] = idsOf([...requirement.because, ...requirement.covering]);
  if (first === undefined) throw new TypeError('what is required says because of what');
  const told = gaps.map(({ from, to }) => `${instantAt(from)}/${instantAt(to)}`).join(' ');
  return {
    key: keyOf(requirement),
    at: instantAt(last.to),
    evidence: [first, ...rest],
    detail: requirement.detail === null ? told : `${requirement.detail}: ${told}`,
    bearer: requirement.bearer,
  };
}

/** When it begins, and which of several it is: what covers it comes and goes. */
function keyOf<Event extends AnyEvent>({ stretches, detail }: Requirement<Event>): string {
  const from = Math.min(...stretches.map((one) => one.from));
  return [instantAt(from), ...(detail === null ? [] : [detail])].join('#');
}

/** What of `whole` no part of `parts` covers, in order. */
export function minus(whole: readonly Stretch[], parts: readonly Stretch[]): readonly Stretch[] {
  let left = whole.toSorted((a, b) => a.from - b.from);
  for (const part of parts) {
    left = left.flatMap(({ from, to }) =>
      [
        { from, to: Math.min(to, part.from) },
        { from: Math.max(from, part.to), to },
      ].filter((piece) => piece.from < piece.to),
    );
  }
  return left;
}

/** From one instant to another. */
export function stretch(from: Instant, to: Instant): Stretch {
  return { from: millisecondsOf(from), to: millisecondsOf(to) };
}
