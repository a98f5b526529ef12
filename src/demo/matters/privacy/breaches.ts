/** One breach of personal data in the demo: found out, notified, and dealt with. */
import { dataBreach } from '../../../domain/privacy/breach/vocabulary.ts';
import { streamName } from '../../../domain/stream.ts';
import { plusDays } from '../../../domain/time/date.ts';
import { chanceFrom } from '../../chance.ts';
import { handlerOf, letterOf, waitsPast, workingDay } from '../../complaints/matter.ts';
import { lifeOf } from '../../life.ts';
import type { Planned } from '../../planned.ts';
import type { Scene } from '../../scene.ts';
import { accounts } from './texts.ts';

const termMs = 72 * 60 * 60_000;

/**
 * @param at when it is found out, in milliseconds since 1970 UTC: so early on a working day that the
 *   authority can be told on the same.
 * @param isPlanted the authority is told too late.
 */
export function breachLife(
  scene: Scene,
  id: string,
  { at, isPlanted }: { readonly at: number; readonly isPlanted: boolean },
): readonly Planned[] {
  const { place, time, options } = scene;
  const chance = chanceFrom(options.seed, 'data breach', id);
  const stream = streamName('databreach', id);
  const life = lifeOf(dataBreach, { stream, centre: place.centre, time, chance, at });
  const office = chance.happens(0.5) ? chance.pick(place.offices) : null;
  const [what, account] = chance.pick(accounts);
  const persons = chance.between(1, 40);
  const official = handlerOf({ scene, life });
  life.happens('DataBreachDetected', official, {
    what,
    on: plusDays(life.today(), -chance.between(0, 3)),
    holder: office?.agency ?? null,
    official,
    system: 'Một cửa điện tử',
    sensitive: chance.happens(0.3),
    persons,
    document: `${chance.between(1, 40)}/BB-TTPVHCC`,
    account,
  });
  if (isPlanted) {
    scene.plant('data-breach-notified', stream, at + termMs);
    waitsPast({ chance, life }, at + termMs);
  } else life.after(chance.between(30, 200));
  const by = place.director;
  const notice = { unit: place.unit, by, means: 'official-letter' as const };
  life.happens('DataBreachNotified', by, {
    to: 'authority',
    recipient: 'Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao',
    ...notice,
    persons,
    document: letterOf({ chance }),
  });
  life.after(chance.between(60, 2 * workingDay));
  const told = { ...notice, means: 'telephone' as const, persons };
  life.happens('DataBreachNotified', by, { to: 'persons', ...told, document: null });
  life.after(chance.between(workingDay, 4 * workingDay));
  const handler = handlerOf({ scene, life });
  life.happens('DataBreachDealtWith', handler, {
    measures: [chance.pick(['access-closed', 'data-recovered', 'system-repaired'] as const)],
    unit: office?.agency ?? place.unit,
    official: handler,
    document: `${chance.between(41, 90)}/BB-TTPVHCC`,
  });
  return life.facts;
}
