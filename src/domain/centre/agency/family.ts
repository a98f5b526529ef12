/** Cơ quan: the record family of agencies. Stream `agency-{code}`. */
import { type Family, family, type Misplaced } from '../../family.ts';
import { type AgencyRefusal, agencyDecider } from './agency.ts';
import { type AgencyEvent, agency, agencyKey } from './vocabulary.ts';

const misplaced: Misplaced<AgencyEvent, AgencyRefusal> = (proposed, { code = '' }) =>
  othersIn(proposed).some((other) => other === code) ? 'agency/own-successor' : null;

/** The agencies before or after it. */
function othersIn({ type, data }: AgencyEvent): readonly string[] {
  if (type === 'AgencySucceeded') return data.successors;
  return type === 'AgencyEstablished' ? (data.predecessors ?? []) : [];
}

export const agencyFamily: Family = family({
  category: 'agency',
  key: agencyKey,
  vocabulary: agency,
  decider: agencyDecider,
  opens: ['AgencyEstablished', 'StaffListSubmitted', 'StaffListApproved'],
  misplaced,
});
