/**
 * What is said of findings at a centre of the demo: one is let pass, one is disputed, and one was disputed
 * and stands. So a reader meets a finding in each of its states.
 */
import { centre as words } from '../../domain/centre/centre/vocabulary.ts';
import { findingId } from '../../domain/regulations/judge.ts';
import { streamName } from '../../domain/stream.ts';
import type { CalendarDate } from '../../domain/units.ts';
import type { Overdue } from '../desk.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { serviceAt, told, toldOfOfficial, workingDaysFrom, yearRecord } from '../telling.ts';

/** What becomes of one dossier that was late after another; of the others nothing is said. */
const inTurn = ['waived', 'disputed', 'disputed and settled', null, null] as const;

export function remarksOf(scene: Scene): Source {
  let count = 0;
  return function* (day) {
    for (const overdue of scene.desk.overdue.take(day)) {
      const said = inTurn[count % inTurn.length] ?? null;
      if (said === 'waived') yield waived(scene, overdue, day);
      else if (said !== null) yield* disputed(scene, overdue, day, said !== 'disputed');
      count += 1;
    }
  };
}

const rule = 'processing-deadline';

/** As the list of findings names it. */
function findingOf({ dossier, opening }: Overdue) {
  const subject = streamName('dossier', dossier);
  return { finding: findingId(rule, subject, opening), rule, subject };
}

function waived(scene: Scene, overdue: Overdue, day: CalendarDate): Planned {
  const by = scene.place.director;
  const on = workingDaysFrom(scene, day, 2);
  const text = 'Trễ do người nộp hẹn lại ngày đo đạc, có biên bản';
  return told(scene, yearRecord(scene, on), { at: serviceAt(scene, on, 190), by }, [
    words,
    'FindingWaived',
    {
      ...findingOf(overdue),
      by,
      document: `71/QĐ-${on.slice(5)}`,
      reason: toldOfOfficial(scene, overdue.official, text),
    },
  ]);
}

/** By the official and the agency; the director hears them a week later, or has not yet. */
function* disputed(
  scene: Scene,
  overdue: Overdue,
  day: CalendarDate,
  isSettled: boolean,
): Iterable<Planned> {
  const { official, agency } = overdue;
  const on = workingDaysFrom(scene, day, 1);
  const stream = yearRecord(scene, on);
  const dispute = `YK-${overdue.dossier}`;
  const text = 'Kết quả đã ký từ hôm trước, văn thư cập nhật chậm';
  yield told(scene, stream, { at: serviceAt(scene, on, 255), by: official }, [
    words,
    'FindingDisputed',
    {
      dispute,
      ...findingOf(overdue),
      official,
      agency,
      document: `438/${agency}`,
      reason: toldOfOfficial(scene, official, text),
    },
  ]);
  if (!isSettled) return;
  const by = scene.place.director;
  const heard = workingDaysFrom(scene, on, 5);
  yield told(scene, stream, { at: serviceAt(scene, heard, 160), by }, [
    words,
    'DisputeSettled',
    {
      dispute,
      outcome: 'finding-stands',
      by,
      document: `73/TB-${heard.slice(5)}`,
      reason: toldOfOfficial(scene, official, 'Kết quả trên hệ thống khi đó chưa được ký số'),
    },
  ]);
}
