/**
 * Those who may not do what they are about to do in the demo: one whose authority to sign has run out, and
 * the account of one who has left. Both are on record from before its first day.
 */
import { official as words } from '../../domain/centre/official/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { plusDays } from '../../domain/time/date.ts';
import type { OfficialId } from '../../domain/units.ts';
import type { Office } from '../places.ts';
import type { Planned } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { firstDayOf, settingUp, told } from '../telling.ts';

/** At the agency, and never sent to the centre. */
export function lastOfficer({ officers, head }: Office): OfficialId {
  return officers.at(-1) ?? head;
}

/** Signed for the head of the agency until the demo began. */
export function formerSignatory(office: Office): OfficialId {
  return lastOfficer(office);
}

/** Of the one-stop system before this, closed since. */
export function closedAccount(office: Office): string {
  return `${lastOfficer(office)}.cu`;
}

export function* outsidersSetUp(scene: Scene): Iterable<Planned> {
  for (const office of scene.place.offices) yield* setUp(scene, office);
}

function* setUp(scene: Scene, office: Office): Iterable<Planned> {
  const { place, options } = scene;
  const stream = streamName('official', lastOfficer(office));
  const first = firstDayOf(options);
  const at = (minutes: number) => ({ at: settingUp(scene, minutes), by: place.system });
  const authority = `31/GUQ-${office.agency}`;
  yield told(scene, stream, at(16), [
    words,
    'AuthorityDelegated',
    {
      authority,
      by: office.head,
      office: office.headTitle,
      form: 'sign-for',
      from: plusDays(first, -120),
      to: plusDays(first, -1),
      document: authority,
    },
  ]);
  const account = { account: closedAccount(office), system: 'Phần mềm một cửa cũ' };
  const issued = { ...account, by: place.deputy, document: '3/TTPVHCC' };
  yield told(scene, stream, at(16), [words, 'AccountIssued', issued]);
  const closed = { ...account, by: place.deputy, because: 'replaced' as const };
  yield told(scene, stream, at(17), [words, 'AccountClosed', closed]);
}
