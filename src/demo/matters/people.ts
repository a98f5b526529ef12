/** What happens to officials of a demo once in a while: authority, merit, and a posting that goes on. */
import { agency as agencies } from '../../domain/centre/agency/vocabulary.ts';
import { centre } from '../../domain/centre/centre/vocabulary.ts';
import { official as words } from '../../domain/centre/official/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import type { CalendarDate } from '../../domain/units.ts';
import type { Absence } from '../absences.ts';
import { officeWith } from '../counters.ts';
import { listedOf } from '../offices/agencies.ts';
import { criteriaOn } from '../offices/criteria.ts';
import {
  extendedOn,
  postedDays,
  postingOf,
  soonToLeave,
  telephoneOf,
} from '../offices/officials.ts';
import { officialName } from '../people.ts';
import type { Planned, Source } from '../planned.ts';
import { isDemanded, once, plantedOn } from '../planting.ts';
import type { Scene } from '../scene.ts';
import {
  chanceOf,
  serviceAt,
  told,
  toldOfOfficial,
  workingDaysFrom,
  yearRecord,
} from '../telling.ts';
import { dueAfter } from '../terms.ts';
import { deputiesOf } from './deputies.ts';

export function personalOf(scene: Scene): Source {
  const { place, absences, time } = scene;
  const extended = extendedOn(scene);
  const deputies = deputiesOf(scene);
  return function* (day) {
    for (const absence of absences.beginning(place.director, day, day)) {
      yield* delegates(scene, absence);
    }
    if (day === extended) yield* goesOn(scene, day);
    yield* deputies(day);
    if (plantedOn(scene, 'initiative', once, day) !== null) yield rememberedLate(scene, day);
    if (!time.isWorkingDay(day)) return;
    const chance = chanceOf(scene, 'people', day);
    if (chance.happens(0.02)) yield* hasAnIdea(scene, day);
    const isForgotten = scene.breaks('directory-public', day);
    if (isForgotten || chance.happens(0.012)) yield* changesTelephone(scene, day, isForgotten);
    if (scene.breaks('evaluation-criteria-followed', day)) yield classedByFavour(scene, day);
    yield* listsChange(scene, day, scene.breaks('directory-public-by-agency', day));
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

/** The one posting whose time runs out in the demo is extended: at Ninh Bình beyond eighteen months (NB Đ6.2a). */
function* goesOn(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const official = soonToLeave(scene);
  const office = official === null ? null : officeWith(scene.place, official);
  if (official === null || office === null) return;
  const stream = streamName('official', official);
  const { to } = postedDays(scene, official);
  const telling = { at: serviceAt(scene, day, 100), by: scene.place.deputy };
  if (isDemanded(scene, 'posting-term')) scene.plant('posting-term', stream, telling.at);
  const posting = postingOf(office, official);
  const data = { posting, to, document: '530/QĐ-UBND' };
  yield told(scene, stream, telling, [words, 'PostingExtended', data]);
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

/** An initiative of which nobody heard for a week is entered as if on the day itself. */
function rememberedLate(scene: Scene, day: CalendarDate): Planned {
  const { place } = scene;
  const chance = chanceOf(scene, 'idea remembered', day);
  const stream = streamName('official', chance.pick(chance.pick(place.offices).posted));
  const enteredAt = serviceAt(scene, workingDaysFrom(scene, day, 5), 70);
  scene.plant('backdated-entry', stream, enteredAt);
  const telling = { at: serviceAt(scene, day, 220), enteredAt, by: place.deputy };
  const idea = { title: chance.pick(ideas), level: 'centre' as const, by: place.director };
  return told(scene, stream, telling, [
    words,
    'InitiativeRecorded',
    { ...idea, document: '23/QĐ-TTPVHCC' },
  ]);
}

/** The directory follows the next day (BL Đ8.1g, KT Đ8.8, TQ Đ11.2), if it is not forgotten for a while, or for good. */
function* changesTelephone(
  scene: Scene,
  day: CalendarDate,
  isForgotten: boolean,
): Iterable<Planned> {
  const { place, options } = scene;
  const chance = chanceOf(scene, 'telephone', day);
  const { agency, posted } = chance.pick(place.offices);
  const official = chance.pick(posted);
  const telephone = telephoneOf(`${options.seed} ${day}`, official);
  const stream = streamName('official', official);
  const telling = { at: serviceAt(scene, day, 70), by: place.deputy };
  yield told(scene, stream, telling, [
    words,
    'OfficialDetailsChanged',
    { telephone, document: '512/TTPVHCC' },
  ]);
  if (isForgotten) {
    const rule = 'directory-public';
    scene.plant(rule, `directory-${place.centre}`, dueAfter(scene, rule, 3, telling.at));
    if (chance.happens(0.5)) return;
  }
  const name = officialName(options.seed, official, place.centre);
  const added = [{ official, name, title: 'Chuyên viên', telephone, agency }];
  const on = workingDaysFrom(scene, day, isForgotten ? chance.between(6, 9) : 1);
  yield told(scene, yearRecord(scene, on), { at: serviceAt(scene, on, 400), by: place.deputy }, [
    centre,
    'DirectoryChanged',
    { added, where: ['notice-board', 'website'], by: place.deputy, document: '44/TB-TTPVHCC' },
  ]);
}

/** A class that rests on no figure (SL Đ12, BL Đ14.1). */
function classedByFavour(scene: Scene, day: CalendarDate): Planned {
  const { place } = scene;
  const chance = chanceOf(scene, 'classed by favour', day);
  const official = chance.pick(chance.pick(place.offices).posted);
  const telling = { at: serviceAt(scene, day, 330), by: place.deputy };
  const stream = streamName('official', official);
  scene.plant('evaluation-criteria-followed', stream, telling.at);
  return told(scene, stream, telling, [
    words,
    'OfficialClassed',
    {
      class: 'A',
      criteria: criteriaOn(scene, day),
      measured: [],
      by: place.director,
      document: '306/TB-TTPVHCC',
    },
  ]);
}

/**
 * The list of an agency with its own counter is approved anew (TQ Đ10.1): it publishes the telephone
 * numbers that go with it the day after, or, where that is forgotten, when somebody asks for them.
 */
function* listsChange(scene: Scene, day: CalendarDate, isForgotten: boolean): Iterable<Planned> {
  const { directoryAgencies } = scene.centre.parameters;
  const office = scene.place.offices.find(({ name }) => directoryAgencies.includes(name));
  const chance = chanceOf(scene, 'list', day);
  if (office === undefined || (!isForgotten && !chance.happens(0.008))) return;
  const stream = streamName('agency', office.agency);
  const telling = { at: serviceAt(scene, day, 60), by: scene.place.deputy };
  const list = `Danh sách ${day}`;
  yield told(scene, stream, telling, [
    agencies,
    'StaffListApproved',
    {
      list,
      year: day.slice(0, 4),
      people: listedOf(office),
      from: day,
      document: `${chance.between(100, 900)}/QĐ-UBND`,
    },
  ]);
  if (isForgotten) {
    const rule = 'directory-public-by-agency';
    scene.plant(rule, stream, dueAfter(scene, rule, 3, telling.at));
  }
  const on = workingDaysFrom(scene, day, isForgotten ? chance.between(5, 10) : 1);
  yield told(scene, stream, { at: serviceAt(scene, on, 120), by: office.head }, [
    agencies,
    'AgencyDirectoryPublished',
    { where: ['notice-board', 'website'], officials: true, telephones: true, by: office.head },
  ]);
}
