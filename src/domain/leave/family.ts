/** Nghỉ: the record family of leave. Stream `leave-{id}`. */
import { type Family, family } from '../family.ts';
import { leaveDecider } from './leave.ts';
import { leave, leaveKey } from './vocabulary.ts';

export const leaveFamily: Family = family({
  category: 'leave',
  key: leaveKey,
  vocabulary: leave,
  decider: leaveDecider,
  opens: [
    'LeaveRequested',
    'LeaveNoticeGiven',
    'LeaveConfirmedByAgency',
    'LeaveDeclinedByAgency',
    'SubstituteAnnounced',
    'LeaveTaken',
  ],
  oneOf: ['official'],
});
