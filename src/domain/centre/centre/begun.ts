/** What a centre's events say of what begins with them. */
import type { CalendarDate, Instant, OfficialId } from '../../units.ts';
import type { Begun, ProceedingEvent } from './proceeding.ts';
import { firstDay, lastDay } from './times.ts';
import type { CentreEventOf } from './vocabulary.ts';

/** The line that an event begins. What only ends something begins nothing: its end says all of it. */
export function begunBy(event: ProceedingEvent, at: Instant): Begun {
  return standingFor(event, at) ?? raisedBy(event) ?? { kind: 'centre', about: event.type };
}

/** What holds from a day on; null: the event is about something else. */
function standingFor({ type, data }: ProceedingEvent, at: Instant): Begun | null {
  if (type === 'CentreEstablished' || type === 'CentreRenamed') {
    return { kind: 'centre', about: data.name, ...since(data, at) };
  }
  if (type === 'CentreClosed') {
    const { successor: about, document } = data;
    const to = lastDay(data.to, at);
    return { kind: 'centre', about, outcome: 'closed', to, closedAt: at, document };
  }
  if (type === 'ServiceHoursSet') {
    const id = data.procedures?.join(', ') ?? null;
    return { kind: 'hours', id, about: weekText(data), ...since(data, at) };
  }
  if (type === 'RegulationAdopted') {
    return {
      kind: 'regulation',
      id: data.number,
      about: data.title ?? data.ruleSet,
      ...since({ from: data.from, document: data.number }, at),
    };
  }
  if (type === 'RegulationRepealed') {
    return {
      kind: 'regulation',
      id: data.number,
      about: data.articles?.join(', ') ?? null,
      outcome: 'partly-repealed',
      to: lastDay(data.to, at),
      closedAt: at,
      document: data.by,
    };
  }
  if (type === 'ProfileValueSet') {
    return {
      kind: 'profile-value',
      id: data.parameter,
      about: valueText(data.value),
      officials: listed(data.by),
      ...since(data, at),
    };
  }
  if (type === 'SupportPriceApproved') {
    return {
      kind: 'price',
      id: data.rate ?? data.service,
      about: priceText(data),
      ...since(data, at),
      to: data.to,
    };
  }
  if (type === 'EvaluationCriteriaPublished') {
    return {
      kind: 'criteria',
      id: data.criteria,
      about: data.where?.join(', ') ?? null,
      ...since(data, at),
      to: data.to,
    };
  }
  return null;
}

/** What was raised, asked, reported, or made known; null: the event is about something else. */
function raisedBy({ type, data }: ProceedingEvent): Begun | null {
  if (type === 'DirectoryPublished' || type === 'DirectoryChanged') {
    return directory(type, data);
  }
  if (type === 'TrainingPlanApproved') {
    return {
      kind: 'training-plan',
      id: data.document,
      about: data.year,
      agencies: data.agencies ?? [],
      document: data.document,
    };
  }
  if (type === 'MatterRaised') {
    return {
      kind: 'matter',
      id: data.matter,
      about: data.about,
      agencies: data.agencies ?? [],
      officials: listed(data.by),
    };
  }
  if (type === 'ConsultationSent') {
    return {
      kind: 'consultation',
      id: data.matter,
      about: data.about,
      agencies: [data.agency],
      document: data.document,
    };
  }
  if (type === 'MeasureProposed') {
    return { kind: 'measure', id: data.measure, about: data.because, ...whom(data) };
  }
  if (type === 'RewardProposed') {
    return { kind: 'reward', id: data.reward, about: data.form, ...whom(data) };
  }
  if (type === 'IssueReported') {
    return {
      kind: 'issue',
      id: data.issue,
      about: data.about,
      agencies: listed(data.agency),
      officials: listed(data.by),
      document: data.document,
    };
  }
  if (type === 'FindingWaived') {
    return {
      kind: 'waiver',
      id: data.finding,
      about: data.finding,
      officials: listed(data.by),
      document: data.document,
    };
  }
  if (type === 'FindingDisputed') {
    return { kind: 'dispute', id: data.dispute, about: data.finding, ...one(data) };
  }
  if (type === 'SecrecyBreachReported') {
    return { kind: 'secrecy', about: data.what, ...one(data) };
  }
  if (type === 'DataTamperingReported') {
    return { kind: 'tampering', about: data.what, ...one(data) };
  }
  return null;
}

type Holding = { readonly from: CalendarDate | null; readonly document: string | null };

function since({ from, document }: Holding, at: Instant) {
  return { from: firstDay(from, at), document };
}

type Failed = CentreEventOf<'MeasureProposed' | 'RewardProposed'>['data'];

function whom({ agencies, officials, document }: Failed) {
  return { agencies: agencies ?? [], officials: officials ?? [], document };
}

type Reported = CentreEventOf<
  'FindingDisputed' | 'SecrecyBreachReported' | 'DataTamperingReported'
>['data'];

function one({ agency, official, document }: Reported) {
  return { agencies: listed(agency), officials: listed(official), document };
}

function directory(
  type: 'DirectoryPublished' | 'DirectoryChanged',
  data: CentreEventOf<'DirectoryPublished' | 'DirectoryChanged'>['data'],
): Begun {
  const people: readonly { readonly official: OfficialId | null }[] =
    ('people' in data ? data.people : data.added) ?? [];
  return {
    kind: 'directory',
    about: data.where?.join(', ') ?? null,
    outcome: type === 'DirectoryPublished' ? 'published' : 'changed',
    officials: people.flatMap(({ official }) => listed(official)),
    document: data.document,
  };
}

function listed<Code>(code: Code | null): readonly Code[] {
  return code === null ? [] : [code];
}

function weekText({ week }: CentreEventOf<'ServiceHoursSet'>['data']): string {
  const stretches = week.map(({ days, from, to }) => `${days.join(' ')} ${from}–${to}`);
  return stretches.join('; ');
}

function valueText(value: CentreEventOf<'ProfileValueSet'>['data']['value']): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function priceText(data: CentreEventOf<'SupportPriceApproved'>['data']): string {
  const { service, price, unit } = data;
  const each = unit === null ? '' : ` / ${unit}`;
  return `${service}: ${price.amount} ${price.currency}${each}`;
}
