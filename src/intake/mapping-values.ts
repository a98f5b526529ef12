/** What a mapping says of a single value: where it is taken from, and how it is read. A declaration; `expression.ts` makes it run. */
import { z } from 'zod';
import { type DateFormat, dateFormats, type MonthFormat, monthFormats } from './date-formats.ts';
import { misread } from './dates.ts';
import { type NumberFormat, numberFormats } from './numbers.ts';
import { templateProblem } from './text-template.ts';

/** An object with these members and no others; of one that is not among them it says which are. */
export function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `there is no ${(issue.keys ?? []).join(', ')} here; there are ${known}`
        : undefined,
  });
}

export const Column = z.string().min(1).max(500);

/** How a text is read. `code` puts the source before it, as in `wabo:case-1`; `day`, `month` and `year` are those of a date, with a time or without. */
const readings = ['text', 'instant', 'date', 'day', 'month', 'year', 'number', 'code'] as const;
export type Reading = (typeof readings)[number];

/**
 * A value: exactly one of a constant, a column, a template of columns, an object of values, a list of
 * values, the first of several values that is there, and what is known without the row: its `centre`, or a value
 * that the mapping asks for and that is given with the file.
 *
 * Where a column is empty the value is `empty`, or else missing. A template is missing with any of its
 * columns, an object with any of its values that is not `optional`; a list leaves out what is missing, and is
 * missing where nothing is left. A field whose value is missing is left out, and it is for the event to say
 * whether it may be.
 */
export type Expression = {
  readonly const?: z.core.util.JSONType | undefined;
  readonly column?: string | undefined;
  /** Columns in braces, as `{source}-{number}`. */
  readonly template?: string | undefined;
  readonly fields?: Readonly<Record<string, Expression>> | undefined;
  readonly list?: readonly Expression[] | undefined;
  readonly first?: readonly Expression[] | undefined;
  readonly from?: string | undefined;
  readonly as?: Reading | undefined;
  readonly format?: AnyFormat | undefined;
  /** So many decimal places are part of the whole number: 2 makes cents of `12.5`. */
  readonly decimals?: number | undefined;
  /** The words of the source and ours. A word that is not in it makes the row bad. */
  readonly map?: Readonly<Record<string, z.core.util.JSONType>> | undefined;
  readonly empty?: z.core.util.JSONType | undefined;
  /** Of `fields`: those that may be missing by themselves. */
  readonly optional?: readonly string[] | undefined;
};

type AnyFormat = DateFormat | MonthFormat | NumberFormat;

const DateFormats = z.enum(dateFormats, {
  error: `a date format is one of ${dateFormats.join(', ')}`,
});

const Format = z.enum([...dateFormats, ...monthFormats, ...numberFormats], {
  error: `a format is one of ${dateFormats.join(', ')}; of a month ${monthFormats.join(', ')}; of a number ${numberFormats.join(', ')}`,
});

const Template = z.string().superRefine((template, context) => {
  const message = templateProblem(template);
  if (message !== null) context.addIssue({ code: 'custom', message });
});

export const Expression: z.ZodType<Expression> = z.lazy(() =>
  strict({
    const: z.json().optional(),
    column: Column.optional(),
    template: Template.optional(),
    fields: z.record(z.string().min(1), Expression).optional(),
    list: z.array(Expression).min(1).optional(),
    first: z.array(Expression).min(1).optional(),
    from: z.string().min(1).optional(),
    as: z.enum(readings).optional(),
    format: Format.optional(),
    decimals: z.int().min(0).max(6).optional(),
    map: z.record(z.string(), z.json()).optional(),
    empty: z.json().optional(),
    optional: z.array(z.string()).optional(),
  }).superRefine((expression, context) => {
    for (const message of misused(expression)) context.addIssue({ code: 'custom', message });
  }),
);

const kinds = ['const', 'column', 'template', 'fields', 'list', 'first', 'from'] as const;

function* misused(expression: Expression): Generator<string> {
  const { column, template, fields, as, format, decimals, map, optional } = expression;
  if (kinds.filter((kind) => expression[kind] !== undefined).length !== 1) {
    yield `a value is exactly one of ${kinds.map((kind) => `"${kind}"`).join(', ')}`;
  }
  if (column === undefined && template === undefined && (as !== undefined || map !== undefined)) {
    yield '"as" and "map" say how a column is read, and there is none';
  }
  if (map !== undefined && as !== undefined) yield '"map" and "as" exclude each other';
  if (format !== undefined) yield* misformatted(as, format);
  if (decimals !== undefined && as !== 'number') yield '"decimals" goes with "as": "number"';
  const unknown = optional?.find((name) => !Object.hasOwn(fields ?? {}, name));
  if (unknown !== undefined) yield `"optional" names ${unknown}, which is not among "fields"`;
}

function* misformatted(as: Expression['as'], format: AnyFormat): Generator<string> {
  if (as === undefined || as === 'text' || as === 'code') {
    yield '"format" goes with "as" and a kind of date, or a number';
  } else if ((as === 'number') !== isNumberFormat(format)) {
    yield `${format} is a format of ${as === 'number' ? 'dates' : 'numbers'}`;
  } else if (isMonthFormat(format)) {
    if (as !== 'month' && as !== 'year') yield `${format} has no day: read it "as": "month"`;
  } else if (isDateFormat(format) && (as === 'instant' || as === 'date')) {
    const problem = misread(as, format);
    if (problem !== null) yield problem;
  }
}

export function isNumberFormat(format: AnyFormat): format is NumberFormat {
  return numberFormats.some((known) => known === format);
}

export function isMonthFormat(format: AnyFormat): format is MonthFormat {
  return monthFormats.some((known) => known === format);
}

export function isDateFormat(format: AnyFormat): format is DateFormat {
  return dateFormats.some((known) => known === format);
}

const Condition = {
  column: Column,
  is: z.array(z.string()).min(1),
  not: z.array(z.string()).min(1),
};

/** Only where the column is not empty; or is one of these words; or is none of those. Of several, all must hold. */
export const When = strict({
  column: Condition.column.optional(),
  is: Condition.is.optional(),
  not: Condition.not.optional(),
  all: z
    .array(
      strict({
        column: Condition.column,
        is: Condition.is.optional(),
        not: Condition.not.optional(),
      }),
    )
    .min(1)
    .optional(),
}).refine(({ column, is, not, all }) => {
  if (all !== undefined) return column === undefined && is === undefined && not === undefined;
  return column !== undefined && (is === undefined || not === undefined);
}, '"when" has a "column" with "is" or "not", or is "all" of several');
export type When = z.output<typeof When>;

const Moment = strict({
  column: Column.optional(),
  template: Template.optional(),
  format: DateFormats.default('iso'),
});

/** When it took place: a column or a template, or the first of several that is there. A date alone makes an entry of precision `day`. */
export const OccurredAt = Moment.extend({ first: z.array(Moment).min(1).optional() })
  .refine(
    ({ column, template, first }) =>
      [column, template, first].filter((kind) => kind !== undefined).length === 1,
    'a time is exactly one of "column", "template" and "first"',
  )
  .refine(
    ({ first = [] }) =>
      first.every(({ column, template }) => (column === undefined) !== (template === undefined)),
    'each of "first" is exactly one of "column" and "template"',
  );
export type OccurredAt = z.output<typeof OccurredAt>;
