/**
 * The demo: a ledger with something to look at.
 *
 * It drives the ledger's own clock, so entries look recorded when they happened. The same seed, size
 * and last day give the same events, salts and keys, and so the same root.
 */
import { dayOf, plusDays } from '../domain/time/date.ts';
import { hoChiMinh, localDateOf } from '../domain/time/zone.ts';
import { type Instant, millisecondsOf } from '../domain/units.ts';
import type { Random } from '../ledger/key-ring.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { bytesFrom } from './chance.ts';
import type { Planting } from './plants.ts';
import { sittingRecorder } from './recording.ts';
import type { DemoOptions } from './scene.ts';
import { scenesFor } from './scenes.ts';
import { type Sitting, sittings } from './sittings.ts';
import { sourcesOf } from './sources.ts';

export type { DemoOptions } from './scene.ts';

/** What makes the size of a demo. */
export type DemoSize = Pick<DemoOptions, 'days' | 'perDay'>;

/** Three months, and some 2,000 dossiers in five centres: about 60,000 events. */
export const demoSize: DemoSize = { days: 92, perDay: 6 };

/** From the smallest demo that has some days to it to the largest that is measured. */
export const demoEvents = { least: 5_000, most: 10_000_000 } as const;

/** As many dossiers of one centre on an ordinary day as there can well be. */
const perDayMost = 200;

/** Events of a demo, counted: of what is there before it begins, of a day, and of a day for each dossier of a centre. */
const measured = { before: 1_700, perDay: 172, perDossier: 80 } as const;

/**
 * A demo of about so many events, give or take a tenth, and a fifth where it has but some days: three
 * months with more dossiers a day, then more days; of fewer events, fewer days.
 *
 * @throws RangeError unless `events` is a whole number within `demoEvents`.
 */
export function demoSizeFor(events: number): DemoSize {
  const { least, most } = demoEvents;
  if (!Number.isInteger(events) || events < least || events > most) {
    throw new RangeError(`a demo has from ${least} to ${most} events, not ${events}`);
  }
  const rest = events - measured.before;
  const perDay = (rest / demoSize.days - measured.perDay) / measured.perDossier;
  if (perDay >= 1 && perDay <= perDayMost) return { days: demoSize.days, perDay };
  const fixed = perDay < 1 ? 1 : perDayMost;
  const ofDay = measured.perDay + measured.perDossier * fixed;
  return { days: Math.max(1, Math.round(rest / ofDay)), perDay: fixed };
}

/** A clock that shows what it was last set to, and bytes from a seed. */
export type DemoWorld = {
  readonly now: () => Date;
  readonly random: Random;
  readonly setClock: (instant: Instant) => void;
};

export function demoWorld(seed: string): DemoWorld {
  let clock = new Date(0);
  return {
    now: () => clock,
    random: bytesFrom(`salts and keys ${seed}`),
    setClock: (instant) => {
      clock = new Date(millisecondsOf(instant));
    },
  };
}

/**
 * Fills an empty ledger, one sitting after another: memory does not grow with its size.
 *
 * @param world whose clock and bytes the ledger was opened with.
 * @param planting told of each breach that is made on purpose.
 * @param onProgress told how many days of how many are over.
 * @returns how many events it has then.
 * @throws Error if somebody else writes to it, or the demo says what cannot be true.
 */
export async function fillDemo(
  ledger: Ledger,
  { setClock }: DemoWorld,
  options: DemoOptions,
  onProgress: (done: number, total: number) => void = () => {},
  planting: Planting = () => {},
): Promise<number> {
  const record = sittingRecorder(ledger);
  let events = 0;
  for (const { end, facts } of sittingsOf(options, planting)) {
    setClock(end);
    await record(facts);
    events += facts.length;
    onProgress(
      options.days - (dayOf(options.until) - dayOf(localDateOf(end, hoChiMinh))),
      options.days,
    );
  }
  return events;
}

/** Everything that a demo of these options records, in order. */
export function sittingsOf(
  options: DemoOptions,
  planting: Planting = () => {},
): Generator<Sitting> {
  const { until, days } = options;
  return sittings(
    sourcesOf(scenesFor(options, planting)),
    plusDays(until, -days),
    until,
    hoChiMinh,
  );
}
