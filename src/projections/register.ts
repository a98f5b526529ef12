/**
 * The register of officials: who they are, where they are posted now, and what they hold.
 *
 * What is said of their work (remarks, ratings, classes) is on their record and not in this list.
 */
import { foldOfficial } from '../domain/centre/official/fold.ts';
import type { OfficialState } from '../domain/centre/official/state.ts';
import { centreOf } from '../domain/regulations/judge.ts';
import type { Projection } from './projection.ts';

export const register: Projection = {
  name: 'register',
  version: 1,
  category: 'official',
  tables: [
    {
      name: 'register',
      columns: {
        place: 'INTEGER',
        subject: 'TEXT',
        official: 'TEXT',
        centre: 'TEXT',
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
        entries: 'INTEGER',
      },
      key: 1,
      counts: [],
      indexes: [
        'official, centre',
        'agency, official, centre',
        'office, official, centre',
        'posting, official, centre',
      ],
    },
  ],

  view({ stream, entries, history }) {
    const [first] = entries;
    const state = foldOfficial(history.timeline);
    const row = {
      place: first?.index ?? null,
      subject: stream,
      official: stream.slice('official-'.length),
      centre: centreOf(entries),
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
      entries: entries.length,
    };
    return { rows: { register: [row] }, counts: {}, failures: [] };
  },
};

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
