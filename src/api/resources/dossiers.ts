/** Hồ sơ over HTTP: one dossier, and the list of them. */
import { z } from 'zod';
import { dossierFamily } from '../../domain/dossier/family.ts';
import { foldDossier } from '../../domain/dossier/fold.ts';
import { dossierMarks, marksOf } from '../../domain/dossier/marks.ts';
import { statusLabels } from '../../domain/dossier/status.ts';
import { dossier } from '../../domain/dossier/vocabulary.ts';
import { inWords } from '../../domain/regulations/in-words.ts';
import { isSealed } from '../../ledger/personal.ts';
import { DossierFilters, DossierItem, listDossiers } from '../../projections/lists/dossiers.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { type Resource, resource, type Shown } from '../resource.ts';
import { ownAgency, ownOfficial } from '../scope.ts';

const Code = z.string().nullable();
const Time = z.iso.datetime().nullable();
const Appointed = z
  .union([z.object({ at: z.iso.datetime() }), z.object({ on: z.iso.date() })])
  .nullable();

const DossierState = z.object({
  code: z.string(),
  status: Code,
  statusLabel: z.object({ vi: z.string(), en: z.string() }).nullable(),
  procedure: Code,
  channel: Code,
  place: Code,
  receivingUnit: Code,
  solvingUnit: Code,
  handlingUnit: Code.describe('Where it is now.'),
  official: Code.describe('Who is accountable for it.'),
  applicant: z
    .object({ person: z.string(), sealed: z.literal(true) })
    .nullable()
    .describe('Sealed: the ledger says that two dossiers are of one person, and not whose.'),
  submittedAt: Time,
  receivedAt: Time,
  appointment: Appointed,
  firstAppointment: Appointed,
  appointmentMoves: z.int(),
  supplements: z.int(),
  step: z
    .object({
      name: z.string(),
      official: Code,
      unit: Code,
      startedAt: Time,
      completedAt: Time,
    })
    .nullable(),
  decidedAt: Time,
  handedOverAt: Time,
  returnedAt: Time,
  sentBackAt: Time,
  stoppedAt: Time,
  withdrawnAt: Time,
  chosenChannel: Code,
  usedChannel: Code,
  lastActivityAt: Time,
  marks: z
    .array(z.enum(dossierMarks))
    .describe('What the regulations have listed, and is no breach: see the list of dossiers.'),
});

export const dossiers: Resource = resource({
  family: dossierFamily,
  path: '/v1/dossiers/:code',
  tag: 'dossiers',
  what: 'a dossier',
  state: DossierState,
  show({ timeline, key: { code = '' } }) {
    const folded = foldDossier(timeline);
    const { asked: _, ...state } = folded;
    return {
      ...state,
      code,
      marks: [...marksOf(inWords('dossier', dossier, timeline), folded)],
      statusLabel: state.status === null ? null : statusLabels[state.status],
      applicant: applicantIn(timeline),
    };
  },
});

/** The last that stands, in the order of happening. */
function applicantIn(timeline: Shown['timeline']): { person: string; sealed: true } | null {
  const named = timeline.findLast(({ data }) => isSealed(data['applicant']));
  const applicant = named?.data['applicant'];
  return isSealed(applicant) ? { person: applicant.person, sealed: true } : null;
}

export const dossierList = listed({
  path: '/v1/dossiers',
  policy: policyOf('GET', '/v1/dossiers'),
  summary: 'Dossiers, the latest on record first',
  filters: DossierFilters.strict(),
  item: DossierItem,
  narrow: (holder, filters) => ({
    ...filters,
    official: ownOfficial(holder, filters.official),
    solvingUnit: ownAgency(holder, filters.solvingUnit),
  }),
  list: listDossiers,
});
