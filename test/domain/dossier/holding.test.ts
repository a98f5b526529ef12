/** Who has a dossier: at the counter, the agency, another one, the applicant or the post, minute by minute. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Hop,
  holderAt,
  hopsIn,
  parties,
  timeByParty,
} from '../../../src/domain/dossier/holding.ts';
import { type DossierEvent, dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { referenceWorkingTime } from '../../../src/domain/regulations/reference-time.ts';
import { timeline } from '../../../src/domain/timeline.ts';
import { Instant } from '../../../src/domain/units.ts';
import { entry, proposalsOf } from '../../support/stated.ts';

const fact = proposalsOf(dossier);
const [counter, agency, other] = ['H42.TTPVHCC', 'H42.17', 'H42.20'];

/** On a day of March 2026; the 2nd is a Monday. */
const on = (day: number, hour = '08:00') =>
  `2026-03-${String(day).padStart(2, '0')}T${hour}:00+07:00`;

const received = (also = {}) =>
  fact(
    'DossierReceived',
    { code: 'd1', receivingUnit: counter, solvingUnit: agency, ...also },
    on(2),
  );

function hopsOf(...facts: readonly Proposal<DossierEvent>[]): readonly Hop[] {
  return hopsIn(timeline(facts.map((one, number) => entry(number, one))));
}

/** The parties in order, with the units where they are known. */
const path = (hops: readonly Hop[]) =>
  hops.map(({ holder }) => (holder === null ? 'nobody' : `${holder.party} ${holder.unit ?? '?'}`));

describe('with an agency that came after the one that solves it', () => {
  const heir = 'H42.21';
  const from = Instant.parse(on(5));
  const heirsAt = (code: string, at: Instant) =>
    new Set(code === agency && at >= from ? [heir] : []);
  const pathOf = (...facts: readonly Proposal<DossierEvent>[]) =>
    path(hopsIn(timeline(facts.map((one, number) => entry(number, one))), heirsAt));
  const passed = (to: string, day: number) =>
    fact('DossierTransferred', { from: counter, to }, on(day));

  test.each([
    ['what is passed on to it', passed(heir, 6)],
    ['what it acknowledges', fact('TransferAcknowledged', { unit: heir }, on(6))],
  ])('%s is with the agency, and before its first day with another', (_, given) => {
    expect(pathOf(received(), given)).toEqual([`counter ${counter}`, `agency ${heir}`]);
    const before = { ...given, occurredAt: Instant.parse(on(4)) };
    expect(pathOf(received(), before)).toEqual([`counter ${counter}`, `other-agency ${heir}`]);
  });

  test('what it verifies itself is its own time, and what it goes on with stays with the agency', () => {
    const asked = fact('VerificationRequested', { reference: 'v1', unit: heir }, on(6));
    const step = fact('StepStarted', { step: 'Thẩm định', unit: heir }, on(7));
    expect(pathOf(received(), passed(agency, 3), asked, step)).toEqual([
      `counter ${counter}`,
      `agency ${agency}`,
      `agency ${heir}`,
    ]);
  });
});

