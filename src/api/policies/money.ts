/** Receipts, statements and the money of a month. */
import { type Policy, record } from './line.ts';
import { moneyKeepers, moneyReaders, receiptReaders } from './roles.ts';

export const moneyPolicies = {
  ...record('/v1/receipts/:centre/:book/:year/:number', {
    write: ['clerk', 'fee-accountant', 'director', 'service'],
    read: receiptReaders,
  }),
  'GET /v1/receipts': { access: 'roles', roles: receiptReaders, scope: 'own' },
  'GET /v1/receipt-books': { access: 'roles', roles: moneyReaders, scope: 'own' },
  'GET /v1/fee-totals': {
    access: 'roles',
    roles: ['agency-officer', ...moneyReaders],
    scope: 'own',
  },
  ...record('/v1/statements/:account/:id', { write: moneyKeepers, read: moneyReaders }),
  'GET /v1/statements': { access: 'roles', roles: moneyReaders, scope: 'own' },
  'GET /v1/bank-credits': { access: 'roles', roles: moneyReaders, scope: 'own' },
  ...record('/v1/fee-months/:centre/:month', {
    write: moneyKeepers,
    read: ['agency-officer', ...moneyReaders],
  }),
  'GET /v1/fee-months': {
    access: 'roles',
    roles: ['agency-officer', ...moneyReaders],
    scope: 'own',
  },
} as const satisfies Readonly<Record<string, Policy>>;
