/**
 * Whether the tables and triggers of a file still are those that a ledger is made with.
 *
 * Whoever has the file can drop a trigger, or put one in its place that refuses nothing. No event shows
 * that, so what the file says of itself is held against what this program would have written.
 */
import { DatabaseSync } from 'node:sqlite';
import { schema } from './schema.ts';

export type SchemaDifference = {
  readonly kind: 'table' | 'other';
  /** For people: `the trigger event_is_never_changed is missing`. */
  readonly what: string;
};

/** Every table, trigger, index or view that is missing, is another than it was made, or was added. */
export function schemaDifferences(database: DatabaseSync): SchemaDifference[] {
  const [should, is] = [expected(), partsOf(database)];
  const names = [...new Set([...should.keys(), ...is.keys()])].toSorted();
  return names.flatMap((name) => {
    const [made, found] = [should.get(name), is.get(name)];
    if (made === found) return [];
    const kind = made !== undefined && name.startsWith('table ') ? 'table' : 'other';
    if (found === undefined) return [{ kind, what: `the ${name} is missing` }];
    return [{ kind, what: `the ${name} ${made === undefined ? 'was added' : 'was altered'}` }];
  });
}

function expected(): ReadonlyMap<string, string> {
  using database = new DatabaseSync(':memory:');
  database.exec(schema);
  return partsOf(database);
}

/** Statements by kind and name. What SQLite makes for itself (`sqlite_…`) is not the schema's. */
function partsOf(database: DatabaseSync): Map<string, string> {
  const rows = database
    .prepare(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .all();
  return new Map(
    rows.map(({ type, name, sql }) => [`${String(type)} ${String(name)}`, String(sql)]),
  );
}
