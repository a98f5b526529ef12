/**
 * What changes once in a demo: a leader, a procedure, a process, a rate, and the hours of one day.
 *
 * What dossiers are dealt with and charged by changes only after the last day, though it is told before.
 */
import { agency } from '../../domain/centre/agency/vocabulary.ts';
import { centre } from '../../domain/centre/centre/vocabulary.ts';
import { procedure as words } from '../../domain/centre/procedure/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { plusDays } from '../../domain/time/date.ts';
import { hoChiMinh, minuteOfDay } from '../../domain/time/zone.ts';
import type { CalendarDate } from '../../domain/units.ts';
import { clockText } from '../clock.ts';
import { counterOf } from '../counters.ts';
import { telephoneOf } from '../offices/officials.ts';
import { ratesOf, stepsOf, termOf } from '../offices/procedures.ts';
import { officialName } from '../people.ts';
import type { Office, Procedure } from '../places.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, firstDayOf, serviceAt, told, workingDaysFrom, yearRecord } from '../telling.ts';

export function changesOf(scene: Scene): Source {
  const { options, time, place } = scene;
  const chance = chanceOf(scene, 'changes');
  const on = (share: number) => {
    return time.nextWorkingDay(plusDays(firstDayOf(options), Math.floor(options.days * share)));
  };
  const [closing, leading, changing] = [on(0.3), on(0.4), on(0.55)];
  const priced = place.offices.filter(({ procedures }) => procedures.some(isPriced));
  const office = chance.pick(priced);
  return function* (day) {
    if (day === closing) yield* closesForAnHour(scene, day);
    if (day === leading) {
      const led = chance.pick(place.offices);
      yield leadersChange(scene, led, day);
      yield moves(scene, led, day);
    }
    if (day !== changing) return;
    const procedure = office.procedures.find(isPriced);
    if (procedure !== undefined) yield* changes(scene, office, procedure, day);
    yield counterChanges(scene, office, day);
  };
}

function isPriced(procedure: Procedure): boolean {
  return ratesOf(procedure).length > 0;
}

/** The first hour of a day ten days on: the day stays a working day, and ends as ever. */
function* closesForAnHour(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const date = workingDaysFrom(scene, day, 8);
  const opening = scene.time.openingOf(date);
  const from = opening === null ? 8 * 60 : minuteOfDay(opening, hoChiMinh);
  const hours = { from: clockText(from), to: clockText(from + 60) };
  const telling = { at: serviceAt(scene, day, 130), by: scene.place.deputy };
  yield told(scene, yearRecord(scene, day), telling, [
    centre,
    'CalendarNoticeIssued',
    {
      notice: `TB-${scene.place.centre}-${day}`,
      source: `Thông báo 11/TB-TTPVHCC ngày ${day.split('-').toReversed().join('/')}`,
      closures: [{ date, ...hours, reason: 'Bảo trì hệ thống điện' }],
    },
  ]);
}

function leadersChange(scene: Scene, office: Office, day: CalendarDate): Planned {
  const { agency: code, head, headTitle } = office;
  const { place, options } = scene;
  const person = (official: string, title: string, seed: string) => ({
    official,
    name: officialName(seed, official, place.centre),
    title,
  });
  const telephone = telephoneOf(options.seed, head);
  const leaders = [
    { ...person(head, headTitle, options.seed), telephone },
    { ...person(`${head}-pho`, `Phó ${headTitle}`, options.seed) },
  ];
  const telling = { at: serviceAt(scene, day, 95), by: place.deputy };
  const data = { leaders, from: day, document: '402/QĐ-UBND' };
  return told(scene, streamName('agency', code), telling, [agency, 'AgencyLeadersChanged', data]);
}

/** With its leaders an agency changes its telephone. */
function moves(scene: Scene, { agency: code, head }: Office, day: CalendarDate): Planned {
  const { place, options } = scene;
  const telling = { at: serviceAt(scene, day, 115), by: place.deputy };
  const telephone = telephoneOf(`${options.seed} ${day}`, head);
  const data = { telephone, from: day, document: '412/TB-UBND' };
  return told(scene, streamName('agency', code), telling, [agency, 'AgencyDetailsChanged', data]);
}

