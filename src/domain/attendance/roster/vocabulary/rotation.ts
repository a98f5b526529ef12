/** Luân phiên: agencies that share a counter take turns (TQ Đ6.4 to Đ6.8), and hand their work over. */
import { z } from 'zod';
import { AgencyCode, CalendarDate, OfficialId } from '../../../units.ts';
import {
  DocumentNumber,
  daysInOrder,
  ifKnown,
  Means,
  Name,
  reversedDays,
} from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';

const turn = {
  agency: AgencyCode.describe('The agency whose turn it is.'),
  official: ifKnown(OfficialId).describe('Whom it sends.'),
  counter: ifKnown(Name),
  turn: ifKnown(z.int().min(1).max(1_000)).describe('Its place in the order (TQ Đ6.5), from 1.'),
  from: CalendarDate.describe('First day of the turn.'),
  to: ifKnown(CalendarDate).describe('Last day of the turn.'),
};

const RotationNotified = z
  .strictObject({
    ...turn,
    by: ifKnown(OfficialId).describe('Who told them for the centre.'),
    means: ifKnown(Means),
    document: DocumentNumber,
  })
  .refine(daysInOrder, reversedDays);

const RotationTurnTaken = z
  .strictObject({ ...turn, document: DocumentNumber })
  .refine(daysInOrder, reversedDays);

const HandoverSigned = z.strictObject({
  giver: OfficialId.describe('Whose turn ends.'),
  receiver: OfficialId.describe('Whose turn begins.'),
  turnEnds: ifKnown(CalendarDate).describe(
    'Last day of the turn that ends; null: the day of the entry.',
  ),
  giverAgency: ifKnown(AgencyCode),
  receiverAgency: ifKnown(AgencyCode),
  counter: ifKnown(Name),
  dossiers: ifKnown(z.int().min(0).max(100_000)).describe('Open dossiers that go with it.'),
  sentToAgencies: ifKnown(z.array(AgencyCode).max(10)).describe(
    'Home agencies that were sent the minutes.',
  ),
  sentToCentre: ifKnown(z.boolean()),
  logged: ifKnown(z.boolean()).describe('Entered in the log book of the turns.'),
  document: DocumentNumber.describe('The number of the minutes.'),
});

const [before, after, giver, receiver] = ['H60.VHTTDL', 'H60.TTTT', 'cb-0611', 'cb-0622'];

export const rotation = {
  RotationNotified: event(
    'Thông báo phiên trực luân phiên',
    'Rotation notified',
    RotationNotified,
    {
      agency: after,
      official: receiver,
      counter: 'Quầy chung',
      turn: 2,
      from: '2024-01-02',
      to: '2024-01-31',
      by: 'cb-0601',
      means: 'official-letter',
      document: '88/TB-TTPVHCC',
    },
  ),
  RotationTurnTaken: event('Nhận phiên trực luân phiên', 'Rotation turn taken', RotationTurnTaken, {
    agency: after,
    official: receiver,
    counter: 'Quầy chung',
    turn: 2,
    from: '2024-01-02',
    to: '2024-01-31',
    document: '1203/QĐ-UBND',
  }),
  HandoverSigned: event('Ký biên bản bàn giao công việc', 'Handover signed', HandoverSigned, {
    giver,
    receiver,
    turnEnds: '2023-12-29',
    giverAgency: before,
    receiverAgency: after,
    counter: 'Quầy chung',
    dossiers: 14,
    sentToAgencies: [before, after],
    sentToCentre: true,
    logged: true,
    document: '02/BB-BG',
  }),
};
