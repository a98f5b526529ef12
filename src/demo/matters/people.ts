/** What happens to officials of a demo once in a while: authority, merit, and a posting that goes on. */
import { centre } from '../../domain/centre/centre/vocabulary.ts';
import { official as words } from '../../domain/centre/official/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { plusDays } from '../../domain/time/date.ts';
import type { CalendarDate } from '../../domain/units.ts';
import type { Absence } from '../absences.ts';
import { postingOf, shortLeft, telephoneOf } from '../offices/officials.ts';
import { officialName } from '../people.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import {
  chanceOf,
  firstDayOf,
  serviceAt,
  told,
  toldOfOfficial,
  workingDaysFrom,
  yearRecord,
} from '../telling.ts';

export function personalOf(scene: Scene): Source {
  const { place, absences, options, time } = scene;
  const first = firstDayOf(options);
  const extended = time.nextWorkingDay(plusDays(first, shortLeft - 12));
  return function* (day) {
    for (const absence of absences.beginning(place.director, day, day)) {
      yield* delegates(scene, absence);
    }
    if (day === extended) yield* goesOn(scene, day);
    if (!time.isWorkingDay(day)) return;
    const chance = chanceOf(scene, 'people', day);
    if (chance.happens(0.02)) yield* hasAnIdea(scene, day);
    if (chance.happens(0.012)) yield* changesTelephone(scene, day);
  };
}

/** While the director is away the deputy acts (SL Đ6.b, BL Đ8.2b). */
function* delegates(scene: Scene, { from, to }: Absence): Iterable<Planned> {
  const { place, time } = scene;
  const stream = streamName('official', place.deputy);
  const authority = `15/GUQ-${from}`;
  const given = { at: serviceAt(scene, from, 5), by: place.director };
  yield told(scene, stream, given, [
    words,
    'AuthorityDelegated',
    {
      authority,
      by: place.director,
      office: 'Giám đốc Trung tâm',
      form: 'act-in-absence',
      from,
      to,
      document: authority,
    },
  ]);
  const ended = { at: serviceAt(scene, time.nextWorkingDay(to), 30), by: place.director };
  const data = { authority, by: place.director, to, document: '21/TTPVHCC' };
  yield told(scene, stream, ended, [words, 'AuthorityEnded', data]);
}

/** The one posting whose time runs out in the demo is extended. */
function* goesOn(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const [office] = scene.place.offices;
  const official = office?.posted[1];
  if (office === undefined || official === undefined) return;
  const to = plusDays(day, 365);
  const telling = { at: serviceAt(scene, day, 100), by: scene.place.deputy };
  yield told(scene, streamName('official', official), telling, [
    words,
    'PostingExtended',
    { posting: postingOf(office, official), to, document: '530/QĐ-UBND' },
  ]);
}

const ideas = [
  'Mẫu tờ khai điền sẵn cho hồ sơ đăng ký biến động',
  'Bảng hướng dẫn bằng tiếng dân tộc tại quầy',
  'Nhắc lịch hẹn trả kết quả qua tin nhắn',
];

/** An initiative is recorded, and the official is proposed for it, and rewarded (SL Đ2.9, BL Đ3.5). */
function* hasAnIdea(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place } = scene;
  const chance = chanceOf(scene, 'idea', day);
  const official = chance.pick(chance.pick(place.offices).posted);
  const stream = streamName('official', official);
  const at = (after: number) => serviceAt(scene, workingDaysFrom(scene, day, after), 220);
  const level = 'centre' as const;
  const idea = { title: chance.pick(ideas), level, by: place.director, document: '22/QĐ-TTPVHCC' };
  yield told(scene, stream, { at: at(0), by: place.deputy }, [words, 'InitiativeRecorded', idea]);
  const form = 'Giấy khen của Giám đốc Sở';
  const what = { form, occasion: 'ad-hoc' as const, year: day.slice(0, 4) };
  const reason = toldOfOfficial(scene, official, 'Có sáng kiến được áp dụng tại quầy');
  yield told(scene, stream, { at: at(3), by: place.director }, [
    words,
    'MeritProposed',
    { what: 'reward', ...what, by: place.director, to: place.committee, reason },
  ]);
  if (chance.happens(0.3)) return;
  yield told(scene, stream, { at: at(12), by: place.deputy }, [
    words,
    'OfficialRewarded',
    { ...what, by: place.committee, document: '77/QĐ-UBND', reason },
  ]);
}

/** The directory follows in most cases (BL Đ8.1g, KT Đ8.8, TQ Đ11.2). */
function* changesTelephone(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place, options } = scene;
  const chance = chanceOf(scene, 'telephone', day);
  const { agency, posted } = chance.pick(place.offices);
  const official = chance.pick(posted);
  const telephone = telephoneOf(`${options.seed} ${day}`, official);
  const telling = { at: serviceAt(scene, day, 70), by: place.deputy };
  yield told(scene, streamName('official', official), telling, [
    words,
    'OfficialDetailsChanged',
    { telephone, document: '512/TTPVHCC' },
  ]);
  if (chance.happens(0.15)) return;
  const name = officialName(options.seed, official, place.centre);
  const added = [{ official, name, title: 'Chuyên viên', telephone, agency }];
  const on = workingDaysFrom(scene, day, chance.between(0, 3));
  yield told(scene, yearRecord(scene, on), { at: serviceAt(scene, on, 400), by: place.deputy }, [
    centre,
    'DirectoryChanged',
    { added, where: ['notice-board', 'website'], by: place.deputy, document: '44/TB-TTPVHCC' },
  ]);
}
