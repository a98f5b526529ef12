/** What is noted of a day at a centre of the demo: acts of applicants, overtime, extra tasks. */
import { attendance as words } from '../../domain/attendance/attendance/vocabulary.ts';
import { hoChiMinh, minuteOfDay } from '../../domain/time/zone.ts';
import type { CalendarDate, OfficialId } from '../../domain/units.ts';
import { clockText } from '../clock.ts';
import { staffOf } from '../counters.ts';
import { personFrom, toldOf } from '../people.ts';
import type { Planned, Source } from '../planned.ts';
import { isDemanded, once, plantedOn } from '../planting.ts';
import type { Scene } from '../scene.ts';
import {
  attendanceRecord,
  chanceOf,
  clock,
  serviceAt,
  told,
  toldOfOfficial,
  workingDaysFrom,
} from '../telling.ts';
import { overtimeOn, saturdayWorkers } from './overtime.ts';
import { placeOf } from './place-of.ts';
import { presentOn } from './present.ts';

export function notedOf(scene: Scene): Source {
  return function* (day) {
    yield* saturdays(scene, day);
    if (!scene.time.isWorkingDay(day)) return;
    const { posted } = staffOf(scene.place);
    const here = presentOn(scene, day);
    const atCounters = here.filter((official) => posted.includes(official));
    for (const official of here) yield* staysLonger(scene, official, day);
    if (atCounters.length > 0) {
      yield* applicants(scene, atCounters, day);
      yield* tasks(scene, atCounters, day);
      yield* remembersLate(scene, atCounters, day);
    }
  };
}

function* applicants(
  scene: Scene,
  here: readonly OfficialId[],
  day: CalendarDate,
): Iterable<Planned> {
  const chance = chanceOf(scene, 'applicant', day);
  if (!chance.happens(0.03)) return;
  const official = chance.pick(here);
  const person = personFrom(chance, scene.place);
  const { nationalNumber } = person;
  const [act, text] = chance.pick([
    ['insult', 'Lớn tiếng xúc phạm cán bộ tiếp nhận'],
    ['obstruction', 'Chen lấn, không lấy số thứ tự'],
    ['impersonation', 'Dùng giấy tờ của người khác để nộp thay'],
    ['bribery', 'Kẹp tiền trong hồ sơ, đã lập biên bản trả lại'],
  ] as const);
  const telling = { at: serviceAt(scene, day, chance.between(30, 420)), by: official };
  const said = { applicant: toldOf(person), account: { text, nationalNumber } };
  yield told(scene, attendanceRecord(official, day), telling, [
    words,
    'ApplicantActNoted',
    { act, ...placeOf(scene, official), document: '13/BB-TTPVHCC', ...said },
  ]);
}

function* staysLonger(scene: Scene, official: OfficialId, day: CalendarDate): Iterable<Planned> {
  const { place, time } = scene;
  const minutes = overtimeOn(scene, official, day);
  if (minutes === 0) return;
  const end = minuteOfDay(time.endOfDate(day), hoChiMinh);
  const telling = { at: clock(day, end + minutes), by: place.deputy };
  yield told(scene, attendanceRecord(official, day), telling, [
    words,
    'OvertimeWorked',
    {
      kind: 'overtime',
      minutes,
      hours: { from: clockText(end), to: clockText(end + minutes) },
      compensation: 'leave',
      orderedBy: place.director,
      ...placeOf(scene, official),
    },
  ]);
}

/** Where hours are not owed that were made good afterwards: overtime of which nobody heard for days. */
function* remembersLate(
  scene: Scene,
  here: readonly OfficialId[],
  day: CalendarDate,
): Iterable<Planned> {
  const { place, time } = scene;
  const isTime = plantedOn(scene, 'overtime', once, day) !== null;
  if (isDemanded(scene, 'present-in-hours') || !isTime) return;
  const chance = chanceOf(scene, 'overtime remembered', day);
  const official = chance.pick(here);
  const end = minuteOfDay(time.endOfDate(day), hoChiMinh);
  const enteredAt = serviceAt(scene, workingDaysFrom(scene, day, 5), 140);
  const stream = attendanceRecord(official, day);
  scene.plant('backdated-entry', stream, enteredAt);
  const telling = { at: clock(day, end + 60), enteredAt, by: place.deputy };
  yield told(scene, stream, telling, [
    words,
    'OvertimeWorked',
    {
      kind: 'overtime',
      minutes: 60,
      compensation: 'leave',
      orderedBy: place.director,
      ...placeOf(scene, official),
      reason: toldOfOfficial(scene, official, 'Trả kết quả cho người ở xa, kê bổ sung'),
    },
  ]);
}

function* saturdays(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place } = scene;
  for (const { official, hours } of saturdayWorkers(scene, day)) {
    const telling = { at: clock(day, 11 * 60 + 5), by: place.deputy };
    const where = placeOf(scene, official);
    yield told(scene, attendanceRecord(official, day), telling, [
      words,
      'OvertimeWorked',
      {
        kind: 'saturday',
        minutes: 240,
        hours,
        compensation: 'leave',
        orderedBy: place.director,
        ...where,
      },
    ]);
  }
}

const taskNames = [
  'Rà soát mẫu đơn lĩnh vực phụ trách',
  'Hướng dẫn nộp hồ sơ trực tuyến tại bàn hỗ trợ',
  'Tổng hợp vướng mắc của quầy trong tháng',
  'Cập nhật bộ câu hỏi thường gặp',
];

/** Given by the director (SL Đ5.k, Đ8.h); one in seven is not done. */
function* tasks(scene: Scene, here: readonly OfficialId[], day: CalendarDate): Iterable<Planned> {
  const { place } = scene;
  const chance = chanceOf(scene, 'task', day);
  if (!chance.happens(0.09)) return;
  const official = chance.pick(here);
  const reference = `GV-${place.centre}-${day.slice(2).replaceAll('-', '')}`;
  const stream = attendanceRecord(official, day);
  const { agency } = placeOf(scene, official);
  const due = workingDaysFrom(scene, day, chance.between(3, 8));
  const telling = { at: serviceAt(scene, day, chance.between(20, 300)), by: place.director };
  const data = { reference, task: chance.pick(taskNames), by: place.director, due, agency };
  yield told(scene, stream, telling, [words, 'ExtraTaskAssigned', data]);
  if (chance.happens(1 / 7)) return;
  const done = workingDaysFrom(scene, due, chance.between(-2, 1));
  const outcome = chance.happens(0.9) ? ('done' as const) : ('partly-done' as const);
  const ends = { at: serviceAt(scene, done, 330), by: place.deputy };
  yield told(scene, stream, ends, [
    words,
    'ExtraTaskCompleted',
    { reference, outcome, by: place.deputy },
  ]);
}
