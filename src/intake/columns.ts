/** The columns that a mapping reads, each with its place among the values of a row. */
import type { Mapping } from './mapping.ts';
import type { Columns } from './raw-record.ts';

/** Gives each column that is asked for a place among the values of a row. */
export function columnsOf({ optionalColumns }: Mapping) {
  const places = new Map<string, string>();
  const numbers = new Map<string, number>();
  let collected: Set<number> | undefined;
  return {
    ask: (name: string, place: string): number => {
      if (!places.has(name)) places.set(name, place);
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      collected?.add(number);
      return number;
    },
    /** Runs `work`, and puts the columns that it asks for into `into`. */
    collecting<Result>(into: Set<number>, work: () => Result): Result {
      collected = into;
      const result = work();
      collected = undefined;
      return result;
    },
    all: (): Columns => ({
      names: [...numbers.keys()],
      places,
      optional: new Set(optionalColumns),
    }),
    mayLack: (name: string): boolean => optionalColumns.includes(name),
    nameOf: (number: number) => [...numbers.keys()][number] ?? '',
  };
}
