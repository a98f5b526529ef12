/** The list of violations: one row each, as it stands now. It holds no personal data. */
import { foldViolation } from '../domain/complaints/violation/fold.ts';
import { violationStageOf } from '../domain/complaints/violation/stage.ts';
import { centreOf } from '../domain/regulations/home.ts';
import type { Viewing } from './projection.ts';

export const violations: Viewing = {
  name: 'violations',
  version: 2,
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
      stage: violationStageOf(state),
      complaints: JSON.stringify(complaints),
      untold: complaints.filter((id) => !told.some((one) => one === id)).length,
      notedAt: recordedAt,
      entries: entries.length,
    };
    return { rows: { violation: [row] }, counts: {}, failures: [] };
  },
};
