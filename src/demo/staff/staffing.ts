/** What a centre of the demo asks of the agencies: more officials, or another one. */
import { attendance } from '../../domain/attendance/attendance/vocabulary.ts';
import { roster as words } from '../../domain/attendance/roster/vocabulary.ts';
import { centre } from '../../domain/centre/centre/vocabulary.ts';
import { official as officials } from '../../domain/centre/official/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import type { CalendarDate, OfficialId } from '../../domain/units.ts';
import { counterOf } from '../counters.ts';
import { arrives, oneStopSystem, postingOf, telephoneOf } from '../offices/officials.ts';
import { officialName } from '../people.ts';
import type { Planned, Source } from '../planned.ts';
import { isDemanded } from '../planting.ts';
import type { Scene } from '../scene.ts';
import {
  attendanceRecord,
  chanceOf,
  firstDayOf,
  monthRecord,
  serviceAt,
  told,
  toldOfOfficial,
  workingDaysFrom,
  yearRecord,
} from '../telling.ts';
import { type Extras, extrasOf } from './extras.ts';

export function staffingOf(scene: Scene): Source {
  const extras = extrasOf(scene);
  const first = firstDayOf(scene.options);
  return function* (day) {
    if (day === first) yield* takenOver(scene, day);
    if (extras !== null) yield* story(scene, extras, day);
  };
}

function* story(scene: Scene, extras: Extras, day: CalendarDate): Iterable<Planned> {
  const { first, second, asked, from, replacementAsked, replaced, to } = extras;
  if (day === asked) yield* asksForMore(scene, extras);
  if (day === from) yield* comes(scene, extras, first, day);
  if (day === replacementAsked) yield* asksForAnother(scene, extras);
  if (day === replaced) {
    yield* goes(scene, extras, first, day, 'replaced');
    yield* comes(scene, extras, second, day);
  }
  if (day === to) yield* goes(scene, extras, second, day, 'staffing-reduced');
}

function* asksForMore(scene: Scene, { office, asked, from }: Extras): Iterable<Planned> {
  const { place } = scene;
  const stream = monthRecord(scene, 'roster', asked);
  const [reference, { agency, head }] = [`TN-${place.centre}-${asked.slice(2)}`, office];
  const one = { reference, agency, officials: 1 };
  const at = (day: CalendarDate, minutes: number, by: string) => {
    return { at: serviceAt(scene, day, minutes), by };
  };
  yield told(scene, stream, at(asked, 60, place.director), [
    words,
    'StaffingChangeAsked',
    {
      ...one,
      change: 'more',
      because: 'many-visitors',
      counter: counterOf(place, office),
      from,
      by: place.director,
      means: 'official-letter',
      document: '82/TTPVHCC',
    },
  ]);
  yield told(scene, stream, at(workingDaysFrom(scene, asked, 2), 90, head), [
    words,
    'StaffingChangeAnswered',
    { ...one, outcome: 'agreed', from, document: `432/${agency}` },
  ]);
  yield told(scene, stream, at(from, 20, head), [
    words,
    'StaffingChanged',
    { ...one, change: 'more', counter: counterOf(place, office), document: `433/QĐ-${agency}` },
  ]);
}

function* asksForAnother(scene: Scene, extras: Extras): Iterable<Planned> {
  const { place } = scene;
  const { office, first, second, replacementAsked, replaced } = extras;
  const stream = monthRecord(scene, 'roster', replacementAsked);
  const [reference, { agency, head }] = [`TT-${place.centre}-${replacementAsked.slice(2)}`, office];
  const at = (day: CalendarDate, minutes: number, by: string) => {
    return { at: serviceAt(scene, day, minutes), by };
  };
  const account = toldOfOfficial(scene, first, 'Nhiều lần bị người dân phản ánh về thái độ');
  yield told(scene, stream, at(replacementAsked, 120, place.director), [
    words,
    'ReplacementAsked',
    {
      reference,
      official: first,
      agency,
      because: 'low-satisfaction',
      by: place.director,
      means: 'official-letter',
      document: '81/TTPVHCC',
      account,
    },
  ]);
  yield told(scene, stream, at(workingDaysFrom(scene, replacementAsked, 2), 200, head), [
    words,
    'ReplacementAnswered',
    {
      reference,
      agency,
      outcome: 'agreed',
      replacement: second,
      from: replaced,
      document: `430/${agency}`,
    },
  ]);
  yield told(scene, stream, at(replaced, 15, head), [
    words,
    'OfficialReplaced',
    { reference, official: first, replacement: second, agency, counter: counterOf(place, office) },
  ]);
}

