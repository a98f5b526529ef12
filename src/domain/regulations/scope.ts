/** Whom a regulation does not bind that names those it binds. */
import { agencies, isBound } from './registers/agencies.ts';
import type { Context } from './rule.ts';

/**
 * Whether the record shows that the agency of that code is none that the centre's regulation binds
 * (`agenciesInScope`). Of an agency that nothing is on record of, it does not: what was done with a
 * dossier is judged all the same where only the name of its agency is missing.
 */
export function isOutOfScope(code: string | null, context: Context): boolean {
  if (context.parameters.agenciesInScope === null || code === null) return false;
  const isKnown = context.registers.look(agencies, context.centre).some((one) => one.code === code);
  return isKnown && !isBound(code, context);
}
