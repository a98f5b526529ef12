/**
 * What is done wrong, on purpose, when procedures and their processes change in the demo: told too late,
 * agreed too late, or with steps that take longer than the whole.
 */
import { procedure as words } from '../../domain/centre/procedure/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import type { CalendarDate } from '../../domain/units.ts';
import { stepsOf } from '../offices/procedures.ts';
import type { Office, Procedure } from '../places.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { serviceAt, told, workingDaysFrom } from '../telling.ts';
import { termFrom } from '../terms.ts';
import { specialProcedure } from './special.ts';

/** Of one procedure at a time: that of the last agency but one, so that no other change meets it. */
export function revisionsOf(scene: Scene): Source {
  const { place, time } = scene;
  let number = 1;
  let isSpecial = false;
  return function* (day) {
    const office = place.offices.at(-2);
    const procedure = office?.procedures[0];
    if (office === undefined || procedure === undefined || !time.isWorkingDay(day)) return;
    const about = { scene, office, procedure, day };
    if (scene.breaks('procedures-public-told', day)) yield* toldTooLate(about, (number += 1));
    if (scene.breaks('step-deadline-total', day)) yield* tooLong(about, (number += 1));
    if (isSpecial || !scene.breaks('portal-process-agreed-special', day)) return;
    isSpecial = true; // of one procedure, and once
    yield* agreedTooLate(scene, day);
  };
}

type About = {
  readonly scene: Scene;
  readonly office: Office;
  readonly procedure: Procedure;
  readonly day: CalendarDate;
};

function at({ scene, day }: Pick<About, 'scene' | 'day'>, after: number, minutes: number) {
  const by = scene.place.deputy;
  return { at: serviceAt(scene, workingDaysFrom(scene, day, after), minutes), by };
}

/** It may be handed in by e-mail from then on; posted at once, and told by the agency a week later. */
function* toldTooLate(about: About, number: number): Iterable<Planned> {
  const { scene, office, procedure, day } = about;
  const stream = streamName('procedure', procedure.code);
  const version = `1.${number}`;
  const changed = at(about, 0, 30);
  yield told(scene, stream, changed, [
    words,
    'ProcedureChanged',
    {
      version,
      channels: ['direct', 'online', 'post', 'by-proxy', 'hired-service', 'e-mail'],
      from: day,
      authority: 'Chủ tịch Ủy ban nhân dân tỉnh',
      document: `45${number}/QĐ-UBND`,
    },
  ]);
  yield told(scene, stream, at(about, 1, 60), [
    words,
    'ProcedurePosted',
    {
      version,
      by: scene.place.centre === 'TQ' ? 'agency' : 'centre',
      agency: office.agency,
      where: ['notice-board', 'portal'],
      components: true,
      times: true,
      rates: true,
      official: scene.place.deputy,
    },
  ]);
  const letter = { agency: office.agency, what: 'changed' as const, version, effective: day };
  yield told(scene, stream, at(about, 7, 60), [
    words,
    'ProcedureChangeTold',
    { ...letter, means: 'official-letter', document: `42${number}/${office.agency}` },
  ]);
  scene.plant('procedures-public-told', stream, termFrom(scene, { days: 3 }, changed.at));
}

/** The whole is cut by a day and the steps are not; put right three days later. */
function* tooLong(about: About, number: number): Iterable<Planned> {
  const { scene, office, procedure } = about;
  const stream = streamName('procedure', procedure.code);
  const steps = stepsOf(procedure, office);
  for (const [after, days] of [
    [0, procedure.days - 1],
    [3, procedure.days],
  ] as const) {
    const process = `QT-1.${number}.${after}`;
    const total = { days: Math.max(1, days) };
    const approved = { process, steps, total, agency: office.agency };
    const telling = at(about, after, 45);
    const document = `46${number}/QĐ-UBND`;
    yield told(scene, stream, telling, [words, 'ProcessChanged', { ...approved, document }]);
    const agreed = { process, agency: office.agency, official: scene.place.deputy, onPortal: true };
    yield told(scene, stream, at(about, after + 1, 45), [words, 'ProcessAgreed', agreed]);
    if (after === 0) scene.plant('step-deadline-total', stream, telling.at);
  }
}

/** The agency returns its results itself from then on (NB Đ5.1a): how is agreed two weeks later. */
function* agreedTooLate(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { office, procedure } = specialProcedure(scene) ?? {};
  if (office === undefined || procedure === undefined) return;
  const stream = streamName('procedure', procedure.code);
  const about = { scene, day };
  const version = '1.S';
  const letter = { agency: office.agency, what: 'changed' as const, version, effective: day };
  yield told(scene, stream, at(about, 0, 20), [words, 'ProcedureChangeTold', letter]);
  const changed = at(about, 0, 50);
  const change = { version, specialReturn: true, from: day, document: '470/QĐ-UBND' };
  yield told(scene, stream, changed, [words, 'ProcedureChanged', change]);
  const way = { way: 'return-by-agency' as const, agency: office.agency };
  yield told(scene, stream, at(about, 10, 50), [
    words,
    'SpecialWayAgreed',
    { ...way, document: '68/BB-TTPVHCC' },
  ]);
  scene.plant('portal-process-agreed-special', stream, termFrom(scene, { days: 5 }, changed.at));
}
