/** Of the rules about fees: who owes it, and when it is due. */
import { act, own, type Told } from './words.ts';

export const feeDemands: Readonly<Record<string, Told>> = {
  'collected-where-due': ['whoever collected', act],
  'fee-as-published': ['the official who collected, else the centre', act],
  'monthly-reconciliation': [
    'each agency that was sent a summary',
    'the end of the next month, but not before the centre’s own term from the summary',
  ],
  'monthly-summary-and-remittance': ['the centre, to each agency', 'the end of the next month'],
  'monthly-summary-and-remittance-money': [
    'the centre, to each agency',
    'the end of the next month',
  ],
  'rate-change-notified': ['the agency', own('3 working days from the change')],
  'rate-change-notified-published': ['the centre', own('5 working days from the notice')],
  'service-price-as-approved': ['the official who collected, else the centre', act],
  settlement: ['the agency', own('60 working days from the money')],
};
