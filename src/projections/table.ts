/** A table of a read model, and how the difference between two views of a subject is written to it. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

/** Values by column. */
export type Row = Readonly<Record<string, string | number | bigint | null>>;

export type Table = {
  readonly name: string;
  /** Column names with their SQL types, the key first. */
  readonly columns: Readonly<Record<string, 'TEXT' | 'INTEGER'>>;
  /** How many of the columns, from the first, are the key. No two subjects share a key of a table of rows. */
  readonly key: number;
  /** Columns that are added up over subjects. None: a table of rows. */
  readonly counts: readonly string[];
  /** Each the columns of one index, and after ` WHERE ` which rows are in it, if not all. */
  readonly indexes: readonly string[];
};

export function createTable(database: DatabaseSync, { name, columns, key }: Table): void {
  const names = Object.keys(columns);
  const defined = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  const primary = names.slice(0, key).join(', ');
  database.exec(
    `CREATE TABLE IF NOT EXISTS ${name} (${defined.join(', ')}, PRIMARY KEY (${primary})) STRICT, WITHOUT ROWID`,
  );
}

/** Made after the rows of a rebuild: an index that is filled at once is cheaper than one that grows. */
export function createIndexes(database: DatabaseSync, { name, indexes }: Table): void {
  for (const [place, index] of indexes.entries()) {
    const [columns = '', rows] = index.split(' WHERE ');
    const which = rows === undefined ? '' : `WHERE ${rows}`;
    database.exec(`CREATE INDEX IF NOT EXISTS ${name}_${place} ON ${name} (${columns}) ${which}`);
  }
}

/** Adds what the table of the same name has in the attached database `from`; what both count is added up. */
export function addRows(database: DatabaseSync, { name, counts }: Table, from: string): void {
  const sums = counts.map((column) => `${column} = ${column} + excluded.${column}`);
  database.exec(
    counts.length === 0
      ? `INSERT OR REPLACE INTO ${name} SELECT * FROM ${from}.${name}`
      : `INSERT INTO ${name} SELECT * FROM ${from}.${name} WHERE true ON CONFLICT DO UPDATE SET ${sums.join(', ')}`,
  );
}

export type TableWriter = {
  /** Makes what one subject contributes `after` where it was `before`; rows that stay are not written. */
  readonly change: (before: readonly Row[], after: readonly Row[]) => void;
  /** Writes what was added up since the last time; tables of rows have nothing to add up. */
  readonly flush: () => void;
};

export function tableWriter(database: DatabaseSync, table: Table): TableWriter {
  return table.counts.length > 0 ? countWriter(database, table) : rowWriter(database, table);
}

/** Reads the rows of a table under a value of its first column. */
export function rowsUnder(
  database: DatabaseSync,
  { name, columns }: Table,
): (value: string) => Row[] {
  const [first] = Object.keys(columns);
  const select = database.prepare(`SELECT * FROM ${name} WHERE ${first} = ?`);
  return (value) => select.all(value).map(withoutBytes);
}

/** No table has a column of bytes. */
function withoutBytes(row: Readonly<Record<string, SQLOutputValue>>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof Uint8Array ? null : value,
    ]),
  );
}

function rowWriter(database: DatabaseSync, { name, columns, key }: Table): TableWriter {
  const names = Object.keys(columns);
  const keys = names.slice(0, key);
  const replace = database.prepare(
    `INSERT OR REPLACE INTO ${name} VALUES (${names.map(() => '?').join(', ')})`,
  );
  const remove = database.prepare(
    `DELETE FROM ${name} WHERE ${keys.map((column) => `${column} = ?`).join(' AND ')}`,
  );
  const write = (row: Row) => replace.run(...names.map((column) => row[column] ?? null));
  const same = (a: Row, b: Row) =>
    names.every((column) => (a[column] ?? null) === (b[column] ?? null));

  return {
    change(before, after) {
      if (before.length === 0) {
        for (const row of after) write(row);
        return;
      }
      const old = new Map(before.map((row) => [keyOf(row, keys), row]));
      for (const row of after) {
        const was = old.get(keyOf(row, keys));
        old.delete(keyOf(row, keys));
        if (was === undefined || !same(was, row)) write(row);
      }
      for (const row of old.values()) remove.run(...keys.map((column) => row[column] ?? null));
    },
    flush() {},
  };
}

/** Adds differences up in memory, and writes each key once, when `flush` is called. What comes to nothing is no row. */
function countWriter(database: DatabaseSync, { name, columns, key, counts }: Table): TableWriter {
  const names = Object.keys(columns);
  const keys = names.slice(0, key);
  const add = database.prepare(
    `INSERT INTO ${name} VALUES (${names.map(() => '?').join(', ')})
     ON CONFLICT DO UPDATE SET ${counts.map((column) => `${column} = ${column} + excluded.${column}`).join(', ')}`,
  );
  const removeNoughts = database.prepare(
    `DELETE FROM ${name} WHERE ${[...keys.map((column) => `${column} = ?`), ...counts.map((column) => `${column} = 0`)].join(' AND ')}`,
  );
  const pending = new Map<string, { row: Row; sums: number[] }>();

  function sum(row: Row, sign: 1 | -1): void {
    const id = keyOf(row, keys);
    const known = pending.get(id) ?? { row, sums: counts.map(() => 0) };
    for (const [place, column] of counts.entries()) {
      known.sums[place] = (known.sums[place] ?? 0) + sign * Number(row[column] ?? 0);
    }
    pending.set(id, known);
  }

  return {
    change(before, after) {
      for (const row of before) sum(row, -1);
      for (const row of after) sum(row, 1);
    },
    flush() {
      for (const { row, sums } of pending.values()) {
        if (sums.every((value) => value === 0)) continue;
        const values = keys.map((column) => row[column] ?? '');
        add.run(...values, ...sums);
        if (sums.some((value) => value < 0)) removeNoughts.run(...values);
      }
      pending.clear();
    },
  };
}

function keyOf(row: Row, keys: readonly string[]): string {
  const [only] = keys;
  if (keys.length === 1 && only !== undefined) return String(row[only]);
  let text = '';
  for (const column of keys) {
    const value = String(row[column] ?? '');
    text += `${value.length}:${value}`; // with its length, so that no two keys run into one
  }
  return text;
}
