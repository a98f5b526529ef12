/** Values of a mapping: what each kind makes of a row. */
import { expect, test } from 'vitest';
import { compileExpression, missing } from '../../src/intake/expression.ts';
import { Expression } from '../../src/intake/mapping-values.ts';
import type { MappingProblem } from '../../src/intake/refusal.ts';
import { zoneOf } from '../../src/intake/zone.ts';

const row: Readonly<Record<string, string>> = {
  source: 'Đường dây nóng',
  number: '17',
  none: '',
  money: '1.250.000',
  at: '01/03/2026 00:30',
  utc: '2026-02-28T17:30:00Z',
  word: '  CỘNG  ĐỒNG ',
};

function valueOf(expression: object): unknown {
  const names = Object.keys(row);
  const problems: MappingProblem[] = [];
  const evaluate = compileExpression(Expression.parse(expression), 'here', {
    source: 'dd',
    zone: zoneOf('Asia/Ho_Chi_Minh'),
    column: (name) => names.indexOf(name),
    problems,
    centre: () => 'H42.TTPVHCC',
    asks: { account: 'Số tài khoản' },
    given: { account: '0011' },
  });
  expect(problems).toEqual([]);
  return evaluate(Object.values(row), () => {});
}

const column = (name: string) => ({ column: name });

test.each([
  ['a template', { template: '{source}-{number}' }, 'Đường dây nóng-17'],
  ['a template read as a code', { template: '{number}/{number}', as: 'code' }, 'dd:17/17'],
  ['a template with braces', { template: '{{{number}}}' }, '{17}'],
  ['a template with an empty column', { template: '{source}-{none}' }, missing],
  [
    'a template with an empty column and what stands for it',
    { template: '{none}', empty: 'x' },
    'x',
  ],
  ['the first that is there', { first: [column('none'), column('number')] }, '17'],
  ['the first of nothing', { first: [column('none')] }, missing],
  [
    'a list, which leaves out what is missing',
    { list: [column('number'), column('none')] },
    ['17'],
  ],
  ['a list of nothing', { list: [column('none')] }, missing],
  ['an object', { fields: { a: column('number'), b: { const: 1 } } }, { a: '17', b: 1 }],
  [
    'an object with a part missing',
    { fields: { a: column('number'), b: column('none') } },
    missing,
  ],
  [
    'an object with a part missing that may be',
    { fields: { a: column('number'), b: column('none') }, optional: ['b'] },
    { a: '17' },
  ],
  [
    'money',
    {
      fields: {
        amount: { column: 'money', as: 'number', format: '1.234,5' },
        currency: { const: 'VND' },
      },
    },
    { amount: 1_250_000, currency: 'VND' },
  ],
  [
    'the month of a date-time',
    { column: 'at', as: 'month', format: 'dd/MM/yyyy HH:mm' },
    '2026-03',
  ],
  ['the year of a date-time', { column: 'at', as: 'year', format: 'dd/MM/yyyy HH:mm' }, '2026'],
  ['the day of a time with an offset, in the zone', { column: 'utc', as: 'day' }, '2026-03-01'],
  ['the month of a time with an offset, in the zone', { column: 'utc', as: 'month' }, '2026-03'],
  ['a word, however it is written', { column: 'word', map: { 'Cộng đồng': 'public' } }, 'public'],
  ['a word mapped to nothing', { column: 'word', map: { 'cộng đồng': null } }, null],
  ['the centre of the row', { from: 'centre' }, 'H42.TTPVHCC'],
  ['what is given with the file', { from: 'account' }, '0011'],
])('%s', (_, expression, value) => {
  expect(valueOf(expression)).toEqual(value);
});

test('a value that cannot be read says which column or template it is of', () => {
  expect(() => valueOf({ column: 'number', as: 'month' })).toThrow('number: "17" is not written');
  expect(() => valueOf({ template: '{at}!', as: 'number' })).toThrow('{at}!: a text of');
});

test.each([
  ['a template without a column', { template: 'x' }, 'is a "const"'],
  ['a brace that is open', { template: '{number' }, 'in braces'],
  ['an empty pair of braces', { template: '{}' }, 'in braces'],
  ['a template and a column', { template: '{a}', column: 'a' }, 'exactly one of'],
  ['an empty list', { list: [] }, '>=1'],
  [
    'an optional part that is not there',
    { fields: { a: column('a') }, optional: ['b'] },
    'names b',
  ],
  ['a number in a format of dates', { column: 'a', as: 'number', format: 'iso' }, 'of dates'],
  ['a date in a format of numbers', { column: 'a', as: 'date', format: '1.234,5' }, 'of numbers'],
  [
    'a date with a time',
    { column: 'a', as: 'date', format: 'dd/MM/yyyy HH:mm' },
    '"day" for its day',
  ],
  [
    'an instant without a time',
    { column: 'a', as: 'instant', format: 'dd/MM/yyyy' },
    '"as": "date"',
  ],
  ['a day of a month', { column: 'a', as: 'day', format: 'MM/yyyy' }, '"as": "month"'],
  [
    'a format that nobody writes',
    { column: 'a', as: 'day', format: 'dd.MM' },
    'a format is one of iso',
  ],
  ['decimals of a text', { column: 'a', decimals: 2 }, '"as": "number"'],
])('%s is refused', (_, expression, problem) => {
  const parsed = Expression.safeParse(expression);
  expect(parsed.error?.issues.map(({ message }) => message).join()).toContain(problem);
});
