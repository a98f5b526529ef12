/** Meetings, reviews, sessions and training of a centre of the demo, as its regulation has them. */
import { month as words } from '../../domain/centre/month/vocabulary.ts';
import { official as officials } from '../../domain/centre/official/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { type CalendarDate, instantAt } from '../../domain/units.ts';
import { staffOf } from '../counters.ts';
import { type Days, monthsWith, monthWith } from '../months.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import {
  chanceOf,
  clock,
  monthRecord,
  serviceAt,
  told,
  toldOfOfficial,
  workingDaysFrom,
} from '../telling.ts';

export function meetingsOf(scene: Scene): Source {
  const { centre } = scene.place;
  return function* (day) {
    if (isLastBut(scene, day, 1, monthWith(day)) && ['SL', 'BL', 'KT'].includes(centre)) {
      yield* meets(scene, day);
    }
    const quarter = monthsWith(day, 3);
    if (isLastBut(scene, day, 2, quarter)) yield* eachQuarter(scene, day, quarter);
    const half = monthsWith(day, 6);
    const halfYearly = centre === 'BL' || centre === 'KT'; // BL Đ12.2, KT Đ15
    if (halfYearly && isLastBut(scene, day, 3, half)) yield* reviews(scene, day, half);
    if (isLastBut(scene, day, 6, monthWith(day))) yield* trains(scene, day);
  };
}

/** Whether `day` is a working day, and `n` working days of `days` come after it. */
function isLastBut(scene: Scene, day: CalendarDate, n: number, days: Days): boolean {
  if (!scene.time.isWorkingDay(day)) return false;
  return workingDaysFrom(scene, day, n) <= days.to && workingDaysFrom(scene, day, n + 1) > days.to;
}

/** Monthly (SL Đ9.3, BL Đ12.2, KT Đ15): as a rule after the service hours; once it took people from their counters. */
function* meets(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place, time } = scene;
  const chance = chanceOf(scene, 'meeting', day);
  if (chance.happens(0.06)) return;
  const inServiceHours = chance.happens(0.15);
  const closes = Date.parse(time.endOfDate(day));
  const began = inServiceHours ? clock(day, 15 * 60) : closes + 10 * 60_000;
  const ended = began + chance.between(40, 80) * 60_000;
  const { posted } = staffOf(place);
  yield told(scene, monthRecord(scene, 'month', day), { at: ended, by: place.deputy }, [
    words,
    'MeetingHeld',
    {
      kind: 'monthly',
      period: monthWith(day),
      began: instantAt(began),
      ended: instantAt(ended),
      inServiceHours,
      fromCounters: inServiceHours ? posted.slice(0, 3) : [],
      chair: place.director,
      about: `Đánh giá kết quả tháng ${Number(day.slice(5, 7))}`,
      document: `21/BB-${day.slice(5)}`,
    },
  ]);
}

/** SL Đ9.3: reviews. BL Đ8.1b, KT Đ10.2: sessions with the agencies. TQ Đ12.2, SL Đ9.2: the coordination. */
function* eachQuarter(scene: Scene, day: CalendarDate, period: Days): Iterable<Planned> {
  const { place } = scene;
  const { centre, director: chair } = place;
  const stream = monthRecord(scene, 'month', day);
  const telling = { at: serviceAt(scene, day, 200), by: place.deputy };
  const agencies = place.offices.map(({ agency }) => agency);
  if (centre === 'SL') yield* reviews(scene, day, period);
  if (centre === 'BL' || centre === 'KT') {
    const data = { agencies, period, occasion: 'periodic' as const, chair };
    const about = 'Hồ sơ quá hạn và phối hợp giữa các sở';
    yield told(scene, stream, telling, [words, 'AgencySessionHeld', { ...data, about }]);
  }
  if (centre === 'TQ' || centre === 'SL') {
    const about = 'Phối hợp giải quyết thủ tục trong quý';
    yield told(scene, stream, telling, [words, 'ReviewHeld', { agencies, period, chair, about }]);
  }
}

/** One by one, with the figures of the ledger; the class follows from them (SL Đ12, BL Đ14.1). */
function* reviews(scene: Scene, day: CalendarDate, period: Days): Iterable<Planned> {
  const { place } = scene;
  const { posted } = staffOf(place);
  const telling = { at: serviceAt(scene, day, 300), by: place.deputy };
  const document = '22/BB-TTPVHCC';
  const data = { officials: [...posted], period, chair: place.director, document };
  yield told(scene, monthRecord(scene, 'month', day), telling, [words, 'OfficialsReviewed', data]);
  for (const official of posted) yield* reviewed(scene, official, period, telling);
}

function* reviewed(
  scene: Scene,
  official: string,
  period: Days,
  telling: { readonly at: number; readonly by: string },
): Iterable<Planned> {
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
  yield told(scene, stream, telling, [
    officials,
    'OfficialClassed',
    { ...common, class: grade, criteria: '08/QĐ-TTPVHCC', document: '305/TB-TTPVHCC' },
  ]);
}

/** For those who work in rotation (TQ Đ6.7), and for districts and communes by the yearly plan (NB Đ7.2). */
function* trains(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place } = scene;
  const chance = chanceOf(scene, 'training', day);
  const { centre } = place;
  if ((centre !== 'TQ' && centre !== 'NB') || !chance.happens(0.5)) return;
  const telling = { at: serviceAt(scene, day, 420), by: place.deputy };
  yield told(scene, monthRecord(scene, 'month', day), telling, [
    words,
    'TrainingHeld',
    {
      about: 'Quy trình điện tử và giao tiếp với người dân',
      audience: centre === 'TQ' ? ['rotating'] : ['district', 'commune'],
      underPlan: centre === 'NB' ? '18/KH-UBND' : null,
      agencies: place.offices.map(({ agency }) => agency),
      participants: chance.between(18, 80),
      document: `25/BC-${day.slice(5)}`,
    },
  ]);
}
