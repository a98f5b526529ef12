/**
 * CSV (RFC 4180): quotes, line breaks inside quotes, LF or CRLF, a header.
 *
 * Written here and not taken from a library, which spends on splitting alone what a whole import
 * may cost, and stops at the first row that is wrong; here that row is listed and the next one read.
 * The test holds it equal to `csv-parse`.
 */
import {
  type Columns,
  type RawRecord,
  type RecordReader,
  recordMax,
  requireColumns,
} from './raw-record.ts';
import { FileRefused } from './refusal.ts';

/** A record as it was cut out of the text. */
type Cut = {
  readonly cells: readonly string[];
  /** Place of the first character after it. */
  readonly next: number;
  readonly bad?: string;
  /** The last cell was closed by a quote, so nothing of it can be missing. */
  readonly isClosed: boolean;
};

/**
 * @param delimiter one character, neither a quote nor a line break.
 *
 * An empty line states nothing and is passed over. A file that does not end in a line break may have
 * been cut inside its last value: it is taken only where that value is whole beyond doubt, because it
 * is in quotes, or because the last value of every row has had that length.
 */
export function csvReader(delimiter: string, columns: Columns): RecordReader {
  let rest = '';
  let line = 1;
  let header: { readonly size: number; readonly places: readonly number[] } | undefined;
  /** Of the last value of every row so far; -1 once they differ. */
  let lastLength: number | undefined;

  function read(text: string, isEnd: boolean): RawRecord[] {
    const records: RawRecord[] = [];
    let place = 0;
    let quote = text.indexOf('"');
    while (place < text.length) {
      if (quote !== -1 && quote < place) quote = text.indexOf('"', place);
      const newline = text.indexOf('\n', place);
      const isPlain = quote === -1 || (newline !== -1 && newline < quote);
      const cut = isPlain
        ? cutPlain(text, place, newline, isEnd, delimiter)
        : cutQuoted(text, place, isEnd, delimiter);
      if (cut === undefined) break;
      take(cut, records, isEnd && cut.next > text.length);
      line += isPlain ? 1 : breaksIn(text, place, cut.next);
      place = cut.next;
    }
    rest = text.slice(place);
    if (rest.length > recordMax) throw tooLong(line);
    return records;
  }

  function take(cut: Cut, records: RawRecord[], isUnended: boolean): void {
    const { cells, bad } = cut;
    if (cells.length === 1 && cells[0] === '' && !cut.isClosed) return;
    if (header === undefined) {
      if (isUnended) throw truncated(line, 'in its header');
      header = headerOf(cut, delimiter, columns);
      return;
    }
    const problem =
      bad ?? (cells.length === header.size ? undefined : wrongSize(cells.length, header.size));
    if (problem !== undefined) {
      if (isUnended) throw truncated(line, `in a row that is not whole: ${problem}`);
      records.push({ line, bad: problem });
      return;
    }
    const length = cells.at(-1)?.length ?? 0;
    if (isUnended && !cut.isClosed && (length === 0 || length !== lastLength)) {
      throw truncated(line, 'in a value that may have been longer');
    }
    lastLength = lastLength === undefined || lastLength === length ? length : -1;
    const values = header.places.map((place) => cells[place] ?? '');
    records.push(isUnended ? { line, values, unended: true } : { line, values });
  }

  return {
    push: (text) => read(rest + text, false),

    end() {
      // A lone CR at the very end is half of the CRLF that ended the row.
      const records = rest.endsWith('\r') ? read(`${rest}\n`, false) : read(rest, true);
      if (rest !== '') throw truncated(line, 'inside quotes');
      if (header === undefined)
        throw new FileRefused('empty', 'the file is empty: not even a header');
      return records;
    },
  };
}

/** A record without quotes: one line. `newline` is where it ends, or -1. */
function cutPlain(
  text: string,
  place: number,
  newline: number,
  isEnd: boolean,
  delimiter: string,
): Cut | undefined {
  if (newline === -1 && !isEnd) return undefined;
  const end = newline === -1 ? text.length : newline;
  const hasReturn = end > place && newline !== -1 && text.charCodeAt(end - 1) === 13;
  const cells = text.slice(place, hasReturn ? end - 1 : end).split(delimiter);
  return { cells, next: end + 1, isClosed: false };
}

