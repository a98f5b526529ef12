/** What a mapping says of records: names of several parts, rows without a case, several kinds in one file. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { dossier, dossierKey } from '../../src/domain/dossier/vocabulary.ts';
import { CentreCode, Money, Month, OfficialId } from '../../src/domain/units.ts';
import { ifKnown, Name } from '../../src/domain/vocabulary/fields.ts';
import { event } from '../../src/domain/vocabulary.ts';
import { compileMapping, type Words } from '../../src/intake/compile.ts';
import { parseMapping } from '../../src/intake/mapping.ts';
import { factsOf, fileOf, planFile } from './support.ts';

/** Two small families, of which the intake knows no more than of any other. */
const presence = {
  CameIn: event('Vào', 'Came in', z.strictObject({ how: ifKnown(Name) }), { how: 'vân tay' }),
};
const Items = z.array(z.strictObject({ kind: z.enum(['phí', 'lệ phí']), amount: Money }));
const payment = {
  Paid: event('Nộp', 'Paid', z.strictObject({ total: Money, items: Items.default([]) }), {
    total: { amount: 1 },
    items: [],
  }),
};

const words: Words = new Map([
  ['dossier', { vocabulary: dossier, key: dossierKey }],
  ['presence', { vocabulary: presence, key: { official: OfficialId, month: Month } }],
  ['payment', { vocabulary: payment, key: { centre: CentreCode, number: Name } }],
]);

const compile = (mapping: unknown) => compileMapping(parseMapping(mapping), words);

async function planOf(lines: readonly string[], mapping: unknown) {
  return planFile(fileOf(`${lines.join('\n')}\n`), compile(mapping));
}

const at = { column: 'lúc', format: 'dd/MM/yyyy HH:mm' };
const parts = {
  official: { column: 'mã' },
  month: { column: 'lúc', as: 'month', format: 'dd/MM/yyyy HH:mm' },
};
const device = {
  source: 'may-cham-cong',
  centre: 'H42',
  zone: 'Asia/Ho_Chi_Minh',
  actor: { const: 'máy' },
  stream: { category: 'presence', parts },
  perRow: [{ event: 'CameIn', occurredAt: at, data: {} }],
};

test('a record is named by the parts that its family names; rows of one may stand anywhere', async () => {
  const plan = await planOf(
    [
      'mã,lúc',
      'cb-1,31/03/2026 07:25',
      'cb-2,31/03/2026 07:26',
      'cb-1,01/04/2026 07:20',
      'cb-1,30/03/2026 07:31',
      'cb-2,31/03/2026 07:26',
    ],
    device,
  );
  const cases = [...plan.cases()];
  expect(cases.map(({ stream, facts }) => [stream, facts.map(({ line }) => line)])).toEqual([
    ['presence-cb%2D1-2026-03', [2, 5]],
    ['presence-cb%2D2-2026-03', [3, 6]],
    ['presence-cb%2D1-2026-04', [4]],
  ]);
  expect(plan.summary).toMatchObject({ cases: 3, facts: 5, warnings: 0, refused: 0 });
  const keys = factsOf(plan).map(({ key }) => key);
  expect(new Set(keys.slice(2, 4)).size).toBe(2); // equal rows are counted
});

test('the rows of a long file are told by their record, in whatever order they stand', async () => {
  const rows = Array.from({ length: 30_000 }, (_, number) => {
    const day = String(1 + (number % 28)).padStart(2, '0');
    return `cb-${number % 999},${day}/0${1 + (number % 9)}/2026 07:30`;
  });
  const plan = await planOf(['mã,lúc', ...rows], device);
  const cases = [...plan.cases()];
  expect(cases[0]?.stream).toBe('presence-cb%2D0-2026-01');
  expect(new Set(cases.map(({ stream }) => stream)).size).toBe(cases.length);
  expect(plan.summary.facts).toBe(30_000);
});

test('a part that its family does not take makes the row bad', async () => {
  const plan = await planOf(['mã,lúc', ',31/03/2026 07:25', ' ,31/03/2026 07:25'], device);
  expect(plan.notes.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'the official of the record is not stated'],
    [3, 'the official of the record: an identifier cannot be blank'],
  ]);
});

