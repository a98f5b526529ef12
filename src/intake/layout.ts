/** The first pass: rows as they come, made into facts and laid out by case. */
import type { CompiledMapping } from './compile.ts';
import type { Remark } from './dates.ts';
import type { Values } from './expression.ts';
import type { LaidOut, Place } from './laid-out.ts';
import type { RawRecord } from './raw-record.ts';
import { FileRefused, RowRefused } from './refusal.ts';
import type { CaseState, Scratch } from './scratch.ts';
import type { Template } from './template.ts';

/** Cases remembered between two of their rows; those of most logs stand close together. */
const casesKept = 20_000;

/** Between the values of the columns of a case: no value of a CSV that anyone reads has it. */
const separator = '\u001F';

/** Hex digits of the digest that tells a row without an id: 128 bits. */
const identityDigits = 32;

/**
 * @param digestOf keyed digest in hex. What a row states may be personal, and its identity goes into the id of an
 *   event, which outlives an erasure: without the key nobody finds the words again by trying.
 * @throws FileRefused by `take`, for a bad row where the file stops.
 */
export function layoutOf(
  mapping: CompiledMapping,
  scratch: Scratch,
  digestOf: (text: string) => string,
) {
  const known = new Map<string, CaseState>();
  let rows = 0;
  let skipped = 0;
  /** The case of the row before, and what that row said, if it said of its case what counts. */
  let last: { readonly number: number; readonly values: Values } | undefined;

  function take(record: RawRecord): void {
    rows += 1;
    const { line } = record;
    const refused: string[] = [];
    if ('bad' in record) refused.push(record.bad);
    else takeRow(line, record.values, refused);
    if (refused.length === 0) return;
    const reason = refused.join('; ');
    if ('unended' in record) throw cutShort(line, reason);
    scratch.addNote({ line, kind: 'refused', reason });
  }

  function takeRow(line: number, values: Values, refused: string[]): void {
    const remark = (reason: string) => scratch.addNote({ line, kind: 'warning', reason });
    const caseNumber = attempt(() => caseOf(values, line, remark, refused), refused);
    if (caseNumber === undefined) return;
    const made: LaidOut[] = [];
    const before = refused.length;
    for (const template of mapping.perRow) {
      const fact = attempt(() => laidOut(template, 'row', line, values, remark), refused);
      if (fact !== undefined) made.push({ ...fact, identity: withoutWords(fact.identity) });
    }
    if (refused.length > before) return; // the facts of a row stand together
    if (made.length === 0 && mapping.perRow.length > 0) skipped += 1;
    for (const fact of made) scratch.addFact(caseNumber, fact);
  }

  function withoutWords(identity: string): string {
    if (!identity.startsWith('row:')) return identity;
    return `row:${digestOf(identity).slice(0, identityDigits)}`;
  }

  /** The case of a row; its events are laid out, if this is its first row. */
  function caseOf(values: Values, line: number, remark: Remark, refused: string[]): number {
    if (last !== undefined && isOfLast(values, last.values)) return last.number;
    const id = mapping.caseOf(values);
    const stated = mapping.caseColumns.map((at) => values[at]).join(separator);
    let state = known.get(id) ?? scratch.findCase(id);
    if (state === undefined) {
      state = scratch.addCase(id, mapping.streamOf(values, remark), stated);
      addCaseFacts(state.number, values, line, remark, refused);
    }
    remember(id, state);
    if (state.stated === stated) last = { number: state.number, values };
    else remark(differing(state.stated.split(separator), values));
    return state.number;
  }

  /** Whether a row says of its case what the one before it said, as most do. */
  function isOfLast(values: Values, before: Values): boolean {
    if (values[mapping.caseColumn] !== before[mapping.caseColumn]) return false;
    return mapping.caseColumns.every((at) => values[at] === before[at]);
  }

  function addCaseFacts(
    number: number,
    values: Values,
    line: number,
    remark: Remark,
    refused: string[],
  ): void {
    for (const template of mapping.perCase) {
      const fact = attempt(() => laidOut(template, template.place, line, values, remark), refused);
      if (fact !== undefined) scratch.addFact(number, fact);
    }
  }

  function remember(id: string, state: CaseState): void {
    if (known.has(id)) return;
    if (known.size >= casesKept) known.clear();
    known.set(Buffer.from(id).toString(), state); // a copy: the id may be a slice that keeps a whole page
  }

  function differing(first: Values, values: Values): string {
    const names = mapping.caseColumns
      .filter((at, place) => values[at] !== first[place])
      .map((at) => mapping.columns.names[at]);
    return `${names.join(', ')}: not as in the first row of its case, which counts`;
  }

  return { take, rows: () => rows, skipped: () => skipped };
}

function laidOut(
  template: Template,
  place: Place,
  line: number,
  values: Values,
  remark: Remark,
): LaidOut | undefined {
  if (!template.applies(values)) return undefined;
  return { ...template.make(values, remark), type: template.type, line, place };
}

/** What `work` gives; if it refuses the row, why goes to `refused`. */
function attempt<Result>(work: () => Result, refused: string[]): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error;
    refused.push(error.message);
    return undefined;
  }
}

function cutShort(line: number, reason: string): FileRefused {
  const what = `the file ends in line ${line}, without a line break and in a bad row (${reason})`;
  return new FileRefused('truncated', `${what}: nothing of it is recorded. Fetch it again`);
}
