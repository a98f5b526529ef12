/** The agencies around a centre of the demo: who leads them, and whom they may send. */
import { agency as words } from '../../domain/centre/agency/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { plusDays } from '../../domain/time/date.ts';
import type { CalendarDate } from '../../domain/units.ts';
import { reservesOf, sharedCounter } from '../counters.ts';
import { initials } from '../dossier/course.ts';
import { officialName } from '../people.ts';
import type { Office } from '../places.ts';
import type { Planned } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { firstDayOf, settingUp, told } from '../telling.ts';
import { telephoneOf } from './officials.ts';

export function* agenciesSetUp(scene: Scene): Iterable<Planned> {
  yield* others(scene);
  for (const office of scene.place.offices) {
    yield established(scene, office);
    yield* staffed(scene, office);
  }
}

/** The People's Committee and its office, the centre itself, the tax authority and the post. */
function* others(scene: Scene): Iterable<Planned> {
  const { place } = scene;
  const telling = { at: settingUp(scene, 5), by: place.system };
  for (const [code, name, kind] of [
    [place.committee, `Ủy ban nhân dân tỉnh ${place.name}`, 'people-committee'],
    [place.unit, scene.centre.name.vi, 'centre'],
    [place.tax, `Cục Thuế tỉnh ${place.name}`, 'vertical'],
    [place.provincialOffice, `Văn phòng Ủy ban nhân dân tỉnh ${place.name}`, 'department'],
    [place.post, `Bưu điện tỉnh ${place.name}`, 'post'],
  ] as const) {
    const data = { name, kind, parent: kind === 'centre' ? place.committee : null };
    yield told(scene, streamName('agency', code), telling, [words, 'AgencyEstablished', data]);
  }
}

function established(scene: Scene, { agency, name, head, headTitle, rotating }: Office): Planned {
  const { place, options } = scene;
  const telling = { at: settingUp(scene, 5), by: place.system };
  return told(scene, streamName('agency', agency), telling, [
    words,
    'AgencyEstablished',
    {
      name: `${name} tỉnh ${place.name}`,
      shortName: initials(name),
      kind: 'department',
      parent: place.committee,
      rotating,
      telephone: telephoneOf(options.seed, head),
      leaders: [
        {
          official: head,
          name: officialName(options.seed, head, place.centre),
          title: headTitle,
          telephone: telephoneOf(options.seed, head),
        },
      ],
    },
  ]);
}

/** Whom it may send, approved for the year; a plan of reserves (KT Đ13.8); what lies at the shared counter (TQ Đ6.7). */
function* staffed(scene: Scene, office: Office): Iterable<Planned> {
  const { place, options } = scene;
  const { agency, posted, head, procedures } = office;
  const stream = streamName('agency', agency);
  const people = listedOf(office);
  const first = firstDayOf(options);
  const list = listOf(first);
  const year = first.slice(0, 4);
  const at = (minutes: number) => ({ at: settingUp(scene, minutes), by: place.system });
  yield told(scene, stream, at(6), [
    words,
    'StaffListSubmitted',
    { list, year, people, by: place.director, document: '9/TTr-TTPVHCC' },
  ]);
  if (office === place.offices[0]) yield* returnedOnce(scene, office, list);
  yield told(scene, stream, at(7), [
    words,
    'StaffListApproved',
    { list, year, people, from: plusDays(first, -200), document: '88/QĐ-UBND' },
  ]);
  if (place.centre === 'KT' || place.centre === 'NB') {
    yield told(scene, stream, at(8), [
      words,
      'ReservePlanMade',
      {
        people: people.slice(posted.length),
        from: first,
        sent: true,
        document: `130/KH-${agency}`,
      },
    ]);
  }
  if (place.centre !== 'TQ') return;
  const codes = procedures.map(({ code }) => code);
  yield told(scene, stream, at(8), [
    words,
    'ModelDossiersPlaced',
    { procedures: codes, where: sharedCounter, by: posted[0] ?? head },
  ]);
  yield told(scene, stream, at(9), [
    words,
    'AgencyDirectoryPublished',
    { where: ['notice-board', 'website'], officials: true, telephones: true, by: head },
  ]);
}

/** One list names a reserve too few, and is submitted once more. */
function* returnedOnce(scene: Scene, office: Office, list: string): Iterable<Planned> {
  const { place } = scene;
  const stream = streamName('agency', office.agency);
  const telling = { at: settingUp(scene, 6) + 20_000, by: place.system };
  yield told(scene, stream, telling, [
    words,
    'StaffListReturned',
    { list, document: '87/UBND-NC' },
  ]);
  const people = listedOf(office);
  yield told(scene, stream, { ...telling, at: telling.at + 20_000 }, [
    words,
    'StaffListSubmitted',
    { list, year: list.slice(-4), people, by: place.director, document: '11/TTr-TTPVHCC' },
  ]);
}

/** The list of whom an agency may send in the year of a day. */
export function listOf(day: CalendarDate): string {
  return `Danh sách ${day.slice(0, 4)}`;
}

/** Whom an agency may send: those who are posted, and who stands in for each. */
export function listedOf(office: Office) {
  const { posted } = office;
  return [
    ...posted.map((official) => ({ official, capacity: 'formal' as const })),
    ...reservesOf(office).map((official, number) => {
      return { official, capacity: 'reserve' as const, stands: posted[number] ?? null };
    }),
  ];
}
