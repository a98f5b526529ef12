/** The procedures of a demo: published, with what they cost, and with the process behind them. */
import { procedure as words } from '../../domain/centre/procedure/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { plusDays } from '../../domain/time/date.ts';
import type { Office, Procedure } from '../places.ts';
import type { Planned } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { firstDayOf, serviceAt, settingUp, told, workingDaysFrom } from '../telling.ts';
import { termFrom } from '../terms.ts';

/** The code of a rate, as receipts name it: of phí (`fee` in the record) and of lệ phí (`charge`). */
export const rateCodes = { phi: 'PHI-01', lePhi: 'LP-01' } as const;

/** What dossiers are judged by when the demo begins. */
export const firstVersion = '1';

export function* proceduresSetUp(scene: Scene): Iterable<Planned> {
  for (const office of scene.place.offices) {
    for (const procedure of office.procedures) {
      yield* published(scene, office, procedure);
      yield posted(scene, office, procedure);
      yield* costed(scene, procedure);
      yield* agreed(scene, office, procedure);
    }
  }
}

/** One of them is posted a week late, and one process put on the portal two weeks late. */
const late = { posted: 1, onPortal: 2 } as const;

/** The procedure that comes at this place among those of a centre. */
export function procedureAt({ place }: Scene, number: number): Procedure | undefined {
  return place.offices.flatMap(({ procedures }) => procedures)[number];
}

/** The rates of a procedure, as they are listed; none: it is free. */
export function ratesOf({ fee, charge }: Procedure) {
  const { phi, lePhi } = rateCodes;
  return [
    { rate: phi, name: 'Phí thẩm định hồ sơ', kind: 'fee' as const, amount: { amount: charge } },
    { rate: lePhi, name: 'Lệ phí giải quyết', kind: 'charge' as const, amount: { amount: fee } },
  ].filter(({ amount }) => amount.amount > 0);
}

/** In working days: the steps share the time of the whole. */
export function stepsOf({ steps, days }: Procedure, { agency, head }: Office) {
  const minutes = Math.floor((days * 480) / steps.length);
  return steps.map((step, place) => ({
    step,
    duration: { minutes: Math.max(1, minutes) },
    bearer: place === steps.length - 1 ? ('official' as const) : ('agency' as const),
    official: place === steps.length - 1 ? head : null,
    unit: agency,
  }));
}

export function termOf({ days }: Procedure) {
  return days === 0 ? ({ sameDay: true } as const) : { days };
}

function* published(scene: Scene, office: Office, procedure: Procedure): Iterable<Planned> {
  const { place, centre } = scene;
  const { code, name, field, papers } = procedure;
  const saturdays = centre.saturdayProcedures?.procedures.map(({ vi }) => vi) ?? [];
  const telling = { at: settingUp(scene, 20), by: place.system };
  const stream = streamName('procedure', code);
  const means = 'official-letter' as const;
  const news = { agency: office.agency, what: 'new' as const, version: firstVersion, means };
  yield told(scene, stream, { ...telling, at: settingUp(scene, 19) }, [
    words,
    'ProcedureChangeTold',
    { ...news, document: `12/${office.agency}` },
  ]);
  yield told(scene, stream, telling, [
    words,
    'ProcedurePublished',
    {
      code,
      version: firstVersion,
      name,
      field,
      agency: office.agency,
      level: 'province',
      components: papers.map((paper) => ({ name: paper })),
      sets: 1,
      term: termOf(procedure),
      steps: stepsOf(procedure, office),
      rates: ratesOf(procedure).length === 0 ? [] : null,
      channels: ['direct', 'online', 'post', 'by-proxy', 'hired-service'],
      resultChannels: ['direct', 'online', 'post', 'by-proxy'],
      specialReturn: false,
      outsideCentre: false,
      saturday: saturdays.includes(field),
      from: inForceFrom(scene),
      authority: 'Chủ tịch Ủy ban nhân dân tỉnh',
      document: '380/QĐ-UBND',
    },
  ]);
}

/** By the agency at TQ (TQ Đ6.1). */
function posted(scene: Scene, office: Office, procedure: Procedure): Planned {
  const { place } = scene;
  const stream = streamName('procedure', procedure.code);
  const first = firstDayOf(scene.options);
  const isLate = procedure === procedureAt(scene, late.posted);
  const at = isLate ? serviceAt(scene, workingDaysFrom(scene, first, 8), 60) : settingUp(scene, 22);
  const due = { days: 3 } as const;
  if (isLate) scene.plant('procedures-public', stream, termFrom(scene, due, settingUp(scene, 20)));
  return told(scene, stream, { at, by: place.system }, [
    words,
    'ProcedurePosted',
    {
      version: firstVersion,
      by: place.centre === 'TQ' ? 'agency' : 'centre',
      agency: office.agency,
      where: ['notice-board', 'portal'],
      components: true,
      times: true,
      rates: true,
      official: place.deputy,
    },
  ]);
}

function inForceFrom({ options }: Scene) {
  return plusDays(firstDayOf(options), -180);
}

function* costed(scene: Scene, procedure: Procedure): Iterable<Planned> {
  const { place } = scene;
  const stream = streamName('procedure', procedure.code);
  const from = inForceFrom(scene);
  for (const rate of ratesOf(procedure)) {
    const set = { ...rate, from, authority: 'Hội đồng nhân dân tỉnh', document: '14/NQ-HĐND' };
    const telling = { at: settingUp(scene, 21), by: place.system };
    yield told(scene, stream, telling, [words, 'FeeRateSet', set]);
    yield told(scene, stream, { ...telling, at: settingUp(scene, 23) }, [
      words,
      'FeeRatePublished',
      {
        rate: rate.rate,
        effective: from,
        updated: true,
        where: ['notice-board', 'portal'],
        official: place.accountant,
      },
    ]);
  }
}

/** The process, agreed with the agency and put on the portal. */
function* agreed(scene: Scene, office: Office, procedure: Procedure): Iterable<Planned> {
  const { place } = scene;
  const stream = streamName('procedure', procedure.code);
  const process = `QT-${firstVersion}`;
  const at = (minutes: number) => ({ at: settingUp(scene, minutes), by: place.system });
  yield told(scene, stream, at(24), [
    words,
    'ProcessApproved',
    {
      process,
      steps: stepsOf(procedure, office),
      total: termOf(procedure),
      agency: office.agency,
      approver: 'Chủ tịch Ủy ban nhân dân tỉnh',
      from: inForceFrom(scene),
      document: '381/QĐ-UBND',
    },
  ]);
  yield told(scene, stream, at(25), [
    words,
    'ProcessAgreed',
    {
      process,
      agency: office.agency,
      official: place.deputy,
      onPortal: false,
      document: '66/BB-TTPVHCC',
    },
  ]);
  const isLate = procedure === procedureAt(scene, late.onPortal);
  const first = firstDayOf(scene.options);
  const put = isLate
    ? { at: serviceAt(scene, workingDaysFrom(scene, first, 12), 90), by: place.deputy }
    : at(26);
  if (isLate && place.centre === 'NB') {
    const due = termFrom(scene, { days: 5 }, settingUp(scene, 24));
    scene.plant('portal-process-agreed', stream, due);
  }
  yield told(scene, stream, put, [
    words,
    'ProcessPutOnPortal',
    { process, official: place.deputy, where: 'Cổng dịch vụ công của tỉnh' },
  ]);
}
