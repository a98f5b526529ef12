/** The leaves of a demo: asked for, taken and returned from as `absences.ts` has it; and some that came to nothing. */
import { leave as words } from '../../domain/leave/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { plusDays } from '../../domain/time/date.ts';
import { type CalendarDate, instantAt, type OfficialId } from '../../domain/units.ts';
import { counterOf, officeWith, staffOf } from '../counters.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import {
  chanceOf,
  firstDayOf,
  serviceAt,
  settingUp,
  told,
  toldOfOfficial,
  workingDaysFrom,
} from '../telling.ts';
import { daysOf } from './leave-acts.ts';
import { asksFor } from './leave-asking.ts';
import { breachesOf, type LeaveBreach } from './leave-breaches.ts';
import { type LeavePlan, leavePlanOf, workingDaysOf } from './leave-plan.ts';
import { changesRoster } from './roster-changes.ts';

/** Days before an absence from which it is spoken of: more than five working days, whatever the holidays. */
const ahead = 20;

/** The longest absence, and some more. */
const behind = 20;

export function leavesOf(scene: Scene): Source {
  const { place, absences, options } = scene;
  const first = firstDayOf(options);
  const { own, posted } = staffOf(place);
  const officers = place.offices.flatMap((office) => office.officers);
  const breachOf = breachesOf(scene);

  return function* (day) {
    const from = day === first ? plusDays(first, -behind) : plusDays(day, ahead);
    for (const official of [...own, ...posted, ...officers]) {
      for (const absence of absences.beginning(official, from, plusDays(day, ahead))) {
        if (absence.to < first || workingDaysOf(scene, absence) === 0) continue;
        const plan = leavePlanOf(scene, absence);
        yield* entered(scene, leaveFacts(scene, plan, breachOf(plan)));
        if (posted.includes(official)) yield* changesRoster(scene, plan);
      }
    }
    for (const official of posted) yield* comesToNothing(scene, official, day);
  };
}

/** What happened before the first day is read from a table on it, early. */
function* entered(scene: Scene, facts: Iterable<Planned>): Iterable<Planned> {
  const early = instantAt(settingUp(scene, 40));
  const file = `theo-doi-nghi-${scene.place.centre}.csv`;
  for (const fact of facts) {
    yield fact.enteredAt < early ? { ...fact, enteredAt: early, file } : fact;
  }
}

function* leaveFacts(scene: Scene, plan: LeavePlan, breach: LeaveBreach | null): Iterable<Planned> {
  const { place, time } = scene;
  const { absence, kind, substitute, office } = plan;
  const { official, from, to } = absence;
  const stream = streamName('leave', plan.id);
  const opens = time.isWorkingDay(from) ? from : time.nextWorkingDay(from);
  yield* asksFor(scene, plan, breach);
  const begins = { at: serviceAt(scene, opens, 210), by: place.deputy };
  yield told(scene, stream, begins, [words, 'LeaveTaken', { official, kind, days: daysOf(plan) }]);
  if (breach === 'unasked') {
    for (const _ of ['request', 'confirmation', 'consent']) {
      scene.plant('leave-needs-consent', stream, begins.at);
    }
  }
  if (kind === 'compensatory') {
    const minutes = 480 * workingDaysOf(scene, absence);
    const used = { official, minutes, days: daysOf(plan) };
    yield told(scene, stream, begins, [words, 'CompensatoryTimeUsed', used]);
  }
  if (substitute !== null && office !== null && !plan.atAgency) {
    const came = { at: serviceAt(scene, opens, absence.emergency ? 215 : 40), by: place.deputy };
    const data = { official, agency: plan.agency, substitute, counter: counterOf(place, office) };
    yield told(scene, stream, came, [words, 'SubstituteArrived', data]);
    if (breach === 'unannounced') scene.plant('substitute-announced', stream, came.at);
  }
  const backOn = time.nextWorkingDay(to);
  const at = serviceAt(scene, backOn, 15);
  const isLate = breach === 'entered-late';
  const enteredAt = isLate ? serviceAt(scene, workingDaysFrom(scene, backOn, 5), 60) : at;
  if (isLate) scene.plant('backdated-entry', stream, enteredAt);
  const back = { at, enteredAt, by: official };
  yield told(scene, stream, back, [words, 'ReturnedFromLeave', { official, early: false }]);
}

/** Now and then a request for a day is declined by the agency, refused by the centre, or taken back. */
function* comesToNothing(scene: Scene, official: OfficialId, day: CalendarDate): Iterable<Planned> {
  const { place, time, absences } = scene;
  const chance = chanceOf(scene, 'to nothing', official, day);
  if (!time.isWorkingDay(day) || absences.isAway(official, day) || !chance.happens(0.006)) return;
  const wanted = workingDaysFrom(scene, day, 6);
  if (absences.isAway(official, wanted)) return;
  const office = officeWith(place, official);
  const signer = office?.head ?? place.deputy;
  const agency = office?.agency ?? place.unit;
  const stream = streamName(
    'leave',
    `NP-${place.centre}-${day.slice(2).replaceAll('-', '')}x-${official}`,
  );
  const at = (after: number, minutes: number) => {
    return serviceAt(scene, workingDaysFrom(scene, day, after), minutes);
  };
  yield told(scene, stream, { at: at(0, 30), by: official }, [
    words,
    'LeaveRequested',
    {
      official,
      agency,
      kind: 'personal',
      purpose: 'private',
      days: [
        { from: wanted, to: wanted, part: chance.pick(['whole', 'morning', 'afternoon'] as const) },
      ],
      emergency: false,
      written: true,
      reason: toldOfOfficial(scene, official, 'Việc gia đình'),
    },
  ]);
  const end = chance.pick(['declined', 'rejected', 'cancelled'] as const);
  const telling = {
    at: at(2, chance.between(20, 400)),
    by: end === 'cancelled' ? official : signer,
  };
  if (end === 'declined') {
    const reason = toldOfOfficial(scene, official, 'Chưa bố trí được người thay');
    const data = { official, agency, signer, document: `419/${agency}`, reason };
    yield told(scene, stream, telling, [words, 'LeaveDeclinedByAgency', data]);
  } else if (end === 'rejected') {
    const reason = toldOfOfficial(scene, official, 'Tuần cao điểm, quầy chỉ có một người');
    const data = { official, by: place.director, document: '62/TTPVHCC', reason };
    yield told(scene, stream, { ...telling, by: place.director }, [words, 'LeaveRejected', data]);
  } else {
    const reason = toldOfOfficial(scene, official, 'Việc gia đình đã xong');
    yield told(scene, stream, telling, [
      words,
      'LeaveCancelled',
      { official, by: 'official', reason },
    ]);
  }
}
