/** What the leadership of a demo's centre decides, proposes and reports upwards. */
import { centre as words } from '../../domain/centre/centre/vocabulary.ts';
import type { CalendarDate } from '../../domain/units.ts';
import type { Chance } from '../chance.ts';
import { monthsWith } from '../months.ts';
import type { Planned, Source } from '../planned.ts';
import { isBroken, type Owed, plantFor } from '../reports/chosen.ts';
import type { Scene } from '../scene.ts';
import {
  chanceOf,
  serviceAt,
  told,
  toldOfOfficial,
  workingDaysFrom,
  yearRecord,
} from '../telling.ts';

export function leadingOf(scene: Scene): Source {
  return function* (day) {
    if (!scene.time.isWorkingDay(day)) return;
    const chance = chanceOf(scene, 'leading', day);
    if (chance.happens(0.02)) yield* escalates(scene, day, chance);
    if (chance.happens(0.04)) yield* reportsAnIssue(scene, day, chance);
    if (chance.happens(0.012)) yield* proposesReward(scene, day, chance, 'ad-hoc');
    const isYearEnd =
      day.slice(5) >= '12-15' && scene.time.previousWorkingDay(day).slice(5) < '12-15';
    if (!isYearEnd) return;
    const owed = yearOf(day);
    if (isBroken(scene, 'merit-proposed', owed)) plantFor(scene, 'merit-proposed', owed);
    else yield* proposesReward(scene, day, chance, 'yearly');
  };
}

function yearOf(day: CalendarDate): Owed {
  return { days: monthsWith(day, 12), length: 'year' };
}

/** Names what is begun on a day at a centre. */
export function named({ place }: Scene, kind: string, day: CalendarDate): string {
  return `${kind}-${place.centre}-${day}`;
}

/** To the Chair, of an agency that fails (SL Đ5.g, BL Đ8.1a¶2, TQ Đ11.4). */
function* escalates(scene: Scene, day: CalendarDate, chance: Chance): Iterable<Planned> {
  const { place } = scene;
  const stream = yearRecord(scene, day);
  const office = chance.pick(place.offices);
  const official = chance.pick(office.officers);
  const measure = named(scene, 'DX', day);
  const telling = { at: serviceAt(scene, day, 240), by: place.director };
  const reason = toldOfOfficial(
    scene,
    official,
    'Quá hạn nhiều lần dù đã đôn đốc; đề nghị phê bình',
  );
  yield told(scene, stream, telling, [
    words,
    'MeasureProposed',
    {
      measure,
      because: chance.pick(['time', 'time', 'quality', 'cooperation'] as const),
      agencies: [office.agency],
      officials: [official],
      to: 'chair',
      by: place.director,
      document: `70/BC-${day.slice(5)}`,
      reason,
    },
  ]);
  if (chance.happens(0.25)) return;
  const on = workingDaysFrom(scene, day, chance.between(5, 12));
  const decision = toldOfOfficial(scene, official, 'Yêu cầu giám đốc sở kiểm điểm người phụ trách');
  yield told(scene, stream, { at: serviceAt(scene, on, 150), by: place.deputy }, [
    words,
    'MeasureDecided',
    {
      measure,
      outcome: chance.pick(['taken', 'taken', 'partly-taken', 'rejected'] as const),
      by: 'chair',
      document: `655/UBND-${on.slice(5)}`,
      decision,
    },
  ]);
}

const issues = [
  'Quy trình điện tử thiếu bước lấy ý kiến',
  'Máy lấy số thứ tự hay treo đầu giờ sáng',
  'Mẫu đơn mới chưa có trên cổng dịch vụ công',
  'Người dân không in được giấy hẹn từ tin nhắn',
];

/** By an official to the leadership (SL Đ7.c, TQ Đ9.4); KT Đ10.4: by the director to the Chair. */
function* reportsAnIssue(scene: Scene, day: CalendarDate, chance: Chance): Iterable<Planned> {
  const { place } = scene;
  const stream = yearRecord(scene, day);
  const office = chance.pick(place.offices);
  const isUpwards = place.centre === 'KT' && chance.happens(0.5);
  const by = isUpwards ? place.director : chance.pick(office.posted);
  const issue = named(scene, 'VM', day);
  const telling = { at: serviceAt(scene, day, 330), by };
  const to = isUpwards ? ('chair' as const) : ('leadership' as const);
  const account = toldOfOfficial(scene, by, 'Phải nhập tay, đề nghị bổ sung trên phần mềm');
  yield told(scene, stream, telling, [
    words,
    'IssueReported',
    { issue, about: chance.pick(issues), by, agency: office.agency, to, account },
  ]);
  if (chance.happens(0.2)) return;
  const on = workingDaysFrom(scene, day, chance.between(1, 6));
  const answer = toldOfOfficial(scene, by, 'Đã đề nghị đơn vị phần mềm bổ sung');
  yield told(scene, stream, { at: serviceAt(scene, on, 60), by: place.deputy }, [
    words,
    'IssueAnswered',
    { issue, by: to, official: isUpwards ? null : place.director, document: '55/TTPVHCC', answer },
  ]);
}

/** NB Đ10.1: every year, and when there is a reason. */
function* proposesReward(
  scene: Scene,
  day: CalendarDate,
  chance: Chance,
  occasion: 'yearly' | 'ad-hoc',
): Iterable<Planned> {
  const { place } = scene;
  const stream = yearRecord(scene, day);
  const office = chance.pick(place.offices);
  const official = chance.pick(office.posted);
  const reward = named(scene, occasion === 'yearly' ? 'KTN' : 'KT', day);
  const whom = { agencies: [office.agency], officials: [official] };
  const telling = { at: serviceAt(scene, day, 270), by: place.director };
  yield told(scene, stream, telling, [
    words,
    'RewardProposed',
    {
      reward,
      occasion,
      year: day.slice(0, 4),
      ...whom,
      form: 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
      to: 'people-committee',
      document: `310/TTr-${day.slice(5)}`,
      reason: toldOfOfficial(scene, official, 'Không có hồ sơ trễ hạn'),
    },
  ]);
  const on = workingDaysFrom(scene, day, chance.between(6, 14));
  yield told(scene, stream, { at: serviceAt(scene, on, 90), by: place.deputy }, [
    words,
    'RewardDecided',
    { reward, outcome: 'granted', ...whom, by: 'people-committee', document: '77/QĐ-UBND' },
  ]);
}
