/** What a centre of the demo decides of its own that touches agencies, and whether it asks them first. */
import { centre as words } from '../../domain/centre/centre/vocabulary.ts';
import type { CalendarDate } from '../../domain/units.ts';
import type { Chance } from '../chance.ts';
import type { Office } from '../places.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, serviceAt, told, workingDaysFrom, yearRecord } from '../telling.ts';
import { named } from './leading.ts';

const rule = 'agencies-consulted';

export function consultingOf(scene: Scene): Source {
  return function* (day) {
    if (!scene.time.isWorkingDay(day)) return;
    const chance = chanceOf(scene, 'consulting', day);
    const isWrong = scene.breaks(rule, day);
    if (isWrong || chance.happens(0.025)) yield* consults(scene, day, isWrong, chance);
  };
}

const topics = [
  'Ghép quầy tiếp nhận của hai sở',
  'Đổi giờ nhận hồ sơ giấy trong ngày',
  'Bố trí thêm bàn hỗ trợ nộp trực tuyến',
  'Quy trình nhận hồ sơ qua bưu chính',
];

/** Consulted before it is decided (SL Đ11¶1, KT Đ2.4), in writing; or else decided first, or before one of them was heard. */
function* consults(
  scene: Scene,
  day: CalendarDate,
  isWrong: boolean,
  chance: Chance,
): Iterable<Planned> {
  const { place } = scene;
  const offices = place.offices.slice(0, chance.between(1, 3));
  const matter = {
    matter: named(scene, 'VD', day),
    about: chance.pick(topics),
    agencies: offices.map(({ agency }) => agency),
  };
  const isHasty = isWrong && chance.happens(0.5);
  const passedOver = isWrong && !isHasty ? chance.pick(offices) : null;
  const decidedAt = serviceAt(scene, workingDaysFrom(scene, day, isHasty ? 1 : 9), 100);
  const raised = { at: serviceAt(scene, day, 60), by: place.director };
  yield told(scene, yearRecord(scene, day), raised, [
    words,
    'MatterRaised',
    { ...matter, by: place.director },
  ]);
  for (const office of offices) {
    yield* consulted(scene, day, { ...matter, office, isByTelephone: office === passedOver });
    if (isHasty || office === passedOver) {
      scene.plant(rule, `office-${place.centre}`, decidedAt);
    }
  }
  yield told(scene, yearRecord(scene, day), { at: decidedAt, by: place.director }, [
    words,
    'MatterDecided',
    { ...matter, signer: place.director, document: '35/QĐ-TTPVHCC' },
  ]);
}

type Asked = {
  readonly matter: string;
  readonly about: string;
  readonly office: Office;
  /** Asked on the telephone, and without an answer. */
  readonly isByTelephone: boolean;
};

function* consulted(
  scene: Scene,
  day: CalendarDate,
  { matter, about, office, isByTelephone }: Asked,
): Iterable<Planned> {
  const { agency, head } = office;
  const stream = yearRecord(scene, day);
  const chance = chanceOf(scene, 'consulted', matter, agency);
  const at = (after: number, minutes: number, by: string) => {
    return { at: serviceAt(scene, workingDaysFrom(scene, day, after), minutes), by };
  };
  const means = isByTelephone ? ('telephone' as const) : ('official-letter' as const);
  yield told(scene, stream, at(2, 60, scene.place.deputy), [
    words,
    'ConsultationSent',
    { matter, agency, about, written: !isByTelephone, means, document: '52/TTPVHCC' },
  ]);
  if (isByTelephone) return;
  yield told(scene, stream, at(chance.between(4, 7), 200, head), [
    words,
    'ConsultationReplied',
    { matter, agency, agreed: true, document: `402/${agency}` },
  ]);
}
