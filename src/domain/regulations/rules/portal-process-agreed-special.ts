/**
 * portal-process-agreed-special: the centre agrees with the agency how the dossiers of a special
 * procedure are dealt with (thủ tục có tính đặc thù; NB Đ5.1a). No text says by when: the centre sets it.
 *
 * Special is what is published as returned by the agency itself. That few dossiers come of a procedure
 * is on no record: agreements about those are kept, and nothing opens the duty to make one.
 */
import type { ProcedureEvent } from '../../centre/procedure/vocabulary.ts';
import { duty } from '../duty.ts';
import { dueWithin } from '../term.ts';

const key = 'portal-process-agreed-special';

export const portalProcessAgreedSpecial = duty<ProcedureEvent>({
  key,
  version: 2,
  title: {
    vi: 'Thống nhất cách thức giải quyết thủ tục đặc thù',
    en: 'Way of a special procedure agreed',
  },
  subject: 'procedure',
  openedBy: ['ProcedurePublished', 'ProcedureChanged'],
  opens(entry, context) {
    if (entry.type !== 'ProcedurePublished' && entry.type !== 'ProcedureChanged') return null;
    if (entry.data.specialReturn !== true || entry.centre !== context.centre) return null;
    return {
      due: dueWithin(key, { days: 5 }, entry, context),
      bearer: { kind: 'centre', code: context.centre },
    };
  },
  opensOnce: true,
  discharges: ['SpecialWayAgreed'],
  answers: (entry, { entry: opening }) => entry.centre === opening.centre,
  dischargeMayPrecede: true,
  ends: ['ProcedureRepealed'],
});
