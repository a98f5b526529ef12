/** The ratings of those whom the agencies post at a centre of the demo: of the year, and of those who leave in it. */
import { month as words } from '../../domain/centre/month/vocabulary.ts';
import { official as officials } from '../../domain/centre/official/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { CalendarDate, type OfficialId } from '../../domain/units.ts';
import { staffOf } from '../counters.ts';
import { monthsWith, monthWith } from '../months.ts';
import type { Office } from '../places.ts';
import type { Planned, Source } from '../planned.ts';
import { isDemanded } from '../planting.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, monthRecord, serviceAt, told, toldOfOfficial } from '../telling.ts';
import { calendarOf, isAskedFor } from './chosen.ts';
import { isPostedThrough, postedIn } from './posted.ts';

const grades = ['excellent', 'good', 'good', 'fulfilled'] as const;
const unfounded = 'rating-rests-on-centre-remark';

/** Where a rating rests on the centre's remark (KT Đ13.9), one is given without it now and then. */
export function ratingsOf(scene: Scene): Source {
  return function* (day) {
    if (!scene.time.isWorkingDay(day)) return;
    if (scene.breaks(unfounded, day)) yield* leavesRated(scene, day);
    yield* eachDecember(scene, day);
  };
}

/** Who is called back to the agency is rated there at once, and nobody asks the centre. */
function* leavesRated(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const chance = chanceOf(scene, 'rated early', day);
  const office = chance.pick(scene.place.offices);
  const official = chance.pick(office.posted);
  yield rated(scene, office, official, day);
  scene.plant(unfounded, streamName('official', official), serviceAt(scene, day, 150));
}

/** Remarks of the centre first (KT Đ13.9), then ratings, and a copy of each to it before the 30th (NB Đ6.2e). */
function* eachDecember(scene: Scene, day: CalendarDate): Iterable<Planned> {
  if (day.slice(5, 7) !== '12') return;
  const before = scene.time.previousWorkingDay(day);
  const comes = (date: string) => before.slice(5) < date && date <= day.slice(5);
  for (const office of scene.place.offices) {
    const posted = postedIn(scene, { from: day, to: day }, office);
    const forgotten = forgottenIn(scene, day);
    if (comes('12-08')) yield* remarks(scene, posted, forgotten, day);
    if (comes('12-18')) yield* rates(scene, office, posted, forgotten, day);
    if (scene.place.centre === 'NB' && comes('12-24')) yield* shares(scene, office, posted, day);
  }
}

/** One whom the centre forgets: the agency then rates them without its remark. */
function forgottenIn(scene: Scene, day: CalendarDate): OfficialId {
  const chance = chanceOf(scene, 'remark forgotten', day.slice(0, 4));
  return chance.pick(chance.pick(scene.place.offices).posted);
}

function* remarks(
  scene: Scene,
  posted: readonly OfficialId[],
  forgotten: OfficialId,
  day: CalendarDate,
): Iterable<Planned> {
  const { place } = scene;
  const year = day.slice(0, 4);
  for (const official of posted) {
    if (official === forgotten) continue;
    const telling = { at: serviceAt(scene, day, 150), by: place.director };
    const remark = toldOfOfficial(scene, official, 'Tiếp nhận đúng quy trình, thái độ đúng mực');
    const grade = chanceOf(scene, 'remark', official, year).pick(grades);
    yield told(scene, streamName('official', official), telling, [
      officials,
      'CentreRemarkGiven',
      { year, by: place.director, grade, document: '301/NX-TTPVHCC', remark },
    ]);
  }
}

function* rates(
  scene: Scene,
  office: Office,
  posted: readonly OfficialId[],
  forgotten: OfficialId,
  day: CalendarDate,
): Iterable<Planned> {
  for (const official of posted) {
    yield rated(scene, office, official, day);
    if (official !== forgotten || !isDemanded(scene, unfounded)) continue;
    scene.plant(unfounded, streamName('official', official), serviceAt(scene, day, 150));
  }
}

function rated(
  scene: Scene,
  { agency, head }: Office,
  official: OfficialId,
  day: CalendarDate,
): Planned {
  const year = day.slice(0, 4);
  const telling = { at: serviceAt(scene, day, 150), by: head };
  const grade = chanceOf(scene, 'rated', official, year).pick(grades);
  const data = { year, agency, signer: head, grade, document: `611/QĐ-${agency}` };
  return told(scene, streamName('official', official), telling, [officials, 'OfficialRated', data]);
}

/** To the centre, of all but one of the year. */
function* shares(
  scene: Scene,
  { agency }: Office,
  posted: readonly OfficialId[],
  day: CalendarDate,
): Iterable<Planned> {
  const { place } = scene;
  const year = day.slice(0, 4);
  const kept = keptBack(scene, day);
  const shared = posted.filter((official) => official !== kept);
  if (kept !== null && posted.includes(kept)) plantShare(scene, day);
  const telling = { at: serviceAt(scene, day, 100), by: place.deputy };
  const copies = { agency, year, officials: shared, rewards: true, document: `620/${agency}` };
  yield told(scene, monthRecord(scene, 'month', monthWith(day).to), telling, [
    words,
    'YearlyRatingsReceived',
    copies,
  ]);
  const means = 'official-letter' as const;
  for (const official of shared) {
    yield told(scene, streamName('official', official), telling, [
      officials,
      'RatingShared',
      { year, agency, rating: true, rewards: true, means },
    ]);
  }
}

const notShared = 'rating-shared';

/** Of those who are posted on the last day on which it is in time; null: of none, or it is not asked of this year. */
function keptBack(scene: Scene, day: CalendarDate): OfficialId | null {
  const last = lastDayToShare(day);
  const posted = staffOf(scene.place).posted.filter((official) => {
    return isPostedThrough(scene, official, { from: last, to: last });
  });
  if (posted.length === 0 || !isAskedFor(scene, yearOf(day))) return null;
  return chanceOf(scene, 'rating kept back', day.slice(0, 4)).pick(posted);
}

function plantShare(scene: Scene, day: CalendarDate): void {
  const { time } = scene;
  const last = lastDayToShare(day);
  const due = time.isWorkingDay(last) ? last : time.previousWorkingDay(last);
  scene.plant(notShared, calendarOf(scene, yearOf(day)), time.endOfDate(due));
}

function lastDayToShare(day: CalendarDate): CalendarDate {
  return CalendarDate.parse(`${day.slice(0, 4)}-12-29`);
}

function yearOf(day: CalendarDate) {
  return { days: monthsWith(day, 12), length: 'year' } as const;
}
