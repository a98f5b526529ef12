/** The list of violations: one row each, as it stands now. It holds no personal data. */
import { foldViolation } from '../domain/complaints/violation/fold.ts';
import { centreOf } from '../domain/regulations/judge.ts';
import type { Projection } from './projection.ts';

export const violations: Projection = {
  name: 'violations',
  version: 1,
  category: 'violation',
  tables: [
    {
      name: 'violation',
      columns: {
        place: 'INTEGER',
        subject: 'TEXT',
        id: 'TEXT',
        centre: 'TEXT',
        act: 'TEXT',
        who: 'TEXT',
        official: 'TEXT',
        agency: 'TEXT',
        stage: 'TEXT',
        complaints: 'TEXT',
        untold: 'INTEGER',
        notedAt: 'TEXT',
        transferredAt: 'TEXT',
        transferredTo: 'TEXT',
        explainedAt: 'TEXT',
        decidedAt: 'TEXT',
        found: 'TEXT',
        measure: 'TEXT',
        madeKnownAt: 'TEXT',
        publishedAt: 'TEXT',
        lastActivityAt: 'TEXT',
        entries: 'INTEGER',
      },
      key: 1,
      counts: [],
      indexes: [
        'place, centre',
        'official, place, centre',
        'agency, place, centre',
        'stage, place, centre',
        'act, place, centre',
        'notedAt, place, centre',
      ],
    },
  ],

  view({ stream, entries, history }) {
    const { asked: _, told, complaints, recordedAt, ...state } = foldViolation(history.timeline);
    const row = {
      place: entries[0]?.index ?? null,
      subject: stream,
      id: stream.slice('violation-'.length),
      centre: centreOf(entries),
      ...state,
      // To hand it on is enough to be done with it here: what the agency decides is its own.
      stage: (state.decidedAt ?? state.transferredAt) === null ? 'open' : 'dealt-with',
      complaints: JSON.stringify(complaints),
      untold: complaints.filter((id) => !told.some((one) => one === id)).length,
      notedAt: recordedAt,
      entries: entries.length,
    };
    return { rows: { violation: [row] }, counts: {}, failures: [] };
  },
};
