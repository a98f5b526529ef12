/**
 * transfer-twice-daily: the centre passes a dossier on within the working day (KT Đ4.1): an electronic
 * one by its end, paper with the day's batches.
 *
 * What is received after 16:00 (`cutoff`), or when the centre has closed, goes at the start of the next working day
 * (`startOfDayWithinMinutes`); `cutoffCoversElectronic` says whether electronic dossiers do, too. Within
 * the day paper may go with any of the batches (`batchTimes`) and is due with the last of them; what came
 * after that goes by the end of the day. Paper is passed on with the post, too; and what the agency
 * acknowledges has come to it, unless the transfer that it acknowledges went by another way than the
 * dossier. A dossier that was received at the agency itself needs no
 * passing on, and one that ended or was decided without a transfer on record was with the agency by then.
 */
import type { Channel, DossierEvent, DossierEventOf } from '../../dossier/vocabulary.ts';
import { ofType } from '../../timeline.ts';
import type { CalendarDate, Instant } from '../../units.ts';
import { counted } from '../counted.ts';
import { ends } from '../dossier-work.ts';
import { duty } from '../duty.ts';
import { lastMomentOf } from '../order.ts';
import { clockTime, isBeforeClosing } from '../published-term.ts';
import { isCarried, isDirect, isGivenToPost, type Reception } from '../reception.ts';
import type { Context } from '../rule.ts';
import { afterMinutes } from '../term.ts';

type Transfer = DossierEventOf<'DossierTransferred'>['data'];

export const transferTwiceDaily = duty<DossierEvent>({
  key: 'transfer-twice-daily',
  version: 3,
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
  discharges: ['DossierTransferred', 'CourierHandedOver', 'TransferAcknowledged'],
  answers(entry, { entry: opening }, _, timeline) {
    if (opening.type !== 'DossierReceived') return false;
    const { channel } = opening.data;
    if (entry.type === 'CourierHandedOver') {
      return !isElectronic(channel) && isGivenToPost(entry.data);
    }
    if (entry.type === 'DossierTransferred') return isItsWay(entry.data.medium, channel);
    if (entry.type !== 'TransferAcknowledged') return false;
    const transfers = ofType(timeline, 'DossierTransferred').filter(
      ({ data }) => data.reference === entry.data.reference,
    );
    return transfers.length === 0 || transfers.some(({ data }) => isItsWay(data.medium, channel));
  },
  ends: [...ends, 'DossierDecided', 'ResultHandedOver'],
});

function isItsWay(medium: Transfer['medium'], channel: Channel | null): boolean {
  if (isPaper(channel)) return medium !== 'electronic';
  return !isElectronic(channel) || medium !== 'paper';
}

function isAtAgency({ data: { place } }: Reception): boolean {
  return place === 'agency-office' || place === 'agency-section';
}

function isPaper(channel: Channel | null): boolean {
  return isDirect(channel) || isCarried(channel);
}

function isElectronic(channel: Channel | null): boolean {
  return channel === 'online' || channel === 'e-mail';
}

function dueOf(received: Reception, context: Context): Instant {
  const { channel } = received.data;
  const { workingTime } = context;
  const at = lastMomentOf(received, context);
  const day = workingTime.dateAt(at);
  if (!isBeforeClosing(at, context) || isAfterCutoff(channel, day, at, context)) {
    return startOfNextDay(day, context);
  }
  const due = isPaper(channel) ? lastBatchAfter(at, day, context) : workingTime.endOfDate(day);
  return counted(due, { unit: 'same-day', from: at }, context);
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

function startOfNextDay(day: CalendarDate, context: Context): Instant {
  const { workingTime, parameters } = context;
  const end = workingTime.endOfDate(day);
  const opening = workingTime.openingOf(workingTime.nextWorkingDay(day)) ?? end;
  return afterMinutes(parameters.startOfDayWithinMinutes, opening, context);
}

function lastBatchAfter(at: Instant, day: CalendarDate, context: Context): Instant {
  const last = context.parameters.batchTimes.at(-1);
  const end = context.workingTime.endOfDate(day);
  if (last === undefined) return end;
  const batch = clockTime(day, last, context);
  return batch < at || batch > end ? end : batch;
}
