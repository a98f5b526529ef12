/**
 * Vi phạm over HTTP: one violation, and the list of them.
 *
 * Complaint officers, directors, inspectors and services read all of their centres; an agency's officer
 * those that name their agency. An official learns from their agency what is held against them.
 */
import { z } from 'zod';
import { violationFamily } from '../../domain/complaints/violation/family.ts';
import { foldViolation } from '../../domain/complaints/violation/fold.ts';
import { violationStageOf, violationStages } from '../../domain/complaints/violation/stage.ts';
import {
  listViolations,
  ViolationFilters,
  ViolationItem,
} from '../../projections/lists/violations.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { type Resource, resource } from '../resource.ts';
import { ownAgency } from '../scope.ts';

const Code = z.string().nullable();
const Time = z.iso.datetime().nullable();

const ViolationState = z.object({
  id: z.string(),
  act: Code,
  who: Code.describe('official, agency or citizen.'),
  official: Code,
  agency: Code,
  stage: z
    .enum(violationStages)
    .describe('transferred: to who is competent, and not decided. dealt-with: decided.'),
  complaints: z.array(z.string()).describe('The complaints from which it became known.'),
  notedAt: Time.describe('When it was recorded as a violation.'),
  transferredAt: Time,
  transferredTo: Code,
  explainedAt: Time,
  decidedAt: Time,
  found: Code,
  measure: Code,
  told: z
    .array(z.string().nullable())
    .describe('The complaints whose authors were told the outcome; null: one that was not named.'),
  madeKnownAt: Time,
  publishedAt: Time,
  lastActivityAt: Time,
});

export const violations: Resource = resource({
  family: violationFamily,
  path: '/v1/violations/:id',
  tag: 'violations',
  what: 'a violation',
  state: ViolationState,
  show({ timeline, key: { id = '' } }) {
    const folded = foldViolation(timeline);
    const { asked: _, recordedAt, complaints, told, ...state } = folded;
    return {
      ...state,
      id,
      stage: violationStageOf(folded),
      notedAt: recordedAt,
      complaints: [...complaints],
      told: [...told],
    };
  },
});

export const violationList = listed({
  path: '/v1/violations',
  policy: policyOf('GET', '/v1/violations'),
  summary: 'Violations, the latest on record first',
  filters: ViolationFilters.strict(),
  item: ViolationItem,
  narrow: (holder, filters) => ({ ...filters, agency: ownAgency(holder, filters.agency) }),
  // From which complaint it came is not for whom it is held against.
  show: ({ official }, item) =>
    official !== null && item.official === official ? { ...item, complaints: [] } : item,
  list: listViolations,
});