describe('where it lies', () => {
  test('nothing was received: nobody has it', () => {
    expect(hopsOf(fact('DossierSubmitted', { code: 'd1' }))).toEqual([]);
  });

  test('at the counter from the reception until it is passed on', () => {
    const passed = fact('DossierTransferred', { from: counter, to: agency }, on(3));
    expect(hopsOf(received(), passed)).toEqual([
      { from: Instant.parse(on(2)), holder: { party: 'counter', unit: counter } },
      { from: Instant.parse(on(3)), holder: { party: 'agency', unit: agency } },
    ]);
  });

  test('with whoever carries it until the agency has it', () => {
    const carried = { reference: 'b1', from: counter, to: agency, carrier: 'VNPOST' };
    const hops = hopsOf(
      received(),
      fact('DossierTransferred', carried, on(3)),
      fact(
        'CourierHandedOver',
        { reference: 'b1', what: 'dossier', courier: 'VNPOST' },
        on(3, '09:00'),
      ),
      fact('TransferAcknowledged', { reference: 'b1', unit: agency }, on(4)),
    );
    expect(path(hops)).toEqual([`counter ${counter}`, 'post VNPOST', `agency ${agency}`]);
  });

  test('what the agency received at its own office never lay at the counter', () => {
    expect(path(hopsOf(received({ place: 'agency-office' })))).toEqual([`agency ${agency}`]);
  });

  test('work shows that the agency has it, where no transfer is on record', () => {
    const step = fact('StepCompleted', { step: 'Thẩm định', unit: 'Phòng 3' }, on(3));
    expect(path(hopsOf(received(), step))).toEqual([`counter ${counter}`, 'agency Phòng 3']);
  });

  test('a step at the counter leaves it there', () => {
    const step = fact('StepCompleted', { step: 'Quét hồ sơ', unit: counter }, on(3));
    expect(path(hopsOf(received(), step))).toEqual([`counter ${counter}`]);
  });

  test('passed to an agency that does not solve it, it is with that one', () => {
    const hops = hopsOf(
      received(),
      fact('DossierTransferred', { from: counter, to: agency }, on(3)),
      fact('DossierTransferred', { from: agency, to: other }, on(4)),
      fact('DossierTransferred', { from: other, to: agency }, on(5)),
      fact('DossierTransferred', { from: agency, to: counter }, on(6)),
    );
    expect(path(hops)).toEqual([
      `counter ${counter}`,
      `agency ${agency}`,
      `other-agency ${other}`,
      `agency ${agency}`,
      `counter ${counter}`,
    ]);
  });

  test('the result comes back to the counter, and goes to the applicant', () => {
    const hops = hopsOf(
      received(),
      fact('DossierTransferred', { to: agency }, on(3)),
      fact('DossierDecided', {}, on(4)),
      fact('ResultHandedOver', { from: agency }, on(5)),
      fact('ResultReturned', {}, on(6)),
      fact('StepCompleted', { step: 'Lưu hồ sơ', unit: agency }, on(9)),
    );
    expect(path(hops)).toEqual([
      `counter ${counter}`,
      `agency ${agency}`,
      `counter ${counter}`,
      'nobody',
    ]);
  });
});

describe('who is waited for has it, wherever it lies', () => {
  const atAgency = [received(), fact('DossierTransferred', { to: agency }, on(3))] as const;

  test.each([
    [
      'supplements are the applicant’s',
      fact('SupplementRequested', { reference: 'r' }, on(4)),
      fact('SupplementReceived', { reference: 'r' }, on(5)),
      'applicant ?',
    ],
    [
      'a financial duty is the applicant’s',
      fact('FinancialDutyAsked', { reference: 'r' }, on(4)),
      fact('FinancialDutyMet', { reference: 'r' }, on(5)),
      'applicant ?',
    ],
    [
      'an opinion is the other agency’s',
      fact('ConsultationAsked', { reference: 'r', unit: other }, on(4)),
      fact('ConsultationAnswered', { reference: 'r', unit: other }, on(5)),
      `other-agency ${other}`,
    ],
    [
      'a paper is the other agency’s',
      fact('PaperAsked', { reference: 'r', from: other }, on(4)),
      fact('PaperSupplied', { reference: 'r', by: other }, on(5)),
      `other-agency ${other}`,
    ],
    [
      'a verification by another is the other agency’s',
      fact('VerificationRequested', { reference: 'r', unit: other }, on(4)),
      fact('VerificationCompleted', { reference: 'r', unit: other }, on(5)),
      `other-agency ${other}`,
    ],
  ])('%s until it comes', (_, asked, answered, holder) => {
    expect(path(hopsOf(...atAgency, asked, answered)).slice(2)).toEqual([
      holder,
      `agency ${agency}`,
    ]);
  });

  test.each([agency, null])('what the agency verifies itself (%s) is its own time', (unit) => {
    const asked = fact('VerificationRequested', { reference: 'r', unit }, on(4));
    expect(path(hopsOf(...atAgency, asked)).at(-1)).toBe(`agency ${agency}`);
  });

  test('of two that are waited for, the applicant; each answer ends what it answers', () => {
    const hops = hopsOf(
      ...atAgency,
      fact('ConsultationAsked', { reference: 'a', unit: other }, on(4)),
      fact('SupplementRequested', { reference: 'b' }, on(5)),
      fact('ConsultationAnswered', { reference: 'z', unit: other }, on(6)),
      fact('SupplementReceived', { reference: 'b' }, on(9)),
      fact('ConsultationAnswered', { reference: 'a', unit: other }, on(10)),
    );
    expect(path(hops).slice(2)).toEqual([
      `other-agency ${other}`,
      'applicant ?',
      `other-agency ${other}`,
      `agency ${agency}`,
    ]);
  });

  test('nobody is waited for once it is decided', () => {
    const asked = fact('ConsultationAsked', { unit: other }, on(4));
    const decided = fact('DossierDecided', {}, on(5));
    expect(path(hopsOf(...atAgency, asked, decided)).at(-1)).toBe(`agency ${agency}`);
  });

  test('what is sent back, stopped or withdrawn is with nobody', () => {
    for (const type of ['DossierReturned', 'DossierStopped', 'DossierWithdrawn'] as const) {
      expect(path(hopsOf(...atAgency, fact(type, {}, on(5)))).at(-1)).toBe('nobody');
    }
  });
});

