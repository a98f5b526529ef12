/** The list of requests about personal data: one row each, as it stands now. It holds no personal data. */
import { foldDataRequest } from '../domain/privacy/request/fold.ts';
import { dataRequestStageOf, daysTaken } from '../domain/privacy/request/state.ts';
import { centreOf } from '../domain/regulations/home.ts';
import type { Viewing } from './projection.ts';

export const dataRequests: Viewing = {
  name: 'data-requests',
  version: 1,
  category: 'datarequest',
  tables: [
    {
      name: 'data_request',
      columns: {
        place: 'INTEGER',
        subject: 'TEXT',
        id: 'TEXT',
        centre: 'TEXT',
        asks: 'TEXT',
        channel: 'TEXT',
        dossier: 'TEXT',
        holder: 'TEXT',
        stage: 'TEXT',
        receivedAt: 'TEXT',
        acknowledgedAt: 'TEXT',
        extendedAt: 'TEXT',
        extendedTo: 'TEXT',
        answeredAt: 'TEXT',
        outcome: 'TEXT',
        ground: 'TEXT',
        daysTaken: 'INTEGER',
        withdrawnAt: 'TEXT',
        lastActivityAt: 'TEXT',
        entries: 'INTEGER',
      },
      key: 1,
      counts: [],
      indexes: [
        'place, centre',
        'dossier, place, centre',
        'holder, place, centre',
        'ground, place, centre',
        'outcome, place, centre',
        'asks, place, centre',
        'stage, place, centre',
        'receivedAt, place, centre',
      ],
    },
  ],

  view({ stream, entries, history }) {
    const state = foldDataRequest(history.timeline);
    const row = {
      place: entries[0]?.index ?? null,
      subject: stream,
      id: stream.slice('datarequest-'.length),
      centre: centreOf(entries),
      ...state,
      stage: dataRequestStageOf(state),
      daysTaken: daysTaken(state),
      entries: entries.length,
    };
    return { rows: { data_request: [row] }, counts: {}, failures: [] };
  },
};
