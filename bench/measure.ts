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

/** One repetition, and its figure or figures. */
export type Work<Figure = number> = () => Figure | Promise<Figure>;

/**
 * Figures by work: once each to warm up, which is not counted, and then `repetitions` rounds, each
 * of which starts one work later than the one before.
 */
export async function inTurn<Name extends string, Figure = number>(
  works: Readonly<Record<Name, Work<Figure>>>,
  repetitions: number,
  { warmUp = true } = {},
): Promise<Record<Name, Figure[]>> {
  const all = Object.entries<Work<Figure>>(works);
  const figures: Record<string, Figure[]> = Object.fromEntries(all.map(([name]) => [name, []]));
  if (warmUp) for (const [, work] of all) await work();
  for (let round = 0; round < repetitions; round += 1) {
    const first = round % all.length;
    for (const [name, work] of [...all.slice(first), ...all.slice(0, first)]) {
      figures[name]?.push(await work());
    }
  }
  return figures;
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

/** The times of single calls in a repetition: rows of their p50 and p99, each a median over the repetitions. */
export function latencyRows(
  name: string,
  repetitions: readonly (readonly number[])[],
  target?: Target,
): Row[] {
  const at = (part: number) => repetitions.map((times) => quantile(times, part));
  return [
    rowOf(`${name}, p50`, 'ms', at(0.5)),
    rowOf(`${name}, p99`, 'ms', at(0.99), target === undefined ? {} : { target }),
  ];
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
