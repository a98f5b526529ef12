/**
 * The centre `reference`: no articles, always in force, its zone and calendar given by configuration.
 *
 * It judges logs from elsewhere, so that the engine can be checked against figures computed elsewhere.
 */
import type { WorkingTime } from '../../time/working-time.ts';
import { CentreCode } from '../../units.ts';
import type { Centre } from '../centre.ts';
import { noArticle } from '../citation.ts';
import { byDefault } from '../given.ts';
import { defaults, type Profile, parametersOf } from '../parameters.ts';
import type { Rule } from '../rule.ts';
import { processingDeadline } from '../rules/processing-deadline.ts';
import { supplementOnce } from '../rules/supplement-once.ts';
import { integrityRules } from './demanded.ts';

export const referenceCode = CentreCode.parse('reference');

const rules: readonly Rule[] = [processingDeadline, supplementOnce, ...integrityRules];

const profile: Profile = {
  ...defaults,
  processingBearer: byDefault('official'),
  supplementPause: byDefault('none'),
};

export function reference(workingTime: WorkingTime): Centre {
  return {
    code: referenceCode,
    name: { vi: 'Trung tâm đối chiếu', en: 'Reference centre' },
    workingTime,
    hoursArticle: null,
    saturdayProcedures: null,
    regulations: [],
    profile,
    parameters: parametersOf(profile),
    laterParameters: [],
    demands: rules.map((rule) => ({ rule, citation: noArticle.reference, from: null, to: null })),
  };
}
