/** Which case a row belongs to: rows of one case may stand anywhere in a file. */
import type { CompiledRecord } from './compile.ts';
import type { Remark } from './dates.ts';
import type { Values } from './raw-record.ts';
import type { CaseState, Scratch } from './scratch.ts';

export type Case = {
  /** In the scratch file. */
  readonly number: number;
  /** This is its first row. */
  readonly isNew: boolean;
};

/** Cases remembered between two of their rows; those of most logs stand close together. */
const casesKept = 20_000;

/** Between the values of the columns of a case: no value of a CSV that anyone reads has it. */
const separator = '\u001F';

/**
 * @param kind of record, by its number: two kinds may have a case of one name.
 * @param names of the columns.
 * @returns finds the case of a row, or adds it; throws RowRefused for a row that does not say.
 */
export function caseFinder(
  record: CompiledRecord,
  kind: number,
  names: readonly string[],
  scratch: Scratch,
): (values: Values, remark: Remark) => Case {
  const { keyColumns, caseColumns } = record;
  const compared = [...new Set([...keyColumns, ...caseColumns])];
  const known = new Map<string, CaseState>();
  /** The case of the row before, and what that row said, if it said of its case what counts. */
  let last: { readonly number: number; readonly values: Values } | undefined;

  function remember(id: string, state: CaseState): void {
    if (known.has(id)) return;
    if (known.size >= casesKept) known.clear();
    known.set(Buffer.from(id).toString(), state); // a copy: the id may be a slice that keeps a whole page
  }

  function differing(first: Values, values: Values): string {
    const wrong = caseColumns
      .filter((at, place) => values[at] !== first[place])
      .map((at) => names[at]);
    return `${wrong.join(', ')}: not as in the first row of its case, which counts`;
  }

  return (values, remark) => {
    const before = last;
    if (before !== undefined && compared.every((at) => values[at] === before.values[at])) {
      return { number: before.number, isNew: false };
    }
    const id = `${kind}/${record.caseOf(values, remark)}`;
    const stated = caseColumns.map((at) => values[at]).join(separator);
    const found = known.get(id) ?? scratch.findCase(id);
    const state = found ?? scratch.addCase(id, record.streamOf(values, remark), stated);
    remember(id, state);
    if (state.stated === stated) last = { number: state.number, values };
    else remark(differing(state.stated.split(separator), values));
    return { number: state.number, isNew: found === undefined };
  };
}
