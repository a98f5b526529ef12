/** Of the rules about reports, reviews and publication: who owes it, and when it is due. */
import { act, own, type Told } from './words.ts';

const endOfPeriod = 'the period’s last working day (`periodDeadline`)';

export const reportDemands: Readonly<Record<string, Told>> = {
  'agencies-consulted': ['the centre', 'before it decides'],
  'agency-sessions': ['the director', `${endOfPeriod}; \`sessionPeriod\``],
  'coordination-reviewed': ['each rotating agency', `${endOfPeriod}; \`coordinationReviewPeriod\``],
  'directory-public': [
    'BL: the director; KT, TQ: the centre (`directoryBearer`)',
    own('3 working days from the change'),
  ],
  'directory-public-by-agency': ['the agency', own('3 working days from the approved list')],
  'evaluation-criteria': ['the centre', own('22 working days from when there are none')],
  'evaluation-criteria-followed': ['the centre', act],
  'longer-reports': ['the centre', `${endOfPeriod}; \`longerReports\``],
  'merit-proposed': ['the centre', 'the year’s last working day (`periodDeadline`)'],
  'monthly-meeting': ['the centre', 'the month’s last working day (`periodDeadline`)'],
  'monthly-report': [
    'SL, BL, KT: the director; TQ, NB: the centre (`reportBearer`)',
    'SL: the 29th; BL: the 15th; KT: the 22nd; TQ, NB: the last working day (`reportDay`)',
  ],
  'monthly-report-on-regulation': ['the Chief of the Provincial Office', endOfPeriod],
  'officials-notice': ['the director, of each official', endOfPeriod],
  'officials-reviewed': [
    'the centre, of each official',
    `${endOfPeriod}; \`officialReviewPeriod\``,
  ],
  'on-demand-report': [
    'BL, KT: the director; TQ: the centre (`reportBearer`)',
    'as the demand says; else the centre’s own term; else 5 working days',
  ],
  'procedures-public': [
    'TQ: the agency; elsewhere the centre (`proceduresPostedBy`)',
    own('3 working days from when the version holds'),
  ],
  'procedures-public-told': ['the agency', own('3 working days from the change')],
  'rating-rests-on-centre-remark': ['the agency', act],
  'rating-shared': ['the agency, of each official posted formally', 'before 30 December'],
};