describe('at an instant', () => {
  const hops = hopsOf(received(), fact('DossierTransferred', { to: agency }, on(3, '10:00')));

  test('before the reception it is nobody’s', () => {
    expect(holderAt(hops, Instant.parse(on(1)))).toBeNull();
  });

  test('at the very instant at which it is passed on the next has it', () => {
    const before = Instant.parse('2026-03-03T09:59:59.999+07:00');
    expect(holderAt(hops, before)?.party).toBe('counter');
    expect(holderAt(hops, Instant.parse(on(3, '10:00')))?.party).toBe('agency');
  });
});

describe('how long each had it', () => {
  const offices = referenceWorkingTime('Asia/Ho_Chi_Minh', 'vietnam');

  test('in working time: a weekend is nobody’s delay', () => {
    // Friday 6 March 16:30 to Monday 9 March 08:30; service until 17:30 and from 07:30.
    const late = fact('DossierReceived', { code: 'd1', solvingUnit: agency }, on(6, '16:30'));
    const passed = fact('DossierTransferred', { to: agency }, on(9, '08:30'));
    const hops = hopsOf(late, passed);
    const until = Instant.parse(on(9, '09:00'));
    expect(timeByParty(hops, Instant.parse(on(6, '16:30')), until, offices)).toEqual({
      counter: 120,
      agency: 30,
      'other-agency': 0,
      applicant: 0,
      post: 0,
    });
  });

  test('what ended before it was received was with nobody', () => {
    const hops = hopsOf(received());
    const time = timeByParty(hops, Instant.parse(on(2)), Instant.parse(on(1)), offices);
    expect(Object.values(time)).toEqual([0, 0, 0, 0, 0]);
  });

  /** Any course of a dossier, an event an hour, round the clock. */
  const always = referenceWorkingTime('Asia/Ho_Chi_Minh', 'always');
  const start = Date.parse(on(2));
  const hour = (n: number) => new Date(start + n * 3_600_000).toISOString();
  const course = fc
    .array(
      fc.constantFrom(
        (at: string) => fact('DossierTransferred', { to: agency }, at),
        (at: string) => fact('DossierTransferred', { to: other, carrier: 'VNPOST' }, at),
        (at: string) => fact('SupplementRequested', {}, at),
        (at: string) => fact('SupplementReceived', {}, at),
        (at: string) => fact('ConsultationAsked', { unit: other }, at),
        (at: string) => fact('ConsultationAnswered', { unit: other }, at),
        (at: string) => fact('StepCompleted', { step: 's', unit: agency }, at),
        (at: string) => fact('ResultHandedOver', {}, at),
      ),
      { maxLength: 12 },
    )
    .map((makers) => makers.map((make, place) => make(hour(place + 1))));

  test('comes to all of the time, and to what a look every hour finds', () => {
    fc.assert(
      fc.property(course, fc.integer({ min: 0, max: 14 }), (facts, hours) => {
        const hops = hopsOf(received(), ...facts);
        const [from, until] = [Instant.parse(hour(0)), Instant.parse(hour(hours))];
        const seen = Array.from({ length: hours }, (_, n) =>
          holderAt(hops, Instant.parse(hour(n))),
        );
        const time = timeByParty(hops, from, until, always);
        for (const party of parties) {
          expect(time[party]).toBe(60 * seen.filter((holder) => holder?.party === party).length);
        }
      }),
    );
  });
});
