/** `motcua late`: what is overdue, soon due or was late, with whom it lies, and what to do next. */
import { lateColumns } from '../api/csv-columns.ts';
import type { Config } from '../config.ts';
import { instantAt } from '../domain/units.ts';
import { centresIn } from '../main.ts';
import { LateFilters, type LateItem, listLate } from '../projections/lists/late.ts';
import { limitMax } from '../projections/lists/paging.ts';
import { checkCentre, duration, filtersIn, limitIn, printCsv, shownTime } from './listing.ts';
import { printResult } from './output.ts';
import { presentModel } from './present-model.ts';

export type LateOptions = Omit<Partial<Record<keyof LateFilters, string>>, 'differs'> & {
  readonly differs?: true;
  readonly limit: string;
  readonly csv: boolean;
  readonly json: boolean;
};

export function lateCommand(config: Config, options: LateOptions): void {
  const { limit, csv, json, differs, ...asked } = options;
  const count = limitIn(limit);
  const filters = filtersIn(LateFilters.strict(), {
    ...asked,
    ...(differs === true && { differs: 'true' }),
  });
  const centres = centresIn(config);
  checkCentre(filters.centre, centres);
  using model = presentModel(config);
  const at = instantAt(Date.now());
  const question = { filters, limit: count, cursor: null, centres: null, at };
  if (csv) {
    const all = { ...question, limit: limitMax, isUncounted: true };
    printCsv(lateColumns, (cursor) => listLate(model.database, { ...all, cursor }, centres));
    return;
  }
  const { items, total, position } = listLate(model.database, question, centres);
  printResult(json, { items, total, position, at }, () => [
    ...items.flatMap(linesOf),
    `${items.length} of ${total} dossiers, as of event ${position}; late by the strict convention unless it says otherwise`,
  ]);
}

/** When it was due, which, how late, with whom; then what to do. */
function linesOf(item: LateItem): string[] {
  const { due, dossier, state, delay, strict, customary, heldBy, agency, next } = item;
  const late = delay === null ? '' : `, late by ${duration(delay.clockMinutes)}`;
  const alone = customary.late ? 'customary' : 'strict';
  const differs = strict.late === customary.late ? '' : ` (by the ${alone} convention alone)`;
  const where =
    heldBy === null ? 'with nobody any more' : `with ${heldBy.party} ${heldBy.unit ?? ''}`;
  return [
    `${shownTime(due)}  ${dossier}  ${state}${late}${differs}  agency ${agency ?? '(not named)'}`,
    `    ${where.trim()}; next: ${next.vi} / ${next.en}`,
  ];
}
