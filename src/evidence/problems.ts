/** What is wrong with a ledger beside its events: the kept hashes, the witness, the file. */
import type { DatabaseSync } from 'node:sqlite';
import { groupLeaves } from '../ledger/merkle.ts';
import { identityOf, originDiffers } from '../ledger/sqlite/open.ts';
import { schemaDifferences } from '../ledger/sqlite/schema-check.ts';
import type { Testimony } from '../ledger/witness.ts';
import { reasonOf } from './sqlite-errors.ts';
import type { TreeEvidence } from './tree-check.ts';

/** @param isWhole whether the log was read to its end. */
export function problemsOfTree(
  database: DatabaseSync,
  { size, broken }: TreeEvidence,
  isWhole: boolean,
): string[] {
  const [first] = broken;
  const problems: string[] = [];
  if (first !== undefined) {
    const [from, to] = [first * groupLeaves, (first + 1) * groupLeaves - 1];
    const others = broken.size > 1 ? `, and those of ${broken.size - 1} more groups` : '';
    problems.push(`the hash kept of events ${from} to ${to} is not that of these events${others}`);
  }
  const surplus = isWhole ? hashesFrom(database, Math.floor(size / groupLeaves)) : 0;
  if (surplus > 0)
    problems.push(`${surplus} hashes are kept of groups of events that are not there`);
  return problems;
}

function hashesFrom(database: DatabaseSync, number: number): number {
  try {
    const row = database
      .prepare('SELECT count(*) AS surplus FROM tile WHERE number < 0 OR number >= ?')
      .get(number);
    return Number(row?.['surplus']);
  } catch (error) {
    reasonOf(error); // throws what says nothing of the file; what does is for the integrity check to say
    return 0;
  }
}

export function problemsOfWitness(
  testimony: Testimony,
  { size, vouchedFor }: TreeEvidence,
): string[] {
  switch (testimony.kind) {
    case 'absent':
      return size === 0 ? [] : ['there is no witness, so events missing at the end would not show'];
    case 'unreadable':
      return size === 0
        ? []
        : ['the witness cannot be read, so events missing at the end would not show'];
    case 'head':
      if (vouchedFor !== 'none' && vouchedFor !== 'groups') return [];
      return [`the first ${testimony.size} events are not those that the witness vouches for`];
    default:
      return testimony satisfies never;
  }
}

/** What no event holds: the tables and triggers, and what the ledger says that it is. */
export function problemsOfForm(
  database: DatabaseSync,
  testimony: Testimony,
  { size }: TreeEvidence,
): string[] {
  try {
    const problems = schemaDifferences(database).map(
      ({ what }) => `the file is not as a ledger is made: ${what}`,
    );
    const isVouchedFor =
      testimony.kind !== 'head' ||
      size === 0 ||
      Buffer.from(identityOf(database)).equals(testimony.identity);
    return isVouchedFor ? problems : [...problems, originDiffers];
  } catch (error) {
    return [`what the ledger says that it is: ${reasonOf(error)}`];
  }
}

const complaintsMax = 10;

/** SQLite's own check, of the indexes against the tables too. */
export function problemsOfFile(database: DatabaseSync): string[] {
  try {
    return database
      .prepare(`PRAGMA integrity_check(${complaintsMax})`)
      .all()
      .map((row) => String(row['integrity_check']))
      .filter((complaint) => complaint !== 'ok')
      .map((complaint) => `the file is damaged: ${complaint}`);
  } catch (error) {
    return [`the file is damaged: ${reasonOf(error)}`];
  }
}