/**
 * Registered, posted, with an account, a counter and a line in the directory. The first is a reserve,
 * who may stay for some weeks; the second is not, and leaves long before twelve months are over (NB Đ6.2a).
 */
function* comes(
  scene: Scene,
  { office, first, to }: Extras,
  official: OfficialId,
  day: CalendarDate,
): Iterable<Planned> {
  const { place, options } = scene;
  const telling = { at: serviceAt(scene, day, 25), by: place.deputy };
  yield* arrives(scene, official, telling);
  const posting = postingOf(office, official);
  const counter = counterOf(place, office);
  const { agency } = office;
  const stream = streamName('official', official);
  const capacity = official === first ? 'reserve' : 'formal';
  if (capacity === 'formal' && isDemanded(scene, 'posting-term')) {
    scene.plant('posting-term', stream, telling.at);
  }
  yield told(scene, stream, telling, [
    officials,
    'OfficialPosted',
    {
      posting,
      from: day,
      to,
      agency,
      capacity,
      counter,
      signer: office.head,
      document: posting,
    },
  ]);
  yield told(scene, attendanceRecord(official, day), { ...telling, at: telling.at + 60_000 }, [
    attendance,
    'AssetsHandedOver',
    {
      giver: place.deputy,
      counter,
      assets: [...assets],
      posting,
      agency,
      document: '14/BB-TTPVHCC',
    },
  ]);
  const person = {
    official,
    name: officialName(options.seed, official, place.centre),
    title: 'Chuyên viên',
    telephone: telephoneOf(options.seed, official),
    agency,
  };
  yield told(scene, yearRecord(scene, day), { ...telling, at: telling.at + 3_600_000 }, [
    centre,
    'DirectoryChanged',
    { added: [person], where: ['website'], by: place.deputy, document: '44/TB-TTPVHCC' },
  ]);
}

const assets = [
  { name: 'Máy tính để bàn', quantity: 1, condition: 'good' },
  { name: 'Máy quét', quantity: 1, condition: 'worn' },
] as const;

function* goes(
  scene: Scene,
  { office, second }: Extras,
  official: OfficialId,
  day: CalendarDate,
  because: 'replaced' | 'staffing-reduced',
): Iterable<Planned> {
  const { place } = scene;
  const telling = { at: serviceAt(scene, day, 10), by: place.deputy };
  const stream = streamName('official', official);
  const posting = postingOf(office, official);
  const replacedBy = because === 'replaced' ? second : null;
  yield told(scene, attendanceRecord(official, day), telling, [
    attendance,
    'AssetsReturned',
    { receiver: place.deputy, counter: counterOf(place, office), assets: [...assets], posting },
  ]);
  yield told(scene, stream, telling, [
    officials,
    'PostingEnded',
    { posting, on: day, because, asked: 'centre', replacedBy, document: '688/QĐ-UBND' },
  ]);
  yield told(scene, stream, telling, [
    officials,
    'AccountClosed',
    { account: official, system: oneStopSystem, by: place.deputy, because: 'posting-ended' },
  ]);
  yield told(scene, yearRecord(scene, day), telling, [
    centre,
    'DirectoryChanged',
    { removed: [official], where: ['website'], by: place.deputy, document: '44/TB-TTPVHCC' },
  ]);
}

/** On the first day the counters are handed over, to all but one in six of those who are posted. */
function* takenOver(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place } = scene;
  for (const office of place.offices) {
    for (const official of office.posted) {
      if (chanceOf(scene, 'assets', official).happens(1 / 6)) continue;
      const telling = { at: serviceAt(scene, day, 200), by: place.deputy };
      const counter = counterOf(place, office);
      const posting = postingOf(office, official);
      const what = { counter, assets: [...assets], posting, agency: office.agency };
      const on = scene.time.isWorkingDay(day) ? day : scene.time.nextWorkingDay(day);
      yield told(scene, attendanceRecord(official, on), telling, [
        attendance,
        'AssetsHandedOver',
        { giver: place.deputy, ...what, document: '14/BB-TTPVHCC' },
      ]);
    }
  }
}
