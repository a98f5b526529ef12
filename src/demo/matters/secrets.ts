/** Data that somebody meddled with at a centre of the demo, and secrets that were not kept. */
import { centre as words } from '../../domain/centre/centre/vocabulary.ts';
import type { CalendarDate } from '../../domain/units.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, serviceAt, told, toldOfOfficial, yearRecord } from '../telling.ts';

/** Only where it is a breach, and as often as that is to happen. */
export function secretsOf(scene: Scene): Source {
  return function* (day) {
    if (!scene.time.isWorkingDay(day)) return;
    if (scene.breaks('data-not-tampered', day)) yield suspectsTampering(scene, day);
    if (scene.breaks('confidentiality', day, 'reported')) yield losesSecret(scene, day);
  };
}

/** KT Đ5.1c. */
function suspectsTampering(scene: Scene, day: CalendarDate): Planned {
  const { place } = scene;
  const chance = chanceOf(scene, 'tampering', day);
  const { agency, posted } = chance.pick(place.offices);
  const official = chance.pick(posted);
  const account = toldOfOfficial(scene, official, 'Ngày hẹn trả bị sửa sau khi in giấy hẹn');
  const telling = { at: serviceAt(scene, day, 300), by: place.deputy };
  scene.plant('data-not-tampered', `office-${place.centre}`, telling.at);
  const what = { what: 'changed' as const, system: 'Một cửa điện tử', official, agency, account };
  return told(scene, yearRecord(scene, day), telling, [words, 'DataTamperingReported', what]);
}

/** Of papers by an official (KT Đ5.1d), of state secrets by one (TQ Đ4.5), or by the post (NB Đ5.3b). */
function losesSecret(scene: Scene, day: CalendarDate): Planned {
  const { place } = scene;
  const chance = chanceOf(scene, 'secret', day);
  const { agency, posted } = chance.pick(place.offices);
  const official = chance.pick(posted);
  const telling = { at: serviceAt(scene, day, 20), by: place.deputy };
  scene.plant('confidentiality', `office-${place.centre}`, telling.at);
  const stream = yearRecord(scene, day);
  if (place.centre === 'NB') {
    const what = { what: 'papers' as const, by: 'post' as const, agency: place.post };
    const document = `26/BC-${day.slice(5)}`;
    return told(scene, stream, telling, [
      words,
      'SecrecyBreachReported',
      { ...what, forGain: false, document },
    ]);
  }
  const isOfState = place.centre === 'TQ';
  const text = isOfState
    ? 'Văn bản đóng dấu Mật bị chụp gửi vào nhóm Zalo'
    : 'Hồ sơ của người dân để trên bàn quầy qua đêm';
  return told(scene, stream, telling, [
    words,
    'SecrecyBreachReported',
    {
      what: isOfState ? 'state-secret' : 'papers',
      by: 'official',
      official,
      agency,
      forGain: false,
      account: toldOfOfficial(scene, official, text),
    },
  ]);
}
