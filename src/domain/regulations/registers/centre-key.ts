/** Under what the records of a centre are found: its code, whatever the year or the month. */
import { partsOf } from '../../stream.ts';

export function centreIn(stream: string): readonly string[] {
  const { centre } = partsOf(stream, ['centre', 'rest']) ?? {};
  return centre === undefined ? [] : [centre];
}
