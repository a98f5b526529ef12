/**
 * What is told in a demo to be over soon: a procedure with what it costs, and at one centre the regulation
 * itself. All of it ends after the last day, so that until then everything is judged as before.
 */
import { centre } from '../../domain/centre/centre/vocabulary.ts';
import { procedure as words } from '../../domain/centre/procedure/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { plusDays } from '../../domain/time/date.ts';
import type { CalendarDate } from '../../domain/units.ts';
import { numberOfRegulation } from '../offices/centre.ts';
import { ratesOf } from '../offices/procedures.ts';
import type { Office, Procedure } from '../places.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { firstDayOf, serviceAt, told, workingDaysFrom, yearRecord } from '../telling.ts';

export function endingsOf(scene: Scene): Source {
  const { options, time, place } = scene;
  const on = (share: number) => {
    return time.nextWorkingDay(plusDays(firstDayOf(options), Math.floor(options.days * share)));
  };
  const [ofProcedure, ofRegulation] = [on(0.62), on(0.7)];
  return function* (day) {
    if (day === ofProcedure) yield* procedureEnds(scene, day);
    if (day === ofRegulation && place.centre === 'BL') yield repeals(scene, day);
  };
}

/** The last day of what ends. */
function lastDayOf({ options }: Scene): CalendarDate {
  return plusDays(options.until, 30);
}

/** Provinces are merged, and the new one will have a regulation of its own. */
function repeals(scene: Scene, day: CalendarDate): Planned {
  const telling = { at: serviceAt(scene, day, 250), by: scene.place.deputy };
  return told(scene, yearRecord(scene, day), telling, [
    centre,
    'RegulationRepealed',
    { number: numberOfRegulation(scene.place), to: lastDayOf(scene), by: '21/QĐ-UBND' },
  ]);
}

/** The last of the last agency that costs something: told by the agency, repealed, and its rates with it. */
function* procedureEnds(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const office = scene.place.offices.at(-1);
  const procedure = office?.procedures.findLast((one) => ratesOf(one).length > 0);
  if (office === undefined || procedure === undefined) return;
  const stream = streamName('procedure', procedure.code);
  const to = lastDayOf(scene);
  const telling = (after: number, by: string) => {
    return { at: serviceAt(scene, workingDaysFrom(scene, day, after), 205), by };
  };
  const letter = { agency: office.agency, effective: plusDays(to, 1) };
  yield told(scene, stream, telling(0, office.head), [
    words,
    'ProcedureChangeTold',
    { ...letter, what: 'repealed', means: 'official-letter', document: `451/${office.agency}` },
  ]);
  const document = '480/QĐ-UBND';
  const authority = 'Chủ tịch Ủy ban nhân dân tỉnh';
  const repeal = { to, successors: [], authority, document };
  yield told(scene, stream, telling(1, scene.place.deputy), [words, 'ProcedureRepealed', repeal]);
  yield* ratesEnd(scene, { office, procedure, day, to, document });
}

type Ending = {
  readonly office: Office;
  readonly procedure: Procedure;
  readonly day: CalendarDate;
  readonly to: CalendarDate;
  readonly document: string;
};

/** The centre is told in writing (NB Đ9.2a), and takes them off its list. */
function* ratesEnd(
  scene: Scene,
  { office, procedure, day, to, document }: Ending,
): Iterable<Planned> {
  const { accountant } = scene.place;
  const stream = streamName('procedure', procedure.code);
  const on = (after: number, by: string) => {
    return { at: serviceAt(scene, workingDaysFrom(scene, day, after), 220), by };
  };
  for (const { rate } of ratesOf(procedure)) {
    const ended = { rate, effective: plusDays(to, 1) };
    yield told(scene, stream, on(1, accountant), [words, 'FeeRateEnded', { rate, to, document }]);
    yield told(scene, stream, on(2, office.head), [
      words,
      'FeeRateNotified',
      { ...ended, agency: office.agency, written: true, means: 'official-letter', document },
    ]);
    const where = ['notice-board' as const, 'portal' as const];
    yield told(scene, stream, on(3, accountant), [
      words,
      'FeeRatePublished',
      { ...ended, updated: true, where, official: accountant },
    ]);
  }
}
