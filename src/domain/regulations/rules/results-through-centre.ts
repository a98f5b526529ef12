/**
 * results-through-centre: the applicant gets the result from the centre, and not from the agency (NB Đ5.2d,
 * KT Đ13.2, TQ Đ8.2).
 *
 * A breach is a result that was returned at an agency's office; at NB at its own section in the centre,
 * too. NB excepts the procedures for which that was agreed with the centre, by the return itself, by
 * what is published or by an agreement in force that day: with none on record there is none. At TQ
 * what was asked for online or by post the agency returns itself (TQ Đ8.1): there the breach takes a
 * result that was to be fetched.
 */
import type { DossierEvent, DossierEventOf, Place } from '../../dossier/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { chosenChannelIn, isFetched, procedureIn, solvingUnitIn } from '../dossier-facts.ts';
import { prohibition } from '../prohibition.ts';
import { isBound } from '../registers/agencies.ts';
import { versionOn, waysOn } from '../registers/procedures.ts';
import type { Context } from '../rule.ts';

type Return = Entry<DossierEventOf<'ResultReturned'>>;

type Demanded = {
  /** Where it must not be returned. */
  readonly places: readonly Place[];
  readonly isExcepted: (
    entry: Return,
    timeline: Timeline<DossierEvent>,
    context: Context,
  ) => boolean;
};

/** KT Đ13.2. */
export const resultsThroughCentre = through({ places: ['agency-office'], isExcepted: () => false });

/** NB Đ5.2d. */
export const resultsThroughCentreUnlessAgreed = through({
  places: ['agency-office', 'agency-section'],
  isExcepted: isAgreed,
});

/** TQ Đ8.2. */
export const fetchedResultsThroughCentre = through({
  places: ['agency-office'],
  isExcepted: ({ data }, timeline) => !isFetched(data.chosenChannel ?? chosenChannelIn(timeline)),
});

function through({ places, isExcepted }: Demanded) {
  return prohibition<DossierEvent>({
    key: 'results-through-centre',
    version: 1,
    title: { vi: 'Trả kết quả qua Trung tâm', en: 'Results returned by the centre' },
    subject: 'dossier',
    watches: ['ResultReturned'],
    gathered: false,
    offends(entry, timeline, context) {
      if (entry.type !== 'ResultReturned') return null;
      const { place } = entry.data;
      if (place === null || !places.includes(place)) return null;
      if (!isBound(agencyOf(entry, timeline), context)) return null;
      return isExcepted(entry, timeline, context) ? null : [];
    },
    blames: (entry, timeline) =>
      entry.type === 'ResultReturned' ? { kind: 'agency', code: agencyOf(entry, timeline) } : null,
    tells: (entry) => (entry.type === 'ResultReturned' ? entry.data.place : null),
  });
}

function agencyOf({ data }: Return, timeline: Timeline<DossierEvent>): string | null {
  return data.unit ?? solvingUnitIn(timeline);
}

function isAgreed(
  { data, occurredAt }: Return,
  timeline: Timeline<DossierEvent>,
  context: Context,
): boolean {
  if (data.byAgreement === true) return true;
  const [procedure, day] = [procedureIn(timeline), context.workingTime.dateAt(occurredAt)];
  if (versionOn(procedure, day, context)?.specialReturn === true) return true;
  return waysOn(procedure, day, context).some(({ way }) => way === 'return-by-agency');
}
