/** The list of agencies: what each is called, since when and until when there is one, and what came after it. */
import { foldAgency } from '../domain/centre/agency/fold.ts';
import { validList } from '../domain/centre/agency/lists.ts';
import { centreOf } from '../domain/regulations/home.ts';
import type { Viewing } from './projection.ts';

export const agencies: Viewing = {
  name: 'agencies',
  version: 2,
  category: 'agency',
  tables: [
    {
      name: 'agency',
      columns: {
        place: 'INTEGER',
        subject: 'TEXT',
        code: 'TEXT',
        centre: 'TEXT',
        name: 'TEXT',
        shortName: 'TEXT',
        kind: 'TEXT',
        parent: 'TEXT',
        rotating: 'INTEGER',
        telephone: 'TEXT',
        firstDay: 'TEXT',
        lastDay: 'TEXT',
        abolishedAt: 'TEXT',
        predecessors: 'TEXT',
        successors: 'TEXT',
        leaders: 'TEXT',
        listFrom: 'TEXT',
        listTo: 'TEXT',
        listApprovedAt: 'TEXT',
        formal: 'INTEGER',
        reserves: 'INTEGER',
        directoryPublishedAt: 'TEXT',
        reservePlanAt: 'TEXT',
        modelDossiersAt: 'TEXT',
        entries: 'INTEGER',
      },
      key: 1,
      counts: [],
      indexes: [
        'code, centre',
        'kind, code, centre',
        'parent, code, centre',
        'rotating, code, centre',
      ],
    },
  ],

  view({ stream, entries, history }) {
    const state = foldAgency(history.timeline);
    const list = validList(state.lists, null);
    const row = {
      place: entries[0]?.index ?? null,
      subject: stream,
      code: stream.slice('agency-'.length),
      centre: centreOf(entries),
      name: state.name,
      shortName: state.shortName,
      kind: state.kind,
      parent: state.parent,
      rotating: state.rotating === null ? null : Number(state.rotating),
      telephone: state.telephone,
      firstDay: state.from,
      lastDay: state.to,
      abolishedAt: state.abolishedAt,
      predecessors: JSON.stringify(state.predecessors),
      successors: JSON.stringify(state.successors),
      leaders: JSON.stringify(state.leaders),
      listFrom: list?.from ?? null,
      listTo: list?.to ?? null,
      listApprovedAt: list?.approvedAt ?? null,
      formal: list?.people.filter(({ capacity }) => capacity === 'formal').length ?? 0,
      reserves: list?.people.filter(({ capacity }) => capacity === 'reserve').length ?? 0,
      directoryPublishedAt: state.directoryPublishedAt,
      reservePlanAt: state.reservePlanAt,
      modelDossiersAt: state.modelDossiersAt,
      entries: entries.length,
    };
    return { rows: { agency: [row] }, counts: {}, failures: [] };
  },
};
