/** What the leadership of a demo's centre decides, proposes and reports upwards. */
import { centre as words } from '../../domain/centre/centre/vocabulary.ts';
import type { CalendarDate } from '../../domain/units.ts';
import type { Chance } from '../chance.ts';
import type { Planned, Source } from '../planned.ts';
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
    if (chance.happens(0.025)) yield* consults(scene, day, chance);
    if (chance.happens(0.02)) yield* escalates(scene, day, chance);
    if (chance.happens(0.04)) yield* reportsAnIssue(scene, day, chance);
    if (chance.happens(0.012)) yield* proposesReward(scene, day, chance, 'ad-hoc');
    const isYearEnd =
      day.slice(5) >= '12-15' && scene.time.previousWorkingDay(day).slice(5) < '12-15';
    if (isYearEnd) yield* proposesReward(scene, day, chance, 'yearly');
    if (chance.happens(0.005)) yield* suspectsTampering(scene, day, chance);
    if (chance.happens(0.005)) yield* losesSecret(scene, day, chance);
  };
}

/** Names what is begun on a day at a centre. */
function named({ place }: Scene, kind: string, day: CalendarDate): string {
  return `${kind}-${place.centre}-${day}`;
}

const topics = [
  'Ghép quầy tiếp nhận của hai sở',
  'Đổi giờ nhận hồ sơ giấy trong ngày',
  'Bố trí thêm bàn hỗ trợ nộp trực tuyến',
  'Quy trình nhận hồ sơ qua bưu chính',
];

/** Consulted before it is decided (SL Đ11¶1, KT Đ2.4); one in seven is decided first. */
function* consults(scene: Scene, day: CalendarDate, chance: Chance): Iterable<Planned> {
  const { place } = scene;
  const stream = yearRecord(scene, day);
  const offices = place.offices.slice(0, chance.between(1, 3));
  const agencies = offices.map(({ agency }) => agency);
  const [matter, about] = [named(scene, 'VD', day), chance.pick(topics)];
  const at = (after: number, minutes: number, by: string) => {
    return { at: serviceAt(scene, workingDaysFrom(scene, day, after), minutes), by };
  };
  yield told(scene, stream, at(0, 60, place.director), [
    words,
    'MatterRaised',
    { matter, about, agencies, by: place.director },
  ]);
  const isHasty = chance.happens(1 / 7);
  const decided = { matter, about, agencies, signer: place.director, document: '35/QĐ-TTPVHCC' };
  if (isHasty)
    yield told(scene, stream, at(1, 30, place.director), [words, 'MatterDecided', decided]);
  for (const { agency, head } of offices) {
    const sent = { matter, agency, about, written: true, means: 'official-letter' as const };
    const document = `52/TTPVHCC`;
    yield told(scene, stream, at(2, 60, place.deputy), [
      words,
      'ConsultationSent',
      { ...sent, document },
    ]);
    if (chance.happens(0.1)) continue;
    const agreed = chance.happens(0.85);
    yield told(scene, stream, at(chance.between(4, 7), 200, head), [
      words,
      'ConsultationReplied',
      { matter, agency, agreed, document: `402/${agency}` },
    ]);
  }
  if (isHasty) return;
  yield told(scene, stream, at(9, 100, place.director), [words, 'MatterDecided', decided]);
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

function* suspectsTampering(scene: Scene, day: CalendarDate, chance: Chance): Iterable<Planned> {
  const { agency, posted } = chance.pick(scene.place.offices);
  const official = chance.pick(posted);
  const account = toldOfOfficial(scene, official, 'Ngày hẹn trả bị sửa sau khi in giấy hẹn');
  const telling = { at: serviceAt(scene, day, 300), by: scene.place.deputy };
  const what = { what: 'changed' as const, system: 'Một cửa điện tử', official, agency, account };
  yield told(scene, yearRecord(scene, day), telling, [words, 'DataTamperingReported', what]);
}

function* losesSecret(scene: Scene, day: CalendarDate, chance: Chance): Iterable<Planned> {
  const { agency, posted } = chance.pick(scene.place.offices);
  const official = chance.pick(posted);
  const account = toldOfOfficial(scene, official, 'Hồ sơ của người dân để trên bàn quầy qua đêm');
  const telling = { at: serviceAt(scene, day, 20), by: scene.place.deputy };
  const what = { what: 'papers' as const, by: 'official' as const, official, agency };
  yield told(scene, yearRecord(scene, day), telling, [
    words,
    'SecrecyBreachReported',
    { ...what, forGain: false, account },
  ]);
}
