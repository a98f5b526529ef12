/** What national law demands at every centre beside its own regulation, from when to when. */
import { CalendarDate } from '../../units.ts';
import type { Demand } from '../centre.ts';
import {
  feedbackDecree,
  nationalLaws,
  oneStopDecrees,
  personalDataDecree,
  personalDataLaw,
} from '../national-law.ts';
import {
  complaintAcceptedIn7WorkingDays,
  complaintAcceptedIn10Days,
} from '../rules/complaint-accepted.ts';
import { complaintResolved, secondComplaintResolved } from '../rules/complaint-resolved.ts';
import { dataBreachNotified } from '../rules/data-breach-notified.ts';
import { dataRequestAcknowledged } from '../rules/data-request-acknowledged.ts';
import { dataRequestAnswered } from '../rules/data-request-answered.ts';
import { denunciationChecked } from '../rules/denunciation-checked.ts';
import { denunciationForwarded } from '../rules/denunciation-forwarded.ts';
import { denunciationResolved } from '../rules/denunciation-resolved.ts';
import { feedbackForwarded } from '../rules/feedback-forwarded.ts';
import { latenessAnnounced } from '../rules/lateness-announced.ts';
import { newAppointmentOnce } from '../rules/new-appointment-once.ts';

const { LKN, LKN26, LTC } = nationalLaws;

export const nationalDemands: readonly Demand[] = [
  {
    rule: complaintAcceptedIn10Days,
    citation: 'LKN Đ27, Đ36.1',
    from: LKN.from,
    to: CalendarDate.parse('2026-06-30'),
  },
  {
    rule: complaintAcceptedIn7WorkingDays,
    citation: 'LKN26 Đ27, Đ36.1',
    from: LKN26.from,
    to: null,
  },
  { rule: complaintResolved, citation: 'LKN Đ28', from: LKN.from, to: null },
  { rule: secondComplaintResolved, citation: 'LKN Đ37', from: LKN.from, to: null },
  { rule: denunciationChecked, citation: 'LTC Đ24.1', from: LTC.from, to: null },
  { rule: denunciationForwarded, citation: 'LTC Đ24.2', from: LTC.from, to: null },
  { rule: denunciationResolved, citation: 'LTC Đ30', from: LTC.from, to: null },
  { rule: feedbackForwarded, citation: feedbackDecree.citation, from: null, to: null },
  ...oneStopDecrees.flatMap(({ citation, from, to }) =>
    [latenessAnnounced, newAppointmentOnce].map((rule) => ({ rule, citation, from, to })),
  ),
  ...[dataRequestAcknowledged, dataRequestAnswered].map((rule) => {
    const { citation, from } = personalDataDecree;
    return { rule, citation, from, to: null };
  }),
  {
    rule: dataBreachNotified,
    citation: personalDataLaw.citation,
    from: personalDataLaw.from,
    to: null,
  },
];
