/** What the judging keeps for itself: where registers are made from, who looked at them, and what was counted. */
import type { Table } from './table.ts';

/** The records that are found in a register under a key: `lookup` is `laid-down/SL`. */
export const memberTable: Table = {
  name: 'member',
  columns: { lookup: 'TEXT', stream: 'TEXT' },
  key: 2,
  counts: [],
  indexes: [],
};

/** Who is judged again when what a register says under a key changes. */
export const lookedTable: Table = {
  name: 'looked',
  columns: { lookup: 'TEXT', subject: 'TEXT' },
  key: 2,
  counts: [],
  indexes: [],
};

/** What a subject contributed: lookups, and the rows of `kept`, as JSON. */
export const judgedTable: Table = {
  name: 'judged',
  columns: { subject: 'TEXT', centre: 'TEXT', looks: 'TEXT', kept: 'TEXT' },
  key: 1,
  counts: [],
  indexes: [],
};

export const judgingTables: readonly Table[] = [memberTable, lookedTable, judgedTable];
