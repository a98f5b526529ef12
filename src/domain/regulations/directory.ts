/** The public directory of a centre: who stands in it, and whether a publication shows a change. */
import type { CentreEvent } from '../centre/centre/vocabulary.ts';
import type { OfficialEvent } from '../centre/official/vocabulary.ts';
import type { Entry } from '../entry.ts';
import type { Timeline } from '../timeline.ts';
import type { CalendarDate } from '../units.ts';
import { isCertainlyBefore } from './order.ts';
import type { Context } from './rule.ts';

type Told = CentreEvent | OfficialEvent;

/** Somebody comes, goes, or is to be found otherwise. */
export type Change = {
  readonly what: 'comes' | 'goes' | 'changes';
  readonly official: string;
  /** First day on which it is so. */
  readonly from: CalendarDate;
  /** The new number; null: it is not what changed. */
  readonly telephone: string | null;
};

/** Whether `entry` publishes the change, as far as it says. */
export function isShownBy(change: Change, { type, data }: Entry<Told>): boolean {
  if (type === 'DirectoryPublished') {
    if (data.people === null) return true;
    return (change.what === 'goes') !== isListed(change, data.people);
  }
  if (type !== 'DirectoryChanged') return false;
  const { added, removed } = data;
  if (added === null && removed === null) return true;
  if (change.what === 'goes') return removed?.some((one) => one === change.official) ?? false;
  return isListed(change, added ?? []);
}

type Line = { readonly official: string | null; readonly telephone: string | null };

function isListed({ official, telephone }: Change, lines: readonly Line[]): boolean {
  return lines.some(
    (line) =>
      line.official === official &&
      (telephone === null || line.telephone === null || line.telephone === telephone),
  );
}

/** Whether an official stood in the directory before `entry`; unknown where what was last published does not say whom it names. */
export function shownBefore(
  entry: Entry<Told>,
  official: string,
  timeline: Timeline<Told>,
  context: Context,
): 'yes' | 'no' | 'unknown' {
  let shown: 'yes' | 'no' | 'unknown' = 'no';
  for (const earlier of timeline) {
    if (earlier.type !== 'DirectoryPublished' && earlier.type !== 'DirectoryChanged') continue;
    if (!isCertainlyBefore(earlier, entry, context)) continue;
    shown = shownAfter(earlier, official) ?? shown;
  }
  return shown;
}

/** Null: it changes nothing about them. */
function shownAfter(
  { type, data }: Entry<Told>,
  official: string,
): 'yes' | 'no' | 'unknown' | null {
  if (type === 'DirectoryPublished') {
    if (data.people === null) return 'unknown';
    return data.people.some((line) => line.official === official) ? 'yes' : 'no';
  }
  if (type !== 'DirectoryChanged') return null;
  if (data.added?.some((line) => line.official === official) === true) return 'yes';
  return data.removed?.some((one) => one === official) === true ? 'no' : null;
}
