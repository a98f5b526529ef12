/**
 * The centre `reference`: no articles, always in force, its zone and calendar given by configuration.
 *
 * It judges logs from elsewhere, so that the engine can be checked against figures computed elsewhere.
 */
import type { WorkingTime } from '../../time/working-time.ts';
import { CentreCode } from '../../units.ts';
import type { Centre } from '../centre.ts';
import type { Rule } from '../rule.ts';
import { endBeforeStart } from '../rules/end-before-start.ts';
import { neverReceived } from '../rules/never-received.ts';
import { noAppointment } from '../rules/no-appointment.ts';
import { processingDeadline } from '../rules/processing-deadline.ts';
import { receivedTwice } from '../rules/received-twice.ts';
import { stepBeforeReception } from '../rules/step-before-reception.ts';
import { supplementOnce } from '../rules/supplement-once.ts';
import { undeclaredOutage } from '../rules/undeclared-outage.ts';
import { workAfterEnd } from '../rules/work-after-end.ts';

export const referenceCode = CentreCode.parse('reference');

/** What stands in the place of an article where none demands it. */
const citation = 'reference: no article';

const rules: readonly Rule[] = [
  processingDeadline,
  supplementOnce,
  endBeforeStart,
  stepBeforeReception,
  workAfterEnd,
  neverReceived,
  noAppointment,
  receivedTwice,
  undeclaredOutage,
];

export function reference(workingTime: WorkingTime): Centre {
  return {
    code: referenceCode,
    name: { vi: 'Trung tâm đối chiếu', en: 'Reference centre' },
    workingTime,
    parameters: { processingBearer: 'official', supplementPause: 'none', entryLag: 15 },
    demands: rules.map((rule) => ({ rule, citation, from: null, to: null })),
  };
}
