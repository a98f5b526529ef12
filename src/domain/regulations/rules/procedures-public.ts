/**
 * procedures-public: a procedure is posted as it now is, with its components, times and fees (niêm yết,
 * công khai; SL Đ2.3; TQ Đ6.1, Đ10.1; BL Đ6.1; KT Đ7.2b; NB Đ9.1a, fees alone).
 *
 * Opened by each version, from the day on which it holds, or the first of the regulation; discharged by a posting that shows it, also
 * before that day. No text says by when. The centre owes it, or the agency (`proceduresPostedBy`);
 * `proceduresShow` says what is posted under the article. A procedure that is not dealt with at the
 * centre (SL Đ2.3) is not posted there. A version that another took the place of, or whose procedure was
 * repealed, needs no posting any more. What a posting does not say of itself is not held against it.
 */
import type { ProcedureEvent } from '../../centre/procedure/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { duty } from '../duty.ts';
import { isCertainlyBefore, lastMomentOf, later } from '../order.ts';
import { startOf } from '../period.ts';
import { agencyOfProcedure } from '../procedure-record.ts';
import { isBound } from '../registers/agencies.ts';
import type { Bearer, Context } from '../rule.ts';
import { dueAfter } from '../term.ts';

const key = 'procedures-public';

export const proceduresPublic = duty<ProcedureEvent>({
  key,
  version: 2,
  title: { vi: 'Niêm yết, công khai thủ tục', en: 'Procedure posted and current' },
  subject: 'procedure',
  isContinuing: true,
  openedBy: ['ProcedurePublished', 'ProcedureChanged'],
  opens(entry, context, timeline) {
    const data = versionIn(entry, context);
    if (data === null) return null;
    const bearer = bearerOf(agencyOfProcedure(entry, timeline), context);
    if (bearer === null) return null;
    const start = data.from === null ? entry.occurredAt : startOf(data.from, context);
    const at = later(start, entry.occurredAt);
    const due = dueAfter(key, { days: 3 }, later(at, lastMomentOf(entry, context)), context);
    const told = data.version === null ? {} : { detail: data.version };
    return { at, due, bearer, ...told };
  },
  discharges: ['ProcedurePosted'],
  dischargeMayPrecede: true,
  answers(entry, { entry: opening }, context) {
    if (entry.type !== 'ProcedurePosted' || entry.centre !== context.centre) return false;
    const { data } = entry;
    if (context.parameters.proceduresShow.some((part) => data[part] === false)) return false;
    const version = versionIn(opening, context)?.version ?? null;
    if (data.version !== null && version !== null) return data.version === version;
    return !isCertainlyBefore(entry, opening, context);
  },
  ends: ['ProcedurePublished', 'ProcedureChanged', 'ProcedureRepealed'],
  isEnd(entry, _, context) {
    if (entry.centre !== context.centre) return false;
    if (entry.type === 'ProcedureRepealed') return true;
    return versionIn(entry, context) !== null || isTakenOutside(entry);
  },
});

function isTakenOutside({ type, data }: Entry<ProcedureEvent>): boolean {
  const isVersion = type === 'ProcedurePublished' || type === 'ProcedureChanged';
  return isVersion && data.outsideCentre === true;
}

/** What is to be posted; null: nothing of it is. */
function versionIn({ type, data, centre }: Entry<ProcedureEvent>, context: Context) {
  if (type !== 'ProcedurePublished' && type !== 'ProcedureChanged') return null;
  if (centre !== context.centre || data.outsideCentre === true) return null;
  const onlyRates = context.parameters.proceduresShow.every((part) => part === 'rates');
  const isTouched = type === 'ProcedurePublished' || !onlyRates || data.rates !== null;
  return isTouched ? data : null;
}

function bearerOf(agency: string | null, context: Context): Bearer | null {
  if (context.parameters.proceduresPostedBy === 'centre') {
    return { kind: 'centre', code: context.centre };
  }
  return isBound(agency, context) ? { kind: 'agency', code: agency } : null;
}
