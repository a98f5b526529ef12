/** What a list of records shows of what is owed on each: when an open duty of its record is due. */

/**
 * The due time, strict, of the duty under `rule` that is open on the record of a row; of several, the first;
 * null where none is. As SQL. @param rule its key. @param table of the row; it has a column `subject`.
 */
export function owedBy(rule: string, table: string): string {
  return `(SELECT min(due) FROM duty
    WHERE duty.subject = ${table}.subject AND duty.rule = '${rule}' AND duty.state = 'open')`;
}