const other = (change: object) => ({ ...device, ...change });

test.each([
  [
    'a part too few',
    other({ stream: { category: 'presence', parts: { official: { column: 'mã' } } } }),
    'stream.parts',
    '"month" is missing: a presence is named by official, month',
  ],
  [
    'a part too many',
    other({ stream: { category: 'presence', parts: { ...parts, year: { const: '2026' } } } }),
    'stream.parts.year',
    'no part of its name',
  ],
  [
    'a part that is no name',
    other({ stream: { category: 'presence', parts: { ...parts, month: { const: 'tháng 3' } } } }),
    'stream.parts.month.const',
    'a month is written like 2026-03',
  ],
  ['no record at all', other({ stream: undefined }), '', 'either a "stream" or "records"'],
  [
    'a condition of nothing',
    other({ perRow: [{ ...device.perRow[0], when: { is: ['x'] } }] }),
    'perRow[0].when',
    '"when" has a "column"',
  ],
  [
    'a time of two kinds',
    other({ perRow: [{ ...device.perRow[0], occurredAt: { ...at, template: '{mã}' } }] }),
    'perRow[0].occurredAt',
    'exactly one of',
  ],
  [
    'a value that nobody gave',
    other({ asks: { how: 'Cách chấm công' }, perRow: [withHow({ from: 'how' })] }),
    'perRow[0].data.how.from',
    'as --given how=VALUE: Cách chấm công',
  ],
  [
    'a value that is not asked for',
    other({ perRow: [withHow({ from: 'how' })] }),
    'perRow[0].data.how.from',
    '"asks" for nothing of that name',
  ],
  [
    'an object where none is taken',
    other({ perRow: [withHow({ fields: { a: { const: 1 } } })] }),
    'perRow[0].data.how.fields',
    'no object is taken here',
  ],
  [
    'a list where none is taken',
    other({ perRow: [withHow({ list: [{ column: 'mã' }] })] }),
    'perRow[0].data.how.list',
    'no list is taken here',
  ],
  [
    'a word that is twice in a map',
    other({ perRow: [withHow({ column: 'mã', map: { Vào: 'x', VÀO: 'y' } })] }),
    'perRow[0].data.how.map.VÀO',
    'another word of the map is the same',
  ],
  [
    'a constant that is wrong among several values',
    other({ perRow: [withHow({ first: [{ column: 'mã' }, { const: 7 }] })] }),
    'perRow[0].data.how.first[1].const',
    'expected string',
  ],
])('%s is refused, with its place', (_, mapping, place, problem) => {
  expect(() => compile(mapping)).toThrow(
    expect.objectContaining({
      problems: expect.arrayContaining([{ place, problem: expect.stringContaining(problem) }]),
    }),
  );
});

function withHow(how: object) {
  return { event: 'CameIn', occurredAt: at, data: { how } };
}

const sum = (column: string) => ({
  fields: {
    amount: { column, as: 'number', format: '1.234,5' },
    currency: { const: 'VND' },
  },
});
const item = (kind: string, column: string) => ({
  fields: { kind: { const: kind }, amount: sum(column) },
});

/** A file of two kinds of record: who came, and what was paid. */
const both = {
  source: 'so-giay',
  centre: { column: 'nơi', map: { TT: 'H42', 'Tam Điệp': 'H42.TD' } },
  zone: 'Asia/Ho_Chi_Minh',
  actor: { column: 'mã' },
  correlation: { template: 'tờ {tờ}' },
  unmatched: 'refused',
  records: [
    { stream: device.stream, when: { column: 'việc', is: ['vào'] }, perRow: device.perRow },
    {
      when: { column: 'việc', not: ['Vào'] },
      stream: {
        category: 'payment',
        parts: { centre: { from: 'centre' }, number: { column: 'số' } },
      },
      perRow: [
        {
          event: 'Paid',
          when: { all: [{ column: 'việc', is: ['Nộp phí'] }, { column: 'tổng' }] },
          id: { template: '{tờ}/{dòng}' },
          occurredAt: {
            first: [
              { template: '{ngày} {giờ}', format: 'd/M/yyyy H:mm' },
              { column: 'ngày', format: 'd/M/yyyy' },
            ],
          },
          data: {
            total: sum('tổng'),
            items: { list: [item('phí', 'phí'), item('lệ phí', 'lệ phí')] },
          },
        },
      ],
    },
  ],
};
const bothHeader = 'tờ,dòng,nơi,mã,việc,lúc,ngày,giờ,số,tổng,phí,lệ phí';

