/**
 * new-appointment-once: a late dossier is given a new appointment at most once (national law, as several
 * provinces give it).
 *
 * Each apology after the first that names another date than the one before it is a breach of the agency.
 */
import type { DossierEvent, DossierEventOf } from '../../dossier/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { ofType } from '../../timeline.ts';
import { solvingUnitIn } from '../dossier-facts.ts';
import { prohibition } from '../prohibition.ts';

export const newAppointmentOnce = prohibition<DossierEvent>({
  key: 'new-appointment-once',
  version: 1,
  title: {
    vi: 'Hẹn lại ngày trả kết quả không quá một lần',
    en: 'A new appointment at most once',
  },
  subject: 'dossier',
  watches: ['ApologyIssued'],
  gathered: false,
  offends(entry, timeline) {
    if (entry.type !== 'ApologyIssued') return null;
    const all = ofType(timeline, 'ApologyIssued').filter(({ data }) => dateOf(data) !== null);
    const before = all[all.findIndex(({ id }) => id === entry.id) - 1];
    return before === undefined || isSame(before, entry) ? null : [before];
  },
  blames: (entry, timeline) => ({
    kind: 'agency',
    code: (entry.type === 'ApologyIssued' ? entry.data.unit : null) ?? solvingUnitIn(timeline),
  }),
});

type Apology = DossierEventOf<'ApologyIssued'>;

function isSame(one: Entry<Apology>, other: Entry<Apology>): boolean {
  return dateOf(one.data) === dateOf(other.data);
}

function dateOf({ newAppointment }: Apology['data']): string | null {
  if (newAppointment === null) return null;
  return 'at' in newAppointment ? newAppointment.at : newAppointment.on;
}
