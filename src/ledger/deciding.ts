/** Whether a fact is coherent with its stream: the part of recording that HTTP and import share. */
import { inOrder } from '../domain/chronology.ts';
import type { AnyEvent, Entry, Proposal } from '../domain/entry.ts';
import { type Family, homeOf } from '../domain/family.ts';
import { partsOf } from '../domain/stream.ts';
import { standing, withdrawal } from '../domain/timeline.ts';
import type { CentreCode, EventId, Instant } from '../domain/units.ts';

/** Refused in every family, in this order and before its own reasons. What the person reads: what is wrong, and what to do. */
export const entryRefusals = {
  'entry/key-reused':
    'Something else has been recorded under this idempotency key. Send a new fact with a new key; send this one as it was sent first.',
  'entry/stale-revision':
    'The record has changed since it was read. Read it again, and decide again.',
  'entry/no-centre':
    'It is not known at which centre this happened: name the centre in the first entry of a record.',
  'entry/unknown-centre': 'No centre of this ledger has that code. The list is at /v1/centres.',
  'entry/other-centre':
    'This record belongs to another centre than the one named, or to one that you may not write for. Leave the centre out, or ask a person of that centre.',
  'entry/in-the-future':
    "It is said to have happened later than now by the ledger's clock. Check the time and its offset from UTC.",
  'entry/unknown':
    'The entry to be corrected is not on this record. Its trail lists the ids of its entries.',
  'entry/not-standing':
    'The entry to be corrected no longer stands: it has been corrected or withdrawn. Correct the entry that stands in its place.',
  'entry/nothing-withdrawn': 'A withdrawal says in "corrects" which entry it withdraws.',
} as const;

export type EntryRefusal = keyof typeof entryRefusals;

/** A fact as it is proposed: what happened, and what is stated of it. */
export type Fact = Omit<Proposal<AnyEvent>, 'centre'> & {
  readonly id: EventId;
  /** Null: where the record it belongs to is kept, or else where its first entry was made. */
  readonly centre: CentreCode | null;
};

export type Refusal = { readonly because: string; readonly says: string };

/** What must hold of a fact beside what its family says. */
export type Circumstances = {
  readonly now: Instant;
  readonly isCentre: (code: string) => boolean;
  readonly mayWriteFor: (code: string) => boolean;
};

/**
 * Decides on one fact after another, each in the light of those before it.
 *
 * A correction is checked against what stood before the entry it corrects; later entries that no
 * longer fit become findings.
 */
export function decideAll(
  family: Family,
  stream: string,
  entries: readonly Entry<AnyEvent>[],
  facts: readonly Fact[],
  circumstances: Circumstances,
): { readonly proposals: Proposal<AnyEvent>[] } | (Refusal & { readonly at: number }) {
  const { decider, opens } = family;
  const key = partsOf(stream, Object.keys(family.key));
  const known = [...entries];
  const proposals: Proposal<AnyEvent>[] = [];
  let folded = foldOf(decider, known);
  let home = homeOf(family, known);
  for (const [at, fact] of facts.entries()) {
    const centre = fact.centre ?? home ?? known[0]?.centre ?? null;
    const because = whyNot(fact, { centre, home }, known, circumstances);
    if (because !== null) return { at, because, says: entryRefusals[because] };
    if (centre === null) throw new TypeError('a fact without a centre has been refused');

    const { id, ...stated } = fact;
    const proposal = { ...stated, centre };
    const elsewhere = key && family.misplaced(proposal, key, known.length === 0);
    if (elsewhere !== null) return refusalOf(decider, elsewhere, at);
    const { state } = fact.corrects === null ? folded : foldOf(decider, stoodBefore(fact, known));
    const decision = decider.decide(proposal, state);
    if (decision.kind === 'refused') return refusalOf(decider, decision.because, at);
    proposals.push(proposal);
    known.push(asEntry(proposal, id, known.length, circumstances.now));
    folded = extended(decider, folded, proposal) ?? foldOf(decider, known);
    if (fact.corrects !== null || opens.includes(fact.type)) home = homeOf(family, known);
  }
  return { proposals };
}

function refusalOf({ refusals }: Family['decider'], because: string, at: number) {
  return { at, because, says: refusals[because] ?? '' };
}

/** A state, and the latest time stated in it: what happens from then on can be added to it. */
type Folded = { readonly state: unknown; readonly until: Instant | null };

function foldOf(
  { initial, evolve }: Family['decider'],
  entries: readonly Entry<AnyEvent>[],
): Folded {
  const past = inOrder(standing(entries));
  const state = past.reduce<unknown>((folded, entry) => evolve(folded, entry), initial);
  const until = past.reduce<Instant | null>(
    (latest, { occurredAt }) => (latest === null || occurredAt > latest ? occurredAt : latest),
    null,
  );
  return { state, until };
}

/** Null where the proposal does not simply come last. */
function extended(
  { evolve }: Family['decider'],
  { state, until }: Folded,
  proposal: Proposal<AnyEvent>,
): Folded | null {
  const { corrects, occurredAt } = proposal;
  if (corrects !== null || (until !== null && occurredAt < until)) return null;
  return { state: evolve(state, proposal), until: occurredAt };
}

function whyNot(
  fact: Fact,
  { centre, home }: { readonly centre: CentreCode | null; readonly home: CentreCode | null },
  known: readonly Entry<AnyEvent>[],
  { now, isCentre, mayWriteFor }: Circumstances,
): EntryRefusal | null {
  const isImport = fact.recordedVia.mode === 'import'; // keeps what it tells
  const corrected =
    fact.corrects === null ? undefined : known.find(({ id }) => id === fact.corrects);
  if (centre === null) return 'entry/no-centre';
  if (!isCentre(centre)) return 'entry/unknown-centre';
  const owner = home ?? corrected?.centre ?? centre; // on a record that nobody keeps, to each their own entries
  if (!mayWriteFor(centre) || !mayWriteFor(owner)) return 'entry/other-centre';
  if (!isImport && home !== null && centre !== home) return 'entry/other-centre';
  if (!isImport && fact.occurredAt > now) return 'entry/in-the-future';
  if (fact.corrects !== null) {
    if (corrected === undefined) return 'entry/unknown';
    if (!canBeCorrected(fact.corrects, known)) return 'entry/not-standing';
  } else if (fact.type === withdrawal) {
    return 'entry/nothing-withdrawn';
  }
  return null;
}

/** What stands can be corrected; so can a withdrawal, which is how an entry withdrawn by mistake comes back. */
function canBeCorrected(id: EventId, known: readonly Entry<AnyEvent>[]): boolean {
  if (standing(known).some((entry) => entry.id === id)) return true;
  const named = known.find((entry) => entry.id === id);
  return named?.type === withdrawal && known.every(({ corrects }) => corrects !== id);
}

/** What stood before the entry that `fact` corrects. */
function stoodBefore(fact: Fact, known: readonly Entry<AnyEvent>[]): Entry<AnyEvent>[] {
  const all = standing(known);
  const place = all.findIndex(({ id }) => id === fact.corrects);
  return place === -1 ? all : all.slice(0, place);
}

/** A fact of the same request, as the next one sees it. */
function asEntry(
  proposal: Proposal<AnyEvent>,
  id: EventId,
  revision: number,
  recordedAt: Instant,
): Entry<AnyEvent> {
  return {
    ...proposal,
    id,
    stream: '',
    revision,
    index: notYet + BigInt(revision),
    recordedAt,
    request: null,
  };
}

/** After every index that there is. */
const notYet = 1n << 62n;
