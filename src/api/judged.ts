/** What the regulations say of one record, as it is asked for. */
import { dutiesOf, type SubjectDuties } from '../projections/lists/subject.ts';
import { registersByModel } from '../projections/registers-of.ts';
import type { RouteParts } from './parts.ts';
import { ApiProblem } from './problem.ts';
import { decodeAll, type SubjectRecord } from './subject.ts';

/** @throws ApiProblem while the read models are built: they say where what other records say is found. */
export function judged(
  { entries, at, position }: SubjectRecord,
  { models, log, ledger, centres }: RouteParts,
): SubjectDuties {
  const model = models.current();
  if (model === null) throw new ApiProblem('list/building');
  const registers = registersByModel(model.database, (stream) => {
    const stored = log.ofStream(stream).filter(({ index }) => index <= position);
    return decodeAll(stored, ledger.codec).entries;
  });
  return dutiesOf(entries, at, centres, registers);
}
