/**
 * The life of one dossier of the demo, from the counter to its result: what happens when.
 *
 * Most are in time. Some are late, some of those are excused, and a few are tampered with in the
 * ways that the ledger exists to show: a date set back, an appointment moved when it had passed.
 */
import type { WorkingTime } from '../domain/time/working-time.ts';
import { type Instant, millisecondsOf } from '../domain/units.ts';
import type { Chance } from './chance.ts';
import {
  clerks,
  families,
  givens,
  middles,
  type Office,
  type Procedure,
  supervisor,
  wards,
} from './people.ts';

/** A fact of the demo: when it happened, when it was entered, and what it is. */
export type Scheduled = {
  readonly code: string;
  /** By the ledger's clock. */
  readonly recordedAt: Instant;
  readonly occurredAt: Instant;
  readonly actor: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Corrects the last entry of this type. */
  readonly corrects: string | null;
};

export type Arrival = {
  readonly code: string;
  readonly office: Office;
  readonly procedure: Procedure;
  readonly at: Instant;
};

export function dossierLife(
  { code, office, procedure, at }: Arrival,
  chance: Chance,
  time: WorkingTime,
): Scheduled[] {
  const life: Scheduled[] = [];
  const official = chance.pick(office.officials);
  const clerk = chance.pick(clerks);
  const due = time.addWorkingDays(at, procedure.days, 'next-day');
  let now = at;

  /** Entered within some minutes of office time, as it is at a counter. */
  function happens(type: string, actor: string, data: Scheduled['data']): void {
    life.push({
      code,
      type,
      actor,
      data,
      occurredAt: now,
      recordedAt: time.addMinutes(now, chance.between(0, 6)),
      corrects: null,
    });
  }
  /** The next thing happens so many working minutes later. */
  function after(minutes: number): void {
    now = time.addMinutes(now, Math.max(7, Math.round(minutes)));
  }

  happens(
    'DossierReceived',
    clerk,
    received(code, office, procedure, official, clerk, due, chance),
  );
  after(20);
  happens('DossierTransferred', clerk, {
    medium: 'electronic',
    from: 'H42.TTPVHCC',
    to: office.agency,
    giver: clerk,
    receiver: official,
  });
  after(chance.between(10, 120));
  happens('TransferAcknowledged', official, { unit: office.agency, receiver: official });

  const asks = chance.happens(0.08) ? (chance.happens(0.2) ? 2 : 1) : 0;
  for (let n = 1; n <= asks; n += 1) {
    after(chance.between(60, 400));
    happens('SupplementRequested', official, {
      reference: `${n}/${code}`,
      form: 'supplement-form',
      complete: n === 1,
      official,
      unit: office.agency,
      reason: 'Bản chụp chưa rõ, thiếu chữ ký',
    });
    after(chance.between(200, 900));
    happens('SupplementReceived', clerk, {
      reference: `${n}/${code}`,
      complete: true,
      channel: 'direct',
      official: clerk,
    });
  }

  const term = time.minutesBetween(at, due);
  const share =
    (chance.happens(0.14) ? 1.05 + chance.fraction() : 0.35 + chance.fraction() * 0.6) /
    (procedure.steps.length + 1);
  for (const step of procedure.steps) {
    after(term * share * (0.8 + 0.4 * chance.fraction()));
    happens('StepCompleted', official, { step, official, unit: office.agency });
  }
  if (chance.happens(0.03)) {
    happens('DossierWithdrawn', clerk, { reason: 'Người nộp xin rút hồ sơ' });
    return life;
  }
  finish();
  return life;

  function finish(): void {
    const late = now > due;
    if (late && chance.happens(0.5)) {
      happens('ApologyIssued', official, {
        unit: office.agency,
        signer: 'gd-' + office.agency.slice(-2) + '00',
        newAppointment: { at: time.addMinutes(now, 480) },
        reason: 'Hồ sơ cần xác minh thêm',
      });
    }
    if (late && chance.happens(0.2)) {
      happens('AppointmentMoved', supervisor, {
        by: supervisor,
        before: { at: due },
        after: { at: time.addMinutes(now, 480) },
        document: null,
      });
    }
    after(15);
    happens('DossierDecided', official, {});
    after(chance.between(20, 200));
    happens('ResultHandedOver', official, { reference: null });
    after(chance.between(10, 600));
    const result = { usedChannel: 'direct', chosenChannel: 'direct' };
    happens('ResultReturned', clerk, result);
    if (late && chance.happens(0.15))
      setBack(['DossierDecided', 'ResultHandedOver', 'ResultReturned']);
  }

  /** What an administrator of the old systems could do unseen: the finish is put on the due date. */
  function setBack(types: readonly string[]): void {
    const recordedAt = time.addMinutes(now, 60 * chance.between(1, 30));
    for (const type of types) {
      const original = life.findLast((one) => one.type === type);
      if (original === undefined || millisecondsOf(original.occurredAt) <= millisecondsOf(due))
        continue;
      life.push({ ...original, actor: supervisor, occurredAt: due, recordedAt, corrects: type });
    }
  }
}

function received(
  code: string,
  office: Office,
  { code: procedure, papers }: Procedure,
  official: string,
  clerk: string,
  due: Instant,
  chance: Chance,
): Scheduled['data'] {
  const name = `${chance.pick(families)} ${chance.pick(middles)} ${chance.pick(givens)}`;
  const nationalNumber = `0370${chance.between(10_000_000, 99_999_999)}`;
  return {
    code,
    procedure,
    channel: chance.pick(['direct', 'direct', 'online', 'post']),
    place: 'centre',
    receivingUnit: 'H42.TTPVHCC',
    solvingUnit: office.agency,
    receiver: clerk,
    official,
    complete: true,
    components: papers.map((paper) => ({ name: paper, kind: 'original' })),
    slip: `${code}/BN`,
    appointment: { at: due },
    resultChannel: 'direct',
    applicant: { text: `${name}, ${chance.pick(wards)}`, nationalNumber },
  };
}