test('one file may hold records of several kinds, each row told by its words', async () => {
  const plan = await planOf(
    [
      bothHeader,
      '1,1,TT,cb-1,Vào,31/03/2026 07:25,,,,,,',
      '1,2,TT,cb-1,Nộp phí,,1/4/2026,8:05,7,1.250.000,1.200.000,50.000',
      '1,3,Tam Điệp,cb-1,nộp  phí,,1/4/2026,,7,50.000,50.000,',
      '1,4,TT,cb-1,Nộp phí,,1/4/2026,,8,,,',
      '1,5,TT,cb-1,Về,,1/4/2026,,8,1,,',
    ],
    both,
  );
  const cases = [...plan.cases()];
  expect(cases.map(({ stream }) => stream)).toEqual([
    'presence-cb%2D1-2026-03',
    'payment-H42-7',
    'payment-H42.TD-7',
  ]);
  const [, paid, elsewhere] = factsOf(plan);
  expect(paid).toMatchObject({
    key: 'so-giay/payment-H42-7/Paid/id:1/2',
    centre: 'H42',
    correlation: 'tờ 1',
    occurredAt: '2026-04-01T01:05:00.000Z',
    data: {
      total: { amount: 1_250_000, currency: 'VND' },
      items: [
        { kind: 'phí', amount: { amount: 1_200_000 } },
        { kind: 'lệ phí', amount: { amount: 50_000 } },
      ],
    },
  });
  expect(elsewhere).toMatchObject({ centre: 'H42.TD', precision: 'day', data: { items: [{}] } });
  expect(plan.notes).toEqual([
    { line: 5, kind: 'refused', reason: 'the mapping makes no event of this row' },
    { line: 6, kind: 'refused', reason: 'the mapping makes no event of this row' },
  ]);
});

test('an event of one of several records is refused with its place there', () => {
  const [first, second] = both.records;
  const wrong = { ...second, perRow: [{ ...second?.perRow[0], event: 'Payed' }] };
  expect(() => compile({ ...both, records: [first, wrong] })).toThrow(
    'records[1].perRow[0].event: there is no event Payed',
  );
  expect(() => compile({ ...both, records: [first, first] })).toThrow(
    'records[1].stream.category: records[0] is about the same',
  );
});

test('a centre that is not there is refused with the mapping, or with the row that names it', async () => {
  const centres = new Map([['H42', null]]);
  expect(() => compileMapping(parseMapping(other({ centre: 'H99' })), words, centres)).toThrow(
    'centre: no centre of this ledger is named "H99": there are H42',
  );
  const compiled = compileMapping(parseMapping(both), words, centres);
  const row = '1,1,Tam Điệp,cb-1,Vào,31/03/2026 07:25,,,,,,';
  const plan = await planFile(fileOf(`${bothHeader}\n${row}\n`), compiled);
  expect(plan.notes[0]?.reason).toContain('no centre of this ledger is named "H42.TD"');
});

test('two events of one type that a row makes are told apart by their names', async () => {
  const twice = other({
    perRow: [
      { ...device.perRow[0], name: 'sáng', id: { column: 'mã' } },
      { ...device.perRow[0], name: 'chiều', id: { column: 'mã' } },
    ],
  });
  const plan = await planOf(['mã,lúc', 'cb-1,31/03/2026 07:25'], twice);
  expect(factsOf(plan).map(({ key }) => key.split('/').at(-1))).toEqual([
    'id:sáng:cb-1',
    'id:chiều:cb-1',
  ]);
});

test('the delimiter may be found in the header', async () => {
  const lines = ['mã;lúc;"ghi chú, nếu có"', 'cb-1;31/03/2026 07:25;"a,b"'];
  const plan = await planOf(lines, other({ format: { delimiter: 'detect' } }));
  expect(plan.summary).toMatchObject({ facts: 1, refused: 0 });
});
