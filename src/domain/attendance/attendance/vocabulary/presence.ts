/** Chấm công, vắng mặt: when an official came and went, and when they were not there. */
import { z } from 'zod';
import { LeaveDays, LeaveKind } from '../../../leave/vocabulary.ts';
import { personal } from '../../../personal.ts';
import { AgencyCode, OfficialId, RecordId } from '../../../units.ts';
import { ifKnown, Name } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { Hours } from '../../vocabulary/hours.ts';

/** How it was told apart who came: by a device, or by somebody's hand. */
export const Means = z.enum(['fingerprint', 'face', 'card', 'code', 'device', 'by-hand', 'other']);

const passing = {
  how: ifKnown(Means).describe('device: by one of which no more is known.'),
  device: ifKnown(Name).describe('The device, by its number or where it hangs.'),
  counter: ifKnown(Name).describe('Where the official works.'),
  agency: ifKnown(AgencyCode).describe('Their home agency.'),
  by: ifKnown(OfficialId).describe('Who entered it, where it was entered by hand.'),
  reason: personal('Why it was entered by hand.', 'official').optional(),
};

const CheckedIn = z.strictObject(passing);
const CheckedOut = z.strictObject(passing);

const AbsenceNoted = z.strictObject({
  days: LeaveDays.describe('Of this month: whole days, mornings or afternoons.'),
  hours: ifKnown(Hours).describe('Where it was less than that, on the days named.'),
  withLeave: ifKnown(z.boolean()).describe('Whether somebody had let them go.'),
  leave: ifKnown(RecordId).describe('The leave that it is part of, by its number.'),
  kind: ifKnown(LeaveKind),
  counter: ifKnown(Name).describe('The counter that was left.'),
  agency: ifKnown(AgencyCode).describe('Their home agency.'),
  by: ifKnown(OfficialId).describe('Who noted it.'),
  reason: personal('Why, as far as it was told.', 'official').optional(),
});

const [agency, manager] = ['H42.17', 'cb-0102'];

export const presence = {
  CheckedIn: event('Chấm công đến', 'Checked in', CheckedIn, {
    how: 'by-hand',
    device: 'Máy chấm công cửa chính',
    counter: 'Quầy 7',
    agency,
    by: manager,
    reason: 'Ngón tay bị băng, máy không nhận',
  }),
  CheckedOut: event('Chấm công về', 'Checked out', CheckedOut, {
    how: 'fingerprint',
    device: 'Máy chấm công cửa chính',
    counter: 'Quầy 7',
    agency,
    by: manager,
    reason: 'Mất điện lúc tan giờ',
  }),
  AbsenceNoted: event('Ghi nhận vắng mặt', 'Absence noted', AbsenceNoted, {
    days: [{ from: '2025-09-24', to: '2025-09-24', part: 'afternoon' }],
    hours: { from: '14:00', to: '15:30' },
    withLeave: false,
    leave: 'ĐX-17/2025',
    kind: 'personal',
    counter: 'Quầy 7',
    agency,
    by: manager,
    reason: 'Đón con ốm ở trường',
  }),
};
