/** What the five regulations demand alike: their rules from the day of the regulation, and the integrity of the record always. */
import type { Demand, Regulation } from '../centre.ts';
import { noArticle } from '../citation.ts';
import type { Rule } from '../rule.ts';
import { endBeforeStart } from '../rules/end-before-start.ts';
import { neverReceived } from '../rules/never-received.ts';
import { noAppointment } from '../rules/no-appointment.ts';
import { receivedTwice } from '../rules/received-twice.ts';
import { stepBeforeReception } from '../rules/step-before-reception.ts';
import { undeclaredOutage } from '../rules/undeclared-outage.ts';
import { workAfterEnd } from '../rules/work-after-end.ts';

/** Rules that bind by no article: what cannot well be, and is on record. */
export const integrityRules: readonly Rule[] = [
  endBeforeStart,
  stepBeforeReception,
  workAfterEnd,
  neverReceived,
  noAppointment,
  receivedTwice,
  undeclaredOutage,
];

/** `rules`, each with its article, for as long as the regulation is in force; and those of integrity. */
export function demandedBy(
  { from, to }: Regulation,
  rules: readonly (readonly [rule: Rule, citation: string])[],
): readonly Demand[] {
  return [
    ...rules.map(([rule, citation]) => ({ rule, citation, from, to })),
    ...integrityRules.map((rule) => ({
      rule,
      citation: noArticle.integrity,
      from: null,
      to: null,
    })),
  ];
}
