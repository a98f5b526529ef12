/** Which leaves of a demo break what the regulation of their centre asks of leave, and how. */
import { needsConsent } from '../../domain/regulations/rules/leave-needs-consent.ts';
import { plusDays } from '../../domain/time/date.ts';
import type { Scene } from '../scene.ts';
import { firstDayOf } from '../telling.ts';
import type { LeavePlan } from './leave-plan.ts';

/**
 * `unasked`: nobody was asked (SL). `spoken`: the request was not in writing (SL). `unnamed`: the
 * confirmation names nobody who comes instead (SL). `late-notice`: told too late (BL, KT). `unconfirmed`:
 * the head of the agency did not agree (KT). `head-silent`: of an emergency the official told, and the
 * head did not (KT). `unannounced`, `off-list`: who comes instead (NB). `entered-late`: nothing was wrong
 * but that the return was entered days afterwards.
 */
export type LeaveBreach =
  | 'unasked'
  | 'spoken'
  | 'unnamed'
  | 'late-notice'
  | 'unconfirmed'
  | 'head-silent'
  | 'unannounced'
  | 'off-list'
  | 'entered-late';

/** Null: everything is as it should be. Asked for one leave after another, once for each. */
export type Breaching = (plan: LeavePlan) => LeaveBreach | null;

export function breachesOf(scene: Scene): Breaching {
  const { centre } = scene.place;
  const first = plusDays(firstDayOf(scene.options), longestAsking);
  const candidates = ways.filter(({ at }) => at === null || at === centre);
  return (plan) => {
    const { from } = plan.absence;
    if (from < first) return null;
    const way = candidates.find(
      ({ breach, rule, fits }) => fits(plan) && scene.breaks(rule, from, breach),
    );
    return way?.breach ?? null;
  };
}

/** Days before a leave on which it may be asked for: those of which that is before the demo are left alone. */
const longestAsking = 12;

type Way = {
  readonly breach: LeaveBreach;
  /** Null: at every centre. */
  readonly at: string | null;
  /** The rule that finds it. */
  readonly rule: string;
  readonly fits: (plan: LeavePlan) => boolean;
};

const ways: readonly Way[] = [
  { breach: 'unannounced', at: 'NB', rule: 'substitute-announced', fits: isReplaced },
  { breach: 'head-silent', at: 'KT', rule: 'leave-notice-1-day-emergency', fits: isEmergency },
  { breach: 'off-list', at: 'NB', rule: 'substitute-announced-on-list', fits: isOfPosted },
  { breach: 'unasked', at: 'SL', rule: 'leave-needs-consent', fits: isUnasked },
  { breach: 'spoken', at: 'SL', rule: 'leave-needs-consent', fits: isForConsent },
  { breach: 'unnamed', at: 'SL', rule: 'substitute-announced', fits: isForConsent },
  { breach: 'late-notice', at: 'BL', rule: 'leave-notice-2-days', fits: isPlanned },
  { breach: 'late-notice', at: 'KT', rule: 'leave-notice-1-day', fits: isPlanned },
  { breach: 'unconfirmed', at: 'KT', rule: 'leave-notice-1-day', fits: isOfPosted },
  { breach: 'entered-late', at: null, rule: 'backdated-entry', fits: () => true },
];

function isEmergency({ absence }: LeavePlan): boolean {
  return absence.emergency;
}

function isPlanned({ absence }: LeavePlan): boolean {
  return !absence.emergency;
}

/** Away from the agency, so that nobody is missed at the centre. */
function isUnasked(plan: LeavePlan): boolean {
  return isPlanned(plan) && plan.atAgency && needsConsent({ ...plan, purpose: null });
}

/** Private, or for the agency: other leave needs no consent (SL Đ8.đ, Đ11.2). */
function isForConsent(plan: LeavePlan): boolean {
  return isOfPosted(plan) && needsConsent({ ...plan, purpose: null });
}

function isOfPosted(plan: LeavePlan): boolean {
  return isPlanned(plan) && plan.office !== null && !plan.atAgency;
}

/** Somebody comes to the centre instead, and the article is about such leave (NB Đ6.2b). */
function isReplaced(plan: LeavePlan): boolean {
  const isForAgency = plan.kind === 'business-trip' || plan.kind === 'agency-work';
  return plan.office !== null && !plan.atAgency && plan.substitute !== null && !isForAgency;
}