/** A record with a quote somewhere; `undefined` if more text is needed to know where it ends. */
function cutQuoted(
  text: string,
  start: number,
  isEnd: boolean,
  delimiter: string,
): Cut | undefined {
  const cells: string[] = [];
  for (let place = start; ; ) {
    const isQuoted = text[place] === '"';
    const closing = isQuoted ? closingQuote(text, place, isEnd) : place;
    if (closing === -1) return undefined;
    const end = isQuoted ? closing + 1 : bareEnd(text, place, delimiter);
    if (end >= text.length && !isEnd) return undefined;
    const cell = isQuoted
      ? text.slice(place + 1, closing).replaceAll('""', '"')
      : withoutReturn(text, place, end);
    cells.push(cell);
    if (!isQuoted && cell.includes('"')) {
      return badLine(text, end, isEnd, cells, 'a quote inside a value that is not in quotes');
    }
    if (text[end] === delimiter) {
      place = end + 1;
      continue;
    }
    if (text.startsWith('\r\n', end)) return { cells, next: end + 2, isClosed: isQuoted };
    if (text[end] === '\r' && end + 1 === text.length && !isEnd) return undefined;
    if (end >= text.length || text[end] === '\n') {
      return { cells, next: end + 1, isClosed: isQuoted };
    }
    return badLine(text, end, isEnd, cells, 'something follows a closing quote');
  }
}

/** Place of the quote that closes the one at `opening`, or -1 if the text may still go on. */
function closingQuote(text: string, opening: number, isEnd: boolean): number {
  for (let place = opening + 1; ; place += 2) {
    place = text.indexOf('"', place);
    if (place === -1) return -1;
    if (place + 1 === text.length) return isEnd ? place : -1;
    if (text[place + 1] !== '"') return place;
  }
}

/** Where a value without quotes ends: at a delimiter, a line break, or the end of the text. */
function bareEnd(text: string, place: number, delimiter: string): number {
  const newline = text.indexOf('\n', place);
  const line = newline === -1 ? text.length : newline;
  const end = text.indexOf(delimiter, place);
  return end === -1 || end > line ? line : end;
}

function withoutReturn(text: string, place: number, end: number): string {
  const isReturn = text[end] === '\n' && text[end - 1] === '\r' && end > place;
  return text.slice(place, isReturn ? end - 1 : end);
}

/** What is wrong ends with its line, so that the next row is read as it stands. */
function badLine(
  text: string,
  from: number,
  isEnd: boolean,
  cells: readonly string[],
  bad: string,
): Cut | undefined {
  const newline = text.indexOf('\n', from);
  if (newline === -1 && !isEnd) return undefined;
  return { cells, next: (newline === -1 ? text.length : newline) + 1, bad, isClosed: false };
}

function headerOf({ cells, bad }: Cut, delimiter: string, columns: Columns) {
  if (bad !== undefined) throw new FileRefused('header', `the header cannot be read: ${bad}`);
  if (cells.some((name) => name.includes('\r'))) {
    throw new FileRefused('header', 'the lines end in CR alone: save the file with LF or CRLF');
  }
  const doubled = cells.find((name, place) => name !== '' && cells.indexOf(name) !== place);
  if (doubled !== undefined) {
    const problem = `two columns are named ${JSON.stringify(doubled)}: rename one of them`;
    throw new FileRefused('header', problem);
  }
  const remedy =
    cells.length === 1
      ? `the header is one column: is ${JSON.stringify(delimiter)} the delimiter?`
      : `it has ${cells.map((name) => JSON.stringify(name)).join(', ')}`;
  requireColumns(columns, new Set(cells), remedy);
  return { size: cells.length, places: columns.names.map((name) => cells.indexOf(name)) };
}

function breaksIn(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    breaks += 1;
  }
  return breaks;
}

function wrongSize(has: number, should: number): string {
  return `${has} ${has === 1 ? 'value' : 'values'} where the header has ${should} columns`;
}

function truncated(line: number, where: string): FileRefused {
  const remedy =
    'nothing of it is recorded. Fetch it again; if it is whole, end its last line with a line break';
  return new FileRefused('truncated', `the file ends in line ${line}, ${where}: ${remedy}`);
}

function tooLong(line: number): FileRefused {
  const what = `the record that begins in line ${line} is longer than ${recordMax} characters`;
  return new FileRefused('oversize', `${what}: is a quote in it never closed?`);
}
