/**
 * Measuring: repetitions of several works in turn, so that a busy moment of the machine falls on all
 * of them alike, and what is made of the figures.
 */

/** What the design asks for, as a ratio to the yardstick or, where there is none, as a bound. */
export type Target = {
  /** `ratio`: at least so much of the yardstick. `under`: less than so much, in the unit of the row. */
  readonly kind: 'ratio' | 'under';
  readonly atLeast: number | null;
  readonly aim: number;
};

export type Row = {
  readonly name: string;
  /** Median over the repetitions. */
  readonly value: number;
  readonly unit: string;
  /** Median of what it is compared with, in the same unit; null: nothing. */
  readonly yardstick: number | null;
  /** What the yardstick is. */
  readonly against: string | null;
  readonly ratio: number | null;
  readonly min: number;
  readonly max: number;
  readonly repetitions: number;
  readonly target: Target | null;
};

/** One repetition. @returns its figure, in the unit of the row. */
export type Work = () => number | Promise<number>;

/**
 * Figures by work: once each to warm up, which is not counted, and then `repetitions` rounds, each
 * of which starts one work later than the one before.
 */
export async function inTurn<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  repetitions: number,
  { warmUp = true } = {},
): Promise<Record<Name, number[]>> {
  const names = namesOf(works);
  const figures = new Map<Name, number[]>(names.map((name) => [name, []]));
  if (warmUp) for (const name of names) await works[name]();
  for (let round = 0; round < repetitions; round += 1) {
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      figures.get(name)?.push(await works[name]());
    }
  }
  return recordOf(names, (name) => figures.get(name) ?? []);
}

function namesOf<Name extends string>(works: Readonly<Record<Name, Work>>): Name[] {
  return Object.keys(works).filter((name): name is Name => Object.hasOwn(works, name));
}

function recordOf<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name) => Value,
): Record<Name, Value> {
  const empty: Partial<Record<Name, Value>> = {};
  for (const name of names) empty[name] = value(name);
  if (isWhole(empty, names)) return empty;
  throw new TypeError('a work has no figures');
}

function isWhole<Name extends string, Value>(
  record: Partial<Record<Name, Value>>,
  names: readonly Name[],
): record is Record<Name, Value> {
  return names.every((name) => Object.hasOwn(record, name));
}

export function rowOf(
  name: string,
  unit: string,
  figures: readonly number[],
  compared: {
    readonly against?: string;
    readonly yardstick?: readonly number[];
    readonly target?: Target;
  } = {},
): Row {
  const { against, yardstick, target } = compared;
  const value = median(figures);
  const other = yardstick === undefined ? null : median(yardstick);
  return {
    name,
    value,
    unit,
    yardstick: other,
    against: against ?? null,
    ratio: other === null ? null : value / other,
    min: Math.min(...figures),
    max: Math.max(...figures),
    repetitions: figures.length,
    target: target ?? null,
  };
}

/** At least so much of the yardstick. */
export function ratio(atLeast: number, aim: number): Target {
  return { kind: 'ratio', atLeast, aim };
}

/** Less than so much. */
export function under(aim: number, atLeast: number | null = null): Target {
  return { kind: 'under', atLeast, aim };
}

export type Met = 'aim' | 'at least' | 'missed';

/** Null where nothing was asked for. */
export function metBy({ value, ratio: of, target }: Row): Met | null {
  if (target === null) return null;
  const meets = (bound: number) =>
    target.kind === 'under' ? value < bound : of !== null && of >= bound;
  if (meets(target.aim)) return 'aim';
  return target.atLeast !== null && meets(target.atLeast) ? 'at least' : 'missed';
}

/** @throws RangeError for no figures. */
export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5);
}

/** By interpolation between the two nearest. @throws RangeError for no figures. */
export function quantile(figures: readonly number[], part: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) throw new RangeError('there are no figures');
  return below + (above - below) * (place - Math.floor(place));
}

/** How many a second, `count` of them done by `work`. */
export async function perSecond(count: number, work: () => void | Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (count / (performance.now() - started)) * 1_000;
}
