/**
 * data-request-answered: what a person asks about data of their own is done, or refused with the reason, in
 * time (the law on the protection of personal data and its decree): to view or to correct it in ten days,
 * to delete it in twenty, days off counted.
 *
 * A refusal is an answer, whatever its ground: that a duty of the state requires the data is one. Of what
 * else can be asked no term is known here, so nothing is owed of it. The time can be extended once, by a
 * notice with its number, by fifteen days at most; one that comes when the time is over extends nothing.
 */
import type { Ask, DataRequestEvent } from '../../privacy/request/vocabulary.ts';
import { ofType, type Timeline } from '../../timeline.ts';
import type { CalendarDate, Instant } from '../../units.ts';
import { holderOf } from '../data-holder.ts';
import { duty } from '../duty.ts';
import { dayDeadline, nationalTermEnd } from '../national-term.ts';
import type { Context } from '../rule.ts';

/** In calendar days. */
const terms: Partial<Record<Ask, number>> = { view: 10, correct: 10, delete: 20 };
const extension = 15;

export const dataRequestAnswered = duty<DataRequestEvent>({
  key: 'data-request-answered',
  version: 1,
  title: {
    vi: 'Thực hiện yêu cầu về dữ liệu cá nhân đúng hạn',
    en: 'Request about personal data answered in time',
  },
  subject: 'datarequest',
  openedBy: ['DataRequestReceived'],
  opens({ type, data, occurredAt }, context) {
    if (type !== 'DataRequestReceived') return null;
    const calendarDays = terms[data.asks];
    if (calendarDays === undefined) return null;
    return {
      due: nationalTermEnd({ calendarDays }, occurredAt, context),
      bearer: holderOf(data, context),
      detail: data.asks,
    };
  },
  opensOnce: true,
  movedBy: ['DataRequestExtended'],
  moves(entry, context, timeline) {
    const [extended] = ofType(timeline, 'DataRequestExtended').filter(isInWriting);
    if (extended === undefined || extended !== entry) return null;
    return extendedTo(extended.data.until, timeline, context);
  },
  discharges: ['DataRequestAnswered'],
  ends: ['DataRequestWithdrawn'],
});

function isInWriting({ data }: { readonly data: { readonly document: string | null } }): boolean {
  return data.document !== null;
}

/** Never before the term itself, nor past what can be given beyond it. @param until as the person was told; null: nobody says until when. */
function extendedTo(
  until: CalendarDate | null,
  timeline: Timeline<DataRequestEvent>,
  context: Context,
): Instant | null {
  const [received] = ofType(timeline, 'DataRequestReceived');
  const term = received === undefined ? undefined : terms[received.data.asks];
  if (received === undefined || term === undefined) return null;
  const endAfter = (calendarDays: number) =>
    nationalTermEnd({ calendarDays }, received.occurredAt, context);
  const [least, most] = [endAfter(term), endAfter(term + extension)];
  const told = until === null ? most : dayDeadline(until, context);
  if (told < least) return least;
  return told > most ? most : told;
}
