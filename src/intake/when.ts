/** Whether a row is meant: by a column that is filled in, or has one of some words. */
import type { Compiling } from './expression.ts';
import type { When } from './mapping-values.ts';
import type { Values } from './raw-record.ts';
import { foldedWord } from './words.ts';

type Condition = NonNullable<When['all']>[number];

/** @param when without one every row is meant. */
export function compileWhen(
  when: When | undefined,
  place: string,
  compiling: Compiling,
): (values: Values) => boolean {
  const { column, is, not, all } = when ?? {};
  if (column !== undefined) return compileCondition({ column, is, not }, place, compiling);
  const conditions = (all ?? []).map((one, at) =>
    compileCondition(one, `${place}.all[${at}]`, compiling),
  );
  return (values) => conditions.every((holds) => holds(values));
}

function compileCondition(
  { column, is, not }: Condition,
  place: string,
  compiling: Compiling,
): (values: Values) => boolean {
  const at = compiling.column(column, `${place}.column`);
  if (is === undefined && not === undefined) return (values) => values[at] !== '';
  const words = wordsIn(is ?? not ?? []);
  const isMeant = is !== undefined;
  return (values) => words.has(foldedWord(values[at] ?? '')) === isMeant;
}

/** Whether no row can be meant by both: they ask for different words of one column. */
export function exclude(one: When | undefined, other: When | undefined): boolean {
  return conditionsIn(one).some((a) => conditionsIn(other).some((b) => areApart(a, b)));
}

function conditionsIn({ column, is, not, all = [] }: When = {}): readonly Condition[] {
  return column === undefined ? all : [{ column, is, not }];
}

function areApart(a: Condition, b: Condition): boolean {
  if (a.column !== b.column) return false;
  if (a.is !== undefined && b.is !== undefined) return wordsIn(a.is).isDisjointFrom(wordsIn(b.is));
  const [is, not] = [a.is ?? b.is, a.not ?? b.not];
  return is !== undefined && not !== undefined && wordsIn(is).isSubsetOf(wordsIn(not));
}

function wordsIn(words: readonly string[]): Set<string> {
  return new Set(words.map(foldedWord));
}
