/**
 * The list of complaints: one row each, as it stands now.
 *
 * It says that a row is of a denunciation, and whom that accuses, and so for whom it is not. It holds no
 * personal data.
 */
import { foldComplaint } from '../domain/complaints/complaint/fold.ts';
import { accusedIn, isSecret } from '../domain/complaints/complaint/secrecy.ts';
import type { ComplaintState } from '../domain/complaints/complaint/state.ts';
import { hasEnded, statusOf } from '../domain/complaints/complaint/status.ts';
import { centreOf } from '../domain/regulations/home.ts';
import type { Viewing } from './projection.ts';
import type { Row } from './table.ts';

/** What the list is filtered by, each with the index that serves it. */
const filtered = [
  'dossier',
  'againstOfficial',
  'agency',
  'againstAgency',
  'status',
  'kind',
  'channel',
  'matter',
  'about',
  'stage',
] as const;

export const complaints: Viewing = {
  name: 'complaints',
  version: 2,
  category: 'complaint',
  tables: [
    {
      name: 'complaint',
      columns: {
        place: 'INTEGER',
        subject: 'TEXT',
        id: 'TEXT',
        centre: 'TEXT',
        secrecy: 'TEXT',
        status: 'TEXT',
        stage: 'TEXT',
        kind: 'TEXT',
        channel: 'TEXT',
        about: 'TEXT',
        matter: 'TEXT',
        againstOfficial: 'TEXT',
        againstAgency: 'TEXT',
        agency: 'TEXT',
        dossier: 'TEXT',
        earlier: 'TEXT',
        remote: 'INTEGER',
        degree: 'TEXT',
        due: 'TEXT',
        receivedAt: 'TEXT',
        classifiedAt: 'TEXT',
        forwardedAt: 'TEXT',
        reportedAt: 'TEXT',
        acceptedAt: 'TEXT',
        suspendedAt: 'TEXT',
        resolvedAt: 'TEXT',
        verdict: 'TEXT',
        declinedAt: 'TEXT',
        withdrawnAt: 'TEXT',
        repliedAt: 'TEXT',
        repliedInWriting: 'INTEGER',
        outcomeCopiedAt: 'TEXT',
        publishedAt: 'TEXT',
        escalatedAt: 'TEXT',
        escalatedTo: 'TEXT',
        reopenedAt: 'TEXT',
        reopenings: 'INTEGER',
        suspensions: 'INTEGER',
        urged: 'INTEGER',
        lastActivityAt: 'TEXT',
        entries: 'INTEGER',
      },
      key: 1,
      counts: [],
      indexes: [
        'place, centre, secrecy',
        ...filtered.map((column) => `${column}, place, centre, secrecy`),
        'receivedAt, place, centre',
        'secrecy, subject',
        'subject, secrecy',
      ],
    },
    {
      name: 'complaint_accused',
      columns: { official: 'TEXT', subject: 'TEXT' },
      key: 2,
      counts: [],
      indexes: [],
    },
  ],

  view({ stream, entries, history }) {
    const state = foldComplaint(history.timeline);
    const row = {
      place: entries[0]?.index ?? null,
      subject: stream,
      id: stream.slice('complaint-'.length),
      centre: centreOf(entries),
      secrecy: isSecret(entries) ? 'secret' : 'none',
      status: statusOf(state),
      stage: hasEnded(state) ? 'ended' : 'open',
      ...columnsOf(state),
      entries: entries.length,
    };
    const accused = isSecret(entries) ? [...accusedIn(entries)] : [];
    const accusing = accused.map((official) => ({ official, subject: stream }));
    return { rows: { complaint: [row], complaint_accused: accusing }, counts: {}, failures: [] };
  },
};

function columnsOf(complaint: ComplaintState): Row {
  const {
    asked: _asked,
    ended: _ended,
    remedies: _remedies,
    remote,
    repliedInWriting,
    ...columns
  } = complaint;
  return {
    ...columns,
    remote: remote === null ? null : Number(remote),
    repliedInWriting: Number(repliedInWriting),
  };
}
