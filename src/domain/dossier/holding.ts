/**
 * Who has a dossier at each moment, so that nobody is blamed for another's delay.
 *
 * Two things decide it. Where it lies: at the counter from its reception, with the post while that
 * carries it, at the agency or another one once it is passed on. And who is waited for: while the
 * applicant or another agency was asked for something and has not answered, the time is theirs, wherever
 * the papers lie. Of several that are waited for the applicant comes first.
 *
 * Work by the agency shows that it is there, where no transfer is on record. What an agency verifies
 * itself is its own time. An agency that came after the one that solves it is not another one: it has
 * what that had.
 */
import type { Entry } from '../entry.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { ofType, type Timeline } from '../timeline.ts';
import type { Instant } from '../units.ts';
import { isAnswer, questionOf } from './causes.ts';
import type { DossierEvent, DossierEventOf } from './vocabulary.ts';

/** The agency is the one that solves it. */
export const parties = ['counter', 'agency', 'other-agency', 'applicant', 'post'] as const;
export type Party = (typeof parties)[number];

export type Holder = {
  readonly party: Party;
  /** Null: the record does not say, or it is the applicant. */
  readonly unit: string | null;
};

/** From when on somebody has it; until the next. `holder` is null where it has ended. */
export type Hop = { readonly from: Instant; readonly holder: Holder | null };

type Asked = {
  readonly type: DossierEvent['type'];
  readonly reference: string | null;
  readonly of: Holder;
};

type Holding = {
  /** Where it lies; null: it has ended. */
  readonly place: Holder | null;
  /** The result was returned: what is written afterwards brings it back nowhere. */
  readonly isOver: boolean;
  readonly asked: readonly Asked[];
};

/** The unit that received a dossier, the one that solves it, and those that had come after that. */
type Units = {
  readonly receiving: string | null;
  readonly solving: string | null;
  readonly heirs: ReadonlySet<string>;
};

/** The agencies that had come after that of a code at an instant (`regulations/succession.ts`). */
export type HeirsAt = (code: string, at: Instant) => ReadonlySet<string>;

const nobody: ReadonlySet<string> = new Set();

/**
 * In order, from the first reception on; none where nothing was received. No two follow each other that are alike.
 *
 * @param heirsAt left out: no agency came after another.
 */
export function hopsIn(
  timeline: Timeline<DossierEvent>,
  heirsAt: HeirsAt = () => nobody,
): readonly Hop[] {
  const [reception] = ofType(timeline, 'DossierReceived');
  if (reception === undefined) return [];
  const received = unitsIn(timeline, reception);
  const { solving } = received;
  let holding: Holding = { place: receivedAt(reception, received), isOver: false, asked: [] };
  const hops: Hop[] = [{ from: reception.occurredAt, holder: holding.place }];
  for (const entry of timeline.slice(timeline.indexOf(reception) + 1)) {
    const heirs = solving === null ? nobody : heirsAt(solving, entry.occurredAt);
    holding = after(holding, entry, { ...received, heirs });
    const { occurredAt: from } = entry;
    const holder = holderIn(holding);
    if (isSame(hops.at(-1)?.holder ?? null, holder)) continue;
    if (hops.at(-1)?.from === from) hops.pop();
    if (hops.length === 0 || !isSame(hops.at(-1)?.holder ?? null, holder)) {
      hops.push({ from, holder });
    }
  }
  return hops;
}

/** Who had it at an instant; null: nobody yet, or no more. */
export function holderAt(hops: readonly Hop[], instant: Instant): Holder | null {
  return hops.findLast(({ from }) => from <= instant)?.holder ?? null;
}

export type TimeByParty = Readonly<Record<Party, number>>;

/**
 * How long each party had it between two instants, in minutes of working time, to the nearest.
 *
 * @throws RangeError outside the years in which working time is counted.
 */
export function timeByParty(
  hops: readonly Hop[],
  from: Instant,
  until: Instant,
  workingTime: WorkingTime,
): TimeByParty {
  const sums = { counter: 0, agency: 0, 'other-agency': 0, applicant: 0, post: 0 };
  for (const [place, { from: began, holder }] of hops.entries()) {
    const start = began > from ? began : from;
    const next = hops[place + 1]?.from ?? until;
    const end = next < until ? next : until;
    if (holder !== null && start < end) {
      sums[holder.party] += workingTime.minutesBetween(start, end);
    }
  }
  return {
    counter: Math.round(sums.counter),
    agency: Math.round(sums.agency),
    'other-agency': Math.round(sums['other-agency']),
    applicant: Math.round(sums.applicant),
    post: Math.round(sums.post),
  };
}

