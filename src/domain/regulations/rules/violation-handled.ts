/**
 * violation-handled: what was done against the rules at the centre is dealt with, or passed to whoever
 * is competent (BL Đ8.1đ, Đ8.1h; KT Đ10.5, Đ10.6; NB Đ6.1d, Đ10.2: the director, together with the
 * agency that sent the official; NB Đ5.2d¶2: the agency, `violation-handled-by-agency`).
 *
 * Opened by the record of a violation. BL and KT bind the director whoever did it; NB speaks of the
 * agencies and their people alone. For the agency a transfer counts that is not to itself. No text says
 * by when: the centre sets it.
 */
import type { ViolationEvent } from '../../complaints/violation/vocabulary.ts';
import { duty } from '../duty.ts';
import { directorAt } from '../registers/people.ts';
import { dueWithin } from '../term.ts';

const key = 'violation-handled';

function handledByDirector(whose: 'of anybody' | 'of agencies and officials') {
  return duty<ViolationEvent>({
    key,
    version: 2,
    title: { vi: 'Xử lý vi phạm tại Trung tâm', en: 'Violation dealt with or transferred' },
    subject: 'violation',
    openedBy: ['ViolationRecorded'],
    opens(entry, context) {
      if (entry.type !== 'ViolationRecorded') return null;
      if (whose === 'of agencies and officials' && entry.data.who === 'citizen') return null;
      return {
        due: dueWithin(key, { days: 10 }, entry, context),
        bearer: directorAt(entry.occurredAt, context),
      };
    },
    opensOnce: true,
    discharges: ['ViolationDecided', 'ViolationTransferred'],
  });
}

export const violationHandled = handledByDirector('of anybody');
export const staffViolationHandled = handledByDirector('of agencies and officials');

const byAgency = 'violation-handled-by-agency';

export const violationHandledByAgency = duty<ViolationEvent>({
  key: byAgency,
  version: 2,
  title: {
    vi: 'Cơ quan xử lý vi phạm của công chức mình cử đến',
    en: 'Violation dealt with by the agency',
  },
  subject: 'violation',
  openedBy: ['ViolationRecorded'],
  opens(entry, context) {
    if (entry.type !== 'ViolationRecorded' || entry.data.who === 'citizen') return null;
    return {
      due: dueWithin(byAgency, { days: 20 }, entry, context),
      bearer: { kind: 'agency', code: entry.data.agency },
    };
  },
  opensOnce: true,
  discharges: ['ViolationDecided', 'ViolationTransferred'],
  answers: ({ type, data }, { opening }) =>
    type !== 'ViolationTransferred' || data.to === null || data.to !== opening.bearer.code,
});
