/** Reviews of the officials at a centre of the demo, one by one, with the class that follows from its figures. */
import { month as words } from '../../domain/centre/month/vocabulary.ts';
import { official as officials } from '../../domain/centre/official/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { type CalendarDate, instantAt, type OfficialId } from '../../domain/units.ts';
import { type Days, monthsWith } from '../months.ts';
import { criteriaOn, isInForce } from '../offices/criteria.ts';
import type { Planned } from '../planned.ts';
import { isDemanded } from '../planting.ts';
import type { Scene } from '../scene.ts';
import {
  chanceOf,
  monthRecord,
  serviceAt,
  type Telling,
  told,
  toldOfOfficial,
  workingDaysFrom,
} from '../telling.ts';
import { isBroken, plantFor } from './chosen.ts';
import { isPostedThrough, postedIn } from './posted.ts';

const rule = 'officials-reviewed';

/** Each quarter (SL Đ9.3), or each half-year (BL Đ12.2, KT Đ15), on its last working day but three. */
export function* reviewsOn(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { centre } = scene.place;
  const isQuarterly = centre === 'SL';
  if (!isQuarterly && centre !== 'BL' && centre !== 'KT') return;
  const days = monthsWith(day, isQuarterly ? 3 : 6);
  const [last, next] = [3, 4].map((n) => workingDaysFrom(scene, day, n));
  if (last === undefined || next === undefined || last > days.to || next <= days.to) return;
  const owed = { days, length: isQuarterly ? 'quarter' : 'half-year' } as const;
  const posted = postedIn(scene, { from: days.from, to: day });
  const through = posted.filter((official) => isPostedThrough(scene, official, days));
  const isOneForgotten = through.length > 0 && isBroken(scene, rule, owed);
  const forgotten = isOneForgotten ? chanceOf(scene, rule, day).pick(through) : null;
  if (forgotten !== null) plantFor(scene, rule, owed);
  const others = posted.filter((official) => official !== forgotten);
  yield* reviews(scene, others, days, { at: serviceAt(scene, day, 300), by: scene.place.deputy });
}

function* reviews(
  scene: Scene,
  posted: readonly OfficialId[],
  period: Days,
  telling: Telling,
): Iterable<Planned> {
  const { place } = scene;
  const document = '22/BB-TTPVHCC';
  const data = { officials: [...posted], period, chair: place.director, document };
  const stream = monthRecord(scene, 'month', period.to);
  yield told(scene, stream, telling, [words, 'OfficialsReviewed', data]);
  for (const official of posted) yield* reviewed(scene, official, period, telling);
}

/** The class follows from the figures, by the criteria of the day (SL Đ12, BL Đ14.1). */
function* reviewed(scene: Scene, official: OfficialId, period: Days, telling: Telling) {
  const { place } = scene;
  const chance = chanceOf(scene, 'review', official, period.to);
  const stream = streamName('official', official);
  const total = chance.between(20, 60);
  const inTime =
    total -
    chance.weighted([
      [6, 0],
      [3, 1],
      [1, chance.between(2, 5)],
    ] as const);
  const points = Math.round((40 * inTime) / total);
  const figure = `${inTime}/${total}`;
  const measured = [{ criterion: 'Hồ sơ giải quyết đúng hạn', figure, points }];
  const common = { period, measured, by: place.director };
  const text = inTime === total ? 'Hoàn thành tốt, phát huy' : 'Cần giảm hồ sơ quá hạn';
  const conclusion = toldOfOfficial(scene, official, text);
  yield told(scene, stream, telling, [
    officials,
    'OfficialReviewed',
    { ...common, present: chance.happens(0.95), document: '22/BB-TTPVHCC', conclusion },
  ]);
  const grade = points >= 40 ? 'A' : points >= 38 ? 'B' : 'C';
  yield classed(scene, official, { ...common, class: grade }, telling);
}

type Class = {
  readonly period: Days;
  readonly class: string;
  readonly by: string;
  readonly measured: { criterion: string; figure: string; points: number }[];
};

/** By criteria that may have run out, without new ones in their place. */
function classed(scene: Scene, official: OfficialId, data: Class, telling: Telling): Planned {
  const day = scene.time.dateAt(instantAt(telling.at));
  const criteria = criteriaOn(scene, day);
  const days = [day, data.period.to];
  if (!days.some((one) => isInForce(scene, criteria, one))) {
    plantClass(scene, official, telling.at);
  }
  return told(scene, streamName('official', official), telling, [
    officials,
    'OfficialClassed',
    { ...data, criteria, document: '305/TB-TTPVHCC' },
  ]);
}

function plantClass(scene: Scene, official: OfficialId, at: number): void {
  const followed = 'evaluation-criteria-followed';
  if (isDemanded(scene, followed)) scene.plant(followed, streamName('official', official), at);
}
