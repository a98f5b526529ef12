/** What is done in the demo about the money of a month, in the month after: told, remitted, checked, settled. */
import { fees } from '../../domain/fees/month/vocabulary.ts';
import type { CalendarDate } from '../../domain/units.ts';
import { type Chance, chanceFrom } from '../chance.ts';
import type { Office } from '../places.ts';
import type { Planned } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { firstDayOf, serviceAt, settingUp, told, workingDaysFrom } from '../telling.ts';
import { monthOf, type Numbered } from './books.ts';
import type { Debit } from './statements.ts';

/** What was taken for one agency in one month. */
export type Taken = {
  /** In whole đồng. */
  amount: number;
  receipts: number;
  /** By book: the first number and the last. */
  readonly ranges: Map<string, { from: number; to: number }>;
};

export function nothingTaken(): Taken {
  return { amount: 0, receipts: 0, ranges: new Map() };
}

export function take(taken: Taken, { book, number }: Numbered, amount: number): void {
  taken.amount += amount;
  taken.receipts += 1;
  const range = taken.ranges.get(book);
  taken.ranges.set(book, { from: range?.from ?? number, to: number });
}

/** Hundredths of a percent that Ninh Bình keeps back by decision (NB Đ9.1c). */
const keptShare = 500;

/** Decided before the demo begins. @param day on which the demo begins. */
export function shareDecided(scene: Scene): readonly Planned[] {
  const { place, options } = scene;
  if (place.centre !== 'NB') return [];
  const first = firstDayOf(options);
  const share = { share: keptShare, from: first, by: place.committee, document: '955/QĐ-UBND' };
  const telling = { at: settingUp(scene, 30), by: place.accountant };
  return [told(scene, monthOf(scene, first), telling, [fees, 'RetentionShareDecided', share])];
}

type Words = typeof fees;

/** The month of one agency, while it is dealt with. */
type Page = {
  readonly scene: Scene;
  readonly office: Office;
  readonly chance: Chance;
  readonly taken: Taken;
  /** The first working day after the month. */
  readonly day: CalendarDate;
  readonly summary: string;
  readonly say: <Type extends keyof Words>(
    at: number,
    by: string,
    type: Type,
    data: Words[Type]['example'],
  ) => Planned;
};

/**
 * What follows for one agency.
 *
 * @param month any day of it. @param day the first working day after it.
 * @param pay told of each sum that leaves the centre's account.
 */
export function* monthSettled(
  scene: Scene,
  office: Office,
  taken: Taken,
  { month, day }: { readonly month: CalendarDate; readonly day: CalendarDate },
  pay: (on: CalendarDate, debit: Debit) => void,
): Iterable<Planned> {
  const { place, options } = scene;
  const chance = chanceFrom(options.seed, 'fees', place.centre, office.agency, month.slice(0, 7));
  const stream = monthOf(scene, month);
  const summary = `${chance.between(100, 190)}/TTPVHCC-KT`;
  const page: Page = {
    scene,
    office,
    chance,
    taken,
    day,
    summary,
    say: (at, by, type, data) => told(scene, stream, { at, by }, [fees, type, data]),
  };
  const sentOn = workingDaysFrom(scene, day, chance.happens(0.95) ? chance.between(0, 3) : 9);
  yield summed(page, sentOn);
  const remittedOn = workingDaysFrom(scene, sentOn, chance.between(0, 2));
  yield remitted(page, remittedOn, pay);
  yield* checked(page, workingDaysFrom(scene, sentOn, chance.between(2, 6)));
  if (['03', '06', '09', '12'].includes(month.slice(5, 7))) {
    yield settled(page, workingDaysFrom(scene, day, chance.between(9, 13)));
  }
}

function summed({ scene, office, chance, taken, summary, say }: Page, on: CalendarDate): Planned {
  const { accountant } = scene.place;
  return say(serviceAt(scene, on, chance.between(30, 400)), accountant, 'FeeSummarySent', {
    agency: office.agency,
    collected: { amount: taken.amount },
    receipts: taken.receipts,
    ranges: rangesOf(taken),
    document: summary,
    official: accountant,
  });
}

function remitted(
  { scene, office, chance, taken, say }: Page,
  on: CalendarDate,
  pay: (on: CalendarDate, debit: Debit) => void,
): Planned {
  const { centre, accountant } = scene.place;
  const retained = centre === 'NB' ? Math.floor((taken.amount * keptShare) / 10_000) : 0;
  const amount = taken.amount - retained;
  const at = serviceAt(scene, on, chance.between(410, 470));
  const debit = `FT${on.slice(2).replaceAll('-', '')}${centre}D${office.agency.split('.')[1] ?? ''}`;
  pay(on, { debit, at, amount, reference: `UNC ${chance.between(100, 199)}` });
  return say(at, accountant, 'FeesRemitted', {
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

/** Most agencies agree; some miss a receipt first, and agree once it is found. */
function* checked(page: Page, on: CalendarDate): Iterable<Planned> {
  const { scene, office, chance, taken, summary, say } = page;
  const official = office.officers[0] ?? office.head;
  const at = serviceAt(scene, on, chance.between(30, 400));
  const checker = { agency: office.agency, summary, official };
  const agreed = {
    ...checker,
    amount: { amount: taken.amount },
    document: `${chance.between(600, 699)}/KHTC`,
  };
  if (!chance.happens(0.15)) {
    yield say(at, official, 'ReconciliationAgreed', agreed);
    return;
  }
  const difference = chance.between(1, 6) * 50_000;
  yield say(at, official, 'ReconciliationDisputed', {
    ...checker,
    centreFigure: { amount: taken.amount },
    agencyFigure: { amount: taken.amount + difference },
    difference: { amount: difference },
    reason: 'receipt-missing',
    document: `${chance.between(600, 699)}/KHTC`,
  });
  if (chance.happens(0.5)) return; // still open
  const later = workingDaysFrom(scene, on, chance.between(2, 5));
  yield say(
    serviceAt(scene, later, chance.between(30, 400)),
    official,
    'ReconciliationAgreed',
    agreed,
  );
}

function settled({ scene, office, chance, taken, say }: Page, on: CalendarDate): Planned {
  const official = office.officers[0] ?? office.head;
  return say(serviceAt(scene, on, chance.between(30, 400)), official, 'FeesSettled', {
    agency: office.agency,
    authority: scene.place.tax,
    period: 'quarter',
    amount: { amount: taken.amount },
    document: `${chance.between(700, 799)}/KHTC`,
    official,
  });
}

function rangesOf({ ranges }: Taken) {
  return [...ranges].map(([book, { from, to }]) => ({ book, from: String(from), to: String(to) }));
}
