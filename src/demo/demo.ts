/**
 * The demo: a ledger with something to look at.
 *
 * It drives the ledger's own clock, so entries look recorded when they happened. The same seed and
 * last day give the same events, salts and keys, and so the same root.
 */

import { dossier } from '../domain/dossier/vocabulary.ts';
import { referenceWorkingTime } from '../domain/regulations/reference-time.ts';
import { plusDays } from '../domain/time/date.ts';
import { hoChiMinh, startOfDay } from '../domain/time/zone.ts';
import {
  ActorId,
  type CalendarDate,
  CentreCode,
  type EventId,
  type Instant,
  instantAt,
  millisecondsOf,
} from '../domain/units.ts';
import type { Definition } from '../domain/vocabulary.ts';
import type { Random } from '../ledger/key-ring.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { dossierLife, type Scheduled } from './dossier-life.ts';
import { offices } from './people.ts';

export type DemoOptions = {
  readonly seed: string;
  /** The last day on which anything is recorded. */
  readonly until: CalendarDate;
  /** Days back from there on which the first dossier comes. */
  readonly days: number;
  /** Dossiers on an ordinary day; Mondays are busier and Fridays quieter. */
  readonly perDay: number;
};

const definitions = new Map<string, Definition>(Object.entries(dossier));

export const demoSize = { days: 56, perDay: 8 } as const;

/** A clock that shows what it was last set to. */
export type DemoWorld = {
  readonly now: () => Date;
  readonly random: Random;
  readonly setClock: (instant: Instant) => void;
  readonly chance: Chance;
};

export function demoWorld(seed: string): DemoWorld {
  const chance = chanceFrom(`events ${seed}`);
  const { bytes } = chanceFrom(`salts and keys ${seed}`);
  let clock = new Date(0);
  return {
    now: () => clock,
    random: bytes,
    chance,
    setClock: (instant) => {
      clock = new Date(millisecondsOf(instant));
    },
  };
}

/** Fills an empty ledger. @returns how many events it has then. */
export async function fillDemo(
  ledger: Ledger,
  { chance, setClock }: DemoWorld,
  options: DemoOptions,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<number> {
  const facts = schedule(options, chance);
  const ids = new Map<string, EventId>();
  for (const [done, fact] of facts.entries()) {
    setClock(fact.recordedAt);
    const id = await recordFact(ledger, fact, ids, done);
    ids.set(`${fact.code} ${fact.type}`, id);
    onProgress(done + 1, facts.length);
  }
  return facts.length;
}

/** Everything that is recorded up to the end of the last day, in the order in which it is recorded. */
function schedule({ until, days, perDay }: DemoOptions, chance: Chance): Scheduled[] {
  const time = referenceWorkingTime('Asia/Ho_Chi_Minh', 'vietnam');
  const end = startOfDay(plusDays(until, 1), hoChiMinh);
  const facts: Scheduled[] = [];
  for (let back = days; back >= 0; back -= 1) {
    const day = plusDays(until, -back);
    const opening = time.openingOf(day);
    if (opening === null) continue;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const count = Math.round(
      perDay * (weekday === 1 ? 1.6 : weekday === 5 ? 0.6 : 1) * (0.7 + 0.6 * chance.fraction()),
    );
    for (let number = 1; number <= count; number += 1) {
      const office = chance.pick(offices);
      const at = instantAt(millisecondsOf(time.addMinutes(opening, chance.between(5, 460))));
      const code = `${office.agency}-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`;
      facts.push(
        ...dossierLife(
          { code, office, procedure: chance.pick(office.procedures), at },
          chance,
          time,
        ),
      );
    }
  }
  return facts
    .filter(({ recordedAt }) => recordedAt < end)
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : Number(a.recordedAt > b.recordedAt)));
}

async function recordFact(
  ledger: Ledger,
  fact: Scheduled,
  ids: ReadonlyMap<string, EventId>,
  number: number,
): Promise<EventId> {
  const { code, type, occurredAt, actor } = fact;
  const data = definitions.get(type)?.latest.parse(fact.data);
  if (data === undefined) throw new TypeError(`no event ${type}`);
  const recorded = await ledger.record({
    stream: `dossier-${code}`,
    key: `demo-${number}`,
    digest: ledger.digestOf(JSON.stringify(fact)),
    expectedRevision: null,
    mayWriteFor: () => true,
    facts: [
      {
        type,
        data,
        occurredAt,
        precision: 'instant',
        actor: ActorId.parse(actor),
        centre: CentreCode.parse('reference'),
        recordedVia: { mode: 'live' },
        corrects: fact.corrects === null ? null : (ids.get(`${code} ${fact.corrects}`) ?? null),
        causation: null,
        correlation: null,
      },
    ],
  });
  const [id] = recorded.kind === 'recorded' ? recorded.ids : [];
  if (id === undefined)
    throw new Error(
      `the demo made a fact that was ${JSON.stringify(recorded)}: ${type} of ${code}`,
    );
  return id;
}
