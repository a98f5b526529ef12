/** Giá dịch vụ hỗ trợ: the prices of support services that were approved for a centre, by its code. */
import { type CentreEventOf, centre } from '../../centre/centre/vocabulary.ts';
import { plusDays } from '../../time/date.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
import type { CalendarDate, EventId, Money } from '../../units.ts';
import { inWords } from '../in-words.ts';
import type { Register } from '../register.ts';
import type { Context } from '../rule.ts';
import { centreIn } from './centre-key.ts';

export type Price = {
  readonly service: string;
  /** Its code; null: it has none. */
  readonly rate: string | null;
  /** Of one. */
  readonly price: Money;
  readonly from: CalendarDate;
  /** Last day; null: nothing has ended it. */
  readonly to: CalendarDate | null;
  readonly approval: EventId;
};

/** In the order of approval: each ends the one before it of the same service and code. */
export const prices: Register<readonly Price[]> = {
  name: 'prices',
  category: 'centre',
  types: ['SupportPriceApproved'],
  keys: centreIn,
  isKeyedByName: true,
  isAboutSubjects: false,
  fold(records) {
    const approved = records
      .flatMap(({ timeline }) => inWords('centre', centre, timeline))
      .flatMap((entry) =>
        entry.type === 'SupportPriceApproved'
          ? [priceOf(entry.data, localDateOf(entry.occurredAt, hoChiMinh), entry.id)]
          : [],
      )
      .toSorted((a, b) => (a.from < b.from ? -1 : 1));
    return approved.map((one, place) => {
      const next = approved.slice(place + 1).find((later) => isOfSame(one, later));
      return next === undefined ? one : { ...one, to: earlier(one.to, plusDays(next.from, -1)) };
    });
  },
};

function priceOf(
  { service, rate, price, from, to }: CentreEventOf<'SupportPriceApproved'>['data'],
  day: CalendarDate,
  approval: EventId,
): Price {
  return { service, rate, price, from: from ?? day, to, approval };
}

function isOfSame(one: Price, other: Price): boolean {
  return one.rate === null || other.rate === null
    ? one.service === other.service
    : one.rate === other.rate;
}

function earlier(one: CalendarDate | null, other: CalendarDate): CalendarDate {
  return one === null || other < one ? other : one;
}

/** The prices in force on a day at the centre; null where none had been approved by then. */
export function pricesOn(day: CalendarDate, context: Context): readonly Price[] | null {
  const known = context.registers.look(prices, context.centre).filter(({ from }) => from <= day);
  return known.length === 0 ? null : known.filter(({ to }) => to === null || day <= to);
}
