/** Of the rules about dossiers: who owes it, and when it is due. */
import { act, atOnce, own, type Told } from './words.ts';

export const dossierDemands: Readonly<Record<string, Told>> = {
  'agency-official-attends': ['the agency called', own('1 working hour')],
  'apology-and-new-appointment': [
    'the seconded official',
    own('1 working day from the appointed time that passed'),
  ],
  'applicant-told-at-once': ['the official who took the result', atOnce],
  'channel-as-chosen': ['the official noted', act],
  'code-issued': ['the receiving official', own('30 minutes from the reception')],
  confidentiality: ['KT: the official; NB: the post; TQ: official or agency', act],
  'courier-custody': ['the post', act],
  'data-not-tampered': ['the official or agency that the report names', act],
  'digitised-on-reception': [
    'the receiving official',
    'NB: before it is passed on; TQ: the centre’s own term, else 1 working day',
  ],
  'due-and-overdue-urged': ['the centre', own('1 working day from the due time')],
  'misdirected-dossier-guided': [
    'KT: the centre; TQ: the agency’s official',
    own('1 working hour'),
  ],
  'no-extra-papers': ['the official or agency that asked', act],
  'online-check-by-agency': ['the agency', own('8 working hours from the submission')],
  'outage-catch-up': ['the person responsible', own('1 working day from the end of the outage')],
  'overdue-explained': ['the agency', own('1 working day from the question')],
  'papers-supplied': [
    'the agency asked: a People’s Committee of a district',
    'as the request says; else the centre’s own term; else 3 working days',
  ],
  'portal-process-agreed': ['the centre', own('5 working days from the version')],
  'portal-process-agreed-special': ['the centre', own('5 working days from the publication')],
  'processing-deadline': [
    'the solving agency; SL: the seconded official (`processingBearer`)',
    'the appointed time; solved on the day: its end. Kept by the result, which is the decision, or its hand-over or return (`resultIs`); a supplement stops it (`supplementPause`), strictly for as many requests as may be made (`supplementRequestsMax`)',
  ],
  'progress-kept-current': [
    'KT, NB: the agency; SL, BL: the receiving official',
    own('10 working days from the last entry'),
  ],
  'progress-query-answered': ['the agency', own('1 working day from the question')],
  'reasons-to-applicant': ['the seconded official', own('1 working day from the return')],
  'reasons-to-centre': ['the agency', own('1 working day from what is to be explained')],
  'result-handed-over-at-once': ['the agency', atOnce],
  'results-through-centre': ['the agency', act],
  'sole-gateway': ['the agency that received it', act],
  'step-deadline': [
    'NB: the official of the step; KT: the agency (`stepBearer`)',
    'the step’s own time in the process, from its beginning',
  ],
  'step-deadline-total': ['the agency', act],
  'supplement-complete': ['the official or agency that asked', act],
  'supplement-explained': ['the centre', own('1 working day from the question')],
  'supplement-once': [
    'the official or agency that asked again',
    'none: a request beyond those that may be made is the breach (`supplementRequestsMax`: one)',
  ],
  'transfer-in-30-minutes': [
    'the receiving official',
    '30 working minutes from the slip (`transferWithin`)',
  ],
  'transfer-twice-daily': [
    'the centre',
    'within the working day, paper with its batches; after 16:00 the next morning (`cutoff`, `batchTimes`)',
  ],
  'uncollected-results-kept': [
    'the centre',
    own('1 working day from the end of the appointed day'),
  ],
};
