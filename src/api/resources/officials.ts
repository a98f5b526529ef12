/** Công chức over HTTP: one official, the register of them, and their postings. */
import { z } from 'zod';
import { officialFamily } from '../../domain/centre/official/family.ts';
import { foldOfficial } from '../../domain/centre/official/fold.ts';
import { listPostings, PostingFilters, PostingItem } from '../../projections/lists/postings.ts';
import { listRegister, RegisterFilters, RegisterItem } from '../../projections/lists/register.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { type Resource, resource } from '../resource.ts';
import { ownAgency, ownOfficial } from '../scope.ts';

const Code = z.string().nullable();
const Day = z.iso.date().nullable();
const Time = z.iso.datetime().nullable();

const Standards = z.object({
  met: z.boolean().nullable(),
  yearsOfService: z.number().nullable(),
  qualification: Code,
  lastGrade: Code,
});

const Posting = z.object({
  posting: Code,
  centre: z.string(),
  agency: Code,
  capacity: Code,
  position: Code,
  counter: Code,
  rotating: z.boolean().nullable(),
  from: z.iso.date(),
  firstTo: Day.describe('Last day, as first decided.'),
  to: Day.describe('Last day, as extended or as it ended.'),
  extensions: z.int(),
  endedAt: Time,
  because: Code,
  standards: Standards.nullable().describe('What the agency states; null: nothing is on record.'),
  document: Code,
  postedAt: z.iso.datetime(),
});

const Account = z.object({
  account: z.string(),
  system: Code,
  issuedAt: z.iso.datetime(),
  closedAt: Time,
});

const Office = z.object({
  office: z.string(),
  section: Code,
  fullTime: z.boolean().nullable(),
  from: Day,
  takenAt: z.iso.datetime(),
  to: Day,
  leftAt: Time,
});

const Authority = z.object({
  authority: Code,
  by: Code.describe('Who gave it.'),
  office: Code.describe('For which office they sign or act.'),
  form: Code,
  matters: z.array(z.string()).nullable().describe('Null: everything.'),
  from: Day,
  to: Day,
  document: Code,
  givenAt: z.iso.datetime(),
  endedAt: Time,
});

const OfficialState = z.object({
  official: z.string(),
  name: Code,
  title: Code,
  telephone: Code,
  field: Code,
  agency: Code,
  registeredAt: Time,
  accounts: z.array(Account),
  postings: z.array(Posting),
  offices: z.array(Office),
  authorities: z.array(Authority),
  judgements: z
    .array(z.object({ what: z.string(), year: Code, grade: Code, at: z.iso.datetime() }))
    .describe('Remarks of the centre, ratings by the agency, and classes, in order.'),
  lastReviewedAt: Time,
  initiatives: z.int(),
  proposals: z.int(),
  rewards: z.int(),
  lastActivityAt: Time,
});

export const officials: Resource = resource({
  family: officialFamily,
  path: '/v1/officials/:id',
  tag: 'officials',
  what: 'an official',
  state: OfficialState,
  show({ timeline, key: { id = '' } }) {
    const state = foldOfficial(timeline);
    return {
      ...state,
      official: id,
      accounts: [...state.accounts],
      postings: [...state.postings],
      offices: [...state.offices],
      authorities: state.authorities.map(({ matters, ...authority }) => ({
        ...authority,
        matters: matters === null ? null : [...matters],
      })),
      judgements: [...state.judgements],
    };
  },
});

export const registerList = listed({
  path: '/v1/officials',
  policy: policyOf('GET', '/v1/officials'),
  summary: 'The register of officials, by their numbers',
  filters: RegisterFilters.strict(),
  item: RegisterItem,
  narrow: (holder, filters) => ({
    ...filters,
    official: ownOfficial(holder, filters.official),
    agency: ownAgency(holder, filters.agency),
  }),
  list: listRegister,
});

export const postingList = listed({
  path: '/v1/postings',
  policy: policyOf('GET', '/v1/postings'),
  summary: 'Postings of officials to centres',
  description:
    'Also who was posted on a day, and postings without a statement of the standards, without a hand-over of the counter, or longer than their term.',
  filters: PostingFilters.strict(),
  item: PostingItem,
  narrow: (holder, filters) => ({
    ...filters,
    official: ownOfficial(holder, filters.official),
    agency: ownAgency(holder, filters.agency),
  }),
  list: listPostings,
});
