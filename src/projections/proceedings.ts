/**
 * What a centre decided, asked, reported, published and settled: one row each, with its answer. And one
 * row for each dossier, agency and official that a proposed measure is about, which the list of late
 * dossiers looks up.
 */
import { foldCentre } from '../domain/centre/centre/fold.ts';
import type { CentreEventOf } from '../domain/centre/centre/vocabulary.ts';
import { centre as words } from '../domain/centre/centre/vocabulary.ts';
import type { Entry } from '../domain/entry.ts';
import { centreOf } from '../domain/regulations/home.ts';
import { inWords } from '../domain/regulations/in-words.ts';
import { ofType } from '../domain/timeline.ts';
import type { Viewing } from './projection.ts';
import type { Row, Table } from './table.ts';

const measureTable: Table = {
  name: 'measure_about',
  columns: {
    centre: 'TEXT',
    what: 'TEXT',
    code: 'TEXT',
    at: 'TEXT',
    event: 'TEXT',
    measure: 'TEXT',
    because: 'TEXT',
  },
  key: 5,
  counts: [],
  indexes: [],
};

export const proceedings: Viewing = {
  name: 'proceedings',
  version: 2,
  category: 'centre',
  tables: [
    {
      name: 'proceeding',
      columns: {
        place: 'INTEGER',
        number: 'INTEGER',
        subject: 'TEXT',
        centre: 'TEXT',
        kind: 'TEXT',
        id: 'TEXT',
        about: 'TEXT',
        agencies: 'TEXT',
        officials: 'TEXT',
        firstDay: 'TEXT',
        lastDay: 'TEXT',
        openedAt: 'TEXT',
        closedAt: 'TEXT',
        outcome: 'TEXT',
        document: 'TEXT',
        answer: 'TEXT',
        at: 'TEXT',
      },
      key: 2,
      counts: [],
      indexes: [
        'at, place, number, centre',
        'kind, at, place, number, centre',
        'id, at, place, number',
      ],
    },
    measureTable,
  ],

  view({ stream, entries, history }) {
    const centre = centreOf(entries);
    const place = entries[0]?.index ?? null;
    const rows = foldCentre(history.timeline).proceedings.map(({ from, to, ...one }, number) => ({
      ...one,
      place,
      number,
      subject: stream,
      centre,
      agencies: JSON.stringify(one.agencies),
      officials: JSON.stringify(one.officials),
      firstDay: from,
      lastDay: to,
      at: one.openedAt ?? one.closedAt,
    }));
    const measures = ofType(inWords('centre', words, history.timeline), 'MeasureProposed');
    const about = measures.flatMap((one) => measuresIn(one, centre));
    return { rows: { proceeding: rows, measure_about: about }, counts: {}, failures: [] };
  },
};

/** Each that it names, once. */
function measuresIn(
  { id: event, occurredAt: at, data }: Entry<CentreEventOf<'MeasureProposed'>>,
  centre: string | null,
): Row[] {
  const { measure, because, dossiers, agencies, officials } = data;
  const named = { dossier: dossiers, agency: agencies, official: officials };
  return Object.entries(named).flatMap(([what, codes]) =>
    [...new Set<string>(codes ?? [])].map((code) => ({
      centre,
      what,
      code,
      at,
      event,
      measure,
      because,
    })),
  );
}
