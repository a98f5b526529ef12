/** The life of one record of a demo as it is made up: one thing after another, in working time. */
import type { WorkingTime } from '../domain/time/working-time.ts';
import {
  ActorId,
  type CalendarDate,
  type CentreCode,
  type Instant,
  instantAt,
} from '../domain/units.ts';
import type { Vocabulary } from '../domain/vocabulary.ts';
import type { Chance } from './chance.ts';
import type { Planned } from './planned.ts';

export type Life<Words extends Vocabulary> = {
  readonly facts: readonly Planned[];
  /** Where the life has got to, in milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly instant: () => Instant;
  readonly today: () => CalendarDate;
  /** Some minutes of working time pass, and never less than a counter needs. */
  readonly after: (minutes: number) => void;
  /** Nothing more happens before then. */
  readonly notBefore: (ms: number) => void;
  /** It happens now, and is entered within some minutes; never before what was entered last. */
  readonly happens: <Type extends keyof Words & string>(
    type: Type,
    actor: string,
    data: Words[Type]['example'],
    entry?: Entering,
  ) => void;
  /** The last entry of this type is corrected: it is said to have happened at another time, and all else stays. */
  readonly redates: (type: keyof Words & string, actor: string, to: Redating) => void;
  /** The last entry of `type` is corrected into what the last one of `other` says: another fact than it was. */
  readonly turnsInto: (
    type: keyof Words & string,
    other: keyof Words & string,
    actor: string,
    to: Redating,
  ) => void;
};

/** Both in milliseconds since 1970 UTC. */
export type Redating = { readonly at: number; readonly enteredAt: number };

/** How something is entered, where that is not as it happens. */
export type Entering = {
  /** When it is said to have happened, where that is not now. */
  readonly at?: number;
  /** When it is entered, by the ledger's clock. */
  readonly enteredAt?: number;
  /** Corrects the last entry of this type that was entered in an earlier sitting. */
  readonly corrects?: string;
};

const leastMinutes = 4;

export type Begins = {
  readonly stream: string;
  readonly centre: CentreCode;
  readonly time: WorkingTime;
  readonly chance: Chance;
  /** In milliseconds since 1970 UTC. */
  readonly at: number;
};

/** @param _words of the record, for their types alone. */
export function lifeOf<Words extends Vocabulary>(
  _words: Words,
  { stream, centre, time, chance, at }: Begins,
): Life<Words> {
  const facts: Planned[] = [];
  let now = at;
  let entered = 0;

  return {
    facts,
    now: () => now,
    instant: () => instantAt(now),
    today: () => time.dateAt(instantAt(now)),
    after(minutes) {
      now = time.addMinutesMs(now, Math.max(leastMinutes, Math.round(minutes)));
    },
    notBefore(ms) {
      now = Math.max(now, ms);
    },
    happens: tell,
    redates(type, actor, { at: to, enteredAt }) {
      const last = facts.findLast((fact) => fact.type === type);
      if (last !== undefined) tell(type, actor, last.data, { at: to, enteredAt, corrects: type });
    },
    turnsInto(type, other, actor, { at: to, enteredAt }) {
      const last = facts.findLast((fact) => fact.type === other);
      if (last !== undefined) tell(other, actor, last.data, { at: to, enteredAt, corrects: type });
    },
  };

  function tell(type: string, actor: string, data: Planned['data'], entry: Entering = {}): void {
    const happened = entry.at ?? now;
    const isAside = entry.at !== undefined || entry.enteredAt !== undefined;
    const atOnce = happened + chance.between(0, 4 * 60) * 1_000;
    const enteredAt = isAside
      ? Math.max(entry.enteredAt ?? atOnce, happened)
      : Math.max(entered, atOnce);
    if (!isAside) entered = enteredAt;
    facts.push({
      stream,
      centre,
      actor: actorOf(actor),
      type,
      data,
      occurredAt: instantAt(happened),
      enteredAt: instantAt(enteredAt),
      corrects: entry.corrects ?? null,
      outage: null,
    });
  }
}

const actors = new Map<string, ActorId>();

function actorOf(name: string): ActorId {
  const known = actors.get(name);
  if (known !== undefined) return known;
  const actor = ActorId.parse(name);
  actors.set(name, actor);
  return actor;
}
