/** The data of an event, checked by its schema and written as canonical JSON, at the speed of a file. */
import { z } from 'zod';
import type { Definition } from '../domain/vocabulary.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import type { Remark } from './dates.ts';
import { type Evaluate, missing } from './expression.ts';
import type { Values } from './raw-record.ts';
import { RowRefused } from './refusal.ts';

/** @throws RowRefused naming the field that the schema does not take. */
export type MakeData = (values: Values, remark: Remark) => string;

/** Texts remembered for one field: names of steps, officials and units come again and again. */
const rememberedMax = 2_000;

/**
 * Where a schema is no more than its fields, each field is checked by itself, and what it made of a text is remembered:
 * half the time of an import would go into checking the same few names. Where the schema compares fields it is run as a whole.
 *
 * @param fields all of them in the schema.
 */
export function dataMaker(
  event: string,
  { latest }: Definition,
  fields: ReadonlyMap<string, Evaluate>,
): MakeData {
  if ((latest.def.checks?.length ?? 0) > 0) return wholeMaker(event, latest, fields);
  const parts = Object.entries(latest.shape)
    .toSorted(([a], [b]) => (a < b ? -1 : 1)) // as canonical JSON has them
    .map(([name, schema]) => fieldMaker(event, name, schema, fields.get(name)));
  return (values, remark) => {
    let text = '';
    for (const part of parts) {
      const member = part(values, remark);
      if (member !== '') text += text === '' ? member : `,${member}`;
    }
    return `{${text}}`;
  };
}

function wholeMaker(
  event: string,
  schema: z.ZodObject,
  fields: ReadonlyMap<string, Evaluate>,
): MakeData {
  return (values, remark) => {
    const data: Record<string, unknown> = {};
    for (const [name, evaluate] of fields) {
      const value = evaluate(values, remark);
      if (value !== missing) data[name] = value;
    }
    const parsed = schema.safeParse(data);
    if (parsed.success) return canonicalJson(parsed.data);
    throw refusal(event, parsed.error);
  };
}

/** Makes a member of the object, as `"step":"T02"`; empty if the field is left out. */
function fieldMaker(
  event: string,
  name: string,
  schema: z.core.$ZodType,
  evaluate: Evaluate | undefined,
): MakeData {
  const remembered = new Map<string, string>();

  function checked(value: unknown): string {
    const parsed = z.safeParse(schema, value);
    if (!parsed.success) throw refusal(`${event}.${name}`, parsed.error);
    const { data } = parsed;
    return data === undefined ? '' : `${JSON.stringify(name)}:${canonicalJson(data)}`;
  }

  let absent: string | undefined;
  const whenAbsent = () => (absent ??= checked(undefined));
  if (evaluate === undefined) return whenAbsent;
  return (values, remark) => {
    const value = evaluate(values, remark);
    if (value === missing) return whenAbsent();
    if (typeof value !== 'string') return checked(value);
    const known = remembered.get(value);
    if (known !== undefined) return known;
    const member = checked(value);
    // A copy: the text may be a slice that would keep a whole page of the file in memory.
    if (remembered.size < rememberedMax) remembered.set(Buffer.from(value).toString(), member);
    return member;
  };
}

function refusal(where: string, { issues }: z.core.$ZodError): RowRefused {
  const [issue] = issues;
  const path = [where, ...(issue?.path ?? []).map(String)].join('.');
  return new RowRefused(`${path}: ${issue?.message ?? 'not taken'}`);
}
