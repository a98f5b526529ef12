/** Of the rules of national law: who owes it, and when it is due. */
import { act, type Told } from './words.ts';

export const nationalDemands: Readonly<Record<string, Told>> = {
  'complaint-accepted': [
    'the centre, or the agency it was handed on to',
    '10 calendar days; from 1 July 2026, 7 working days',
  ],
  'complaint-resolved': ['the agency that took it up', '30 to 60 calendar days, by its kind'],
  'denunciation-checked': ['the centre, or the agency it was handed on to', '7 working days'],
  'denunciation-forwarded': ['the centre', '5 working days'],
  'denunciation-resolved': ['the agency that took it up', '30 calendar days, and as extended'],
  'feedback-forwarded': ['the centre', '5 working days'],
  'lateness-announced': [
    'the solving agency',
    '1 working day before the day on which the time of the dossier runs out',
  ],
  'new-appointment-once': ['the agency that apologised', act],
  'second-complaint-resolved': [
    'the agency that took it up',
    '45 to 70 calendar days, by its kind',
  ],
};
