/** A fact between the two passes of an import: a line of text. */
import type { Made } from './template.ts';

export type LaidOut = Made & {
  readonly line: number;
  readonly type: string;
  /** Among the facts of its case. */
  readonly place: Place;
};

const places = ['before', 'row', 'after'] as const;
export type Place = (typeof places)[number];

/** What only one fact of a case may have, unless it is told by its content. Has no line break. */
export function identityOf({ type, identity }: LaidOut): string {
  return `${type}/${identity}`;
}

/** No part holds a tab or a line break: identifiers have no control characters, and JSON escapes them. */
export function encodeFact(fact: LaidOut): string {
  const { line, place, type, at, precision, actor, centre, correlation, identity, data } = fact;
  const stated = [line, place, type, at, precision, actor, centre, correlation, identity, data];
  return `${stated.join('\t')}\n`;
}

/** In order: what stands before the rows, the rows as they came, what stands after them. */
export function decodeFacts(text: string): LaidOut[] {
  const facts = text.split('\n').slice(0, -1).map(decodeFact);
  return places.flatMap((place) => facts.filter((fact) => fact.place === place));
}

function decodeFact(text: string): LaidOut {
  const [line, place, type = '', at, precision, actor = '', ...others] = text.split('\t');
  const [centre = '', correlation = '', identity = '', data = ''] = others;
  return {
    line: Number(line),
    place: places.find((known) => known === place) ?? 'row',
    type,
    at: Number(at),
    precision: precision === 'day' ? 'day' : 'instant',
    actor,
    centre,
    correlation,
    identity,
    data,
  };
}

/**
 * The facts of a case whose id an earlier one has, with what is to be said of them.
 *
 * Under one key the ledger keeps one fact. Rows without an id may be equal: two equal things may have happened.
 */
export function repeated(facts: readonly LaidOut[]): ReadonlyMap<LaidOut, string> {
  const firsts = new Map<string, LaidOut>();
  const surplus = new Map<LaidOut, string>();
  for (const fact of facts) {
    if (!fact.identity.startsWith('id:')) continue;
    const first = firsts.get(identityOf(fact));
    if (first === undefined) firsts.set(identityOf(fact), fact);
    else surplus.set(fact, whySurplus(first, fact));
  }
  return surplus;
}

function whySurplus(first: LaidOut, fact: LaidOut): string {
  const isEqual =
    first.at === fact.at &&
    first.precision === fact.precision &&
    first.actor === fact.actor &&
    first.centre === fact.centre &&
    first.correlation === fact.correlation &&
    first.data === fact.data;
  if (isEqual) return `repeats line ${first.line}: recorded once`;
  return `has the id of line ${first.line} and says something else: the first is recorded`;
}
