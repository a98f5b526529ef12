/** Of the rules about complaints and feedback: who owes it, and when it is due. */
import { atOnce, own, type Told } from './words.ts';

export const complaintDemands: Readonly<Record<string, Told>> = {
  'agency-answers': ['the agency', own('30 working days')],
  'deputy-answers': ['the deputy director', own('10 working days')],
  'explanation-forwarded': ['the centre', own('2 working days from the explanation')],
  'official-comes-at-once': ['the agency', atOnce],
  'outcome-published': [
    'BL, KT: the director; NB: the centre',
    own('5 working days from the decision'),
  ],
  'portal-feedback-answered': ['the agency', own('10 working days')],
  'postal-complaints-report': ['the post', 'the end of the period (`postalReportPeriod`)'],
  'postal-complaints-report-settled': ['the post', own('10 working days')],
  'three-way-routing': ['the centre', own('10 working days')],
  'three-way-routing-urged': ['the centre', own('1 working day from when the outcome was due')],
  'written-reply-with-copy': ['the centre', own('10 working days')],
  'written-reply-with-copy-copied': ['the centre', own('1 working day from the reply')],
  'written-reply-with-copy-outcome': [
    'the agency',
    'as the centre asked; else the centre’s own term; else 10 working days',
  ],
};
