/** The deputy directors of a demo's centre of Kon Tum: two are full-time, and once there is a third (KT Đ9.1a). */
import { centre } from '../../domain/centre/centre/vocabulary.ts';
import { official as words } from '../../domain/centre/official/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { type CalendarDate, instantAt, OfficialId } from '../../domain/units.ts';
import { arrives, telephoneOf } from '../offices/officials.ts';
import { officialName } from '../people.ts';
import type { Planned, Source } from '../planned.ts';
import { isDemanded, once, plantedOn } from '../planting.ts';
import type { Scene } from '../scene.ts';
import {
  firstDayOf,
  serviceAt,
  settingUp,
  type Telling,
  told,
  workingDaysFrom,
  yearRecord,
} from '../telling.ts';

/** Working days for which the third is in office. */
const weeks = 15;

export function deputiesOf(scene: Scene): Source {
  const { place, options } = scene;
  if (!isDemanded(scene, 'deputies-at-most-two')) return () => [];
  const own = place.centre.toLowerCase();
  const [second, third] = ['03', '04'].map((number) => OfficialId.parse(`pgd.${own}.${number}`));
  return function* (day) {
    if (second === undefined || third === undefined) return;
    const early = { at: settingUp(scene, 14), by: place.system };
    if (day === firstDayOf(options)) {
      yield* [...arrives(scene, second, early), ...arrives(scene, third, early)];
      yield takes(scene, second, day, early);
      yield listed(scene, second, early);
    }
    if (plantedOn(scene, 'deputy', once, day) === null) return;
    const stream = streamName('official', third);
    const telling = { at: serviceAt(scene, day, 30), by: place.director };
    scene.plant('deputies-at-most-two', stream, telling.at);
    yield takes(scene, third, day, telling);
    yield listed(scene, third, { ...telling, at: serviceAt(scene, day, 90) });
    const on = workingDaysFrom(scene, day, weeks);
    const leaves = { at: serviceAt(scene, on, 30), by: place.director };
    const data = { office: 'deputy-director' as const, to: on, document: '402/QĐ-UBND' };
    yield told(scene, stream, leaves, [words, 'OfficeLeft', data]);
    const change = { removed: [third], where: [...where], by: place.deputy };
    yield told(scene, yearRecord(scene, on), leaves, [centre, 'DirectoryChanged', change]);
  };
}

function takes(scene: Scene, official: OfficialId, from: CalendarDate, telling: Telling): Planned {
  const office = 'deputy-director' as const;
  return told(scene, streamName('official', official), telling, [
    words,
    'OfficeTaken',
    { office, fullTime: true, from, document: '391/QĐ-UBND' },
  ]);
}

/** Where the public finds who leads the centre. */
const where = ['notice-board', 'website'] as const;

/** The directory shows a new leader the same day (KT Đ8.8). */
function listed(scene: Scene, official: OfficialId, telling: Telling): Planned {
  const { place, options, time } = scene;
  const name = officialName(options.seed, official, place.centre);
  const telephone = telephoneOf(options.seed, official);
  const added = [{ official, name, title: 'Phó Giám đốc Trung tâm', telephone, leader: true }];
  const stream = yearRecord(scene, time.dateAt(instantAt(telling.at)));
  return told(scene, stream, { ...telling, by: place.deputy }, [
    centre,
    'DirectoryChanged',
    { added, where: [...where], by: place.deputy, document: '44/TB-TTPVHCC' },
  ]);
}
