/** Lịch trực quầy: who sits where on which day, as published and as changed, and how full it was. */
import { z } from 'zod';
import { Capacity } from '../../../centre/official/vocabulary/fields.ts';
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
import { Hours } from '../../vocabulary/hours.ts';

/** One official at one counter on one day. */
export const RosterLine = z.strictObject({
  day: CalendarDate,
  counter: Name,
  official: OfficialId,
  hours: ifKnown(Hours).describe('Null: the service hours of the day.'),
  reserve: ifKnown(OfficialId).describe('Who stands in, should the official not come.'),
  capacity: ifKnown(Capacity).describe('As which of the two the official serves here.'),
  agency: ifKnown(AgencyCode).describe('The home agency of the official.'),
});
export type RosterLine = z.output<typeof RosterLine>;

/** A month of 40 counters and two turns a day; more is published in several entries. */
const Lines = z.array(RosterLine).max(2_000);

/** The days of one counter of which a change leaves nothing. */
const Cleared = z
  .array(z.strictObject({ day: CalendarDate, counter: Name }))
  .max(2_000)
  .default([]);

const RosterPublished = z.strictObject({
  lines: Lines.min(1),
  combined: ifKnown(z.array(Name).max(100)).describe(
    'The counters among them that agencies share: one official each, by rotation (KT Đ13.10).',
  ),
  by: ifKnown(OfficialId),
  document: DocumentNumber,
});

const RosterChanged = z
  .strictObject({
    lines: Lines.default([]).describe(
      'All lines, as they now are, of each counter and day that changes.',
    ),
    cleared: Cleared.describe('Counters and days that have no official any more.'),
    because: ifKnown(
      z.enum(['leave', 'sickness', 'absence', 'replacement', 'load', 'outage', 'other']),
    ),
    by: ifKnown(OfficialId),
    document: DocumentNumber,
  })
  .refine(({ lines, cleared }) => lines.length + cleared.length > 0, {
    error: 'a change names the lines that change, or what is cleared',
    path: ['lines'],
  });

const RosterAnnounced = z
  .strictObject({
    from: CalendarDate.describe('The first day of the roster that is announced.'),
    to: ifKnown(CalendarDate),
    counter: ifKnown(Name).describe('The combined counter; null: every counter.'),
    agencies: z.array(AgencyCode).min(1).max(100).describe('Who is told (KT Đ13.10).'),
    by: ifKnown(OfficialId),
    means: ifKnown(Means),
    document: DocumentNumber,
  })
  .refine(daysInOrder, reversedDays);

const Count = z.int().min(0).max(1_000_000);

const LoadNoted = z
  .strictObject({
    from: CalendarDate.describe('The first day that is counted.'),
    to: CalendarDate.describe('The last day that is counted.'),
    counter: ifKnown(Name).describe('Null: of all counters, or of all of the agency.'),
    agency: ifKnown(AgencyCode),
    visitors: ifKnown(Count),
    dossiers: ifKnown(Count).describe('Dossiers received.'),
    waitingMinutes: ifKnown(Count).describe('How long a visitor waited, on average.'),
  })
  .refine(daysInOrder, reversedDays);

const CounterFoundUnstaffed = z.strictObject({
  day: CalendarDate,
  counter: Name,
  hours: ifKnown(Hours).describe('From when to when nobody was there.'),
  agency: ifKnown(AgencyCode).describe('The agency that was to see to it (KT Đ13.8, NB Đ6.2b).'),
  official: ifKnown(OfficialId).describe('Who was to be there.'),
  by: ifKnown(OfficialId).describe('Who found it so.'),
});

const [agency, other, manager] = ['H42.17', 'H42.14', 'cb-0102'];
const [clerk, reserve] = ['cb-0417', 'cb-0431'];
const line = {
  day: '2025-10-01',
  counter: 'Quầy 7',
  official: clerk,
  hours: { from: '07:30', to: '11:30' },
  reserve,
  capacity: 'formal',
  agency,
} as const;

export const lists = {
  RosterPublished: event('Ban hành lịch trực quầy', 'Roster published', RosterPublished, {
    lines: [line, { ...line, hours: { from: '13:30', to: '17:30' } }],
    combined: ['Quầy 12'],
    by: manager,
    document: '71/TB-TTPVHCC',
  }),
  RosterChanged: event('Thay đổi lịch trực quầy', 'Roster changed', RosterChanged, {
    lines: [{ ...line, official: reserve, reserve: null, capacity: 'reserve' }],
    cleared: [{ day: '2025-10-04', counter: 'Quầy 7' }],
    because: 'leave',
    by: manager,
    document: '72/TB-TTPVHCC',
  }),
  RosterAnnounced: event('Thông báo lịch trực quầy tổng hợp', 'Roster announced', RosterAnnounced, {
    from: '2025-10-01',
    to: '2025-10-31',
    counter: 'Quầy 12',
    agencies: [agency, other],
    by: manager,
    means: 'official-letter',
    document: '73/TB-VPUBND',
  }),
  LoadNoted: event('Ghi nhận lượng người đến', 'Load noted', LoadNoted, {
    from: '2025-10-06',
    to: '2025-10-10',
    counter: 'Quầy 7',
    agency,
    visitors: 412,
    dossiers: 187,
    waitingMinutes: 38,
  }),
  CounterFoundUnstaffed: event(
    'Quầy không có người trực',
    'Counter found unstaffed',
    CounterFoundUnstaffed,
    {
      day: '2025-10-02',
      counter: 'Quầy 7',
      hours: { from: '08:10', to: '09:05' },
      agency,
      official: clerk,
      by: manager,
    },
  ),
};
