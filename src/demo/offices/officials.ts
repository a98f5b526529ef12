/** The officials of a demo: registered, with their accounts, their offices and their postings. */
import { official as words } from '../../domain/centre/official/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { plusDays } from '../../domain/time/date.ts';
import type { CalendarDate, OfficialId } from '../../domain/units.ts';
import { chanceFrom } from '../chance.ts';
import { counterOf, officeWith } from '../counters.ts';
import type { Days } from '../months.ts';
import { officialName } from '../people.ts';
import type { Office, Place } from '../places.ts';
import type { Planned } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, firstDayOf, settingUp, type Telling, told } from '../telling.ts';

export function* officialsSetUp(scene: Scene): Iterable<Planned> {
  const { place } = scene;
  const telling = { at: settingUp(scene, 10), by: place.system };
  const { director, deputy, clerks, accountant, complaintOfficer, offices } = place;
  for (const official of [director, deputy, ...clerks, accountant, complaintOfficer]) {
    yield* arrives(scene, official, telling);
  }
  yield taken(scene, director, 'director');
  yield taken(scene, deputy, 'deputy-director');
  for (const office of offices) {
    for (const official of [office.head, ...office.posted, ...office.officers]) {
      yield* arrives(scene, official, telling);
    }
    for (const [number, official] of office.posted.entries()) {
      yield* postedBefore(scene, office, official, number);
    }
  }
}

/** An official is registered, and has an account from then on. */
export function* arrives(scene: Scene, official: OfficialId, telling: Telling): Iterable<Planned> {
  const { place, options } = scene;
  const office = officeWith(place, official);
  const stream = streamName('official', official);
  yield told(scene, stream, telling, [
    words,
    'OfficialRegistered',
    {
      name: officialName(options.seed, official, place.centre),
      title: titleOf(place, official),
      telephone: telephoneOf(options.seed, official),
      field: office?.procedures[0]?.field ?? 'Hành chính',
      agency: office?.agency ?? place.unit,
      status: 'civil-servant',
      dress: 'centre',
    },
  ]);
  yield told(scene, stream, telling, [
    words,
    'AccountIssued',
    { account: official, system: oneStopSystem, by: place.deputy, document: '12/TTPVHCC' },
  ]);
}

export const oneStopSystem = 'Hệ thống một cửa điện tử';

function taken(scene: Scene, official: OfficialId, office: 'director' | 'deputy-director') {
  const telling = { at: settingUp(scene, 11), by: scene.place.system };
  return told(scene, streamName('official', official), telling, [
    words,
    'OfficeTaken',
    {
      office,
      fullTime: office === 'deputy-director',
      from: plusDays(firstDayOf(scene.options), -400),
      document: '390/QĐ-UBND',
    },
  ]);
}

/** The days of the posting with which an official is at the centre when the demo begins; what is to extend it is in. */
export function postedDays(scene: Scene, official: OfficialId): Days {
  const first = firstDayOf(scene.options);
  if (official !== soonToLeave(scene)) {
    const from = plusDays(first, -chanceOf(scene, 'posted from', official).between(60, 300));
    return { from, to: plusDays(from, termDays) };
  }
  return { from: plusDays(first, shortLeft - termDays), to: plusDays(extendedOn(scene), 365) };
}

/** Of the first agency the second one's time runs out in the demo. */
export function soonToLeave({ place }: Scene): OfficialId | null {
  return place.offices[0]?.posted[1] ?? null;
}

/** When it is extended. */
export function extendedOn({ options, time }: Scene): CalendarDate {
  return time.nextWorkingDay(plusDays(firstDayOf(options), shortLeft - 12));
}

/** Days of a posting, a year and a half; and those of the demo after which the one runs out that does. */
const termDays = 540;
const shortLeft = 40;

/** One in six was sent without a word about the standards; some of those have it said afterwards. */
function* postedBefore(scene: Scene, office: Office, official: OfficialId, number: number) {
  const { place } = scene;
  const chance = chanceOf(scene, 'posted', official);
  const { from } = postedDays(scene, official);
  const standards = {
    met: true,
    yearsOfService: chance.between(2, 19),
    qualification: 'Đại học',
    lastGrade: chance.pick(['excellent', 'good'] as const),
  };
  const isStated = !chance.happens(1 / 6);
  const telling = { at: settingUp(scene, 12), by: place.system };
  const stream = streamName('official', official);
  const posting = postingOf(office, official);
  yield told(scene, stream, telling, [
    words,
    'OfficialPosted',
    {
      posting,
      from,
      to: plusDays(from, termDays),
      agency: office.agency,
      capacity: 'formal',
      position: 'Tiếp nhận hồ sơ và trả kết quả',
      counter: counterOf(place, office),
      rotating: office.rotating && number === 1,
      standards: isStated ? standards : null,
      signer: office.head,
      document: posting,
    },
  ]);
  if (isStated || !chance.happens(0.6)) return;
  const at = settingUp(scene, 15);
  yield told(scene, stream, { at, by: place.system }, [
    words,
    'PostingStandardsStated',
    { posting, agency: office.agency, standards, document: `77/${office.agency}` },
  ]);
}

export function postingOf({ agency }: Pick<Office, 'agency'>, official: OfficialId): string {
  return `${official.slice(-4)}/QĐ-${agency}`;
}

export function titleOf({ director, deputy, accountant, offices }: Place, official: OfficialId) {
  if (official === director) return 'Giám đốc Trung tâm';
  if (official === deputy) return 'Phó Giám đốc Trung tâm';
  if (official === accountant) return 'Kế toán';
  return offices.find(({ head }) => head === official)?.headTitle ?? 'Chuyên viên';
}

export function telephoneOf(seed: string, official: OfficialId): string {
  const chance = chanceFrom(seed, 'telephone', official);
  return `02${chance.between(11, 99)} 3888 ${String(chance.between(0, 999)).padStart(3, '0')}`;
}
