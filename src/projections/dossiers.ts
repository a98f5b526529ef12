/**
 * The dossier list: one row a dossier, as it stands now; and one row for each thing that the regulations
 * have listed of it, by which the list is narrowed to those.
 *
 * Read by the list and its totals. It holds no personal data.
 */
import { foldDossier } from '../domain/dossier/fold.ts';
import { marksOf } from '../domain/dossier/marks.ts';
import type { DossierState } from '../domain/dossier/state.ts';
import { dossier } from '../domain/dossier/vocabulary.ts';
import { centreOf } from '../domain/regulations/home.ts';
import { inWords } from '../domain/regulations/in-words.ts';
import type { Viewing } from './projection.ts';
import type { Table } from './table.ts';

/** The order of the list, and after it what is checked most: a total is then counted in the index alone. */
const shown = 'place, centre, receivedAt, channel';

/** By itself, since a dossier has as many marks as it has; with whatever else the list is narrowed by. */
const markTable: Table = {
  name: 'dossier_mark',
  columns: {
    mark: 'TEXT',
    place: 'INTEGER',
    subject: 'TEXT',
    centre: 'TEXT',
    status: 'TEXT',
    procedure: 'TEXT',
    channel: 'TEXT',
    solvingUnit: 'TEXT',
    official: 'TEXT',
    receivedAt: 'TEXT',
  },
  key: 2, // the order of the list: its rows need no index
  counts: [],
  indexes: [],
};

export const dossiers: Viewing = {
  name: 'dossiers',
  version: 3,
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
        marks: 'TEXT',
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
    markTable,
  ],

  view({ stream, entries, history }) {
    const [first] = entries;
    const state = foldDossier(history.timeline);
    const marks = marksOf(inWords('dossier', dossier, history.timeline), state);
    const narrowed = {
      place: first?.index ?? null,
      subject: stream,
      centre: centreOf(entries),
      status: state.status,
      procedure: state.procedure,
      channel: state.channel,
      solvingUnit: state.solvingUnit,
      official: state.official,
      receivedAt: state.receivedAt,
    };
    const row = {
      ...narrowed,
      code: state.code ?? stream.slice('dossier-'.length),
      receivingUnit: state.receivingUnit,
      handlingUnit: state.handlingUnit,
      step: state.step?.name ?? null,
      appointment: appointmentOf(state),
      decidedAt: state.decidedAt,
      returnedAt: state.returnedAt,
      lastActivityAt: state.lastActivityAt,
      supplements: state.supplements,
      marks: JSON.stringify(marks),
      entries: entries.length,
    };
    const marked = marks.map((mark) => ({ mark, ...narrowed }));
    return { rows: { dossier: [row], dossier_mark: marked }, counts: {}, failures: [] };
  },
};

/** As it was given: an instant, or a day. */
function appointmentOf({ appointment }: DossierState): string | null {
  if (appointment === null) return null;
  return 'at' in appointment ? appointment.at : appointment.on;
}
