/** Of the findings that no article demands: whose they are. */
import { act, type Told } from './words.ts';

const nobody = 'nobody named';

export const integrityDemands: Readonly<Record<string, Told>> = {
  'backdated-entry': [
    nobody,
    'none: entered more than `backdatedAfter` working days (two) after it happened; what an import read from another system is exempt',
  ],
  'bulk-corrections': [nobody, act],
  'due-date-moved': ['the official who moved it', act],
  'end-before-start': [nobody, act],
  'never-received': [nobody, act],
  'no-appointment': [nobody, act],
  'receipt-number-missing': [nobody, act],
  'receipt-number-out-of-order': ['the official who filled it in', act],
  'receipt-number-out-of-range': ['the official who collected', act],
  'receipt-number-repeated': [nobody, act],
  'receipt-voided-twice': [nobody, act],
  'received-twice': [nobody, act],
  'signature-without-authority': ['the official who signed', act],
  'step-before-reception': [nobody, act],
  'undeclared-outage': [nobody, act],
  'unposted-account': ['the official', act],
  'work-after-end': [nobody, act],
};
