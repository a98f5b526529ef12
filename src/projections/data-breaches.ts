/** The list of breaches of personal data: one row each, as it stands now. It holds no personal data. */
import { foldDataBreach } from '../domain/privacy/breach/fold.ts';
import { dataBreachStageOf } from '../domain/privacy/breach/state.ts';
import { centreOf } from '../domain/regulations/home.ts';
import type { Viewing } from './projection.ts';

export const dataBreaches: Viewing = {
  name: 'data-breaches',
  version: 1,
  category: 'databreach',
  tables: [
    {
      name: 'data_breach',
      columns: {
        place: 'INTEGER',
        subject: 'TEXT',
        id: 'TEXT',
        centre: 'TEXT',
        what: 'TEXT',
        day: 'TEXT',
        holder: 'TEXT',
        sensitive: 'INTEGER',
        persons: 'INTEGER',
        dossiers: 'TEXT',
        stage: 'TEXT',
        detectedAt: 'TEXT',
        authorityNotifiedAt: 'TEXT',
        personsNotifiedAt: 'TEXT',
        dealtWithAt: 'TEXT',
        measures: 'TEXT',
        lastActivityAt: 'TEXT',
        entries: 'INTEGER',
      },
      key: 1,
      counts: [],
      indexes: [
        'place, centre',
        'holder, place, centre',
        'what, place, centre',
        'stage, place, centre',
        'detectedAt, place, centre',
      ],
    },
  ],

  view({ stream, entries, history }) {
    const { on, sensitive, dossiers, measures, ...state } = foldDataBreach(history.timeline);
    const row = {
      place: entries[0]?.index ?? null,
      subject: stream,
      id: stream.slice('databreach-'.length),
      centre: centreOf(entries),
      ...state,
      day: on,
      sensitive: sensitive === null ? null : Number(sensitive),
      dossiers: JSON.stringify(dossiers),
      stage: dataBreachStageOf(state),
      measures: measures === null ? null : JSON.stringify(measures),
      entries: entries.length,
    };
    return { rows: { data_breach: [row] }, counts: {}, failures: [] };
  },
};
