/** What a centre of the demo, the agencies and the post tell each other month by month, and once a year. */
import { month as words } from '../../domain/centre/month/vocabulary.ts';
import { official as officials } from '../../domain/centre/official/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import type { CalendarDate } from '../../domain/units.ts';
import { type Days, monthWith } from '../months.ts';
import type { Office } from '../places.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import {
  chanceOf,
  monthRecord,
  serviceAt,
  told,
  toldOfOfficial,
  workingDaysFrom,
} from '../telling.ts';

export function noticesOf(scene: Scene): Source {
  const { time } = scene;
  return function* (day) {
    if (!time.isWorkingDay(day)) return;
    const month = monthWith(day);
    if (time.nextWorkingDay(day) > month.to) yield* eachMonth(scene, day, month);
    yield* post(scene, day);
    yield* eachDecember(scene, day);
  };
}

/** BL Đ8.1c: monthly, of every official. KT Đ8.7: of some. TQ Đ4.3, NB Đ8.1a: what citizens say. NB Đ5.3đ: the post. */
function* eachMonth(scene: Scene, day: CalendarDate, period: Days): Iterable<Planned> {
  const { place } = scene;
  const stream = monthRecord(scene, 'month', day);
  const telling = (minutes: number) => ({ at: serviceAt(scene, day, minutes), by: place.deputy });
  for (const [number, office] of place.offices.entries()) {
    const chance = chanceOf(scene, 'notice', office.agency, day);
    const { agency, posted } = office;
    const common = { agency, period, means: 'official-letter' as const };
    if (place.centre === 'BL' || (place.centre === 'KT' && chance.happens(0.3))) {
      if (chance.happens(0.05)) continue;
      const all = { hours: true, progress: true, conduct: chance.happens(0.9) };
      const document = `9${number}/TB-${day.slice(5)}`;
      const data = { ...common, officials: [...posted], ...all, document };
      yield told(scene, stream, telling(360), [words, 'OfficialsNoticeSent', data]);
    }
    if (place.centre === 'TQ' || place.centre === 'NB') {
      const ratings = chance.between(20, 90);
      const satisfied = ratings - chance.between(0, 6);
      const document = `97/TB-${day.slice(5)}`;
      const data = { ...common, ratings, satisfied, document };
      yield told(scene, stream, telling(370), [words, 'SatisfactionSummarySent', data]);
    }
  }
  if (place.centre !== 'NB') return;
  const chance = chanceOf(scene, 'postal report', day);
  if (chance.happens(0.1)) return;
  const complaints = chance.between(0, 4);
  const settled = Math.max(0, complaints - chance.between(0, 1));
  const carried = chance.between(120, 300);
  const report = { unit: place.post, period, carried, complaints, settled };
  const document = `210/BĐ-${day.slice(5)}`;
  yield told(scene, stream, { ...telling(390), by: place.post }, [
    words,
    'PostalReportSubmitted',
    { ...report, means: 'official-letter', document },
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

/** The year's ratings: remarks of the centre first (KT Đ13.9), and a copy of each to it before the 30th (NB Đ6.2e). */
function* eachDecember(scene: Scene, day: CalendarDate): Iterable<Planned> {
  if (day.slice(5, 7) !== '12') return;
  const { place, time } = scene;
  const before = time.previousWorkingDay(day);
  const comes = (date: string) => before.slice(5) < date && date <= day.slice(5);
  for (const office of place.offices) {
    if (comes('12-08')) yield* remarks(scene, office, day);
    if (comes('12-18')) yield* rates(scene, office, day);
    if (place.centre !== 'NB' || !comes('12-24')) continue;
    const { agency, posted } = office;
    const year = day.slice(0, 4);
    if (chanceOf(scene, 'ratings shared', agency, year).happens(0.15)) continue;
    const telling = { at: serviceAt(scene, day, 100), by: place.deputy };
    const data = { agency, year, officials: [...posted], rewards: true, document: `620/${agency}` };
    yield told(scene, monthRecord(scene, 'month', monthWith(day).to), telling, [
      words,
      'YearlyRatingsReceived',
      data,
    ]);
    for (const official of posted) {
      const shared = {
        year,
        agency,
        rating: true,
        rewards: true,
        means: 'official-letter' as const,
      };
      const stream = streamName('official', official);
      yield told(scene, stream, telling, [officials, 'RatingShared', shared]);
    }
  }
}

/** One in ten is forgotten: the agency then rates them without it. */
function* remarks(scene: Scene, { posted }: Office, day: CalendarDate): Iterable<Planned> {
  const { place } = scene;
  const year = day.slice(0, 4);
  for (const official of posted) {
    const chance = chanceOf(scene, 'remark', official, year);
    if (chance.happens(0.1)) continue;
    const telling = { at: serviceAt(scene, day, 150), by: place.director };
    const remark = toldOfOfficial(scene, official, 'Tiếp nhận đúng quy trình, thái độ đúng mực');
    const grade = chance.pick(['excellent', 'good', 'good', 'fulfilled'] as const);
    yield told(scene, streamName('official', official), telling, [
      officials,
      'CentreRemarkGiven',
      { year, by: place.director, grade, document: '301/NX-TTPVHCC', remark },
    ]);
  }
}

function* rates(scene: Scene, { agency, posted, head }: Office, day: CalendarDate) {
  const year = day.slice(0, 4);
  for (const official of posted) {
    const chance = chanceOf(scene, 'rated', official, year);
    const telling = { at: serviceAt(scene, day, 150), by: head };
    const grade = chance.pick(['excellent', 'good', 'good', 'fulfilled'] as const);
    const data = { year, agency, signer: head, grade, document: `611/QĐ-${agency}` };
    yield told(scene, streamName('official', official), telling, [
      officials,
      'OfficialRated',
      data,
    ]);
  }
}