function unitsIn(
  timeline: Timeline<DossierEvent>,
  { data }: Entry<DossierEventOf<'DossierReceived'>>,
): Units {
  const [submission] = ofType(timeline, 'DossierSubmitted');
  const [transfer] = ofType(timeline, 'DossierTransferred');
  const passedTo = transfer?.data.to === data.receivingUnit ? null : transfer?.data.to;
  return {
    receiving: data.receivingUnit,
    solving: data.solvingUnit ?? submission?.data.solvingUnit ?? passedTo ?? null,
    heirs: nobody,
  };
}

function isSolving(unit: string | null, { solving, heirs }: Units): boolean {
  return unit !== null && (unit === solving || heirs.has(unit));
}

function receivedAt(
  { data }: Entry<DossierEventOf<'DossierReceived'>>,
  { receiving, solving }: Units,
): Holder {
  if (data.place === 'agency-office') return { party: 'agency', unit: solving ?? receiving };
  return { party: 'counter', unit: receiving };
}

function after(holding: Holding, event: DossierEvent, units: Units): Holding {
  if (holding.isOver) return holding;
  const { type } = event;
  if (type === 'ResultReturned') return { place: null, isOver: true, asked: [] };
  if (type === 'DossierReturned' || type === 'DossierStopped' || type === 'DossierWithdrawn') {
    return { place: null, isOver: false, asked: [] };
  }
  if (type === 'DossierDecided') return { ...holding, place: worked(holding, units), asked: [] };
  return {
    ...holding,
    place: placeAfter(holding, event, units),
    asked: askedAfter(holding.asked, event, units),
  };
}

function placeAfter(holding: Holding, event: DossierEvent, units: Units): Holder | null {
  const { type, data } = event;
  if (type === 'DossierTransferred') {
    return data.carrier === null
      ? partyOf(data.to ?? units.solving, units)
      : { party: 'post', unit: data.carrier };
  }
  if (type === 'CourierHandedOver') return { party: 'post', unit: data.courier };
  if (type === 'TransferAcknowledged' || type === 'CourierReceived') {
    return partyOf(data.unit ?? units.solving, units);
  }
  if (type === 'ResultHandedOver') return { party: 'counter', unit: units.receiving };
  if (type === 'StepStarted' || type === 'StepCompleted') {
    const { unit } = data;
    if (unit !== null && (unit === units.receiving || isSolving(unit, units))) {
      return partyOf(unit, units);
    }
    return worked(holding, units, unit);
  }
  if (type === 'ConsultationAsked' || type === 'VerificationRequested') {
    return worked(holding, units);
  }
  return holding.place;
}

/** Whoever works on it has it: an agency, if it was on its way there or back by the record. */
function worked({ place }: Holding, { solving }: Units, unit: string | null = null): Holder {
  if (place !== null && place.party !== 'counter' && place.party !== 'post') return place;
  return { party: 'agency', unit: unit ?? solving };
}

/** A unit that is both is the agency's: its own section received it. */
function partyOf(unit: string | null, units: Units): Holder {
  if (unit === null || isSolving(unit, units)) return { party: 'agency', unit };
  if (unit === units.receiving) return { party: 'counter', unit };
  return { party: units.solving === null ? 'agency' : 'other-agency', unit };
}

function askedAfter(asked: readonly Asked[], event: DossierEvent, units: Units): readonly Asked[] {
  const of = askedOf(event, units);
  if (of !== null) return [...asked, { type: event.type, reference: referenceOf(event), of }];
  if (!isAnswer(event)) return asked;
  const question = questionOf[event.type];
  const reference = referenceOf(event);
  const answered = asked.find(
    (one) =>
      one.type === question &&
      (one.reference === null || reference === null || one.reference === reference),
  );
  return answered === undefined ? asked : asked.filter((one) => one !== answered);
}

/** Who is waited for after `event`; null: nobody, or nobody else. */
function askedOf({ type, data }: DossierEvent, units: Units): Holder | null {
  if (type === 'SupplementRequested' || type === 'FinancialDutyAsked') {
    return { party: 'applicant', unit: null };
  }
  if (type === 'ConsultationAsked') return { party: 'other-agency', unit: data.unit };
  if (type === 'PaperAsked') return { party: 'other-agency', unit: data.from };
  if (type === 'VerificationRequested' && data.unit !== null && !isSolving(data.unit, units)) {
    return { party: 'other-agency', unit: data.unit };
  }
  return null;
}

function referenceOf({ data }: DossierEvent): string | null {
  return 'reference' in data ? data.reference : null;
}

function holderIn({ place, asked }: Holding): Holder | null {
  if (place === null) return null;
  return (asked.find(({ of }) => of.party === 'applicant') ?? asked[0])?.of ?? place;
}

function isSame(a: Holder | null, b: Holder | null): boolean {
  if (a === null || b === null) return a === b;
  return a.party === b.party && a.unit === b.unit;
}
