/**
 * The register of officials: who they are, where they are posted now, and what they hold; one row for
 * each centre that has something on record of them.
 *
 * What is said of their work (remarks, ratings, classes) is on their record and not in this list.
 */
import { centresOf, saysWhoTheyAre } from '../domain/centre/official/centres.ts';
import { foldOfficial } from '../domain/centre/official/fold.ts';
import { flawOf, type OfficialState } from '../domain/centre/official/state.ts';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import type { Viewing } from './projection.ts';

export const register: Viewing = {
  name: 'register',
  version: 2,
  category: 'official',
  tables: [
    {
      name: 'register',
      columns: {
        official: 'TEXT',
        centre: 'TEXT',
        place: 'INTEGER',
        subject: 'TEXT',
        name: 'TEXT',
        title: 'TEXT',
        telephone: 'TEXT',
        field: 'TEXT',
        agency: 'TEXT',
        office: 'TEXT',
        posting: 'TEXT',
        capacity: 'TEXT',
        postedFrom: 'TEXT',
        postedTo: 'TEXT',
        accounts: 'INTEGER',
        authorities: 'INTEGER',
        registeredAt: 'TEXT',
        lastReviewedAt: 'TEXT',
        initiatives: 'INTEGER',
        rewards: 'INTEGER',
        flaw: 'TEXT',
        entries: 'INTEGER',
      },
      key: 2,
      counts: [],
      indexes: [
        'official, centre',
        'agency, official, centre',
        'office, official, centre',
        'posting, official, centre',
        'flaw, official, centre',
      ],
    },
  ],

  view({ stream, entries, history: { timeline } }) {
    const rows = [...new Set(entries.flatMap(centresOf))].map((centre) => {
      const isOfIt = (entry: Entry<AnyEvent>) => centresOf(entry).includes(centre);
      return {
        official: stream.slice('official-'.length),
        centre,
        place: entries[0]?.index ?? null,
        subject: stream,
        ...columnsOf(foldOfficial(timeline.filter((one) => isOfIt(one) || saysWhoTheyAre(one)))),
        entries: entries.filter(isOfIt).length,
      };
    });
    return { rows: { register: rows }, counts: {}, failures: [] };
  },
};

function columnsOf(state: OfficialState) {
  return {
    name: state.name,
    title: state.title,
    telephone: state.telephone,
    field: state.field,
    agency: state.agency,
    ...placed(state),
    accounts: state.accounts.filter(({ closedAt }) => closedAt === null).length,
    authorities: state.authorities.filter(({ endedAt }) => endedAt === null).length,
    registeredAt: state.registeredAt,
    lastReviewedAt: state.lastReviewedAt,
    initiatives: state.initiatives,
    rewards: state.rewards,
    flaw: flawOf(state),
  };
}

/** The posting that goes on, or else the last one; and the office that is held. */
function placed({ postings, offices }: OfficialState) {
  const open = postings.findLast(({ endedAt }) => endedAt === null);
  const latest = open ?? postings.at(-1);
  const ended = latest === undefined ? 'none' : 'ended';
  return {
    office: offices.findLast(({ leftAt }) => leftAt === null)?.office ?? null,
    posting: open === undefined ? ended : 'open',
    capacity: latest?.capacity ?? null,
    postedFrom: latest?.from ?? null,
    postedTo: latest?.to ?? null,
  };
}
