/** The centre of a demo as it is when the demo begins: its rules, hours, values, counters and people. */
import { centre } from '../../domain/centre/centre/vocabulary.ts';
import type { Interval } from '../../domain/time/calendar.ts';
import { weekdays } from '../../domain/time/date.ts';
import type { WorkingTime } from '../../domain/time/working-time.ts';
import { clockText } from '../clock.ts';
import { counterOf, officesInTurn, sharedCounter, sharesCounter, staffOf } from '../counters.ts';
import { officialName } from '../people.ts';
import type { Place } from '../places.ts';
import type { Planned } from '../planned.ts';
import { periodsSet } from '../reports/sessions.ts';
import type { Scene } from '../scene.ts';
import { firstDayOf, settingUp, told, yearRecord } from '../telling.ts';
import { telephoneOf, titleOf } from './officials.ts';

type Words = typeof centre;

/** The decisions by which the five regulations were adopted (Kon Tum's text leaves its number blank). */
const regulations: Readonly<Record<string, { number: string; ruleSet: string }>> = {
  SL: { number: '1624/QĐ-UBND', ruleSet: 'son-la' },
  TQ: { number: '459/QĐ-UBND', ruleSet: 'tuyen-quang' },
  BL: { number: '221/QĐ-UBND', ruleSet: 'bac-lieu' },
  KT: { number: 'Quy chế năm 2019', ruleSet: 'kon-tum' },
  NB: { number: '743/QĐ-UBND', ruleSet: 'ninh-binh' },
};

/** Of the decision by which the regulation of a centre was adopted. */
export function numberOfRegulation({ centre: code }: Pick<Place, 'centre'>): string {
  return regulations[code]?.number ?? 'Quy chế';
}

export function* centreSetUp(scene: Scene): Iterable<Planned> {
  const say = sayer(scene);
  yield* beginnings(scene, say);
  yield* hours(scene, say);
  yield* values(scene, say);
  yield* counters(scene, say);
  yield* prices(scene, say);
  yield* openness(scene, say);
}

type Say = ReturnType<typeof sayer>;

function sayer(scene: Scene) {
  const first = firstDayOf(scene.options);
  const stream = yearRecord(scene, first);
  const telling = { at: settingUp(scene, 0), by: scene.place.system };
  return <Type extends keyof Words>(type: Type, data: Words[Type]['example']) =>
    told(scene, stream, telling, [centre, type, data]);
}

function* beginnings({ place, centre: known }: Scene, say: Say) {
  const number = numberOfRegulation(place);
  const ruleSet = regulations[place.centre]?.ruleSet ?? 'reference';
  const from = known.regulations[0]?.from ?? null;
  yield say('CentreEstablished', {
    name: known.name.vi,
    agency: place.unit,
    address: `${place.wards[0] ?? ''}, tỉnh ${place.name}`,
    from,
    document: number,
  });
  yield say('RegulationAdopted', {
    number,
    title: `Quy chế của ${known.name.vi}`,
    issuer: `Ủy ban nhân dân tỉnh ${place.name}`,
    ruleSet,
    signed: from,
    from,
  });
}

function* hours({ place, centre: known, time }: Scene, say: Say) {
  const from = known.regulations[0]?.from ?? null;
  yield say('ServiceHoursSet', { week: weekOf(time), from, document: known.hoursArticle });
  const { saturdayProcedures } = known;
  if (saturdayProcedures === null) return;
  const fields = saturdayProcedures.procedures.map(({ vi }) => vi);
  const codes = place.offices
    .flatMap(({ procedures }) => procedures)
    .filter(({ field }) => fields.includes(field))
    .map(({ code }) => code);
  yield say('ServiceHoursSet', {
    week: weekOf(saturdayProcedures.workingTime),
    from,
    procedures: codes,
    document: saturdayProcedures.article,
  });
}

/** Each stretch of hours, with the days of the week that have it. */
function weekOf({ calendar }: WorkingTime) {
  const hoursOfWeek = calendar.periods.at(-1)?.hours ?? {};
  const stretches = weekdays.flatMap((day) =>
    (hoursOfWeek[day] ?? []).map((stretch) => ({ day, stretch })),
  );
  const alike = Map.groupBy(stretches, ({ stretch }) => `${stretch.from} ${stretch.to}`);
  return [...alike.values()].flatMap((group) => {
    const [one] = group;
    return one === undefined
      ? []
      : [{ days: group.map(({ day }) => day), ...clockOf(one.stretch) }];
  });
}

function clockOf({ from, to }: Interval) {
  return { from: clockText(from), to: clockText(to) };
}

/** The values that no article gives and that a centre sets for itself, as this installation has them. */
function* values({ place, centre: known }: Scene, say: Say) {
  const { atOnce, entryLag, startOfDayWithinMinutes, batchTimes } = known.parameters;
  const set = { atOnce, entryLag, startOfDayWithinMinutes };
  for (const [parameter, value] of Object.entries(set)) {
    yield say('ProfileValueSet', {
      parameter,
      value,
      by: place.director,
      document: '05/QĐ-TTPVHCC',
    });
  }
  const period = periodsSet[place.centre];
  if (period !== undefined) {
    yield say('ProfileValueSet', {
      parameter: period,
      value: 'month',
      by: place.director,
      document: '05/QĐ-TTPVHCC',
    });
  }
  if (batchTimes.length === 0) return;
  yield say('ProfileValueSet', {
    parameter: 'batchTimes',
    value: batchTimes.map(clockText),
    by: place.director,
    document: '05/QĐ-TTPVHCC',
  });
}

function* counters({ place }: Scene, say: Say) {
  for (const office of place.offices) {
    yield say('CounterOpened', {
      counter: counterOf(place, office),
      name: `Quầy ${office.name}`,
      fields: [...new Set(office.procedures.map(({ field }) => field))],
      agencies: [office.agency],
      combined: false,
      document: '06/QĐ-TTPVHCC',
    });
  }
  if (!sharesCounter(place)) return;
  yield say('CounterOpened', {
    counter: sharedCounter,
    name: 'Quầy giao dịch chung',
    agencies: officesInTurn(place).map(({ agency }) => agency),
    combined: true,
    document: '06/QĐ-TTPVHCC',
  });
}

function* prices({ place }: Scene, say: Say) {
  for (const [service, rate, unit, amount] of [
    ['Sao chụp khổ A4', 'SC-A4', 'trang', 500],
    ['In màu khổ A4', 'IN-A4', 'trang', 2_000],
    ['Quét giấy tờ', 'QT-01', 'trang', 1_000],
  ] as const) {
    yield say('SupportPriceApproved', {
      service,
      rate,
      unit,
      price: { amount },
      approver: `Ủy ban nhân dân tỉnh ${place.name}`,
      document: '602/QĐ-UBND',
    });
  }
}

function* openness({ place, options }: Scene, say: Say) {
  const { own, posted } = staffOf(place);
  yield say('DirectoryPublished', {
    people: [...own, ...posted].map((official) => ({
      official,
      name: officialName(options.seed, official, place.centre),
      title: titleOf(place, official),
      telephone: telephoneOf(options.seed, official),
      leader: official === place.director || official === place.deputy,
    })),
    where: ['notice-board', 'website'],
    by: place.director,
    document: '07/TB-TTPVHCC',
  });
  if (place.centre !== 'NB') return;
  yield say('TrainingPlanApproved', {
    year: options.until.slice(0, 4),
    audience: ['district', 'commune'],
    sessions: 4,
    agencies: [place.committee],
    approver: 'Ủy ban nhân dân tỉnh',
    document: '18/KH-UBND',
  });
}
