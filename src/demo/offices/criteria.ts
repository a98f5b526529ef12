/** The criteria by which a centre of the demo classes its officials: published, run out, and published anew. */
import { centre as words } from '../../domain/centre/centre/vocabulary.ts';
import { plusDays } from '../../domain/time/date.ts';
import { type CalendarDate, instantAt } from '../../domain/units.ts';
import type { Planned, Source } from '../planned.ts';
import { isDemanded } from '../planting.ts';
import type { Scene } from '../scene.ts';
import {
  clock,
  firstDayOf,
  serviceAt,
  settingUp,
  told,
  workingDaysFrom,
  yearRecord,
} from '../telling.ts';
import { dueAfter } from '../terms.ts';

const rule = 'evaluation-criteria';

/** Criteria and the days on which they hold. */
type Version = {
  readonly criteria: string;
  readonly published: CalendarDate;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** By when it was to be published, in milliseconds since 1970 UTC, where that was missed; null: in time. */
  readonly missed: number | null;
};

export function criteriaOf(scene: Scene): Source {
  const first = firstDayOf(scene.options);
  return function* (day) {
    for (const version of versionsUntil(scene, day)) {
      if (version.published !== day) continue;
      if (version.missed !== null)
        scene.plant(rule, `office-${scene.place.centre}`, version.missed);
      const at = day === first ? settingUp(scene, 1) : serviceAt(scene, day, 40);
      yield publishes(scene, version, at);
    }
  };
}

/** The criteria that were published last, which may have run out. */
export function criteriaOn(scene: Scene, day: CalendarDate): string {
  return versionsUntil(scene, day).at(-1)?.criteria ?? numbered(0);
}

export function isInForce(scene: Scene, criteria: string, day: CalendarDate): boolean {
  return versionsUntil(scene, day).some(
    (one) => one.criteria === criteria && one.from <= day && (one.to === null || day <= one.to),
  );
}

/** Those published up to `day`. Where it is asked for that there are some (SL Đ12, BL Đ14.1), every other one comes late. */
function versionsUntil(scene: Scene, day: CalendarDate): readonly Version[] {
  const first = firstDayOf(scene.options);
  if (!isDemanded(scene, rule)) return [versionOf(0, first, first, null, null)];
  const versions: Version[] = [];
  let [published, to] = [first, plusDays(first, 20)];
  let missed: number | null = null;
  for (let number = 0; published <= day; number += 1) {
    const from = number === 0 ? plusDays(first, -160) : published;
    versions.push(versionOf(number, published, from, to, missed));
    const isLate = number % 2 === 0;
    missed = isLate ? dueAfter(scene, rule, 22, clock(plusDays(to, 1), 0)) : null;
    published =
      missed === null
        ? workingDaysFrom(scene, to, -3)
        : workingDaysFrom(scene, scene.time.dateAt(instantAt(missed)), 2);
    to = isLate ? plusDays(published, 40) : plusDays(to, 20);
  }
  return versions;
}

function versionOf(
  number: number,
  published: CalendarDate,
  from: CalendarDate,
  to: CalendarDate | null,
  missed: number | null,
): Version {
  return { criteria: numbered(number), published, from, to, missed };
}

function numbered(number: number): string {
  return `${String(8 + 3 * number).padStart(2, '0')}/QĐ-TTPVHCC`;
}

function publishes(scene: Scene, { criteria, from, to }: Version, at: number): Planned {
  const telling = { at, by: scene.place.deputy };
  const day = scene.time.dateAt(instantAt(at));
  return told(scene, yearRecord(scene, day), telling, [
    words,
    'EvaluationCriteriaPublished',
    {
      criteria,
      points: [
        { criterion: 'Hồ sơ giải quyết đúng hạn', points: 40 },
        { criterion: 'Mức độ hài lòng của người dân', points: 30 },
        { criterion: 'Chấp hành giờ giấc, nội quy', points: 30 },
      ],
      from,
      to,
      where: ['website'],
      document: criteria,
    },
  ]);
}
