/**
 * procedures-public-told: the agency tells the centre in time what changes in its procedures (TQ Đ6.1;
 * KT Đ13.6; NB Đ5.2a, Đ5.2b), so that they can be posted.
 *
 * Opened by a change or a repeal, in Ninh Bình by a new procedure, too (`newProceduresTold`);
 * discharged when it is told, also before it is on record. No text says by when. Where a regulation
 * names the agencies that it binds, the others do not owe it (`agenciesInScope`).
 */
import type { ProcedureEvent } from '../../centre/procedure/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { duty } from '../duty.ts';
import { isCertainlyBefore } from '../order.ts';
import { agencyOfProcedure } from '../procedure-record.ts';
import { isBound } from '../registers/agencies.ts';
import type { Context } from '../rule.ts';
import { dueWithin } from '../term.ts';

const key = 'procedures-public-told';

export const proceduresPublicTold = duty<ProcedureEvent>({
  key,
  version: 2,
  title: {
    vi: 'Cơ quan thông báo thay đổi của thủ tục',
    en: 'Change of a procedure told by the agency',
  },
  subject: 'procedure',
  openedBy: ['ProcedurePublished', 'ProcedureChanged', 'ProcedureRepealed'],
  opens(entry, context, timeline) {
    if (!isToBeTold(entry, context)) return null;
    const agency = agencyOfProcedure(entry, timeline);
    if (!isBound(agency, context)) return null;
    const due = dueWithin(key, { days: 3 }, entry, context);
    return { due, bearer: { kind: 'agency', code: agency } };
  },
  discharges: ['ProcedureChangeTold'],
  dischargeMayPrecede: true,
  answers(entry, { entry: opening }, context) {
    if (entry.type !== 'ProcedureChangeTold' || entry.centre !== context.centre) return false;
    const told = tellsOf(entry.data, opening);
    return told ?? !isCertainlyBefore(entry, opening, context);
  },
  oneForOne: true,
});

function isToBeTold({ type, data, centre }: Entry<ProcedureEvent>, context: Context): boolean {
  if (centre !== context.centre) return false;
  if (type === 'ProcedureRepealed') return true;
  if (type !== 'ProcedurePublished' && type !== 'ProcedureChanged') return false;
  if (data.outsideCentre === true) return false;
  return type === 'ProcedureChanged' || context.parameters.newProceduresTold;
}

type Telling = {
  readonly version: string | null;
  readonly what: string | null;
  readonly effective: string | null;
};

/** Whether it tells of what `opening` says, by its version, its first day or its kind; null: it does not say of what. */
function tellsOf(telling: Telling, { type, data }: Entry<ProcedureEvent>): boolean | null {
  if (type === 'ProcedureRepealed')
    return telling.what === null ? null : telling.what === 'repealed';
  if (type !== 'ProcedurePublished' && type !== 'ProcedureChanged') return null;
  if (telling.what === 'repealed') return false;
  if (telling.version !== null && data.version !== null) return telling.version === data.version;
  if (telling.effective !== null && data.from !== null) return telling.effective === data.from;
  return null;
}
