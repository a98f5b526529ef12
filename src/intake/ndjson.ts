/** NDJSON: one JSON object a line, whose members are the columns. */
import { strictJson } from '../ledger/strict-json.ts';
import {
  type Columns,
  type RawRecord,
  type RecordReader,
  recordMax,
  requireColumns,
} from './raw-record.ts';
import { FileRefused } from './refusal.ts';

/**
 * Text is taken as it is, numbers and truth values are written out, null and absent are empty. A list or an
 * object makes the row bad, if the mapping reads it. Columns cannot be known before the last row, so a
 * column that no row has is refused at the end, and still before anything is recorded.
 *
 * An object says itself where it ends: a last line without a line break is taken if it is whole.
 */
export function ndjsonReader(columns: Columns): RecordReader {
  let rest = '';
  let line = 0;
  let hasRows = false;
  const seen = new Set<string>();

  function record(text: string): RawRecord | undefined {
    line += 1;
    if (/^\s*$/.test(text)) return undefined;
    hasRows = true;
    const parsed = strictJson(Buffer.from(text));
    if (!parsed.ok) return { line, bad: `not usable as JSON: ${parsed.problem.message}` };
    const { value } = parsed;
    if (!isObject(value)) return { line, bad: 'not a JSON object' };
    const values: string[] = [];
    for (const name of columns.names) {
      const cell = Object.hasOwn(value, name) ? value[name] : undefined;
      if (cell !== undefined) seen.add(name);
      const written = cell === undefined || cell === null ? '' : scalar(cell);
      if (written === undefined) {
        return {
          line,
          bad: `${JSON.stringify(name)} is a list or an object: give it a plain value`,
        };
      }
      values.push(written);
    }
    return { line, values };
  }

  return {
    push(text) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > recordMax) {
        const what = `line ${line + lines.length + 1} is longer than ${recordMax} characters`;
        throw new FileRefused('oversize', `${what}: is this one object a line?`);
      }
      return lines.map(record).filter((read) => read !== undefined);
    },

    end() {
      const last = record(rest);
      if (last !== undefined && 'bad' in last) {
        const what = `the file ends in line ${line}, in an object that is not whole`;
        throw new FileRefused('truncated', `${what} (${last.bad}): fetch it again`);
      }
      if (!hasRows) throw new FileRefused('empty', 'the file holds no row');
      requireColumns(columns, seen, 'no row has it');
      return last === undefined ? [] : [last];
    },
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
