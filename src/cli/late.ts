/** `motcua late`: what is overdue, soon due or was late, with whom it lies, and what to do next. */
import { lateColumns } from '../api/csv-columns.ts';
import type { Config } from '../config.ts';
import { countLateOf, LateFilters, type LateItem, listLate } from '../projections/lists/late.ts';
import { type ListOptions, printList } from './list-command.ts';
import { shownCounts, shownLateness, shownTime } from './listing.ts';

export type LateOptions = ListOptions<LateFilters>;

export function lateCommand(config: Config, options: LateOptions): void {
  printList(config, options, {
    filters: LateFilters.strict(),
    read: ({ database, question, centres }) => listLate(database, question, centres),
    columns: lateColumns,
    linesOf,
    noun: 'dossiers',
    beside({ database, question, centres }) {
      const late = countLateOf(database, question, centres);
      return { told: { late }, line: `whichever convention is asked for: ${shownCounts(late)}` };
    },
    none: ({ within, convention }) =>
      within === 'overdue'
        ? `nothing that you asked for is overdue by the ${convention} convention; with --within 7 you see what falls due in the next 7 working days`
        : null,
  });
}

/** When it was due, which, how late and by which convention, with whom; then what to do. */
function linesOf(item: LateItem): string[] {
  const { due, dossier, state, delay, customary, heldBy, agency, next } = item;
  const late = shownLateness(delay, customary.late);
  const where =
    heldBy === null ? 'with nobody any more' : `with ${heldBy.party} ${heldBy.unit ?? ''}`;
  return [
    `${shownTime(due)}  ${dossier}  ${state}${late}  agency ${agency ?? '(not named)'}`,
    `    ${where.trim()}; next: ${next.vi} / ${next.en}`,
  ];
}
