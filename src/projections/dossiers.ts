/**
 * The dossier list: one row a dossier, as it stands now.
 *
 * Read by the list and its totals. It holds no personal data.
 */
import { foldDossier } from '../domain/dossier/fold.ts';
import type { DossierState } from '../domain/dossier/state.ts';
import { centreOf } from '../domain/regulations/home.ts';
import type { Viewing } from './projection.ts';

/** The order of the list, and after it what is checked most: a total is then counted in the index alone. */
const shown = 'place, centre, receivedAt, channel';

export const dossiers: Viewing = {
  name: 'dossiers',
  version: 2,
  category: 'dossier',
  tables: [
    {
      name: 'dossier',
      columns: {
        subject: 'TEXT',
        place: 'INTEGER',
        code: 'TEXT',
        centre: 'TEXT',
        status: 'TEXT',
        procedure: 'TEXT',
        channel: 'TEXT',
        receivingUnit: 'TEXT',
        solvingUnit: 'TEXT',
        handlingUnit: 'TEXT',
        official: 'TEXT',
        step: 'TEXT',
        receivedAt: 'TEXT',
        appointment: 'TEXT',
        decidedAt: 'TEXT',
        returnedAt: 'TEXT',
        lastActivityAt: 'TEXT',
        supplements: 'INTEGER',
        entries: 'INTEGER',
      },
      key: 1,
      counts: [],
      indexes: [
        shown,
        `status, ${shown}`,
        `official, ${shown}`,
        `solvingUnit, ${shown}`,
        `procedure, ${shown}`,
        'receivedAt, place, centre, channel',
      ],
    },
  ],

  view({ stream, entries, history }) {
    const [first] = entries;
    const state = foldDossier(history.timeline);
    const row = {
      subject: stream,
      place: first?.index ?? null,
      code: state.code ?? stream.slice('dossier-'.length),
      centre: centreOf(entries),
      status: state.status,
      procedure: state.procedure,
      channel: state.channel,
      receivingUnit: state.receivingUnit,
      solvingUnit: state.solvingUnit,
      handlingUnit: state.handlingUnit,
      official: state.official,
      step: state.step?.name ?? null,
      receivedAt: state.receivedAt,
      appointment: appointmentOf(state),
      decidedAt: state.decidedAt,
      returnedAt: state.returnedAt,
      lastActivityAt: state.lastActivityAt,
      supplements: state.supplements,
      entries: entries.length,
    };
    return { rows: { dossier: [row] }, counts: {}, failures: [] };
  },
};

/** As it was given: an instant, or a day. */
function appointmentOf({ appointment }: DossierState): string | null {
  if (appointment === null) return null;
  return 'at' in appointment ? appointment.at : appointment.on;
}
