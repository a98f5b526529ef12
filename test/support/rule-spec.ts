/** Given what was entered, in any order, then the regulation finds … — the way a rule reads. */
import { expect } from 'vitest';
import type { AnyEvent, Entry } from '../../src/domain/entry.ts';
import type { Centre } from '../../src/domain/regulations/centre.ts';
import { reference } from '../../src/domain/regulations/centres/reference.ts';
import { type JudgedDuty, judge, lessenedRule } from '../../src/domain/regulations/judge.ts';
import { referenceWorkingTime } from '../../src/domain/regulations/reference-time.ts';
import type { Parameters, Rule } from '../../src/domain/regulations/rule.ts';
import { Instant } from '../../src/domain/units.ts';
import { registersIn, subjectIn } from './registers.ts';
import { entry } from './stated.ts';

/** Event number `number`, recorded at `recordedAt`: late, or as an import or a correction is. */
export function enteredAt<Event extends AnyEvent>(
  number: number,
  event: Event,
  recordedAt: string,
): Entry<Event> {
  return entry(number, event, undefined, { recordedAt: Instant.parse(recordedAt) });
}

/** Its hours: round the clock, unless they are said to be those of Vietnamese offices. */
type Profile = Partial<Parameters> & { readonly hours?: 'always' | 'vietnam' };

/** A centre in Vietnam that keeps `rule` and no other. */
export function centreWith(rule: Rule, { hours = 'always', ...parameters }: Profile = {}): Centre {
  const centre = reference(referenceWorkingTime('Asia/Ho_Chi_Minh', hours));
  return {
    ...centre,
    parameters: { ...centre.parameters, ...parameters },
    demands: [{ rule, citation: 'article 7', from: null, to: null }],
  };
}

type ExpectedDuty = Omit<Partial<JudgedDuty>, 'due' | 'customaryDue' | 'pauses' | 'evidence'> & {
  readonly pauses?: readonly Partial<JudgedDuty['pauses'][number]>[];
  readonly due?: string;
  readonly customaryDue?: string;
  readonly evidence?: readonly Entry<AnyEvent>[];
};

/** What is judged in most tests: the dossier whose entries `stated.ts` makes. */
const dossierOfTests = 'dossier-H42.17-260302-0001';

/** @param subject the name of what is judged. Entries of other records may be given, too: they are what registers are made from. */
export function specifyRule(rule: Rule, subject: string = dossierOfTests) {
  return {
    /** Entries by their number, whatever the order in which they are given. */
    given: (...entries: readonly Entry<AnyEvent>[]) => ({
      ...foundIn(entries, centreWith(rule), rule, subject),
      /** At a centre that keeps the rule otherwise, or another rule. */
      under: ({ rule: other = rule, ...profile }: Profile & { readonly rule?: Rule }) =>
        foundIn(entries, centreWith(other, profile), other, subject),
      /** At one of the five centres, by its own hours, values and articles. */
      at: (centre: Centre) => foundIn(entries, onlyWith(rule, centre), rule, subject),
    }),
  };
}

/** The centre as it is, without its other demands. */
function onlyWith(rule: Rule, centre: Centre): Centre {
  const demands = centre.demands.filter((demand) => demand.rule.key === rule.key);
  expect(demands, `${centre.code} does not demand ${rule.key}`).not.toEqual([]);
  return { ...centre, demands };
}

function foundIn(entries: readonly Entry<AnyEvent>[], centre: Centre, { key }: Rule, name: string) {
  const registers = registersIn(entries);
  const { duties, findings, failures } = judge(
    subjectIn(name, entries, registers),
    centre,
    registers,
  );
  expect(failures).toEqual([]);
  const breaches = findings.filter(({ rule }) => rule === key);
  const lessened = findings.filter(({ rule }) => rule === lessenedRule);
  return {
    thenDuty: (expected: ExpectedDuty) => expect(duties).toMatchObject([inUtc(expected)]),
    /** By when they were opened, and then by bearer and detail as they come. */
    thenDuties: (...expected: readonly ExpectedDuty[]) =>
      expect(duties).toMatchObject(expected.map(inUtc)),
    thenNoDuty: () => expect(duties).toEqual([]),
    /** One list of entries for each breach: what it offends against, and then the acts. */
    thenBreaches: (...proofs: readonly (readonly Entry<AnyEvent>[])[]) =>
      expect(breaches.map(({ evidence }) => evidence)).toEqual(proofs.map(idsIn)),
    thenLessened: (...details: readonly string[]) =>
      expect(lessened.map(({ detail }) => detail)).toEqual(details),
    thenFindings: (...expected: readonly object[]) => expect(findings).toMatchObject(expected),
  };
}

function inUtc({ due, customaryDue, evidence, ...expected }: ExpectedDuty) {
  return {
    ...expected,
    ...(due === undefined ? {} : { due: Instant.parse(due) }),
    ...(customaryDue === undefined ? {} : { customaryDue: Instant.parse(customaryDue) }),
    ...(evidence === undefined ? {} : { evidence: idsIn(evidence) }),
  };
}

function idsIn(entries: readonly Entry<AnyEvent>[]) {
  return entries.map(({ id }) => id);
}
