/** Which leaves of a demo break what the regulation of their centre asks of leave, and how. */
import { plusDays } from '../../domain/time/date.ts';
import { type Turn, turnOf } from '../planting.ts';
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
  const candidates = waysOf(scene).filter(({ at }) => at === null || at === centre);
  return (plan) => {
    const { from } = plan.absence;
    if (from < first) return null;
    return candidates.find(({ fits, turn }) => fits(plan) && turn(from))?.breach ?? null;
  };
}

/** Days before a leave on which it may be asked for: those of which that is before the demo are left alone. */
const longestAsking = 12;

type Way = {
  readonly breach: LeaveBreach;
  /** Null: at every centre. */
  readonly at: string | null;
  readonly fits: (plan: LeavePlan) => boolean;
  readonly turn: Turn;
};

function waysOf(scene: Scene): readonly Way[] {
  const way = (
    breach: LeaveBreach,
    at: string | null,
    rule: string,
    fits: (plan: LeavePlan) => boolean,
  ): Way => ({ breach, at, fits, turn: turnOf(scene, rule) });
  return [
    way('unannounced', 'NB', 'substitute-announced', isReplaced),
    way('head-silent', 'KT', 'leave-notice-1-day-emergency', ({ absence }) => absence.emergency),
    way('off-list', 'NB', 'substitute-announced-on-list', isOfPosted),
    way('unasked', 'SL', 'leave-needs-consent', isOfProcessing),
    way('spoken', 'SL', 'leave-needs-consent', isOfPosted),
    way('unnamed', 'SL', 'substitute-announced', isOfPosted),
    way('late-notice', 'BL', 'leave-notice-2-days', isPlanned),
    way('late-notice', 'KT', 'leave-notice-1-day', isPlanned),
    way('unconfirmed', 'KT', 'leave-notice-1-day', isOfPosted),
    way('entered-late', null, 'backdated-entry', () => true),
  ];
}

function isPlanned({ absence }: LeavePlan): boolean {
  return !absence.emergency;
}

/** Away from the agency, so that nobody is missed at the centre; study needs no consent (SL Đ11.2). */
function isOfProcessing(plan: LeavePlan): boolean {
  return isPlanned(plan) && plan.atAgency && plan.kind !== 'training';
}

function isOfPosted(plan: LeavePlan): boolean {
  return isPlanned(plan) && plan.office !== null && !plan.atAgency;
}

/** Somebody comes to the centre instead, and the article is about such leave (NB Đ6.2b). */
function isReplaced(plan: LeavePlan): boolean {
  const isForAgency = plan.kind === 'business-trip' || plan.kind === 'agency-work';
  return plan.office !== null && !plan.atAgency && plan.substitute !== null && !isForAgency;
}
