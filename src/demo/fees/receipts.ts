/** The receipts of the demo: assessed, paid, and now and then voided, exempted or paid back. */
import { receipt } from '../../domain/fees/receipt/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { instantAt } from '../../domain/units.ts';
import { type Chance, chanceFrom } from '../chance.ts';
import { atCounterOn } from '../counters.ts';
import { toldOf } from '../people.ts';
import type { Planned } from '../planned.ts';
import { presentOf, type Scene } from '../scene.ts';
import { clock, told } from '../telling.ts';
import type { Numbered } from './books.ts';
import { rulesBroken } from './breaches.ts';
import type { Writing } from './writing.ts';

const msPerMinute = 60_000;

type Words = typeof receipt;

/** Everything about one writing, as it is told. */
type Page = {
  readonly scene: Scene;
  readonly writing: Writing;
  readonly numbered: Numbered;
  readonly chance: Chance;
  /** Who writes it. */
  readonly official: string;
  /** Its record. */
  readonly stream: string;
  readonly say: <Type extends keyof Words>(
    at: number,
    type: Type,
    data: Words[Type]['example'],
  ) => Planned;
};

/** What is recorded under the number that `writing` was given. @param next the number that replaces it, if one does. */
export function* pageOf(
  scene: Scene,
  writing: Writing,
  numbered: Numbered,
  next: Numbered | null,
): Iterable<Planned> {
  const page = opened(scene, writing, numbered);
  const { official, say } = page;
  const { fate, at, charge } = writing;
  if (fate === 'spoiled') {
    const document = `${numbered.number}/BB-TTPVHCC`;
    yield say(at - 2 * msPerMinute, 'ReceiptVoided', { reason: 'spoiled', official, document });
    return;
  }
  if (writing.breach === 'filled-in') yield filledIn(page);
  else planted(page);
  if (fate !== 'replacing') yield* assessed(page);
  if (fate === 'exempted') return;
  yield* paidOnline(page);
  yield issued(page);
  if (next !== null) yield voided(page, next);
  else if (charge.refundAt !== null) yield refunded(page, charge.refundAt);
  if (writing.breach === 'repeated') yield read(page, issued(page));
  if (writing.breach === 'voided-twice' && next !== null) yield read(page, voided(page, next));
}

/** The number before, which had been passed over, is said to be a spoiled form. */
function filledIn({ scene, writing, numbered }: Page): Planned {
  const passedOver = opened(scene, writing, { ...numbered, number: numbered.number - 1 });
  const at = Math.max(clock(scene.time.dateAt(instantAt(writing.at)), 16 * 60 + 45), writing.at);
  const saidAt = at + msPerMinute;
  scene.plant(rulesBroken['filled-in'], passedOver.stream, saidAt);
  const { official, stream } = passedOver;
  const document = `${passedOver.numbered.number}/BB-TTPVHCC`;
  const spoiled = { reason: 'spoiled', official, document } as const;
  return told(scene, stream, { at: saidAt, by: official }, [receipt, 'ReceiptVoided', spoiled]);
}

/** In the evening the invoicing software sends what it has. What stands there again is on record again. */
function read(page: Page, fact: Planned): Planned {
  const { place } = page.scene;
  const day = page.scene.time.dateAt(fact.occurredAt);
  const file = `hoa-don-${place.centre}-${day}.csv`;
  return { ...fact, actor: place.system, enteredAt: instantAt(readAt(page)), file };
}

function readAt({ scene, writing }: Page): number {
  return clock(scene.time.dateAt(instantAt(writing.at)), 19 * 60);
}

function planted(page: Page): void {
  const { scene, writing, stream } = page;
  const { breach, at } = writing;
  if (breach === null) return;
  const isRead = breach === 'repeated' || breach === 'voided-twice';
  scene.plant(rulesBroken[breach], stream, isRead ? readAt(page) : at);
}

function opened(scene: Scene, writing: Writing, numbered: Numbered): Page {
  const { place, time, absences, options } = scene;
  const { book, year, number } = numbered;
  const chance = chanceFrom(options.seed, 'receipt', place.centre, book, year, number);
  const day = time.dateAt(instantAt(writing.at));
  const official = absences.isAway(place.accountant, day)
    ? presentOf(scene, place.clerks, day, chance)
    : place.accountant;
  const stream = streamName('receipt', place.centre, book, year, String(number));
  return {
    scene,
    writing,
    numbered,
    chance,
    official,
    stream,
    say: (at, type, data) => told(scene, stream, { at, by: official }, [receipt, type, data]),
  };
}

