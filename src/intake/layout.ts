/** The first pass: rows as they come, made into facts and laid out by case. */

import { type Case, caseFinder } from './cases.ts';
import type { CompiledMapping, CompiledRecord } from './compile.ts';
import type { Remark } from './dates.ts';
import type { LaidOut, Place } from './laid-out.ts';
import type { RawRecord, Values } from './raw-record.ts';
import { FileRefused, RowRefused } from './refusal.ts';
import type { Scratch } from './scratch.ts';
import type { Template } from './template.ts';

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
  let rows = 0;
  let skipped = 0;
  const records = mapping.records.map((record, number) => ({
    record,
    find: caseFinder(record, number, mapping.columns.names, scratch),
  }));

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
    const row = { line, values, refused, remark: remarking(line) };
    const made: { readonly number: number; readonly fact: LaidOut }[] = [];
    let isUsed = false;
    let isWhole = true;
    for (const { record, find } of records) {
      if (!record.applies(values)) continue;
      const found = attempt(() => find(values, row.remark), refused);
      if (found === undefined) return;
      if (found.isNew) addCaseFacts(record, found, row);
      const before = refused.length;
      for (const fact of rowFacts(record, row)) made.push({ number: found.number, fact });
      if (refused.length > before) isWhole = false;
      if (record.perRow.length === 0) isUsed = true;
    }
    if (!isWhole) return; // the facts of a row stand together
    if (made.length === 0 && !isUsed && refused.length === 0) unmatched(refused);
    for (const { number, fact } of made) scratch.addFact(number, fact);
  }

  function unmatched(refused: string[]): void {
    if (mapping.refusesUnmatched) refused.push('the mapping makes no event of this row');
    else skipped += 1;
  }

  function* rowFacts({ perRow }: CompiledRecord, row: Row): Generator<LaidOut> {
    for (const template of perRow) {
      const fact = attempt(() => laidOut(template, 'row', row), row.refused);
      if (fact !== undefined) yield { ...fact, identity: withoutWords(fact.identity) };
    }
  }

  function withoutWords(identity: string): string {
    if (!identity.startsWith('row:')) return identity;
    return `row:${digestOf(identity).slice(0, identityDigits)}`;
  }

  function addCaseFacts({ perCase }: CompiledRecord, { number }: Case, row: Row): void {
    for (const template of perCase) {
      const fact = attempt(() => laidOut(template, template.place, row), row.refused);
      if (fact !== undefined) scratch.addFact(number, fact);
    }
  }

  function remarking(line: number): Remark {
    return (reason) => scratch.addNote({ line, kind: 'warning', reason });
  }

  return { take, rows: () => rows, skipped: () => skipped };
}

type Row = {
  readonly line: number;
  readonly values: Values;
  readonly remark: Remark;
  /** Why something of it is refused. */
  readonly refused: string[];
};

function laidOut(
  template: Template,
  place: Place,
  { line, values, remark }: Row,
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
