/** Rates that change at a centre of the demo where they are told of in writing, and now and then too late (NB Đ9.2a). */
import { procedure as words } from '../../domain/centre/procedure/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { plusDays } from '../../domain/time/date.ts';
import type { CalendarDate } from '../../domain/units.ts';
import { ratesOf } from '../offices/procedures.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, serviceAt, told, workingDaysFrom } from '../telling.ts';

/** Working days after the change by the end of which the agency tells of it, and after that the centre publishes it. */
const inTime = { told: 3, published: 5 } as const;

const tooLate = 3;

const rulesBroken = [
  ['rate-change-notified', 'told'],
  ['rate-change-notified-published', 'published'],
] as const;

/** What is charged changes only after the last day, as with every rate of a demo. */
export function rateChangesOf(scene: Scene): Source {
  let changes = 0;
  return function* (day) {
    if (!scene.time.isWorkingDay(day)) return;
    for (const [rule, late] of rulesBroken) {
      if (scene.breaks(rule, day)) yield* changed(scene, day, (changes += 1), late);
    }
  };
}

/** @param number of the changes so far, so that no two are alike. */
function* changed(
  scene: Scene,
  day: CalendarDate,
  number: number,
  late: 'told' | 'published',
): Iterable<Planned> {
  const { place, time, options } = scene;
  const chance = chanceOf(scene, 'rate', day, late);
  const priced = place.offices.flatMap(({ agency, head, procedures }) =>
    procedures.flatMap((one) => ratesOf(one).map((rate) => ({ agency, head, one, rate }))),
  );
  const { agency, head, one, rate } = chance.pick(priced);
  const stream = streamName('procedure', one.code);
  const effective = plusDays(options.until, 20 + number);
  const at = (on: CalendarDate, by: string) => ({ at: serviceAt(scene, on, 240), by });
  const amount = { amount: rate.amount.amount + 20_000 + number * 5_000 };
  yield told(scene, stream, at(day, place.accountant), [
    words,
    'FeeRateChanged',
    {
      ...rate,
      amount,
      from: effective,
      authority: 'Hội đồng nhân dân tỉnh',
      document: '24/NQ-HĐND',
    },
  ]);
  const lastToTell = workingDaysFrom(scene, day, inTime.told);
  const toldOn = workingDaysFrom(scene, lastToTell, late === 'told' ? tooLate : -1);
  if (late === 'told') scene.plant('rate-change-notified', stream, time.endOfDate(lastToTell));
  const notified = { rate: rate.rate, agency, written: true, effective };
  yield told(scene, stream, at(toldOn, head), [
    words,
    'FeeRateNotified',
    { ...notified, means: 'official-letter', document: `431/${agency}` },
  ]);
  const lastToShow = workingDaysFrom(scene, toldOn, inTime.published);
  const shownOn = workingDaysFrom(scene, lastToShow, late === 'published' ? tooLate : -2);
  if (late === 'published') {
    scene.plant('rate-change-notified-published', stream, time.endOfDate(lastToShow));
  }
  const where = ['notice-board' as const, 'portal' as const];
  const shown = { rate: rate.rate, effective, updated: true, where, official: place.accountant };
  yield told(scene, stream, at(shownOn, place.accountant), [words, 'FeeRatePublished', shown]);
}
