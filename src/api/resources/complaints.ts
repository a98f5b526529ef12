/**
 * Phản ánh, kiến nghị, khiếu nại, tố cáo over HTTP: one complaint, and the list of them.
 *
 * Complaint officers, directors, inspectors and services read all of their centres. An agency's officer
 * reads what the centre turned to their agency with, and never a denunciation; an official reads none;
 * a clerk records the reception and reads none. A denunciation is kept from whomever it accuses,
 * whatever their role (`secrecy.ts`), and who denounces is not told by the way (`veil.ts`).
 */
import { z } from 'zod';
import { complaintFamily } from '../../domain/complaints/complaint/family.ts';
import { foldComplaint } from '../../domain/complaints/complaint/fold.ts';
import { hasEnded, statusLabels, statusOf } from '../../domain/complaints/complaint/status.ts';
import {
  ComplaintFilters,
  ComplaintItem,
  listComplaints,
} from '../../projections/lists/complaints.ts';
import { isDenunciationNow } from '../../projections/lists/denunciations.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { ApiProblem } from '../problem.ts';
import { type Resource, resource } from '../resource.ts';
import { ownAgency } from '../scope.ts';
import { isConfidant } from '../veil.ts';

const Code = z.string().nullable();
const Time = z.iso.datetime().nullable();

const ComplaintState = z.object({
  id: z.string(),
  status: Code,
  statusLabel: z.object({ vi: z.string(), en: z.string() }).nullable(),
  stage: z.enum(['open', 'ended']).describe('ended: resolved, declined, withdrawn or answered.'),
  kind: Code.describe('What it turned out to be; until then, what it was received as.'),
  channel: Code,
  about: Code,
  matter: Code.describe('Who has to deal with it: the centre, an agency, the People’s Committee.'),
  againstOfficial: Code,
  againstAgency: Code,
  dossier: Code,
  earlier: Code,
  remote: z.boolean().nullable(),
  agency: Code.describe('Who has it; null: the centre.'),
  due: z.iso.date().nullable().describe('The last day of the term, as it was last stated.'),
  degree: Code,
  receivedAt: Time,
  reopenedAt: Time,
  reopenings: z.int(),
  classifiedAt: Time,
  forwardedAt: Time,
  reportedAt: Time,
  acceptedAt: Time,
  suspendedAt: Time.describe('Null also where it goes on again.'),
  suspensions: z.int(),
  urged: z.int().describe('How often its agency was urged.'),
  resolvedAt: Time,
  verdict: Code,
  remedies: z.array(z.string()).nullable(),
  declinedAt: Time,
  withdrawnAt: Time,
  repliedAt: Time,
  repliedInWriting: z.boolean(),
  outcomeCopiedAt: Time,
  publishedAt: Time,
  escalatedAt: Time,
  escalatedTo: Code,
  lastActivityAt: Time,
});

export const complaints: Resource = resource({
  family: complaintFamily,
  path: '/v1/complaints/:id',
  tag: 'complaints',
  what: 'a complaint',
  state: ComplaintState,
  show({ timeline, key: { id = '' } }) {
    const folded = foldComplaint(timeline);
    const { asked: _asked, ended: _ended, remedies, ...state } = folded;
    const status = statusOf(folded);
    return {
      ...state,
      id,
      status,
      statusLabel: status === null ? null : statusLabels[status],
      stage: hasEnded(folded) ? ('ended' as const) : ('open' as const),
      remedies: remedies === null ? null : [...remedies],
    };
  },
});

export const complaintList = listed({
  path: '/v1/complaints',
  policy: policyOf('GET', '/v1/complaints'),
  summary: 'Complaints, the latest on record first',
  description:
    'An agency’s officer sees those that their agency has, and no denunciation; nobody sees one of themselves. What leads from a denunciation to who denounces (dossier, earlier) is for complaint officers, who alone find one by its dossier.',
  filters: ComplaintFilters.strict(),
  item: ComplaintItem,
  narrow(holder, filters): ComplaintFilters {
    if (holder.role !== 'agency-officer') return filters;
    if (filters.secrecy === 'secret') throw new ApiProblem('access/not-yours');
    return { ...filters, agency: ownAgency(holder, filters.agency), secrecy: 'none' };
  },
  // A denunciation that were found by its dossier would say whose it is.
  hidesDenunciations: (holder, { dossier }) => dossier !== undefined && !isConfidant(holder),
  show(holder, item, now) {
    const isOne = item.secrecy === 'secret' || isDenunciationNow(now, item.subject);
    return isOne && !isConfidant(holder) ? { ...item, dossier: null, earlier: null } : item;
  },
  list: listComplaints,
});
