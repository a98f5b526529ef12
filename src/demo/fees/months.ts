/** What is done in the demo about the money of a month, in the month after: told, remitted, checked, settled. */
import { fees } from '../../domain/fees/month/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import type { AgencyCode, CalendarDate } from '../../domain/units.ts';
import { type Chance, chanceFrom } from '../chance.ts';
import { monthAfter, monthWith } from '../months.ts';
import type { Office } from '../places.ts';
import type { Planned } from '../planned.ts';
import { isDemanded } from '../planting.ts';
import type { Scene } from '../scene.ts';
import {
  chanceOf,
  firstDayOf,
  serviceAt,
  type Telling,
  told,
  workingDaysFrom,
} from '../telling.ts';
import { monthOf } from './books.ts';
import { keptShare, settledWithin } from './laid-down.ts';
import type { Debit } from './statements.ts';
import { nothingTaken, rangesOf, type Taken } from './taken.ts';

/** What of a month is done too late on purpose, where a regulation has a time for it (NB Đ9). */
type Lateness = 'summary' | 'money' | 'reconciliation' | 'settlement';

const lateOnes: readonly Lateness[] = ['summary', 'money', 'reconciliation', 'settlement'];

type Words = typeof fees;

/** The month of one agency, while it is dealt with. */
type Page = {
  readonly scene: Scene;
  readonly office: Office;
  readonly chance: Chance;
  readonly taken: Taken;
  /** Any day of it. */
  readonly month: CalendarDate;
  /** The first working day after the month. */
  readonly day: CalendarDate;
  readonly summary: string;
  /** Null: nothing. */
  readonly late: Lateness | null;
  readonly pay: Pay;
  readonly say: <Type extends keyof Words>(
    telling: Telling,
    type: Type,
    data: Words[Type]['example'],
  ) => Planned;
};

/** Told of each sum that leaves the centre's account. */
type Pay = (on: CalendarDate, debit: Debit) => void;

/** Any day of a month, and the first working day after it. */
type Settling = { readonly month: CalendarDate; readonly day: CalendarDate };

/** What follows for each agency once a month is over. */
export type Monthly = (
  taken: ReadonlyMap<AgencyCode, Taken>,
  settling: Settling,
) => Iterable<Planned>;

export function monthlyOf(scene: Scene, pay: Pay): Monthly {
  const { place, options } = scene;

  return function* (taken, { month, day }) {
    const stream = monthOf(scene, month);
    const offices = place.offices.filter(({ agency }) => taken.has(agency));
    const shift = chanceOf(scene, 'late fees', month.slice(0, 7)).between(0, offices.length);
    for (const [number, office] of offices.entries()) {
      const { agency } = office;
      const late = lateOnes[(number + shift) % offices.length] ?? null;
      const chance = chanceFrom(options.seed, 'fees', place.centre, agency, month.slice(0, 7));
      yield* settled({
        scene,
        office,
        chance,
        taken: taken.get(agency) ?? nothingTaken(),
        month,
        day,
        summary: `${chance.between(100, 190)}/TTPVHCC-KT`,
        late: isDue(scene, late, month) ? late : null,
        pay,
        say: (telling, type, data) => told(scene, stream, telling, [fees, type, data]),
      });
    }
  };
}

/** Of a month that began before the demo nothing is owed but the settlement of what was remitted. */
function isDue(scene: Scene, late: Lateness | null, month: CalendarDate): boolean {
  if (late === 'settlement') return isDemanded(scene, 'settlement');
  const isWhole = monthWith(month).from >= firstDayOf(scene.options);
  return isWhole && isDemanded(scene, 'monthly-summary-and-remittance');
}

/** The last working day of the month after, by the end of which what is owed of a month is due. */
function lastDayFor({ scene: { time }, month }: Page): CalendarDate {
  const { to } = monthAfter(month);
  return time.isWorkingDay(to) ? to : time.previousWorkingDay(to);
}

function* settled(page: Page): Iterable<Planned> {
  const { scene, chance, month, day, late } = page;
  const { time, place } = scene;
  const last = lastDayFor(page);
  const calendar = streamName('calendar', place.centre, month.slice(0, 4));
  const soon = workingDaysFrom(scene, day, chance.between(0, 3));
  const sentOn = late === 'summary' ? workingDaysFrom(scene, last, 2) : soon;
  if (late === 'summary') {
    scene.plant('monthly-summary-and-remittance', calendar, time.endOfDate(last));
  }
  yield summed(page, sentOn);
  const remittedOn = workingDaysFrom(scene, soon, chance.between(0, 2));
  yield* remitted(page, remittedOn, calendar, last);
  const usual = workingDaysFrom(scene, sentOn, chance.between(2, 4));
  if (late === 'reconciliation') {
    scene.plant('monthly-reconciliation', calendar, time.endOfDate(last));
    yield* checked(page, workingDaysFrom(scene, last, 4));
  } else yield* checked(page, usual);
  yield* finallySettled(page, remittedOn, calendar);
}

