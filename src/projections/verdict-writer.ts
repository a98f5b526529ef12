/** Writes what the regulations say of a subject in the place of what they said before. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { dutyTable, findingTable, keptTable, type VerdictRows } from './duties.ts';
import { judgedTable, lookedTable } from './judging-tables.ts';
import { lateTable } from './late.ts';
import { type Row, rowsUnder, type Table, tableWriter } from './table.ts';

export type VerdictWriter = {
  /** @param looks what was looked at, in order. */
  readonly write: (subject: string, after: VerdictRows, looks: readonly string[]) => void;
  /** Writes what was added up since the last time. */
  readonly flush: () => void;
};

/** @param isBuilding the tables are empty, and each subject is written once. */
export function verdictWriter(database: DatabaseSync, isBuilding: boolean): VerdictWriter {
  const duties = ownRows(database, dutyTable);
  const findings = ownRows(database, findingTable);
  const late = ownRows(database, lateTable);
  const kept = tableWriter(database, keptTable);
  const looked = tableWriter(database, lookedTable);
  const judged = ownRows(database, judgedTable);

  return {
    write(subject, after, looks) {
      const [before] = isBuilding ? [] : judged.before(subject);
      const was = before === undefined ? nothing : Judged.parse(before);
      const isNew = before === undefined;
      duties.change(isNew ? [] : duties.before(subject), after.duty);
      findings.change(isNew ? [] : findings.before(subject), after.finding);
      late.change(isNew ? [] : late.before(subject), after.late);
      kept.change(keptRows(was.kept), after.kept);
      if (!isBuilding) looked.change(lookedRows(was.looks, subject), lookedRows(looks, subject));
      const row = {
        subject,
        centre: after.centre,
        looks: JSON.stringify(looks),
        kept: keptText(after.kept),
      };
      judged.change(isNew ? [] : [before], isEmpty(after, looks) ? [] : [row]);
    },
    flush() {
      kept.flush();
      if (isBuilding) database.exec(allLooks);
    },
  };
}

/** The looks of all subjects at once, in the order of the table: several times as fast as one by one. */
const allLooks = `
  INSERT INTO ${lookedTable.name}
  SELECT look.value, subject FROM ${judgedTable.name}, json_each(looks) AS look ORDER BY 1, 2`;

/** A table in which each subject has rows of its own. */
function ownRows(database: DatabaseSync, table: Table) {
  return { before: rowsUnder(database, table), change: tableWriter(database, table).change };
}

function isEmpty({ duty, finding, kept }: VerdictRows, looks: readonly string[]): boolean {
  return [duty, finding, kept, looks].every(({ length }) => length === 0);
}

function lookedRows(looks: readonly string[], subject: string): Row[] {
  return looks.map((lookup) => ({ lookup, subject }));
}

const keptColumns = Object.keys(keptTable.columns);

/** Each row as the list of its values: most subjects have some. */
function keptText(rows: readonly Row[]): string {
  return JSON.stringify(rows.map((row) => keptColumns.map((column) => row[column])));
}

function keptRows(kept: readonly (readonly (string | number)[])[]): Row[] {
  return kept.map((values) =>
    Object.fromEntries(keptColumns.map((column, place) => [column, values[place] ?? null])),
  );
}

const jsonText = z.string().transform((text): unknown => JSON.parse(text));

const Judged = z.object({
  looks: jsonText.pipe(z.array(z.string())),
  kept: jsonText.pipe(z.array(z.array(z.union([z.string(), z.number()])))),
});

const nothing: z.output<typeof Judged> = { looks: [], kept: [] };
