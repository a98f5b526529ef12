/** Who may call what: one table of routes. Families of routes stand in `policies/`. */
import { centrePolicies } from './policies/centre.ts';
import { complaintPolicies } from './policies/complaints.ts';
import { dossierPolicies } from './policies/dossiers.ts';
import type { Policy } from './policies/line.ts';
import { machinePolicies } from './policies/machine.ts';
import { moneyPolicies } from './policies/money.ts';
import { privacyPolicies } from './policies/privacy.ts';
import { staffPolicies } from './policies/staff.ts';

export type { Policy } from './policies/line.ts';

type Method = 'GET' | 'POST';

/** Every route, and who may call it. An administrator keeps the machine, and sees no dossier. */
export const policies = {
  ...machinePolicies,
  ...dossierPolicies,
  ...complaintPolicies,
  ...privacyPolicies,
  ...staffPolicies,
  ...centrePolicies,
  ...moneyPolicies,
} as const satisfies Readonly<Record<string, Policy>>;

export type Route = keyof typeof policies;

/** The line of the table for a route. @throws TypeError if it has none: then it fails at the start. */
export function policyOf(method: Method, path: string): Policy {
  const table: Readonly<Record<string, Policy>> = policies;
  const policy = table[`${method} ${path}`];
  if (policy === undefined) throw new TypeError(`${method} ${path} does not say who may call it`);
  return policy;
}
