/** The tables of attendance. Each run of a list is read off one of their indexes, in order; the centre is there to be checked. */
import type { Table } from './table.ts';

const whose = {
  place: 'INTEGER',
  official: 'TEXT',
  agency: 'TEXT',
} as const;

const dayTable: Table = {
  name: 'attendance_day',
  columns: {
    day: 'TEXT',
    subject: 'TEXT',
    centre: 'TEXT',
    ...whose,
    firstIn: 'TEXT',
    lastOut: 'TEXT',
    minutes: 'INTEGER',
    absences: 'TEXT',
    marks: 'TEXT',
  },
  key: 3,
  counts: [],
  indexes: [
    'day, subject, centre',
    'official, day, subject, centre',
    'agency, day, subject, centre',
  ],
};

/** By itself, since a day has as many marks as it has. */
const markTable: Table = {
  name: 'attendance_mark',
  columns: { mark: 'TEXT', day: 'TEXT', subject: 'TEXT', centre: 'TEXT', ...whose },
  key: 4,
  counts: [],
  indexes: ['mark, official, day, subject, centre'],
};

const noteTable: Table = {
  name: 'conduct_note',
  columns: {
    at: 'TEXT',
    subject: 'TEXT',
    number: 'INTEGER',
    event: 'TEXT',
    centre: 'TEXT',
    ...whose,
    whose: 'TEXT',
    act: 'TEXT',
    source: 'TEXT',
    by: 'TEXT',
    ownDress: 'TEXT',
    counter: 'TEXT',
    dossier: 'TEXT',
    complaint: 'TEXT',
    rating: 'TEXT',
    document: 'TEXT',
  },
  key: 3,
  counts: [],
  indexes: [
    'at, place, number, centre',
    'official, at, place, number, centre',
    'act, at, place, number, centre',
    'agency, at, place, number, centre',
  ],
};

const overtimeTable: Table = {
  name: 'overtime',
  columns: {
    at: 'TEXT',
    subject: 'TEXT',
    number: 'INTEGER',
    event: 'TEXT',
    centre: 'TEXT',
    ...whose,
    day: 'TEXT',
    kind: 'TEXT',
    minutes: 'INTEGER',
    startsAt: 'TEXT',
    endsAt: 'TEXT',
    earned: 'INTEGER',
    compensation: 'TEXT',
    orderedBy: 'TEXT',
    counter: 'TEXT',
    document: 'TEXT',
  },
  key: 3,
  counts: [],
  indexes: [
    'at, place, number, centre',
    'official, at, place, number, centre',
    'agency, at, place, number, centre',
    'kind, at, place, number, centre',
  ],
};

/** Counters and assets that were taken over or given back: looked up by whose posting they may be for. */
const assetsTable: Table = {
  name: 'assets_handed',
  columns: {
    official: 'TEXT',
    centre: 'TEXT',
    at: 'TEXT',
    subject: 'TEXT',
    number: 'INTEGER',
    place: 'INTEGER',
    agency: 'TEXT',
    day: 'TEXT',
    posting: 'TEXT',
    counter: 'TEXT',
    document: 'TEXT',
  },
  key: 5,
  counts: [],
  indexes: [],
};

export const attendanceTables: readonly Table[] = [
  dayTable,
  markTable,
  noteTable,
  overtimeTable,
  assetsTable,
];
