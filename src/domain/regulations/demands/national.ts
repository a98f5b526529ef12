/** Of the rules of national law: who owes it, and when it is due. */
import { act, type Told } from './words.ts';

/** Of personal data. */
const holder = 'the agency that holds the data, or else the centre';

export const nationalDemands: Readonly<Record<string, Told>> = {
  'complaint-accepted': [
    'the centre, or the agency it was handed on to',
    '10 calendar days; from 1 July 2026, 7 working days',
  ],
  'complaint-resolved': ['the agency that took it up', '30 to 60 calendar days, by its kind'],
  'data-breach-notified': [holder, '72 hours from being found out, day and night'],
  'data-request-acknowledged': [holder, '2 working days'],
  'data-request-answered': [
    holder,
    '10 calendar days to view or correct, 20 to delete; once at most 15 more, as extended',
  ],
  'denunciation-checked': ['the centre, or the agency it was handed on to', '7 working days'],
  'denunciation-forwarded': ['the centre', '5 working days'],
  'denunciation-resolved': ['the agency that took it up', '30 calendar days, and as extended'],
  'feedback-forwarded': ['the centre', '5 working days'],
  'lateness-announced': [
    'the solving agency',
    '1 working day before the day on which the time of the dossier runs out; also where it lies with another agency, and not where the applicant is waited for, or it is with the post or back at the counter',
  ],
  'new-appointment-once': ['the agency that apologised', act],
  'second-complaint-resolved': [
    'the agency that took it up',
    '45 to 70 calendar days, by its kind',
  ],
};
