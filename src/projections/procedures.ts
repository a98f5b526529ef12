/** Procedures as each centre deals with them: one row a version, with the days on which it is in force. */
import { foldProcedure } from '../domain/centre/procedure/fold.ts';
import { publishedOf } from '../domain/centre/procedure/openness.ts';
import { versionsOf } from '../domain/centre/procedure/versions.ts';
import type { Viewing } from './projection.ts';

export const procedures: Viewing = {
  name: 'procedures',
  version: 1,
  category: 'procedure',
  tables: [
    {
      name: 'procedure',
      columns: {
        code: 'TEXT',
        centre: 'TEXT',
        firstDay: 'TEXT',
        lastDay: 'TEXT',
        place: 'INTEGER',
        subject: 'TEXT',
        version: 'TEXT',
        name: 'TEXT',
        field: 'TEXT',
        agency: 'TEXT',
        level: 'TEXT',
        term: 'TEXT',
        steps: 'TEXT',
        components: 'TEXT',
        channels: 'TEXT',
        resultChannels: 'TEXT',
        delegated: 'INTEGER',
        onTheSpot: 'INTEGER',
        specialReturn: 'INTEGER',
        outsideCentre: 'INTEGER',
        saturday: 'INTEGER',
        document: 'TEXT',
        publishedAt: 'TEXT',
        toldAt: 'TEXT',
        postedAt: 'TEXT',
      },
      key: 3,
      counts: [],
      indexes: [
        'code, centre, firstDay',
        'agency, code, centre, firstDay',
        'field, code, centre, firstDay',
      ],
    },
  ],

  view({ stream, entries, history }) {
    const code = stream.slice('procedure-'.length);
    const place = entries[0]?.index ?? null;
    const rows = foldProcedure(history.timeline).centres.flatMap((at) =>
      versionsOf(at).map((version) => ({
        code,
        centre: at.centre,
        firstDay: version.from,
        lastDay: version.to,
        place,
        subject: stream,
        version: version.version,
        name: version.name,
        field: version.field,
        agency: version.agency,
        level: version.level,
        term: JSON.stringify(version.term),
        steps: JSON.stringify(version.steps),
        components: JSON.stringify(version.components),
        channels: JSON.stringify(version.channels),
        resultChannels: JSON.stringify(version.resultChannels),
        delegated: flag(version.delegated),
        onTheSpot: flag(version.onTheSpot),
        specialReturn: flag(version.specialReturn),
        outsideCentre: flag(version.outsideCentre),
        saturday: flag(version.saturday),
        document: version.document,
        publishedAt: version.at,
        ...publishedOf(at, version),
      })),
    );
    return { rows: { procedure: rows }, counts: {}, failures: [] };
  },
};

function flag(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}
