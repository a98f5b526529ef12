/** Copies and scans at the counter of the demo: priced by the centre, and receipted in a book of their own. */
import { receipt } from '../../domain/fees/receipt/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { type CalendarDate, instantAt } from '../../domain/units.ts';
import { chanceFrom } from '../chance.ts';
import type { Charge } from '../desk.ts';
import type { Planned } from '../planned.ts';
import { presentOf, type Scene } from '../scene.ts';
import { told } from '../telling.ts';
import { type Books, serviceBookOf } from './books.ts';

/** As `SupportPriceApproved` has it: one page copied. */
const copy = { service: 'Sao chụp khổ A4', rate: 'SC-A4', price: { amount: 500 } };

const tooDear = 'service-price-as-approved';

/** One in ten who pays at the counter has papers copied; now and then somebody is asked more than the approved price. */
export function servicesOf(
  scene: Scene,
  books: Books,
): (charges: readonly Charge[], day: CalendarDate) => Iterable<Planned> {
  return (charges, day) => servicesFor(scene, charges, books, day);
}

function* servicesFor(
  scene: Scene,
  charges: readonly Charge[],
  books: Books,
  day: CalendarDate,
): Iterable<Planned> {
  const { place, options } = scene;
  for (const { dossier, online, at } of charges) {
    const chance = chanceFrom(options.seed, 'service', dossier);
    if (online || !chance.happens(0.1)) continue;
    const official = presentOf(scene, place.clerks, scene.time.dateAt(instantAt(at)), chance);
    const { book, year, number } = books.next(serviceBookOf(scene, day), day);
    const stream = streamName('receipt', place.centre, book, year, String(number));
    const quantity = chance.between(2, 40);
    const isDear = scene.breaks(tooDear, day);
    const price = isDear ? 1_000 : copy.price.amount;
    const amount = { amount: quantity * price };
    const telling = { at: at + 60_000, by: official };
    if (isDear) scene.plant(tooDear, stream, telling.at);
    yield told(scene, stream, telling, [
      receipt,
      'ServiceCharged',
      { ...copy, price: { amount: price }, quantity, amount, dossier, unit: place.unit, official },
    ]);
    const item = {
      kind: 'service' as const,
      rate: copy.rate,
      name: copy.service,
      quantity,
      amount,
    };
    yield told(scene, stream, { ...telling, at: at + 2 * 60_000 }, [
      receipt,
      'ReceiptIssued',
      {
        book,
        number: String(number),
        items: [item],
        total: amount,
        method: 'cash',
        place: 'centre',
        collector: official,
        unit: place.unit,
        dossier,
      },
    ]);
  }
}
