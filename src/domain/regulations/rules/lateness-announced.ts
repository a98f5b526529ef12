/**
 * lateness-announced: a dossier that will not be finished in time is announced beforehand (national law, as
 * several provinces give it): the agency tells the centre in writing, and apologises to the applicant
 * with a new date, no later than one day before the time runs out.
 *
 * Two duties of the agency, of a dossier whose time ran out while it lay with that agency or with another
 * one: what it waits for there changes nothing for the applicant, and no text exempts it. Neither is owed
 * where the applicant was waited for, nor where the dossier was with the post or back at the counter, so that
 * the agency had not got it.
 *
 * By the end of the working day before (`daysBefore`). That a dossier is late is known when its time has
 * passed: until it is closed, neither is overdue before then. What came in too late for one day before could
 * not be announced.
 *
 * The notice is a proposed extension, or a reason that is given for the lateness. The apology moves no
 * due time.
 */
import type { Party } from '../../dossier/holding.ts';
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { dueDaysBefore } from '../days-before.ts';
import { solvingUnitIn } from '../dossier-facts.ts';
import { duty } from '../duty.ts';
import { runningOut, waitedForAt } from '../lateness.ts';
import { lastMomentOf } from '../order.ts';

export const latenessAnnounced = duty<DossierEvent>({
  key: 'lateness-announced',
  version: 3,
  title: {
    vi: 'Báo trước hồ sơ chậm, xin lỗi và hẹn lại',
    en: 'Lateness announced beforehand, with an apology and a new date',
  },
  subject: 'dossier',
  openedBy: ['DossierReceived'],
  opens(entry, context, timeline, history) {
    const late = runningOut(history, context);
    if (late === null || !liesWithAgencies(waitedForAt(timeline, late.at, context))) return null;
    const announced = dueDaysBefore(context.workingTime.dateAt(late.at), 1, context);
    if (announced <= lastMomentOf(entry, context)) return null;
    const due = late.isOver ? announced : late.at;
    const bearer = { kind: 'agency', code: solvingUnitIn(timeline) } as const;
    return [
      { part: 'notice', at: late.at, due, bearer, detail: 'the notice to the centre' },
      { part: 'apology', at: late.at, due, bearer, detail: 'the apology to the applicant' },
    ];
  },
  opensOnce: true,
  movedBy: ['AppointmentMoved'],
  discharges: ['ExtensionProposed', 'ReasonGiven', 'ApologyIssued'],
  answers(entry, { opening: { part } }) {
    if (part === 'apology') return entry.type === 'ApologyIssued';
    if (entry.type === 'ReasonGiven') return isForLateness(entry.data.about);
    return entry.type === 'ExtensionProposed';
  },
});

/** @param other for whom it waits, other than the agency that solves it; null: for nobody. */
function liesWithAgencies(other: Party | null): boolean {
  return other === null || other === 'other-agency';
}

function isForLateness(about: string | null): boolean {
  return about === 'lateness' || about === null;
}
