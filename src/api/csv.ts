/**
 * Lists as CSV (RFC 4180): a line of names, a line an item, commas, CRLF.
 *
 * With a byte order mark, though RFC 3629 can do without: Excel reads a file that has none in the code page of
 * the machine, and makes nonsense of every Vietnamese letter. Where the machine separates lists by
 * semicolons the file is read by "Data, From Text/CSV", which finds the commas by itself. A "sep=" line
 * would make Excel forget the mark.
 */
export type Value = string | number | boolean | null;

/** A column: its name, and what an item has in it. */
export type Column<Item> = readonly [name: string, valueOf: (item: Item) => Value];

export const byteOrderMark = '\u{FEFF}';

export function csvHead<Item>(columns: readonly Column<Item>[]): string {
  return lineOf(columns.map(([name]) => name));
}

export function csvLine<Item>(columns: readonly Column<Item>[], item: Item): string {
  return lineOf(columns.map(([, valueOf]) => valueOf(item)));
}

function lineOf(values: readonly Value[]): string {
  return `${values.map(cellOf).join(',')}\r\n`;
}

function cellOf(value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that a spreadsheet would take for a formula, and run, is shown as the text that it is. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