function summed({ scene, office, chance, taken, summary, say }: Page, on: CalendarDate): Planned {
  const { accountant } = scene.place;
  const telling = { at: serviceAt(scene, on, chance.between(30, 400)), by: accountant };
  return say(telling, 'FeeSummarySent', {
    agency: office.agency,
    collected: { amount: taken.amount },
    receipts: taken.receipts,
    ranges: rangesOf(taken),
    document: summary,
    official: accountant,
  });
}

/** The whole of it; or two thirds, and the rest when the time is over. */
function* remitted(
  page: Page,
  on: CalendarDate,
  calendar: string,
  last: CalendarDate,
): Iterable<Planned> {
  const { scene, taken, late } = page;
  const retained =
    scene.place.centre === 'NB' ? Math.floor((taken.amount * keptShare) / 10_000) : 0;
  const amount = taken.amount - retained;
  if (late !== 'money') {
    yield paidOut(page, on, amount, retained);
    return;
  }
  const part = Math.floor((amount * 2) / 3);
  scene.plant('monthly-summary-and-remittance-money', calendar, scene.time.endOfDate(last));
  yield paidOut(page, on, part, retained);
  yield paidOut(page, workingDaysFrom(scene, last, 3), amount - part, 0);
}

function paidOut(
  { scene, office, chance, taken, month, pay, say }: Page,
  on: CalendarDate,
  amount: number,
  retained: number,
): Planned {
  const { centre: code, accountant } = scene.place;
  const at = serviceAt(scene, on, chance.between(410, 470));
  const named = `${month.slice(5, 7)}${office.agency.split('.')[1] ?? ''}`;
  const debit = `FT${on.slice(2).replaceAll('-', '')}${code}D${named}`;
  pay(on, { debit, at, amount, reference: `UNC ${chance.between(100, 199)}` });
  return say({ at, by: accountant }, 'FeesRemitted', {
    agency: office.agency,
    amount: { amount },
    ...(retained > 0 ? { retained: { amount: retained } } : {}),
    receipts: taken.receipts,
    ranges: rangesOf(taken),
    method: 'transfer',
    bankReference: debit,
    document: `UNC ${chance.between(100, 199)}`,
    official: accountant,
  });
}

/** Most agencies agree; some miss a receipt first, and agree once it is found. Now and then the agreement is entered days afterwards. */
function* checked(page: Page, on: CalendarDate): Iterable<Planned> {
  const { scene, office, chance, month, taken, summary, late, say } = page;
  const official = office.officers[0] ?? office.head;
  const at = serviceAt(scene, on, chance.between(30, 400));
  const checker = { agency: office.agency, summary, official };
  const agreed = {
    ...checker,
    amount: { amount: taken.amount },
    document: `${chance.between(600, 699)}/KHTC`,
  };
  if (!chance.happens(0.15)) {
    const later = serviceAt(scene, workingDaysFrom(scene, on, 5), 60);
    const isLate = late === null && scene.breaks('backdated-entry', on, 'fees');
    if (isLate) scene.plant('backdated-entry', monthOf(scene, month), later);
    const telling = { at, enteredAt: isLate ? later : at, by: official };
    yield say(telling, 'ReconciliationAgreed', agreed);
    return;
  }
  const difference = chance.between(1, 6) * 50_000;
  yield say({ at, by: official }, 'ReconciliationDisputed', {
    ...checker,
    centreFigure: { amount: taken.amount },
    agencyFigure: { amount: taken.amount + difference },
    difference: { amount: difference },
    reason: 'receipt-missing',
    document: `${chance.between(600, 699)}/KHTC`,
  });
  if (chance.happens(0.5)) return; // still open
  const later = workingDaysFrom(scene, on, chance.between(2, 5));
  const found = { at: serviceAt(scene, later, chance.between(30, 400)), by: official };
  yield say(found, 'ReconciliationAgreed', agreed);
}

/** Each month where a time is set for it; or else with the quarter. */
function* finallySettled(
  { scene, office, chance, month, taken, late, say }: Page,
  remittedOn: CalendarDate,
  calendar: string,
): Iterable<Planned> {
  const isMonthly = isDemanded(scene, 'settlement');
  if (!isMonthly && !['03', '06', '09', '12'].includes(month.slice(5, 7))) return;
  const official = office.officers[0] ?? office.head;
  const days = late === 'settlement' ? settledWithin + 3 : chance.between(9, 20);
  const on = workingDaysFrom(scene, remittedOn, days);
  if (late === 'settlement') {
    const last = workingDaysFrom(scene, remittedOn, settledWithin);
    scene.plant('settlement', calendar, scene.time.endOfDate(last));
  }
  const telling = { at: serviceAt(scene, on, chance.between(30, 400)), by: official };
  yield say(telling, 'FeesSettled', {
    agency: office.agency,
    authority: scene.place.tax,
    period: isMonthly ? 'month' : 'quarter',
    amount: { amount: taken.amount },
    document: `${chance.between(700, 799)}/KHTC`,
    official,
  });
}