function* assessed({ scene, writing, official, say }: Page): Iterable<Planned> {
  const { charge, rate, fate, at, amount } = writing;
  const asked = fate === 'reduced' ? amount * 2 : amount;
  const { dossier, procedure, agency } = charge;
  yield say(at - 3 * msPerMinute, 'FeeAssessed', {
    dossier,
    procedure: procedure.code,
    agency,
    items: [itemOf(rate, asked)],
    official,
    unit: scene.place.unit,
  });
  if (fate !== 'exempted' && fate !== 'reduced') return;
  yield say(at - 2 * msPerMinute, 'FeeExempted', {
    extent: fate === 'exempted' ? 'whole' : 'part',
    amount: { amount },
    dossier,
    ground: 'Điều 10 Luật Phí và lệ phí',
    document: '18/2024/NQ-HĐND',
    official,
    circumstances: {
      text: 'Người nộp thuộc hộ nghèo theo danh sách của xã',
      nationalNumber: charge.payer.nationalNumber,
    },
  });
}

function* paidOnline({ scene, writing, chance, say }: Page): Iterable<Planned> {
  const { charge, method, at, amount } = writing;
  if (method !== 'online') return;
  yield say(at - msPerMinute, 'OnlinePaymentRecorded', {
    provider: providerOf(scene),
    reference: paymentOf(writing),
    amount: { amount },
    portal: chance.happens(0.7) ? 'provincial' : 'national',
    dossier: charge.dossier,
    payer: toldOf(charge.payer),
  });
}

function issued(page: Page): Planned {
  const { scene, writing, numbered, say } = page;
  const { charge, rate, method, at, amount } = writing;
  const { dossier, procedure, agency, payer } = charge;
  const online = { place: 'online' as const, unit: scene.place.unit };
  return say(at, 'ReceiptIssued', {
    book: numbered.book,
    number: String(numbered.number),
    items: [itemOf(rate, amount)],
    total: { amount },
    method,
    ...(method === 'online' ? online : collectorOf(page)),
    agency,
    dossier,
    procedure: procedure.code,
    payer: toldOf(payer),
  });
}

/** At the centre's counter; at Tuyên Quang, where the result is not fetched, at the agency's own section (TQ Đ8.1). */
function collectorOf({ scene, writing, official }: Page) {
  const { agency, resultChannel } = writing.charge;
  const isSent = resultChannel === 'online' || resultChannel === 'post';
  const isForAgency = scene.place.centre === 'TQ' && isSent;
  if (isForAgency === (writing.breach === 'elsewhere')) {
    return { place: 'centre' as const, collector: official, unit: scene.place.unit };
  }
  const office = scene.place.offices.find((one) => one.agency === agency);
  const day = scene.time.dateAt(instantAt(writing.at));
  const collector = office === undefined ? official : atCounterOn(office, day);
  return { place: 'agency-section' as const, collector, unit: agency };
}

function voided({ scene, writing, numbered, chance, official, say }: Page, next: Numbered) {
  return say(writing.at + 5 * msPerMinute, 'ReceiptVoided', {
    reason: chance.pick(['wrong-payer', 'written-wrong', 'wrong-amount'] as const),
    official,
    approver: scene.place.deputy,
    document: `${numbered.number}/BB-TTPVHCC`,
    replacedBy: String(next.number),
    account: {
      text: 'Ghi nhầm tên người nộp hộ thay cho người nộp hồ sơ',
      nationalNumber: writing.charge.payer.nationalNumber,
    },
  });
}

function refunded({ scene, writing, chance, official, say }: Page, at: number): Planned {
  return say(at, 'FeeRefunded', {
    amount: { amount: writing.amount },
    method: writing.method === 'cash' ? 'cash' : 'transfer',
    document: `${chance.between(10, 99)}/QĐ-TTPVHCC`,
    official,
    unit: scene.place.unit,
    recipient: toldOf(writing.charge.payer),
    reason: {
      text: 'Người nộp rút hồ sơ trước khi thẩm định',
      nationalNumber: writing.charge.payer.nationalNumber,
    },
  });
}

function itemOf({ rate, name, kind }: Writing['rate'], amount: number) {
  return { kind, rate, name, amount: { amount } };
}

/** The bank through which a centre's online payments come. */
export function providerOf({ place }: Scene): string {
  return `VietinBank ${place.name}`;
}

/** What the provider calls the payment of a writing. */
export function paymentOf({ charge, rate }: Writing): string {
  return `PAYGOV-${charge.dossier.slice(-11)}-${charge.agency.split('.')[1] ?? ''}-${rate.rate}`;
}
