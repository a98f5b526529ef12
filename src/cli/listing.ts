/** What the commands that list have in common: how many, which filters, and all of it as CSV. */
import process from 'node:process';
import { z } from 'zod';
import { byteOrderMark, type Column, csvHead, csvLine } from '../api/csv.ts';
import type { Centres } from '../domain/regulations/centre.ts';
import { lessenedRule } from '../domain/regulations/judge.ts';
import { Instant, millisecondsOf } from '../domain/units.ts';
import type { LateCounts } from '../projections/lists/conventions.ts';
import type { Lateness } from '../projections/lists/lateness.ts';
import { limitMax, type Page } from '../projections/lists/paging.ts';
import { CommandFailed, exit } from './exit.ts';

/** @throws CommandFailed unless it is a whole number from 1 to `limitMax`. */
export function limitIn(limit: string): number {
  const count = Number(limit);
  if (Number.isSafeInteger(count) && count >= 1 && count <= limitMax) return count;
  throw new CommandFailed(
    exit.usage,
    `--limit is a whole number from 1 to ${limitMax}, not ${limit}`,
  );
}

/** The filters as their list has them. @throws CommandFailed that names each option that is wrong. */
export function filtersIn<Filters>(schema: z.ZodType<Filters>, options: unknown): Filters {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `${optionOf(path)}: ${message}`);
  throw new CommandFailed(exit.usage, wrong.join('; '));
}

/** `dueBefore` is `--due-before` on the command line. */
function optionOf(path: readonly PropertyKey[]): string {
  return `--${path.map(String).join('.')}`.replaceAll(/[A-Z]/g, (one) => `-${one.toLowerCase()}`);
}

/** @throws CommandFailed for a rule that there is not, which is no rule that nobody broke. */
export function checkRule(rule: string | undefined, centres: Centres): void {
  const demands = [...centres.values()].flatMap((centre) => centre.demands);
  const rules = [...new Set(demands.map((one) => one.rule.key)), lessenedRule];
  if (rule === undefined || rules.includes(rule)) return;
  throw new CommandFailed(exit.usage, `no rule ${rule}; there are: ${rules.join(', ')}`);
}

/** @throws CommandFailed for a centre that there is not, which is no centre without breaches. */
export function checkCentre(centre: string | undefined, centres: Centres): void {
  if (centre === undefined || centres.has(centre)) return;
  const known = [...centres.keys()].join(', ');
  throw new CommandFailed(exit.usage, `no centre ${centre}; there are: ${known}`);
}

/** All pages, one after the other, as they are read. @param ask the page after a `next`; null: the first. */
export function printCsv<Item>(
  columns: readonly Column<Item>[],
  ask: (cursor: string | null) => Page<Item>,
): void {
  process.stdout.write(byteOrderMark + csvHead(columns));
  let cursor: string | null = null;
  do {
    const page: Page<Item> = ask(cursor);
    process.stdout.write(page.items.map((item) => csvLine(columns, item)).join(''));
    cursor = page.next;
  } while (cursor !== null);
}

/** An instant by the clock in Vietnam, to the second where nothing is beyond it; any other text as it is. */
export function shownTime(text: string): string {
  const instant = Instant.safeParse(text);
  if (!instant.success) return text;
  const local = new Date(millisecondsOf(instant.data) + vietnamAhead).toISOString();
  return local.replace(/(\.000)?Z$/, '+07:00');
}

const vietnamAhead = 7 * 60 * 60 * 1_000;

/**
 * How late, in clock and in working time, and by which of the conventions; nothing for what is late by neither.
 *
 * @param late past the strict due time; null: not late by that.
 */
export function shownLateness(late: Lateness | null, isLateByCustom: boolean): string {
  if (late === null) return isLateByCustom ? ', late by the customary convention alone' : '';
  const by = isLateByCustom ? 'both conventions' : 'the strict convention alone';
  return `, late by ${shownDuration(late)} by ${by}`;
}

/** By the clock, and in working time. */
export function shownDuration({ clockMinutes, workingMinutes }: Lateness): string {
  const working = workingMinutes === null ? 'not measured' : hoursAndMinutes(workingMinutes);
  return `${clockTime(clockMinutes)} (working time: ${working})`;
}

/** How many are late by each convention, and on how many they differ. */
export function shownCounts({ strict, customary, differ }: LateCounts): string {
  return `late by the strict convention: ${strict}, by the customary: ${customary}; they differ on ${differ}`;
}

/** `3 d 4 h 5 min` by the clock, whose days have 24 hours. */
function clockTime(minutes: number): string {
  const days = Math.floor(minutes / (24 * 60));
  return `${days > 0 ? `${days} d ` : ''}${hoursAndMinutes(minutes % (24 * 60))}`;
}

/** `84 h 5 min`: in hours, since a working day has no length of its own. */
function hoursAndMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `${hours > 0 ? `${hours} h ` : ''}${minutes % 60} min`;
}
