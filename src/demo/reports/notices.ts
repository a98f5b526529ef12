/** What a centre of the demo, the agencies and the post tell each other month by month, and once a year. */
import { month as words } from '../../domain/centre/month/vocabulary.ts';
import type { CalendarDate, OfficialId } from '../../domain/units.ts';
import { staffOf } from '../counters.ts';
import { type Days, monthWith } from '../months.ts';
import type { Office } from '../places.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, monthRecord, serviceAt, told, workingDaysFrom } from '../telling.ts';
import { isBroken, type Owed, plantFor } from './chosen.ts';
import { isPostedThrough, postedIn } from './posted.ts';
import { ratingsOf } from './ratings.ts';

export function noticesOf(scene: Scene): Source {
  const { time } = scene;
  const ratings = ratingsOf(scene);
  return function* (day) {
    if (!time.isWorkingDay(day)) return;
    const month = monthWith(day);
    if (time.nextWorkingDay(day) > month.to) yield* eachMonth(scene, day, month);
    yield* post(scene, day);
    yield* ratings(day);
  };
}

/** BL Đ8.1c: monthly, of every official. KT Đ8.7: of some. TQ Đ4.3, NB Đ8.1a: what citizens say. NB Đ5.3đ: the post. */
function* eachMonth(scene: Scene, day: CalendarDate, days: Days): Iterable<Planned> {
  const { place } = scene;
  const owed = { days, length: 'month' } as const;
  const left = leftOut(scene, owed);
  for (const [number, office] of place.offices.entries()) {
    const chance = chanceOf(scene, 'notice', office.agency, day);
    if (place.centre === 'BL' || (place.centre === 'KT' && chance.happens(0.3))) {
      yield officialsNotice(scene, office, { day, days, number, left });
    }
    if (place.centre !== 'TQ' && place.centre !== 'NB') continue;
    const ratings = chance.between(20, 90);
    const satisfied = ratings - chance.between(0, 6);
    const common = { agency: office.agency, period: days, means: 'official-letter' as const };
    const telling = { at: serviceAt(scene, day, 370), by: place.deputy };
    yield told(scene, monthRecord(scene, 'month', day), telling, [
      words,
      'SatisfactionSummarySent',
      { ...common, ratings, satisfied, document: `97/TB-${day.slice(5)}` },
    ]);
  }
  if (place.centre === 'NB') yield* postReports(scene, day, owed);
}

/** Whom the notices of a month forget; null: nobody. */
function leftOut(scene: Scene, owed: Owed): OfficialId | null {
  const rule = 'officials-notice';
  if (!isBroken(scene, rule, owed)) return null;
  const through = staffOf(scene.place).posted.filter((official) => {
    return isPostedThrough(scene, official, owed.days);
  });
  if (through.length === 0) return null;
  plantFor(scene, rule, owed);
  return chanceOf(scene, rule, owed.days.from).pick(through);
}

type Notice = {
  readonly day: CalendarDate;
  readonly days: Days;
  readonly number: number;
  readonly left: OfficialId | null;
};

function officialsNotice(scene: Scene, office: Office, notice: Notice): Planned {
  const { day, days, number, left } = notice;
  const officials = postedIn(scene, days, office).filter((official) => official !== left);
  const telling = { at: serviceAt(scene, day, 360), by: scene.place.deputy };
  return told(scene, monthRecord(scene, 'month', day), telling, [
    words,
    'OfficialsNoticeSent',
    {
      agency: office.agency,
      period: days,
      means: 'official-letter',
      officials,
      hours: true,
      progress: true,
      conduct: true,
      document: `9${number}/TB-${day.slice(5)}`,
    },
  ]);
}

/** NB Đ5.3đ, each month, as the centre has set it; at times the post says nothing. */
function* postReports(scene: Scene, day: CalendarDate, owed: Owed): Iterable<Planned> {
  const { place } = scene;
  const rule = 'postal-complaints-report';
  if (isBroken(scene, rule, owed)) {
    plantFor(scene, rule, owed);
    return;
  }
  const chance = chanceOf(scene, 'postal report', day);
  const complaints = chance.between(0, 4);
  const settled = Math.max(0, complaints - chance.between(0, 1));
  const carried = chance.between(120, 300);
  const report = { unit: place.post, period: owed.days, carried, complaints, settled };
  const telling = { at: serviceAt(scene, day, 390), by: place.post };
  yield told(scene, monthRecord(scene, 'month', day), telling, [
    words,
    'PostalReportSubmitted',
    { ...report, means: 'official-letter', document: `210/BĐ-${day.slice(5)}` },
  ]);
}

/** Where roads are cut off the post stands still for some days (NB Đ5.3c). */
function* post(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place } = scene;
  const chance = chanceOf(scene, 'post', day);
  if (!chance.happens(place.centre === 'NB' ? 0.03 : 0.006)) return;
  const stream = monthRecord(scene, 'month', day);
  const reference = `GD-${place.centre}-${day.slice(2)}`;
  const unit = place.post;
  const at = serviceAt(scene, day, chance.between(10, 200));
  yield told(scene, stream, { at, by: unit }, [
    words,
    'PostalServiceInterrupted',
    { reference, unit, where: chance.pick(place.wards), cause: 'Sạt lở đường do mưa lớn' },
  ]);
  const back = serviceAt(scene, workingDaysFrom(scene, day, chance.between(1, 3)), 60);
  yield told(scene, stream, { at: back, by: unit }, [
    words,
    'PostalServiceResumed',
    { reference, unit },
  ]);
}
