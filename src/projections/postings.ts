/** The list of postings: one row for each time that an official was sent to a centre. */
import { foldOfficial } from '../domain/centre/official/fold.ts';
import type { Posting } from '../domain/centre/official/postings.ts';
import type { Viewing } from './projection.ts';
import type { Row } from './table.ts';

export const postings: Viewing = {
  name: 'postings',
  version: 1,
  category: 'official',
  tables: [
    {
      name: 'posting',
      columns: {
        subject: 'TEXT',
        number: 'INTEGER',
        place: 'INTEGER',
        official: 'TEXT',
        name: 'TEXT',
        centre: 'TEXT',
        posting: 'TEXT',
        agency: 'TEXT',
        capacity: 'TEXT',
        position: 'TEXT',
        counter: 'TEXT',
        rotating: 'INTEGER',
        firstDay: 'TEXT',
        lastDay: 'TEXT',
        firstLastDay: 'TEXT',
        extensions: 'INTEGER',
        state: 'TEXT',
        because: 'TEXT',
        standards: 'TEXT',
        yearsOfService: 'TEXT',
        qualification: 'TEXT',
        document: 'TEXT',
      },
      key: 2,
      counts: [],
      indexes: [
        'place, number, centre, firstDay, lastDay, capacity',
        'official, place, number, centre',
        'agency, place, number, centre',
        'standards, place, number, centre',
        'state, place, number, centre',
      ],
    },
  ],

  view({ stream, entries, history }) {
    const state = foldOfficial(history.timeline);
    const whose = {
      place: entries[0]?.index ?? null,
      subject: stream,
      official: stream.slice('official-'.length),
      name: state.name,
    };
    const rows = state.postings.map((posting, number) => ({
      ...whose,
      number,
      ...columnsOf(posting),
    }));
    return { rows: { posting: rows }, counts: {}, failures: [] };
  },
};

function columnsOf(posting: Posting): Row {
  const { standards, rotating } = posting;
  return {
    centre: posting.centre,
    posting: posting.posting,
    agency: posting.agency,
    capacity: posting.capacity,
    position: posting.position,
    counter: posting.counter,
    rotating: rotating === null ? null : Number(rotating),
    firstDay: posting.from,
    lastDay: posting.to,
    firstLastDay: posting.firstTo,
    extensions: posting.extensions,
    state: posting.endedAt === null ? 'open' : 'ended',
    because: posting.because,
    standards: statementOf(posting),
    yearsOfService: standards?.yearsOfService?.toString() ?? null,
    qualification: standards?.qualification ?? null,
    document: posting.document,
  };
}

/** What the agency states of the standards (KT Đ13.1, NB Đ6.2a). */
function statementOf({ standards }: Posting): 'missing' | 'met' | 'not-met' | 'unclear' {
  if (standards === null) return 'missing';
  if (standards.met === null) return 'unclear';
  return standards.met ? 'met' : 'not-met';
}
