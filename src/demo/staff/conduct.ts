/** What is noted of the conduct of a demo's officials: mostly small things; what an article forbids, on purpose. */
import { attendance as words } from '../../domain/attendance/attendance/vocabulary.ts';
import { type CalendarDate, instantAt, type OfficialId } from '../../domain/units.ts';
import type { Chance } from '../chance.ts';
import { staffOf } from '../counters.ts';
import type { Planned, Source } from '../planned.ts';
import { isDemanded, often, once, plantedOn } from '../planting.ts';
import type { Scene } from '../scene.ts';
import { attendanceRecord, chanceOf, serviceAt, told, toldOfOfficial } from '../telling.ts';
import { placeOf } from './place-of.ts';
import { presentOn } from './present.ts';

type Noted = (typeof words)['ConductNoted']['example'];
type Act = readonly [act: Noted['act'], account: string, ownDress?: 'armed-forces' | 'branch'];

const dress: readonly Act[] = [
  ['no-badge', 'Không đeo thẻ khi tiếp công dân'],
  ['no-uniform', 'Không mặc đồng phục ngày thứ Hai'],
];
const rude: readonly Act[] = [
  ['discourteous', 'Nói to với người dân ở quầy'],
  ['trouble-caused', 'Bắt người dân đi lại nhiều lần không cần thiết'],
];

/** Of each centre what its regulation lists: TQ Đ9.1 the acts of NĐ 61 Đ5.1. */
const rudeAt: Readonly<Record<string, readonly Act[]>> = {
  SL: [...rude, ['house-rules-broken', 'Dùng điện thoại riêng trong giờ tiếp dân']],
  TQ: [
    ['office-culture-broken', 'Ăn sáng tại quầy khi có người chờ'],
    ['responsibility-shifted', 'Đẩy người dân sang quầy khác không đúng việc'],
  ],
  BL: rude,
  KT: [...rude, ['drawn-out', 'Để người dân chờ, không xử lý hồ sơ đã đủ']],
};

/** What no rule of any of the five forbids: it is kept, and counts when officials are reviewed. */
const small: readonly Act[] = [
  ['errors-made', 'Nhập sai tên người nộp trên giấy hẹn'],
  ['tasks-not-done', 'Chưa cập nhật sổ theo dõi của quầy'],
  ['discipline-broken', 'Đi họp giao ban muộn'],
];

/** Allowed to those whose branch has a dress of its own: SL Đ8.e; BL Đ8.3e; KT Đ12.1e. */
const ownDressAt: Readonly<Record<string, Act>> = {
  SL: ['no-uniform', 'Mặc quân phục của ngành', 'armed-forces'],
  BL: ['no-uniform', 'Mặc trang phục riêng của ngành', 'branch'],
  KT: ['no-uniform', 'Mặc trang phục riêng của ngành', 'branch'],
};

type Forbidden = { readonly rule: string; readonly acts: readonly Act[] };

export function conductOf(scene: Scene): Source {
  const { centre } = scene.place;
  const all: readonly Forbidden[] = [
    { rule: 'uniform-and-badge', acts: dress },
    { rule: 'courteous-conduct', acts: rudeAt[centre] ?? [] },
    { rule: 'present-in-hours-noted', acts: [['left-counter', 'Rời quầy khi còn người chờ']] },
    {
      rule: 'meetings-outside-service-noted',
      acts: [['taken-by-meeting', 'Bị gọi đi họp, quầy còn người chờ']],
    },
  ];
  const forbidden = all.filter(({ rule }) => isDemanded(scene, rule));
  const own = ownDressAt[centre];
  const allowed = own === undefined ? small : [...small, own];

  return function* (day) {
    if (!scene.time.isWorkingDay(day)) return;
    const { posted } = staffOf(scene.place);
    const here = presentOn(scene, day).filter((official) => posted.includes(official));
    if (here.length === 0) return;
    const chance = chanceOf(scene, 'conduct', day);
    if (chance.happens(0.05))
      yield noted(scene, day, chance.pick(here), chance.pick(allowed), chance);
    for (const { rule, acts } of forbidden) yield* broken(scene, day, here, { rule, acts });
    yield* ofAnother(scene, day, here);
    const [first] = forbidden;
    if (first !== undefined) yield* takenBack(scene, day, here, first);
  };
}

function* broken(
  scene: Scene,
  day: CalendarDate,
  here: readonly OfficialId[],
  { rule, acts }: Forbidden,
): Iterable<Planned> {
  const stretch = plantedOn(scene, rule, often, day);
  const act = stretch === null ? undefined : acts[stretch % acts.length];
  if (act === undefined) return;
  const chance = chanceOf(scene, 'conduct', rule, day);
  const note = noted(scene, day, chance.pick(here), act, chance);
  scene.plant(rule, note.stream, note.occurredAt);
  yield note;
}

/** A breach is noted in the late afternoon, and half an hour later it is said to have been something else. */
function* takenBack(
  scene: Scene,
  day: CalendarDate,
  here: readonly OfficialId[],
  { acts: [act] }: Forbidden,
): Iterable<Planned> {
  if (act === undefined || plantedOn(scene, 'conduct taken back', once, day) === null) return;
  const chance = chanceOf(scene, 'conduct taken back', day);
  const official = chance.pick(here);
  const note = noted(scene, day, official, act, chance, 430);
  yield note;
  const correctedAt = serviceAt(scene, day, 460);
  scene.plant('breach-lessened', note.stream, correctedAt);
  yield {
    ...note,
    data: { ...note.data, act: 'errors-made' },
    enteredAt: instantAt(correctedAt),
    corrects: note.type,
  };
}

/** A note of somebody else, which is withdrawn within the hour. */
function* ofAnother(
  scene: Scene,
  day: CalendarDate,
  here: readonly OfficialId[],
): Iterable<Planned> {
  if (plantedOn(scene, 'note of another', once, day) === null) return;
  const chance = chanceOf(scene, 'note of another', day);
  const official = chance.pick(here);
  const note = noted(scene, day, official, chance.pick(small), chance, 300);
  yield note;
  const telling = { at: serviceAt(scene, day, 340), by: scene.place.deputy };
  const reason = 'Nhập nhầm sổ của cán bộ ngồi quầy bên';
  const withdrawn = told(scene, note.stream, telling, [
    words,
    'EntryWithdrawn',
    { because: 'other-record', reason },
  ]);
  yield { ...withdrawn, corrects: note.type };
}

/** In service hours, of the morning or of the afternoon. */
function noted(
  scene: Scene,
  day: CalendarDate,
  official: OfficialId,
  [act, account, ownDress]: Act,
  chance: Chance,
  after = chance.happens(0.6) ? chance.between(20, 230) : chance.between(250, 400),
): Planned {
  const { place } = scene;
  const telling = { at: serviceAt(scene, day, after), by: place.deputy };
  return told(scene, attendanceRecord(official, day), telling, [
    words,
    'ConductNoted',
    {
      act,
      source: chance.pick(['supervision', 'camera', 'inspection'] as const),
      by: place.deputy,
      ownDress: ownDress ?? 'none',
      ...placeOf(scene, official),
      account: toldOfOfficial(scene, official, account),
    },
  ]);
}
