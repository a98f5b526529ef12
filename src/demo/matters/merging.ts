/** What is told of the merger of a demo (`../merger.ts`): of both agencies, of their people, counter and procedures. */
import { agency } from '../../domain/centre/agency/vocabulary.ts';
import { centre } from '../../domain/centre/centre/vocabulary.ts';
import { official } from '../../domain/centre/official/vocabulary.ts';
import { procedure } from '../../domain/centre/procedure/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { plusDays } from '../../domain/time/date.ts';
import type { OfficialId } from '../../domain/units.ts';
import { counterOf } from '../counters.ts';
import { initials } from '../dossier/course.ts';
import { lastDayOf } from '../merger.ts';
import { listedOf, listOf } from '../offices/agencies.ts';
import { postingOf, telephoneOf } from '../offices/officials.ts';
import { officialName } from '../people.ts';
import type { Planned, Source } from '../planned.ts';
import type { Merger, Scene } from '../scene.ts';
import { clock, firstDayOf, serviceAt, settingUp, told, yearRecord } from '../telling.ts';

/** Both agencies are there from the first day on, whenever the one goes into the other. */
export function mergingOf(scene: Scene): Source {
  const { merger } = scene;
  const first = firstDayOf(scene.options);
  return function* (day) {
    if (merger === null) return;
    if (day === first) yield established(scene, merger);
    if (day === merger.decided) yield* decided(scene, merger);
    if (day === scene.time.previousWorkingDay(merger.from)) yield* postedAnew(scene, merger);
    if (day === merger.from) yield* begins(scene, merger);
  };
}

const resolution = '12/NQ-HĐND';

function established(scene: Scene, { into }: Merger): Planned {
  const { place } = scene;
  const telling = { at: settingUp(scene, 5), by: place.system };
  return told(scene, streamName('agency', into.agency), telling, [
    agency,
    'AgencyEstablished',
    {
      name: `${into.name} tỉnh ${place.name}`,
      shortName: initials(into.name),
      kind: 'department',
      parent: place.committee,
      leaders: [leaderOf(scene, into.head, into.headTitle)],
    },
  ]);
}

function leaderOf({ place, options }: Scene, head: OfficialId, title: string) {
  const name = officialName(options.seed, head, place.centre);
  return { official: head, name, title, telephone: telephoneOf(options.seed, head) };
}

/** The People's Council decides, for a day to come; the list of whom the agency may send ends with it. */
function* decided(scene: Scene, merger: Merger): Iterable<Planned> {
  const { place } = scene;
  const { office, into, from, decided: day } = merger;
  const stream = streamName('agency', office.agency);
  const at = (minutes: number) => ({ at: serviceAt(scene, day, minutes), by: place.deputy });
  yield told(scene, stream, at(60), [
    agency,
    'AgencySucceeded',
    { how: 'merged', successors: [into.agency], from, document: resolution },
  ]);
  const to = lastDayOf(merger);
  const ends = { to, document: resolution };
  yield told(scene, stream, at(62), [agency, 'AgencyAbolished', ends]);
  const list = listOf(firstDayOf(scene.options));
  yield told(scene, stream, at(64), [agency, 'StaffListRevoked', { list, ...ends }]);
  yield* listed(scene, merger, at);
  for (const { code } of office.procedures) {
    const change = { version, agency: into.agency, from, document: '470/QĐ-UBND' };
    yield told(scene, streamName('procedure', code), at(90), [
      procedure,
      'ProcedureChanged',
      { ...change, authority: 'Chủ tịch Ủy ban nhân dân tỉnh' },
    ]);
  }
}

/** Of the procedures, as the successor solves them. */
const version = '1.SN';

type At = (minutes: number) => { readonly at: number; readonly by: string };

/** The same people, on a list of the successor. */
function* listed(scene: Scene, { office, into, from }: Merger, at: At): Iterable<Planned> {
  const { director } = scene.place;
  const stream = streamName('agency', into.agency);
  const people = listedOf(office);
  const what = { list: `${listOf(from)} (sau sáp nhập)`, year: from.slice(0, 4), people };
  yield told(scene, stream, at(70), [
    agency,
    'StaffListSubmitted',
    { ...what, by: director, document: '14/TTr-TTPVHCC' },
  ]);
  yield told(scene, stream, at(300), [
    agency,
    'StaffListApproved',
    { ...what, from, document: '96/QĐ-UBND' },
  ]);
}

/** Whoever sits at the counter goes on sitting there, sent by the successor. */
function* postedAnew(scene: Scene, merger: Merger): Iterable<Planned> {
  const { place, time } = scene;
  const { office, into, from } = merger;
  const day = time.previousWorkingDay(from);
  const at = (minutes: number) => ({ at: serviceAt(scene, day, minutes), by: place.deputy });
  for (const one of office.posted) {
    const stream = streamName('official', one);
    const document = postingOf(into, one);
    const ended = { on: lastDayOf(merger), because: 'transferred' as const, document };
    const posting = postingOf(office, one);
    yield told(scene, stream, at(330), [official, 'PostingEnded', { posting, ...ended }]);
    yield told(scene, stream, at(335), [
      official,
      'OfficialPosted',
      {
        posting: document,
        from,
        to: plusDays(from, yearAndHalf),
        agency: into.agency,
        capacity: 'formal',
        position: 'Tiếp nhận hồ sơ và trả kết quả',
        counter: counterOf(place, office),
        signer: into.head,
        document,
      },
    ]);
  }
}

/** Days, as other postings have them. */
const yearAndHalf = 540;

/** Before the counters open: its people, its counter and its procedures are the successor's. */
function* begins(scene: Scene, merger: Merger): Iterable<Planned> {
  const { place } = scene;
  const { office, into, from } = merger;
  const at = (minutes: number) => ({ at: clock(from, 6 * 60 + minutes), by: place.deputy });
  const deputy = `Phó ${into.headTitle}`;
  const leaders = [
    leaderOf(scene, into.head, into.headTitle),
    leaderOf(scene, office.head, deputy),
  ];
  yield told(scene, streamName('agency', into.agency), at(0), [
    agency,
    'AgencyLeadersChanged',
    { leaders, from, document: resolution },
  ]);
  for (const one of [office.head, ...office.posted, ...office.officers]) {
    yield told(scene, streamName('official', one), at(1), [
      official,
      'OfficialDetailsChanged',
      {
        agency: into.agency,
        ...(one === office.head ? { title: deputy } : {}),
        document: '47/QĐ-UBND',
      },
    ]);
  }
  yield counterNamed(scene, merger, at(2));
  for (const { code } of office.procedures) yield posted(scene, code, at(3));
}

function counterNamed(scene: Scene, { office, into, from }: Merger, telling: Telling): Planned {
  return told(scene, yearRecord(scene, from), telling, [
    centre,
    'CounterChanged',
    {
      counter: counterOf(scene.place, office),
      name: `Quầy ${into.name}`,
      agencies: [into.agency],
      document: '37/QĐ-TTPVHCC',
    },
  ]);
}

type Telling = ReturnType<At>;

function posted(scene: Scene, code: string, telling: Telling): Planned {
  return told(scene, streamName('procedure', code), telling, [
    procedure,
    'ProcedurePosted',
    {
      version,
      by: 'centre',
      where: ['notice-board', 'portal'],
      components: true,
      times: true,
      rates: true,
      official: scene.place.deputy,
    },
  ]);
}
