/** The list of complaints, the one that came on record last before the others. */
import { z } from 'zod';
import { statuses } from '../../domain/complaints/complaint/status.ts';
import { complaint } from '../../domain/complaints/complaint/vocabulary.ts';
import { Moment } from './moment.ts';
import { recordList } from './records.ts';

const { shape: received } = complaint.ComplaintReceived.latest;
const { shape: classified } = complaint.ComplaintClassified.latest;
const { shape: resolved } = complaint.ComplaintResolved.latest;

const Kind = received.kind;
const Channel = received.channel.unwrap().unwrap();
const About = received.about.unwrap().unwrap();
const Matter = classified.matter.unwrap().unwrap();
const Verdict = resolved.verdict.unwrap().unwrap();
const Statuses = z.enum(statuses);
const Stage = z.enum(['open', 'ended']);
const Secrecy = z.enum(['none', 'secret']);

const Time = z.iso.datetime().nullable();
const Code = z.string().nullable();
const Flag = z.union([z.literal(0), z.literal(1)]).transform((flag) => flag === 1);

export const ComplaintItem = z.object({
  id: z.string(),
  subject: z.string().describe('Its stream.'),
  centre: z.string(),
  secrecy: Secrecy.describe('secret: it is, or was once entered as, a denunciation.'),
  status: Statuses.nullable().describe('Null: nothing on record says.'),
  stage: Stage.describe('ended: resolved, declined, withdrawn or answered.'),
  kind: Kind.nullable(),
  channel: Channel.nullable(),
  about: About.nullable(),
  matter: Matter.nullable(),
  againstOfficial: Code,
  againstAgency: Code,
  agency: Code.describe('Who has it; null: the centre.'),
  dossier: Code,
  earlier: Code.describe('Of a second complaint: the first.'),
  remote: z.boolean().nullable(),
  degree: Code.describe('complex or very-complex, as decided.'),
  due: z.iso.date().nullable().describe('The last day of the term, as it was last stated.'),
  receivedAt: Time,
  classifiedAt: Time,
  forwardedAt: Time,
  reportedAt: Time,
  acceptedAt: Time,
  suspendedAt: Time.describe('Null also where it goes on again.'),
  resolvedAt: Time,
  verdict: Verdict.nullable(),
  declinedAt: Time,
  withdrawnAt: Time,
  repliedAt: Time.describe('Replied to, or answered on a portal.'),
  repliedInWriting: z.boolean(),
  outcomeCopiedAt: Time,
  publishedAt: Time,
  escalatedAt: Time,
  escalatedTo: Code,
  reopenedAt: Time,
  reopenings: z.int(),
  suspensions: z.int(),
  urged: z.int().describe('How often its agency was urged.'),
  lastActivityAt: Time,
  entries: z.int().describe('Entries on its record.'),
});
export type ComplaintItem = z.output<typeof ComplaintItem>;

const Text = z.string().min(1).max(200).optional();

export const ComplaintFilters = z.object({
  dossier: Text.describe('Code of the dossier that it is about.'),
  againstOfficial: Text.describe('The official complained of.'),
  againstAgency: Text.describe('Code of the agency complained of.'),
  agency: Text.describe('Code of the agency that has it.'),
  status: Statuses.optional(),
  stage: Stage.optional(),
  kind: Kind.optional(),
  channel: Channel.optional(),
  matter: Matter.optional(),
  about: About.optional(),
  secrecy: Secrecy.optional(),
  centre: Text.describe('Code of the centre.'),
  receivedFrom: Moment.optional().describe('Received at this instant or after it.'),
  receivedTo: Moment.optional().describe('Received before this instant.'),
});
export type ComplaintFilters = z.output<typeof ComplaintFilters>;

export const listComplaints = recordList<ComplaintFilters, ComplaintItem>({
  name: 'complaints',
  table: 'complaint',
  order: ['place'],
  newestFirst: true,
  record: 'subject',
  columns: [
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
    'secrecy',
  ],
  bounds: { column: 'receivedAt', from: 'receivedFrom', before: 'receivedTo' },
  item: ComplaintItem,
  fromRow: ({ remote, repliedInWriting, ...row }) => ({
    ...row,
    remote: remote === null ? null : Flag.parse(remote),
    repliedInWriting: Flag.parse(repliedInWriting),
  }),
});