/** Told by the agency, then changed, agreed, put on the portal and posted. */
function* changes(
  scene: Scene,
  office: Office,
  procedure: Procedure,
  day: CalendarDate,
): Iterable<Planned> {
  const { place, options } = scene;
  const stream = streamName('procedure', procedure.code);
  const from = plusDays(options.until, 20);
  const at = (after: number, minutes: number, by: string = place.deputy) => {
    return { at: serviceAt(scene, workingDaysFrom(scene, day, after), minutes), by };
  };
  const { agency: code, head } = office;
  const [version, process, means] = ['2', 'QT-2', 'official-letter' as const];
  const change = { agency: code, what: 'changed' as const, version, effective: from, means };
  yield told(scene, stream, at(0, 40, head), [words, 'ProcedureChangeTold', change]);
  const term = procedure.days > 1 ? { days: procedure.days - 1 } : termOf(procedure);
  yield told(scene, stream, at(2, 60), [
    words,
    'ProcedureChanged',
    { version, term, from, authority: 'Chủ tịch Ủy ban nhân dân tỉnh', document: '455/QĐ-UBND' },
  ]);
  const steps = stepsOf({ ...procedure, days: Math.max(1, procedure.days - 1) }, office);
  const document = '456/QĐ-UBND';
  const changed = { process, steps, total: term, agency: code, from, document };
  yield told(scene, stream, at(2, 90), [words, 'ProcessChanged', changed]);
  const agreed = { process, agency: code, official: place.deputy, onPortal: false };
  yield told(scene, stream, at(5, 90), [words, 'ProcessAgreed', agreed]);
  const put = { process, official: place.deputy, where: 'Cổng dịch vụ công của tỉnh' };
  yield told(scene, stream, at(6, 30), [words, 'ProcessPutOnPortal', put]);
  const where = ['notice-board' as const, 'portal' as const];
  const posted = { version, by: 'centre' as const, where, components: true, times: true };
  yield told(scene, stream, at(6, 60), [words, 'ProcedurePosted', { ...posted, rates: true }]);
  yield* rateChanges(scene, office, procedure, day);
  const way = { way: 'rare' as const, agency: code, from, document: '67/BB-TTPVHCC' };
  yield told(scene, stream, at(7, 60), [words, 'SpecialWayAgreed', way]);
}

/** The agency tells of the new rate (NB Đ9.2a), and the centre publishes it. */
function* rateChanges(
  scene: Scene,
  { agency: code, head }: Office,
  procedure: Procedure,
  day: CalendarDate,
): Iterable<Planned> {
  const { place, options } = scene;
  const [rate] = ratesOf(procedure);
  if (rate === undefined) return;
  const stream = streamName('procedure', procedure.code);
  const effective = plusDays(options.until, 20);
  const at = (after: number, by: string) => {
    return { at: serviceAt(scene, workingDaysFrom(scene, day, after), 180), by };
  };
  const amount = { amount: rate.amount.amount + 20_000 };
  const document = '22/NQ-HĐND';
  yield told(scene, stream, at(1, place.accountant), [
    words,
    'FeeRateChanged',
    { ...rate, amount, from: effective, authority: 'Hội đồng nhân dân tỉnh', document },
  ]);
  const notified = { rate: rate.rate, agency: code, written: true, effective };
  yield told(scene, stream, at(3, head), [
    words,
    'FeeRateNotified',
    { ...notified, means: 'official-letter', document: `421/${code}` },
  ]);
  const where = ['notice-board' as const, 'portal' as const];
  const shown = { rate: rate.rate, effective, updated: true, where, official: place.accountant };
  yield told(scene, stream, at(8, place.accountant), [words, 'FeeRatePublished', shown]);
}

function counterChanges(scene: Scene, office: Office, day: CalendarDate): Planned {
  const { place } = scene;
  const telling = { at: serviceAt(scene, day, 310), by: place.deputy };
  const fields = [
    ...new Set(office.procedures.map(({ field }) => field)),
    'Hướng dẫn nộp trực tuyến',
  ];
  const { agency: code, name } = office;
  const counter = { counter: counterOf(place, office), name: `Quầy ${name}`, fields };
  return told(scene, yearRecord(scene, day), telling, [
    centre,
    'CounterChanged',
    { ...counter, agencies: [code], combined: false, document: '35/QĐ-TTPVHCC' },
  ]);
}
