/**
 * How far back an entry that became known late reaches: by every field of every word that says since when
 * something holds. A new field that names a day or a time is one of those, or is excepted here with its reason.
 */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { families } from '../../../src/domain/families.ts';
import { amendmentsIn } from '../../../src/domain/regulations/amendment.ts';
import { historyOf } from '../../../src/domain/regulations/history.ts';
import { entry } from '../../support/stated.ts';

const byWhen = 'by when something is to be done, which holds nothing before the entry';
const promised = 'what an applicant was promised: by when, and not since when';
const toldOf = 'the days that are told of: the telling holds from its own day';
const sameSubject =
  'a roster is part of whoever is judged by it, whose own late entries are looked at';
const onlyThere = 'nobody else is judged by it';

/** `family path`, and why an entry does not reach back to what stands there. */
const excepted: Readonly<Record<string, string>> = {
  'attendance due': byWhen,
  'complaint due': byWhen,
  'complaint until': byWhen,
  'datarequest due': byWhen,
  'datarequest until': byWhen,
  'dossier due.at': byWhen,
  'dossier due.on': byWhen,
  'month due.at': byWhen,
  'month due.on': byWhen,
  'violation due': byWhen,
  'dossier after.at': promised,
  'dossier after.on': promised,
  'dossier appointment.at': promised,
  'dossier appointment.on': promised,
  'dossier before.at': promised,
  'dossier before.on': promised,
  'dossier current.at': promised,
  'dossier current.on': promised,
  'dossier newAppointment.at': promised,
  'dossier newAppointment.on': promised,
  'dossier proposed.at': promised,
  'dossier proposed.on': promised,
  'month period.from': toldOf,
  'month period.to': toldOf,
  'official period.from': toldOf,
  'official period.to': toldOf,
  'roster cleared[].day': sameSubject,
  'roster day': sameSubject,
  'roster lines[].day': sameSubject,
  'roster turnEnds': sameSubject,
  'centre signed': 'a regulation holds from the day that it says, whenever it was signed',
  'statement bookedOn': onlyThere,
  'statement valueDate': onlyThere,
};

/** A field that names a day or a time, by its way into the data; `[]` stands for each of a list. */
type Field = { readonly path: readonly string[]; readonly isDay: boolean };

/** Of every word, whatever registers are made from it today. */
const fields = [...families].flatMap(([family, { vocabulary }]) =>
  Object.entries(vocabulary).flatMap(([type, { latest, example }]) =>
    fieldsIn(latest).map((field) => ({ family, type, example, ...field, name: nameOf(field) })),
  ),
);

function fieldsIn(schema: z.ZodObject): readonly Field[] {
  const found = new Map<string, Field>();
  const visit = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('format' in value && (value.format === 'date' || value.format === 'date-time')) {
      found.set(path.join('.'), { path, isDay: value.format === 'date' });
    }
    for (const key of ['anyOf', 'oneOf', 'allOf'] as const) {
      for (const one of listIn(value, key)) visit(one, path);
    }
    if ('items' in value) visit(value.items, [...path, '[]']);
    if (!('properties' in value) || typeof value.properties !== 'object') return;
    for (const [key, inner] of Object.entries(value.properties ?? {})) visit(inner, [...path, key]);
  };
  visit(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), []);
  return [...found.values()];
}

function listIn(value: object, key: string): readonly unknown[] {
  const list = Object.entries(value).find(([name]) => name === key)?.[1];
  return Array.isArray(list) ? list : [];
}

/** `days[].from`. */
function nameOf({ path }: Field): string {
  return path.join('.').replaceAll('.[]', '[]');
}

type Data = Readonly<Record<string, unknown>>;

/** `data` with `value` at the end of the way, and with nothing else where that leads. */
function withAt(data: Data, [first = '', ...rest]: readonly string[], value: string): Data {
  return { ...data, [first]: partWith(rest, value) };
}

function partWith(path: readonly string[], value: string): unknown {
  if (path.length === 0) return value;
  return path[0] === '[]' ? [partWith(path.slice(1), value)] : withAt({}, path, value);
}

/** Long before anything that an example says. */
const early = '2001-02-03';

/** Whether an entry with an early day or time in that field reaches back to it, if somebody is judged by it. */
function reachesBackBy({ type, example, path, isDay }: (typeof fields)[number]): boolean {
  const data = withAt(example, path, isDay ? early : `${early}T00:00:00+07:00`);
  const [amendment] = amendmentsIn([historyOf([entry(1, { type, data })])], () => true);
  return amendment?.reach === Date.parse(`${early}T00:00:00+07:00`);
}

describe('an entry reaches back to the day or time', () => {
  test('in every field that names one, save those that are excepted', () => {
    expect(fields.length).toBeGreaterThan(150);
    const unreached = fields.filter((field) => !reachesBackBy(field));
    const names = unreached.map(({ family, name }) => `${family} ${name}`);
    expect([...new Set(names)].toSorted()).toEqual(Object.keys(excepted).toSorted());
  });

  test('in no field that is excepted: a name that is looked for would be, whatever it means there', () => {
    const reached = fields.filter(reachesBackBy);
    const wrong = reached.filter(({ family, name }) => `${family} ${name}` in excepted);
    expect(wrong).toEqual([]);
  });
});

test('a field of a list, of a part, and of another kind are told apart', () => {
  const day = z.iso.date();
  const part = z.strictObject({ on: day.nullable(), reason: z.string() });
  const found = fieldsIn(
    z.object({ since: day, off: z.array(part), due: part, at: z.iso.datetime() }),
  );
  expect(found.map(nameOf)).toEqual(['since', 'off[].on', 'due.on', 'at']);
});
