/** A leave of the demo that nobody could ask for beforehand: told as it begins, and granted. */
import { leave as words } from '../../domain/leave/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import type { Chance } from '../chance.ts';
import type { Planned } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { serviceAt, told, toldOfOfficial } from '../telling.ts';
import { dayAfter } from '../terms.ts';
import { announces, daysOf } from './leave-acts.ts';
import type { LeaveBreach } from './leave-breaches.ts';
import { mannerOf } from './leave-manners.ts';
import type { LeavePlan } from './leave-plan.ts';

const ill = ['Ốm đột xuất, đã đi khám', 'Sốt cao, nhập viện theo dõi'];
const urgent = ['Người nhà nhập viện', 'Con nhỏ ốm', 'Việc gia đình gấp'];

export function* asksAtOnce(
  scene: Scene,
  plan: LeavePlan,
  breach: LeaveBreach | null,
  chance: Chance,
): Iterable<Planned> {
  const { place, time } = scene;
  const { absence, agency, office, kind, substitute } = plan;
  const { official, from } = absence;
  const stream = streamName('leave', plan.id);
  const at = serviceAt(scene, from, chance.between(5, 90));
  const byHead = office === null ? {} : { by: 'agency-head' as const };
  yield told(scene, stream, { at, by: place.deputy }, [
    words,
    'LeaveNoticeGiven',
    {
      official,
      to: 'centre',
      ...(breach === 'head-silent' ? { by: 'official' } : byHead),
      agency,
      kind,
      days: daysOf(plan),
      emergency: true,
      means: 'telephone',
      reason: toldOfOfficial(scene, official, chance.pick(kind === 'sick' ? ill : urgent)),
    },
  ]);
  if (breach === 'head-silent') {
    const day = time.isWorkingDay(from) ? from : time.nextWorkingDay(from);
    const begins = Date.parse(time.endOfDate(day));
    scene.plant('leave-notice-1-day-emergency', stream, dayAfter(scene, begins));
  }
  const agreedAt = serviceAt(scene, from, chance.between(100, 200));
  const says = { official, by: place.deputy, days: daysOf(plan) };
  yield told(scene, stream, { at: agreedAt, by: place.deputy }, [words, 'LeaveApproved', says]);
  if (mannerOf(scene).announced && substitute !== null && breach !== 'unannounced') {
    const announced = { at: serviceAt(scene, from, 205), by: office?.head ?? place.deputy };
    yield announces(scene, plan, substitute, announced);
  }
}
