/** Meetings of a centre of the demo, and training: as its regulation has them. */
import { month as words } from '../../domain/centre/month/vocabulary.ts';
import { type CalendarDate, instantAt } from '../../domain/units.ts';
import { staffOf } from '../counters.ts';
import { type Days, monthsWith, monthWith } from '../months.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, clock, monthRecord, serviceAt, told, workingDaysFrom } from '../telling.ts';
import { isBroken, plantFor } from './chosen.ts';
import { reviewsOn } from './reviews.ts';
import { worksWithAgencies } from './sessions.ts';

const inHours = 'meetings-outside-service';

export function meetingsOf(scene: Scene): Source {
  const { centre } = scene.place;
  return function* (day) {
    if (!scene.time.isWorkingDay(day)) return;
    const month = monthWith(day);
    if (isLastBut(scene, day, 1, month) && ['SL', 'BL', 'KT'].includes(centre)) {
      yield* meets(scene, day);
    }
    if (scene.breaks(inHours, day)) yield meetsInHours(scene, day);
    if (isLastBut(scene, day, 2, month)) yield* worksWithAgencies(scene, day);
    yield* reviewsOn(scene, day);
    if (isLastBut(scene, day, 6, month)) yield* trains(scene, day);
  };
}

/** Whether `n` working days of `days` come after `day`, which is one. */
function isLastBut(scene: Scene, day: CalendarDate, n: number, days: Days): boolean {
  return workingDaysFrom(scene, day, n) <= days.to && workingDaysFrom(scene, day, n + 1) > days.to;
}

/** Monthly, after the service hours (SL Đ9.3, BL Đ12.2, KT Đ15). */
function* meets(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const owed = { days: monthWith(day), length: 'month' } as const;
  if (isBroken(scene, 'monthly-meeting', owed)) {
    plantFor(scene, 'monthly-meeting', owed);
    return;
  }
  const { place, time } = scene;
  const began = Date.parse(time.endOfDate(day)) + 10 * 60_000;
  const ended = began + chanceOf(scene, 'meeting', day).between(40, 80) * 60_000;
  yield told(scene, monthRecord(scene, 'month', day), { at: ended, by: place.deputy }, [
    words,
    'MeetingHeld',
    {
      kind: 'monthly',
      period: owed.days,
      began: instantAt(began),
      ended: instantAt(ended),
      inServiceHours: false,
      fromCounters: [],
      chair: place.director,
      about: `Đánh giá kết quả tháng ${Number(day.slice(5, 7))}`,
      document: `21/BB-${day.slice(5)}`,
    },
  ]);
}

/** Once in a while one takes people from their counters, which it is not to (SL Đ4.3, BL Đ4.6, KT Đ3.8). */
function meetsInHours(scene: Scene, day: CalendarDate): Planned {
  const { place } = scene;
  const began = clock(day, 14 * 60 + 30);
  const ended = began + chanceOf(scene, 'meeting in hours', day).between(30, 70) * 60_000;
  const subject = `calendar-${place.centre}-${day.slice(0, 4)}`;
  scene.plant(inHours, subject, ended);
  return told(scene, monthRecord(scene, 'month', day), { at: ended, by: place.deputy }, [
    words,
    'MeetingHeld',
    {
      kind: 'extraordinary',
      began: instantAt(began),
      ended: instantAt(ended),
      inServiceHours: true,
      fromCounters: staffOf(place).posted.slice(0, 3),
      chair: place.deputy,
      about: 'Phổ biến quy trình mới trên phần mềm một cửa',
      document: `20/BB-${day.slice(5)}`,
    },
  ]);
}

/** For those who work in rotation (TQ Đ6.7), and for districts and communes by the yearly plan (NB Đ7.2). */
function* trains(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place } = scene;
  const chance = chanceOf(scene, 'training', day);
  const { centre } = place;
  const owed = { days: monthsWith(day, 12), length: 'year' } as const;
  if (isBroken(scene, 'yearly-training', owed)) {
    if (day.slice(5, 7) === '12') plantFor(scene, 'yearly-training', owed);
    return;
  }
  const isByPlan = centre === 'NB' && day.slice(5, 7) === '11';
  if ((centre !== 'TQ' && centre !== 'NB') || (!isByPlan && !chance.happens(0.5))) return;
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
