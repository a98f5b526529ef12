/**
 * What every rule demands of whom and by when, in a few words: the part of `docs/demands.md` that the code
 * of a rule does not say of itself. By section, and there by the key of the rule.
 */
import { complaintDemands } from './demands/complaints.ts';
import { dossierDemands } from './demands/dossiers.ts';
import { feeDemands } from './demands/fees.ts';
import { integrityDemands } from './demands/integrity.ts';
import { nationalDemands } from './demands/national.ts';
import { officialDemands } from './demands/officials.ts';
import { reportDemands } from './demands/reports.ts';
import type { Told } from './demands/words.ts';

export type Section = {
  readonly title: string;
  readonly rules: Readonly<Record<string, Told>>;
};

export const sections: readonly Section[] = [
  { title: 'Dossiers', rules: dossierDemands },
  { title: 'Officials, rosters and leave', rules: officialDemands },
  { title: 'Fees', rules: feeDemands },
  { title: 'Complaints and feedback', rules: complaintDemands },
  { title: 'Reports, reviews, publication', rules: reportDemands },
  { title: 'National law', rules: nationalDemands },
  { title: 'Integrity of the record', rules: integrityDemands },
];
