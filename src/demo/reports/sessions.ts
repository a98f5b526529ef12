/** What a centre of the demo and the agencies talk about, period by period. */
import { month as words } from '../../domain/centre/month/vocabulary.ts';
import type { CalendarDate } from '../../domain/units.ts';
import { officesInTurn } from '../counters.ts';
import { monthsWith, monthWith } from '../months.ts';
import type { Planned } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, monthRecord, serviceAt, told } from '../telling.ts';
import { isBroken, type Owed, plantFor } from './chosen.ts';

/** How often, where the regulation leaves it to the centre (KT Đ10.2, TQ Đ12.2, NB Đ5.3đ): each month. */
export const periodsSet: Readonly<Record<string, string>> = {
  KT: 'sessionPeriod',
  TQ: 'coordinationReviewPeriod',
  NB: 'postalReportPeriod',
};

/** On the last working day but two of a month: sessions (BL Đ8.1b, KT Đ10.2), reviews of how they work together (TQ Đ12.2, SL Đ9.2). */
export function* worksWithAgencies(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { centre } = scene.place;
  const month: Owed = { days: monthWith(day), length: 'month' };
  const quarter: Owed = { days: monthsWith(day, 3), length: 'quarter' };
  const isQuarterEnd = quarter.days.to === month.days.to;
  if (centre === 'KT') yield session(scene, day, month);
  if (centre === 'BL' && isQuarterEnd) yield session(scene, day, quarter);
  if (centre === 'TQ') yield* coordination(scene, day, month);
  if (centre === 'SL' && isQuarterEnd) yield review(scene, day, quarter, agenciesAt(scene));
}

/** Now and then there was but one that something else had called for, and none of the period's own. */
function session(scene: Scene, day: CalendarDate, owed: Owed): Planned {
  const { place } = scene;
  const isOutOfTurn = isBroken(scene, 'agency-sessions', owed);
  if (isOutOfTurn) plantFor(scene, 'agency-sessions', owed);
  const telling = { at: serviceAt(scene, day, 200), by: place.deputy };
  return told(scene, monthRecord(scene, 'month', day), telling, [
    words,
    'AgencySessionHeld',
    {
      agencies: agenciesAt(scene),
      period: isOutOfTurn ? null : owed.days,
      occasion: isOutOfTurn ? 'ad-hoc' : 'periodic',
      chair: place.director,
      about: isOutOfTurn
        ? 'Hồ sơ tồn đọng sau đợt nâng cấp phần mềm'
        : 'Hồ sơ quá hạn và phối hợp giữa các sở',
    },
  ]);
}

/** After each turn at the shared counter; at times one of the agencies stays away. */
function* coordination(scene: Scene, day: CalendarDate, owed: Owed): Iterable<Planned> {
  const rule = 'coordination-reviewed';
  const inTurn = officesInTurn(scene.place).map(({ agency }) => agency);
  if (!isBroken(scene, rule, owed)) {
    yield review(scene, day, owed, inTurn);
    return;
  }
  const away = chanceOf(scene, rule, day).pick(inTurn);
  plantFor(scene, rule, owed);
  const there = inTurn.filter((agency) => agency !== away);
  yield review(scene, day, owed, there);
}

function review(scene: Scene, day: CalendarDate, { days }: Owed, agencies: string[]): Planned {
  const { place } = scene;
  const telling = { at: serviceAt(scene, day, 200), by: place.deputy };
  const about = 'Phối hợp giải quyết thủ tục';
  return told(scene, monthRecord(scene, 'month', day), telling, [
    words,
    'ReviewHeld',
    { agencies, period: days, chair: place.director, about },
  ]);
}

function agenciesAt({ place }: Scene) {
  return place.offices.map(({ agency }) => agency);
}
