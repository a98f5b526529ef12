/** Values that a centre sets for itself, on its own record. */
import { asComputedWith } from './clock-times.ts';
import { dispensableKind, isChoice } from './parameter-choices.ts';
import type { Parameters } from './parameters.ts';

/**
 * With one value set otherwise, as a centre's record names it: `atOnce`, or `reasons-to-centre.days` for
 * the term of a rule. Null where there is no such value, or not of that kind. @param stated null: there is
 * to be none, of a value that there need not be.
 */
export function withValue(
  parameters: Parameters,
  name: string,
  stated: unknown,
): Parameters | null {
  const value = asComputedWith(name, stated);
  const [, rule = '', unit] = /^([a-z][a-z0-9-]*)\.(days|minutes)$/.exec(name) ?? [];
  if (unit !== undefined) {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) return null;
    const term = unit === 'days' ? { days: value } : { minutes: value };
    return { ...parameters, terms: { ...parameters.terms, [rule]: term } };
  }
  if (!Object.hasOwn(parameters, name) || name === 'terms') return null;
  const kind = dispensableKind(name);
  if (stated === null) return kind === undefined ? null : { ...parameters, [name]: null };
  if (value === null || !isChoice(name, value)) return null;
  if (kindOf(value) !== (kind ?? kindOf(parameters[name as keyof Parameters]))) return null;
  return { ...parameters, [name]: value };
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value;
}
