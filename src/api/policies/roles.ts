/** Groups of roles: who reads what, and who keeps it. */
import type { Role } from '../../ledger/access.ts';
import type { Policy } from './line.ts';

/** Who reads dossiers, and what was found of them. */
export const readers = {
  access: 'roles',
  roles: [
    'clerk',
    'official',
    'agency-officer',
    'complaint-officer',
    'director',
    'inspector',
    'service',
  ],
  scope: 'own',
} as const satisfies Policy;

/** Who reads complaints and violations, requests about personal data and breaches of it: nobody whom they may be about. */
export const complaintReaders: readonly Role[] = [
  'agency-officer',
  'complaint-officer',
  'director',
  'inspector',
  'service',
];

/** Who keeps the records of officials, of their leave and of their agencies; and who reads them. */
export const staffKeepers = [
  'roster-manager',
  'director',
  'service',
] as const satisfies readonly Role[];
export const staffReaders: readonly Role[] = [
  'official',
  'agency-officer',
  'roster-manager',
  'complaint-officer',
  'director',
  'inspector',
  'service',
];

/** Who keeps the money's records (the accounts and the months of fees), who reads them, and who reads a receipt. */
export const moneyKeepers = [
  'fee-accountant',
  'director',
  'service',
] as const satisfies readonly Role[];
export const moneyReaders = [
  'fee-accountant',
  'director',
  'inspector',
  'service',
] as const satisfies readonly Role[];
export const receiptReaders: readonly Role[] = [
  'clerk',
  'official',
  'agency-officer',
  'complaint-officer',
  ...moneyReaders,
];

/** Who reads all that a centre did: what it says of one official is not for another. */
export const centreReaders = [
  'roster-manager',
  'complaint-officer',
  'director',
  'inspector',
  'service',
] as const satisfies readonly Role[];

/** What anybody at a counter needs, and the public may know: counters, days off, procedures and rates. */
export const openToStaff = [
  'clerk',
  'official',
  'agency-officer',
  'fee-accountant',
  'roster-manager',
  'complaint-officer',
  'director',
  'inspector',
  'service',
] as const satisfies readonly Role[];
