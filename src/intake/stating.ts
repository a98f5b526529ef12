/** What every fact of a mapping says of itself: who recorded it, at which centre, and as part of what business. */
import { ActorId, CentreCode } from '../domain/units.ts';
import type { columnsOf } from './columns.ts';
import type { Remark } from './dates.ts';
import {
  type Compiling,
  compileExpression,
  type Evaluate,
  identifier,
  missing,
} from './expression.ts';
import type { Mapping } from './mapping.ts';
import type { Values } from './raw-record.ts';
import { RowRefused } from './refusal.ts';
import type { Stating } from './template.ts';

/** The centres of a ledger, by their codes. */
export type Centres = {
  readonly has: (code: string) => boolean;
  readonly keys: () => Iterable<string>;
};

/** @returns also the centre by itself, for the parts of the mapping that name it. */
export function compileStating(
  mapping: Mapping,
  base: Omit<Compiling, 'centre'>,
  columns: ReturnType<typeof columnsOf>,
  centres: Centres | null,
): { readonly stating: Stating; readonly centre: Evaluate } {
  const used = new Set<number>();
  return columns.collecting(used, () => {
    const centre = compileCentre(mapping, { ...base, centre: null }, centres);
    const compiling = { ...base, centre };
    const actor = compileActor(mapping, compiling);
    const correlation = compileCorrelation(mapping, compiling);
    const of: Stating['of'] = (values, remark) => ({
      actor: actor(values, remark),
      centre: centre(values, remark),
      correlation: correlation(values, remark),
    });
    return { stating: { of, columns: used }, centre };
  });
}

type Named = (values: Values, remark: Remark) => string;

function compileActor({ actor }: Mapping, compiling: Compiling): Named {
  if (actor.const !== undefined && !ActorId.safeParse(actor.const).success) {
    compiling.problems.push({ place: 'actor.const', problem: 'it does not name an actor' });
  }
  return remembering(compileExpression(actor, 'actor', compiling), (value) => {
    const parsed = ActorId.safeParse(value);
    if (!parsed.success) throw new RowRefused('who recorded it is not stated');
    return parsed.data;
  });
}

function compileCentre({ centre }: Mapping, compiling: Compiling, centres: Centres | null): Named {
  const known = centres === null ? '' : [...centres.keys()].join(', ');
  const problemOf = (value: unknown) => {
    const parsed = CentreCode.safeParse(value);
    if (!parsed.success) return 'it is not stated at which centre this was';
    if (centres?.has(parsed.data) ?? true) return null;
    const name = JSON.stringify(parsed.data.slice(0, 40));
    return `no centre of this ledger is named ${name}: there are ${known}`;
  };
  const fixed = centre.const === undefined ? null : problemOf(centre.const);
  if (fixed !== null) compiling.problems.push({ place: 'centre', problem: fixed });
  return remembering(compileExpression(centre, 'centre', compiling), (value) => {
    const problem = problemOf(value);
    if (problem !== null) throw new RowRefused(problem);
    return CentreCode.parse(value);
  });
}

/** Empty where the row has none. */
function compileCorrelation({ correlation }: Mapping, compiling: Compiling): Named {
  if (correlation === undefined) return () => '';
  const evaluate = compileExpression(correlation, 'correlation', compiling);
  return (values, remark) => {
    const value = evaluate(values, remark);
    return value === missing ? '' : identifier(value, 'the business that it is part of');
  };
}

const rememberedMax = 10_000;

/** The same few values come in every row: each is checked once. @param check throws for what is not taken; `undefined` where nothing is stated. */
function remembering(evaluate: Evaluate, check: (value: unknown) => string): Named {
  const checked = new Map<unknown, string>();
  return (values, remark) => {
    const value = evaluate(values, remark);
    const known = checked.get(value);
    if (known !== undefined) return known;
    const taken = check(value === missing ? undefined : value);
    if (checked.size >= rememberedMax) checked.clear();
    checked.set(typeof value === 'string' ? Buffer.from(value).toString() : value, taken);
    return taken;
  };
}
