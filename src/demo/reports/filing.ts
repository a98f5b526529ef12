/** Reports of a centre of the demo: those of its regulation, and those that are demanded. */
import { month as words } from '../../domain/centre/month/vocabulary.ts';
import { plusDays } from '../../domain/time/date.ts';
import type { CalendarDate } from '../../domain/units.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import {
  chanceOf,
  clock,
  firstDayOf,
  monthRecord,
  serviceAt,
  told,
  workingDaysFrom,
} from '../telling.ts';
import { courseOf, earliest, type Report, reportsOf } from './due.ts';

/** A report is thought of some days before it is due, so that it can be filed early. */
export function filingOf(scene: Scene): Source {
  const first = firstDayOf(scene.options);
  return function* (day) {
    const soonest = day === first ? 0 : earliest;
    for (let ahead = soonest; ahead <= earliest; ahead += 1) {
      for (const report of reportsOf(scene, plusDays(day, ahead))) {
        const { at, isSent } = courseOf(scene, report);
        if (at !== null && at >= clock(day, 0)) yield filed(scene, report, at, isSent);
      }
    }
    yield* demanded(scene, day);
  };
}

function filed(
  scene: Scene,
  { report, about, by, period }: Report,
  at: number,
  isSent: boolean,
): Planned {
  const { place, centre } = scene;
  const isOffice = by === 'chief-of-office';
  const toAgencies = centre.parameters.reportToAgencies && !isOffice;
  const agencies = place.offices.map(({ agency }) => agency);
  const signer = isOffice ? null : place.director;
  return told(scene, monthRecord(scene, 'month', period.to), { at, by: place.deputy }, [
    words,
    'ReportSubmitted',
    {
      report,
      about,
      period,
      by,
      signer,
      to: isOffice
        ? ['Ủy ban nhân dân tỉnh', 'Chủ tịch Ủy ban nhân dân tỉnh']
        : ['Ủy ban nhân dân tỉnh', 'Chánh Văn phòng Ủy ban nhân dân tỉnh'],
      copies: toAgencies ? (isSent ? agencies : []) : null,
      means: 'official-letter',
      document: `${period.to.slice(5, 7)}${period.to.slice(8)}/BC-${isOffice ? 'VP' : 'TTPVHCC'}`,
    },
  ]);
}

const rule = 'on-demand-report';

const titles = [
  'Hồ sơ đất đai quá hạn',
  'Kết quả tiếp nhận hồ sơ trực tuyến',
  'Phản ánh, kiến nghị của người dân',
  'Tình hình nhân sự tại các quầy',
];

/** Now and then the province asks for a report, which comes in time, if it is not to come late or never. */
function* demanded(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place, time } = scene;
  const chance = chanceOf(scene, 'demand', day);
  if (!time.isWorkingDay(day)) return;
  const isLate = scene.breaks(rule, day);
  if (!isLate && !chance.happens(0.04)) return;
  const stream = monthRecord(scene, 'month', day);
  const reference = `${chance.between(100, 999)}/UBND-VP-${day.slice(5)}`;
  const due = workingDaysFrom(scene, day, chance.between(3, 7));
  const period = { from: plusDays(day, -30), to: plusDays(day, -1) };
  const at = serviceAt(scene, day, chance.between(20, 300));
  yield told(scene, stream, { at, by: place.deputy }, [
    words,
    'ReportDemanded',
    {
      reference,
      about: 'reception-and-results',
      title: chance.pick(titles),
      by: 'Chủ tịch Ủy ban nhân dân tỉnh',
      byAgency: place.committee,
      period,
      due: { on: due },
      document: reference,
    },
  ]);
  if (isLate) {
    scene.plant(rule, `calendar-${place.centre}-${day.slice(0, 4)}`, time.endOfDate(due));
    if (chance.happens(0.4)) return;
  }
  const on = workingDaysFrom(scene, due, isLate ? chance.between(1, 3) : -1);
  const answered = { at: serviceAt(scene, on, chance.between(120, 420)), by: place.deputy };
  yield told(scene, stream, answered, [
    words,
    'ReportSubmitted',
    {
      report: 'on-demand',
      reference,
      about: 'reception-and-results',
      period,
      by: 'director',
      signer: place.director,
      to: ['Chủ tịch Ủy ban nhân dân tỉnh'],
      means: 'official-letter',
      document: `${chance.between(100, 400)}/BC-TTPVHCC`,
    },
  ]);
}
