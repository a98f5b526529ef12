import { expect, test } from 'vitest';
import { compileMapping } from '../../src/intake/compile.ts';
import { loadMapping, parseMapping, shippedMappings } from '../../src/intake/mapping.ts';
import { fileOf, header, planOf, row, small, words } from './support.ts';

const compile = (mapping: unknown) => compileMapping(parseMapping(mapping), words);
const [received, returned] = small.perCase;
const [step] = small.perRow;
const withStep = (data: object) => ({ ...small, perRow: [{ ...step, data }] });

const returnedIf = (meant: string[], how: 'is' | 'not' = 'is', column = 'step') => {
  return { ...returned, when: { column, [how]: meant } };
};

test.each([
  ['two words', [returnedIf(['x']), returnedIf(['y'])]],
  ['a word and all others', [returnedIf(['x', 'z'], 'not'), returnedIf(['X'])]],
])('two templates may make one event of a case where no row meets both: by %s', (_, perCase) => {
  expect(() => compile({ ...small, perCase })).not.toThrow();
});

test('a mapping that fits its vocabulary is taken', () => {
  expect(compile(small).columns.names.toSorted()).toEqual(header.split(',').toSorted());
});

test.each([
  ['an unknown member', { ...small, zones: 'x' }, '', 'no zones here; there are source, '],
  [
    'an unknown member of a value',
    withStep({ step: { colum: 'step' } }),
    'perRow[0].data.step',
    'no colum here; there are const, column, ',
  ],
  ['no source', { ...small, source: undefined }, 'source', 'expected string'],
  ['a source with a colon', { ...small, source: 'a:b' }, 'source', '1 to 40 of a-z'],
  ['a zone that is none', { ...small, zone: 'Asia/Saigonn' }, 'zone', 'IANA'],
  ['an offset for a zone', { ...small, zone: '+07:00' }, 'zone', 'IANA'],
  [
    'a long delimiter',
    { ...small, format: { delimiter: '||' } },
    'format.delimiter',
    'one character',
  ],
  [
    'a category that nobody keeps',
    { ...small, stream: { ...small.stream, category: 'case' } },
    'stream.category',
    'dossier',
  ],
  ['no event at all', { ...small, perCase: [], perRow: [] }, '', 'neither'],
  [
    'an unknown event',
    { ...small, perRow: [{ ...step, event: 'StepDone' }] },
    'perRow[0].event',
    'no event StepDone',
  ],
  [
    'an event of every object',
    { ...small, perRow: [{ ...step, event: 'toString' }] },
    'perRow[0].event',
    'no event toString',
  ],
  [
    'an impossible date format',
    { ...small, perRow: [{ ...step, occurredAt: { column: 'at', format: 'MM/dd/yyyy' } }] },
    'perRow[0].occurredAt.format',
    'one of iso',
  ],
  [
    'a field the event has not',
    withStep({ step: { column: 'step' }, who: { column: 'official' } }),
    'perRow[0].data.who',
    'no such field',
  ],
  ['a field the event needs left out', withStep({}), 'perRow[0].data', 'needs "step"'],
  [
    'a constant of the wrong kind',
    withStep({ step: { const: 7 } }),
    'perRow[0].data.step.const',
    'expected string',
  ],
  [
    'a map to a word the event has not',
    {
      ...small,
      perCase: [
        {
          ...received,
          data: { ...received?.data, channel: { column: 'code', map: { x: 'pigeon' } } },
        },
      ],
    },
    'perCase[0].data.channel.map.x',
    'expected one of',
  ],
  [
    'an empty value the event does not take',
    withStep({ step: { column: 'step', empty: null } }),
    'perRow[0].data.step.empty',
    'expected string',
  ],
  [
    'a value of two kinds',
    withStep({ step: { column: 'step', const: 'x' } }),
    'perRow[0].data.step',
    'exactly one of',
  ],
  ['a value of no kind', withStep({ step: {} }), 'perRow[0].data.step', 'exactly one of'],
  [
    'a format without a date',
    withStep({ step: { column: 'step', format: 'iso' } }),
    'perRow[0].data.step',
    '"format" goes with',
  ],
  [
    'a map and a way of reading',
    withStep({ step: { column: 'step', as: 'code', map: {} } }),
    'perRow[0].data.step',
    'exclude each other',
  ],
  [
    'a way of reading a constant',
    withStep({ step: { const: 'x', as: 'code' } }),
    'perRow[0].data.step',
    'there is none',
  ],
  [
    'a nested value that is wrong',
    withStep({ step: { fields: { a: { column: 'step', as: 'weekday' } } } }),
    'perRow[0].data.step.fields.a.as',
    'Invalid option',
  ],
  [
    'the same event of a case twice',
    { ...small, perCase: [returned, returned] },
    'perCase[1].id',
    'an "id" of its own',
  ],
  [
    'the same event of a case twice, where a row can make both',
    { ...small, perCase: [returnedIf(['x', 'y']), returnedIf(['Y', 'z'])] },
    'perCase[1].id',
    'an "id" of its own',
  ],
  [
    'the same event of a case twice, by what is in two columns',
    { ...small, perCase: [returnedIf(['x']), returnedIf(['y'], 'is', 'code')] },
    'perCase[1].id',
    'an "id" of its own',
  ],
  [
    'a constant that names nobody',
    { ...small, actor: { const: ' ' } },
    'actor.const',
    'does not name an actor',
  ],
])('%s is refused, with its place', (_, mapping, place, problem) => {
  expect(() => compile(mapping)).toThrow(
    expect.objectContaining({
      name: 'MappingRefused',
      problems: expect.arrayContaining([{ place, problem: expect.stringContaining(problem) }]),
    }),
  );
});

