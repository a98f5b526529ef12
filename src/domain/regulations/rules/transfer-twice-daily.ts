/**
 * transfer-twice-daily: the centre passes a dossier on within the working day (KT Đ4.1): an electronic
 * one by its end, paper with the day's batches.
 *
 * What is received after 16:00 (`cutoff`), or when the centre has closed, goes at the start of the next working day
 * (`startOfDayWithinMinutes`); `cutoffCoversElectronic` says whether electronic dossiers do, too. Within
 * the day paper may go with any of the batches (`batchTimes`) and is due with the last of them; what came
 * after that goes by the end of the day. A dossier that was received at the agency itself needs no
 * passing on, and one that ended or was decided without a transfer on record was with the agency by then.
 */
import type { Channel, DossierEvent } from '../../dossier/vocabulary.ts';
import type { CalendarDate, Instant } from '../../units.ts';
import { ends } from '../dossier-work.ts';
import { duty } from '../duty.ts';
import { clockTime, isBeforeClosing } from '../published-term.ts';
import { isCarried, isDirect, type Reception } from '../reception.ts';
import type { Context } from '../rule.ts';

export const transferTwiceDaily = duty<DossierEvent>({
  key: 'transfer-twice-daily',
  version: 1,
  title: {
    vi: 'Chuyển hồ sơ trong ngày, hồ sơ giấy mỗi ngày hai lần',
    en: 'Dossier passed on within the day, paper twice a day',
  },
  subject: 'dossier',
  openedBy: ['DossierReceived'],
  opens(entry, context) {
    if (entry.type !== 'DossierReceived' || isAtAgency(entry)) return null;
    return { due: dueOf(entry, context), bearer: { kind: 'centre', code: context.centre } };
  },
  opensOnce: true,
  discharges: ['DossierTransferred'],
  answers(entry, { entry: opening }) {
    if (entry.type !== 'DossierTransferred' || opening.type !== 'DossierReceived') return false;
    const { channel } = opening.data;
    if (isPaper(channel)) return entry.data.medium !== 'electronic';
    return !isElectronic(channel) || entry.data.medium !== 'paper';
  },
  ends: [...ends, 'DossierDecided', 'ResultHandedOver'],
});

function isAtAgency({ data: { place } }: Reception): boolean {
  return place === 'agency-office' || place === 'agency-section';
}

function isPaper(channel: Channel | null): boolean {
  return isDirect(channel) || isCarried(channel);
}

function isElectronic(channel: Channel | null): boolean {
  return channel === 'online' || channel === 'e-mail';
}

function dueOf({ data, occurredAt }: Reception, context: Context): Instant {
  const { workingTime } = context;
  const day = workingTime.dateAt(occurredAt);
  const isClosed = !isBeforeClosing(occurredAt, context);
  if (isClosed || isAfterCutoff(data.channel, day, occurredAt, context)) {
    return startOfNextDay(day, context);
  }
  return isPaper(data.channel)
    ? lastBatchAfter(occurredAt, day, context)
    : workingTime.endOfDate(day);
}

function isAfterCutoff(
  channel: Channel | null,
  day: CalendarDate,
  at: Instant,
  context: Context,
): boolean {
  const { cutoff, cutoffCoversElectronic } = context.parameters;
  if (cutoff === null || at <= clockTime(day, cutoff, context)) return false;
  return cutoffCoversElectronic || !isElectronic(channel);
}

function startOfNextDay(day: CalendarDate, { workingTime, parameters }: Context): Instant {
  const end = workingTime.endOfDate(day);
  return workingTime.addMinutes(
    workingTime.openingOf(workingTime.nextWorkingDay(day)) ?? end,
    parameters.startOfDayWithinMinutes,
  );
}

function lastBatchAfter(at: Instant, day: CalendarDate, context: Context): Instant {
  const last = context.parameters.batchTimes.at(-1);
  const end = context.workingTime.endOfDate(day);
  if (last === undefined) return end;
  const batch = clockTime(day, last, context);
  return batch < at || batch > end ? end : batch;
}
