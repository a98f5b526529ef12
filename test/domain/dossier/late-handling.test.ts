/** What was done about a dossier that runs late, and what is to be done next, from what is missing. */
import { describe, expect, test } from 'vitest';
import { holderAt } from '../../../src/domain/dossier/holding.ts';
import {
  lateHandlingOf,
  type NextStep,
  nextFor,
  nextSteps,
} from '../../../src/domain/dossier/late-handling.ts';
import { type DossierEvent, dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { timeline } from '../../../src/domain/timeline.ts';
import { Instant } from '../../../src/domain/units.ts';
import { entry, eventId, proposalsOf } from '../../support/stated.ts';

const fact = proposalsOf(dossier);
const [counter, agency] = ['H42.TTPVHCC', 'H42.17'];
type Fact = Proposal<DossierEvent>;

/** On a day of March 2026. */
const on = (day: number) => `2026-03-${String(day).padStart(2, '0')}T08:00:00+07:00`;
const due = Instant.parse('2026-03-06T17:30:00+07:00');

const received = fact(
  'DossierReceived',
  { code: 'd1', receivingUnit: counter, solvingUnit: agency, appointment: { at: due } },
  on(2),
);
const passedOn = fact('DossierTransferred', { to: agency }, on(2));
const atAgency = [received, passedOn];

const handlingOf = (facts: readonly Fact[]) =>
  lateHandlingOf(timeline(facts.map((one, number) => entry(number, one))));

describe('the facts of its record', () => {
  test('nothing was done', () => {
    expect(handlingOf(atAgency)).toMatchObject({
      reason: null,
      questioned: null,
      apologyAsked: null,
      apologyIssued: null,
      urged: null,
      toldOfLateness: null,
      toldOfResult: null,
      isDecided: false,
      isHandedOver: false,
    });
  });

  test('the last of each is told, by its event and without its words', () => {
    const handling = handlingOf([
      ...atAgency,
      fact('AgencyUrged', { unit: 'Q1', because: 'due', by: 'cb-1' }, on(6)),
      fact('AgencyUrged', { unit: agency, because: 'overdue', by: 'cb-1' }, on(9)),
      fact('ReasonGiven', { about: 'lateness', unit: agency, reason: 'Chờ xác minh' }, on(10)),
      fact('ReasonGiven', { about: 'verification', unit: agency }, on(11)),
      fact('ApologyAsked', { of: agency }, on(11)),
      fact('ApologyIssued', { unit: agency }, on(12)),
    ]);
    expect(handling).toMatchObject({
      urged: { event: eventId(3), at: Instant.parse(on(9)), unit: agency, because: 'overdue' },
      reason: { event: eventId(4), at: Instant.parse(on(10)), about: 'lateness', unit: agency },
      apologyAsked: { event: eventId(6) },
      apologyIssued: { event: eventId(7) },
    });
    expect(JSON.stringify(handling)).not.toContain('xác minh');
  });

  test('a question about lateness is open until it is answered or a reason is given', () => {
    const asked = fact('ProgressQueried', { about: 'lateness', unit: agency }, on(9));
    expect(handlingOf([...atAgency, asked]).questioned).toMatchObject({ event: eventId(2) });
    for (const type of ['ProgressAnswered', 'ReasonGiven'] as const) {
      const answered = fact(type, {}, on(10));
      expect(handlingOf([...atAgency, asked, answered]).questioned).toBeNull();
    }
  });

  test('an answer “on” the day of the question is an answer', () => {
    const asked = fact('ProgressQueried', { about: 'lateness', unit: agency }, on(9));
    const answered = fact('ProgressAnswered', {}, '2026-03-09T00:00:00+07:00', {
      precision: 'day',
    });
    expect(handlingOf([...atAgency, asked, answered]).questioned).toBeNull();
    expect(handlingOf([...atAgency, answered, asked]).questioned).not.toBeNull();
  });
});

describe('what is next', () => {
  const urged = fact('AgencyUrged', { unit: agency, because: 'overdue', by: 'cb-1' }, on(9));
  const asked = fact('ProgressQueried', { about: 'lateness', unit: agency }, on(9));
  const reason = fact('ReasonGiven', { about: 'lateness', unit: agency }, on(10));
  const apologyAsked = fact('ApologyAsked', { of: agency }, on(10));
  const apologised = fact('ApologyIssued', { unit: agency }, on(11));
  const toldLate = fact('ApplicantTold', { about: 'lateness' }, on(11));
  const decided = fact('DossierDecided', {}, on(11));
  const handedOver = fact('ResultHandedOver', { from: agency }, on(12));
  const toldResult = fact('ApplicantTold', { about: 'result' }, on(12));
  const returned = fact('ResultReturned', {}, on(13));

  function nextAt(day: number, facts: readonly Fact[]): NextStep {
    const at = Instant.parse(on(day));
    const handling = handlingOf(facts);
    const isClosed = facts.some(({ type }) => ['DossierDecided', 'ResultReturned'].includes(type));
    const heldBy = holderAt(handling.hops, at);
    return nextFor(handling, { due, isLate: at > due, isClosed, heldBy });
  }

  test.each<[NextStep, string, readonly Fact[]]>([
    ['pass-on', 'it never left the counter', [received]],
    [
      'trace-post',
      'the post has it',
      [received, fact('CourierHandedOver', { what: 'dossier', courier: 'VNPOST' }, on(3))],
    ],
    [
      'call-applicant',
      'a supplement has not come',
      [...atAgency, fact('SupplementRequested', {}, on(3))],
    ],
    [
      'urge-other-agency',
      'an opinion has not come',
      [...atAgency, fact('ConsultationAsked', { unit: 'H42.20' }, on(3))],
    ],
    ['urge-agency', 'nobody was urged', atAgency],
    ['ask-reasons', 'nobody said why', [...atAgency, urged]],
    ['ask-apology', 'the reasons were asked for', [...atAgency, urged, asked]],
    ['ask-apology', 'the reasons are there', [...atAgency, urged, reason]],
    ['await-apology', 'it was asked for', [...atAgency, urged, reason, apologyAsked]],
    [
      'tell-applicant',
      'only the applicant does not know',
      [...atAgency, urged, reason, apologised],
    ],
    [
      'urge-agency',
      'all that is done, and it is not finished',
      [...atAgency, urged, reason, apologised, toldLate],
    ],
    ['hand-over-result', 'the agency has the result', [...atAgency, decided]],
    ['call-for-result', 'the centre has it', [...atAgency, decided, handedOver]],
    ['return-result', 'the applicant was called', [...atAgency, decided, handedOver, toldResult]],
    [
      'ask-apology',
      'it was returned late, without an apology',
      [...atAgency, decided, handedOver, returned],
    ],
    [
      'nothing',
      'it was returned late, with an apology',
      [...atAgency, apologised, toldLate, decided, returned],
    ],
  ])('%s: it is late, and %s', (next, _, facts) => {
    expect(nextAt(14, facts)).toBe(next);
  });

  test('before it is due: urge, and then let them finish', () => {
    expect(nextAt(6, atAgency)).toBe('urge-agency');
    const ahead = fact('AgencyUrged', { unit: agency, because: 'due', by: 'cb-1' }, on(5));
    expect(nextAt(6, [...atAgency, ahead])).toBe('finish');
  });

  test('urged ahead because it would be due counts once it is; urged for something else does not', () => {
    const because = (why: 'due' | 'other') =>
      fact('AgencyUrged', { unit: agency, because: why, by: 'cb-1' }, on(5));
    expect(nextAt(9, [...atAgency, because('due')])).toBe('ask-reasons');
    expect(nextAt(9, [...atAgency, because('other')])).toBe('urge-agency');
  });

  test('every step is said in Vietnamese and in English', () => {
    for (const { vi, en } of Object.values(nextSteps)) {
      expect([vi, en]).not.toContain('');
      expect(vi).not.toBe(en);
    }
  });
});
