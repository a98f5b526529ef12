/**
 * What is noted at a centre of the demo of things that its officials must not do (KT Đ5.1), and a day on which one
 * account corrects more than it well could by hand.
 */
import { attendance } from '../../domain/attendance/attendance/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { msPerMinute } from '../../domain/time/date.ts';
import { ActorId, type CalendarDate, instantAt } from '../../domain/units.ts';
import { counterOf } from '../counters.ts';
import { arrives } from '../offices/officials.ts';
import type { Planned, Source } from '../planned.ts';
import { presentOf, type Scene } from '../scene.ts';
import {
  attendanceRecord,
  chanceOf,
  firstDayOf,
  serviceAt,
  settingUp,
  told,
  toldOfOfficial,
} from '../telling.ts';
import { outsidersSetUp } from './outsiders.ts';

export function reportedOf(scene: Scene): Source {
  const first = firstDayOf(scene.options);
  return function* (day) {
    if (day === first) yield* outsidersSetUp(scene);
    if (day === first || !scene.time.isWorkingDay(day)) return;
    if (scene.place.centre === 'KT') yield* misdeeds(scene, day);
    if (scene.breaks('bulk-corrections', day)) yield* corrections(scene, day);
  };
}

/** Each has a rule of its own at KT. */
const acts = [
  ['channel-as-chosen', 'channel-choice-hindered', 'Ép người dân nộp trực tuyến'],
  ['sole-gateway', 'dealt-directly', 'Hẹn người nộp đến trụ sở cơ quan'],
  ['no-extra-papers', 'extra-papers-demanded', 'Yêu cầu thêm bản sao sổ hộ khẩu'],
  ['data-not-tampered', 'data-obstructed', 'Giữ lại hồ sơ điện tử, không chuyển tiếp'],
  ['confidentiality', 'secrets-disclosed', 'Cho người ngoài xem hồ sơ doanh nghiệp'],
] as const;

function* misdeeds(scene: Scene, day: CalendarDate): Iterable<Planned> {
  for (const [rule, act, account] of acts) {
    if (!scene.breaks(rule, day, act)) continue;
    const chance = chanceOf(scene, act, day);
    const office = chance.pick(scene.place.offices);
    const official = presentOf(scene, office.posted, day, chance);
    const stream = attendanceRecord(official, day);
    const telling = { at: serviceAt(scene, day, chance.between(30, 400)), by: scene.place.deputy };
    const note = {
      act,
      source: 'inspection' as const,
      by: scene.place.deputy,
      ownDress: 'none' as const,
      counter: counterOf(scene.place, office),
      agency: office.agency,
      account: toldOfOfficial(scene, official, account),
    };
    yield told(scene, stream, telling, [attendance, 'ConductNoted', note]);
    scene.plant(rule, stream, telling.at);
  }
}

/** As many as are looked at twice, one a minute: what people who work at agencies are employed as. */
function* corrections(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place, centre } = scene;
  const begins = serviceAt(scene, day, 70);
  const actor = ActorId.parse(place.deputy);
  const people = place.offices.flatMap(({ head, officers }) => [head, ...officers]);
  let last = begins;
  for (const official of people.slice(0, centre.parameters.bulkCorrections)) {
    const [registered] = arrives(scene, official, { at: settingUp(scene, 10), by: place.deputy });
    if (registered === undefined) continue;
    const data = { ...registered.data, status: 'public-employee' };
    const enteredAt = instantAt(last);
    yield { ...registered, data, actor, enteredAt, corrects: 'OfficialRegistered' };
    last += msPerMinute;
  }
  scene.plant('bulk-corrections', streamName('corrections', place.centre, day, actor), last);
}