test('all that is wrong is said at once', () => {
  const wrong = {
    ...small,
    perRow: [
      { ...step, event: 'A' },
      { ...step, event: 'B' },
    ],
  };
  expect(() => compile(wrong)).toThrow(/perRow\[0\].event.*\n.*perRow\[1\].event/);
});

test('a column that the file has not is refused with its first place, unless it may be absent', async () => {
  const short = header.replace(',returned', '');
  const line = 'H1,04/05/2026 08:00,11/05/2026,1,x,cv-1,2026-05-05T09:30:00+07:00';
  await expect(planOf([short, line])).rejects.toThrow(
    'perCase[1].when.column: the file has no column "returned"',
  );
  const plan = await planOf([short, line], { ...small, optionalColumns: ['returned'] });
  expect(plan.summary).toMatchObject({ facts: 2, refused: 0 });
});

test('values of every kind become data', async () => {
  const mapping = {
    ...small,
    perRow: [
      {
        ...step,
        event: 'StepStarted',
        data: {
          step: { column: 'step', map: { A: 'Tiếp nhận', B: 'Ký' } },
          official: { column: 'official', empty: 'unknown' },
          unit: { const: 'H42.17' },
          instance: { column: 'id', as: 'code' },
          due: { fields: { at: { column: 'due', as: 'instant' } } },
        },
      },
    ],
    perCase: [],
  };
  const plan = await planOf(
    [
      header,
      row({ id: '1', step: 'A', due: '2026-05-06T07:00:00.1239', official: '' }),
      row({ id: '2', step: 'B', due: '' }),
      row({ id: '3', step: 'C', due: '' }),
      row({ id: '4', step: 'A', due: '2026-05-06' }),
    ],
    mapping,
  );
  const [first, second] = [...plan.cases()].flatMap(({ facts }) => facts);
  expect(first?.data).toEqual({
    step: 'Tiếp nhận',
    official: 'unknown',
    unit: 'H42.17',
    instance: 'mot-cua:1',
    due: { at: '2026-05-06T00:00:00.123Z' },
  });
  expect(second?.data).toMatchObject({ step: 'Ký', official: 'cv-1', due: null });
  expect(plan.notes).toEqual([
    { line: 4, kind: 'refused', reason: 'step: "C" is not in the map of the mapping' },
    { line: 5, kind: 'refused', reason: expect.stringContaining('has no time of day') },
  ]);
});

test.each([
  ['12', 12],
  ['-0', 0],
  ['3.25', undefined],
  ['1.500', undefined],
  ['1e3', undefined],
  ['1234567890123456', undefined],
])('the number %s of pages is %j', async (pages, number) => {
  const digitised = { event: 'DossierDigitised', occurredAt: { column: 'at' } };
  const data = { pages: { column: 'step', as: 'number' } };
  const plan = await planOf([header, row({ step: pages })], {
    ...small,
    perCase: [],
    perRow: [{ ...digitised, data }],
  });
  const [fact] = [...plan.cases()].flatMap(({ facts }) => facts);
  expect(fact?.data['pages']).toBe(number);
  expect(plan.summary.refused).toBe(number === undefined ? 1 : 0);
});

test('a shipped mapping is loaded by its name, any other from its file', async () => {
  expect(shippedMappings()).toContain('wabo-receipt');
  expect(compileMapping(await loadMapping('wabo-receipt'), words).source).toBe('wabo');
  const file = fileOf(JSON.stringify(small), 'mine.json');
  expect(await loadMapping(file)).toEqual(parseMapping(small));
});

test.each([
  ['{"source":', 'mine.json: the file ends too early'],
  ['{"source":"a",}', 'mine.json: the file is not JSON'],
  ['{"source":"a","source":"b"}', 'mine.json: '],
  ['{}', 'source: '],
])('a mapping file of %s is refused', async (content, message) => {
  await expect(loadMapping(fileOf(content, 'mine.json'))).rejects.toThrow(message);
});

test('an unknown member, a missing one and a field that the event has not are told together', () => {
  const { source: _, ...nameless } = small;
  expect(() => compile({ ...nameless, zones: 'x' })).toThrow(
    /no zones here(.|\n)*source: |source: (.|\n)*no zones here/,
  );
  const two = {
    ...small,
    zones: 'x',
    perRow: [{ ...step, data: { who: { column: 'official' } } }],
  };
  expect(() => compile(two)).toThrow(/no zones here(.|\n)*no such field/);
});

test('where there is no mapping of a name, the shipped ones are named', async () => {
  await expect(loadMapping('no-such-mapping')).rejects.toThrow(/shipped are: .*wabo-receipt/);
});
