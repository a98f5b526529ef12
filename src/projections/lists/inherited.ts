/** From whom an agency inherited a duty, as rows hold it and lists show it: see `regulations/succession.ts`. */
import { z } from 'zod';
import type { Bearer } from '../../domain/regulations/rule.ts';
import { bearerAt, type Inherited, type Passing } from '../../domain/regulations/succession.ts';
import type { Instant } from '../../domain/units.ts';

/** The fields of an item that say so. */
export const inheritedFields = {
  inheritedFrom: z
    .string()
    .nullable()
    .describe('The agency that owed it before the bearer came after it; null: none did.'),
  inheritedAt: z.iso
    .datetime()
    .nullable()
    .describe('Since when the bearer owes it, where it was inherited.'),
  bearerWhenDue: z
    .string()
    .nullable()
    .describe(
      'The agency that owed it when it fell due, where that is another: figures by bearer count it there.',
    ),
};

/** Of what nobody inherited. */
export const notInherited = { inheritedFrom: null, inheritedAt: null, bearerWhenDue: null };

/** Who owes it at `at`, and from whom they have it: a merger may be on record before its day. */
export function owedAt(
  at: Instant,
  duty: Inherited & { readonly bearer: Bearer; readonly due: Instant },
) {
  const { bearer: last, inherited, due } = duty;
  if (inherited.length === 0) return { bearer: last, ...notInherited };
  const bearer = bearerAt(at, duty);
  const { code } = bearerAt(due < at ? due : at, duty);
  const before = inherited.findLast((passing) => passing.at <= at);
  return {
    bearer,
    inheritedFrom: before?.from ?? null,
    inheritedAt: before?.at ?? null,
    bearerWhenDue: code === bearer.code ? null : code,
  };
}

/** As a row holds them; null: none, as nearly always. */
export function textOf(inherited: readonly Passing[]): string | null {
  return inherited.length === 0 ? null : JSON.stringify(inherited);
}

/** What a row's text has in it that passed on from the agency of that code. */
export function markOf(code: string): string {
  return JSON.stringify({ from: code }).slice(1, -1);
}

const Passings = z.array(
  z.object({
    from: z.string(),
    at: z.string().brand<'Instant'>(),
    event: z.string().brand<'EventId'>(),
  }),
);

/** Read from a row; null: none. */
export const StoredPassings = z
  .string()
  .nullable()
  .transform((text) => (text === null ? [] : Passings.parse(JSON.parse(text))));
