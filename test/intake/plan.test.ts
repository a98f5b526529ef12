import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileMapping } from '../../src/intake/compile.ts';
import { parseMapping } from '../../src/intake/mapping.ts';
import { planImport } from '../../src/intake/plan.ts';
import { canonicalJson } from '../../src/ledger/canonical-json.ts';
import {
  digestOf,
  factsOf,
  fileOf,
  folder,
  header,
  planFile,
  planOf,
  row,
  small,
  words,
} from './support.ts';

const compiled = compileMapping(parseMapping(small), words);

test('a case is whole: its reception, its rows in the order of the file, its result', async () => {
  const plan = await planOf([
    header,
    row({ code: 'H1', id: '1', returned: '08/05/2026', at: '2026-05-09T08:00:00+07:00' }),
    row({ code: 'H2', id: '2' }),
    row({ code: 'H1', id: '3', returned: '08/05/2026' }),
  ]);
  const cases = [...plan.cases()];
  expect(cases.map(({ case: id, stream }) => [id, stream])).toEqual([
    ['H1', 'dossier-mot-cua:H1'],
    ['H2', 'dossier-mot-cua:H2'],
  ]);
  expect(
    cases[0]?.facts.map(({ type, occurredAt, precision, line, perCase }) => [
      type,
      occurredAt,
      precision,
      line,
      perCase,
    ]),
  ).toEqual([
    ['DossierReceived', '2026-05-04T01:00:00.000Z', 'instant', 2, true],
    ['StepCompleted', '2026-05-09T01:00:00.000Z', 'instant', 2, false],
    ['StepCompleted', '2026-05-05T02:30:00.000Z', 'instant', 4, false],
    ['ResultReturned', '2026-05-07T17:00:00.000Z', 'day', 2, true],
  ]);
  expect(cases[0]?.facts[0]?.data).toMatchObject({
    code: 'mot-cua:H1',
    appointment: { on: '2026-05-11' },
  });
  expect(plan.summary).toEqual({
    cases: 2,
    rows: 3,
    facts: 6,
    refused: 0,
    warnings: 0,
    skipped: 0,
  });
  expect([...plan.cases()]).toEqual(cases);
});

test('what a fact says is canonical, and its data are what the schema gives out', async () => {
  const mapping = { ...small, actor: { column: 'official' } };
  const plan = await planOf(
    [header, row({ id: '1', step: '"Tha\u0302\u0309m \t""x"""' })],
    mapping,
  );
  for (const { content, ...fact } of factsOf(plan)) {
    const { actor, centre, correlation, data, occurredAt, precision, type } = fact;
    expect([actor, centre, correlation]).toEqual(['cv-1', 'reference', null]);
    const stated = { actor, centre, correlation, data, occurredAt, precision, type };
    expect(content).toBe(canonicalJson(stated));
    expect(words.get('dossier')?.vocabulary).toHaveProperty(type);
  }
  expect(factsOf(plan)[1]?.data).toMatchObject({ step: 'Thẩm \t"x"', unit: null });
});

test('a row with an id is known by it; one without by what it states, and by a count among equals', async () => {
  const lines = [row({ id: '7' }), row(), row({ step: 'Ký' }), row()];
  const keys = async (...rows: string[]) =>
    factsOf(await planOf([header, ...rows])).map(({ key }) => key);
  const short = await keys(...lines);
  expect(new Set(short).size).toBe(5);
  expect(short.slice(0, 2)).toEqual([
    'mot-cua/H1/DossierReceived/case:',
    'mot-cua/H1/StepCompleted/id:7',
  ]);
  // A longer export of the same system: other rows between, another order, columns that nobody reads.
  const long = await keys(row({ code: 'H0' }), row({ step: 'Trả' }), ...lines.toReversed());
  expect(long).toEqual(expect.arrayContaining(short));
  expect(long.filter((key) => !short.includes(key))).toHaveLength(3);
});

test('the same case and id of another source, case or event is another key', async () => {
  const one = await planOf([header, row({ code: 'a/b', id: '1' })]);
  const other = await planOf([header, row({ code: 'a', id: 'b/1' })]);
  const elsewhere = await planOf([header, row({ code: 'a/b', id: '1' })], {
    ...small,
    source: 'x',
  });
  const keys = [one, other, elsewhere].flatMap((plan) => factsOf(plan).map(({ key }) => key));
  expect(new Set(keys).size).toBe(6);
});

test('an id that comes twice in a case is recorded once, and both are listed', async () => {
  const plan = await planOf([
    header,
    row({ id: '1' }),
    row({ id: '1' }),
    row({ id: '1', step: 'Ký' }),
    row({ code: 'H2', id: '1' }),
  ]);
  expect(plan.notes).toEqual([
    { line: 3, kind: 'refused', reason: 'repeats line 2: recorded once' },
    {
      line: 4,
      kind: 'refused',
      reason: 'has the id of line 2 and says something else: the first is recorded',
    },
  ]);
  expect(plan.summary).toMatchObject({ rows: 4, facts: 4, refused: 2 });
  expect(factsOf(plan)).toHaveLength(4);
});

test('the first row counts for its case; a row that says otherwise is recorded, with a warning', async () => {
  const plan = await planOf([
    header,
    row({ id: '1' }),
    row({ id: '2', due: '12/05/2026', returned: '12/05/2026' }),
    row({ id: '3' }),
  ]);
  expect(plan.notes).toEqual([
    {
      line: 3,
      kind: 'warning',
      reason: 'due, returned: not as in the first row of its case, which counts',
    },
  ]);
  expect(factsOf(plan).map(({ type }) => type)).toEqual([
    'DossierReceived',
    'StepCompleted',
    'StepCompleted',
    'StepCompleted',
  ]);
});

test.each([
  [
    'a time that does not exist',
    { at: '2026-05-05T25:00:00Z' },
    'at: "2026-05-05T25:00:00Z" is not',
  ],
  ['no time', { at: '' }, 'at is empty'],
  ['no case', { code: '' }, 'code is empty'],
  ['a case that is too long', { code: 'H'.repeat(201) }, 'code is longer than 200 characters'],
  ['a control character in the case', { code: 'H\u0007' }, 'code has a control character'],
  ['nothing where the event needs something', { step: '' }, 'StepCompleted.step: Invalid input'],
  ['a blank name', { step: ' ' }, 'StepCompleted.step: a name cannot be blank'],
  ['too few columns', { at: undefined, official: 'x,y' }, '9 values where'],
])('a row with %s is refused, and the others are not', async (_, cells, reason) => {
  const plan = await planOf([
    header,
    row({ id: '1' }),
    row({ id: '2', ...cells }),
    row({ id: '3' }),
  ]);
  expect(plan.notes).toEqual([
    { line: 3, kind: 'refused', reason: expect.stringContaining(reason) },
  ]);
  expect(plan.summary).toMatchObject({ cases: 1, rows: 3, facts: 3, refused: 1 });
});

test('an event of the case that cannot be is refused once; its rows are recorded', async () => {
  const wrong = { received: '31/04/2026 08:00' };
  const plan = await planOf([header, row({ id: '1', ...wrong }), row({ id: '2', ...wrong })]);
  expect(plan.notes).toEqual([
    { line: 2, kind: 'refused', reason: expect.stringContaining('not a day that exists') },
  ]);
  expect(factsOf(plan).map(({ type }) => type)).toEqual(['StepCompleted', 'StepCompleted']);
});

test('a clock time that came twice is recorded, with a warning', async () => {
  const plan = await planOf([header, row({ at: '2011-10-30T02:30:00' })], {
    ...small,
    zone: 'Europe/Amsterdam',
  });
  expect(plan.notes).toEqual([
    {
      line: 2,
      kind: 'warning',
      reason: expect.stringContaining('at: "2011-10-30T02:30:00" came twice'),
    },
  ]);
  expect(plan.summary).toMatchObject({ facts: 2, refused: 0, warnings: 1 });
});

test('rows that the mapping leaves out by its own word are counted', async () => {
  const [step] = small.perRow;
  const mapping = { ...small, perRow: [{ ...step, when: { column: 'official', is: ['cv-1'] } }] };
  const plan = await planOf([header, row(), row({ official: 'cv-2' })], mapping);
  expect(plan.summary).toMatchObject({ rows: 2, facts: 2, skipped: 1, refused: 0 });
});

test('the first thousand notes are kept at hand, and all can be read', async () => {
  const bad = Array.from({ length: 1_001 }, () => 'x');
  const plan = await planOf([header, row(), ...bad]);
  expect(plan.summary.refused).toBe(1_001);
  expect(plan.notes).toHaveLength(1_000);
  expect([...plan.allNotes()].map(({ line }) => line)).toEqual(bad.map((_, at) => at + 3));
});

test('a header alone is an empty file', async () => {
  await expect(planOf([header])).rejects.toMatchObject({ code: 'empty' });
});

test('a file that stops in a row which is whole and bad is truncated', async () => {
  const text = `${header}\n${row()}\n${row({ at: '2026-05-05T25:30:00+07:00' })}`;
  await expect(planFile(fileOf(text), compiled)).rejects.toMatchObject({ code: 'truncated' });
});

test('a case larger than any is a wrong mapping, and refused before it fills the memory', async () => {
  const lines = Array.from({ length: 20_000 }, (_, id) => row({ id: String(id) }));
  expect((await planOf([header, ...lines.slice(1)])).summary.facts).toBe(20_000);
  await expect(planOf([header, ...lines])).rejects.toThrow(
    'is "case" in the mapping the right column?',
  );
});

test('cases that are spread over a long file come together again', async () => {
  const lines = Array.from({ length: 5_000 }, (_, at) =>
    row({ code: `H${at % 700}`, id: String(at) }),
  );
  const plan = await planOf([header, ...lines, row({ code: 'H3', id: '3' })]);
  const cases = [...plan.cases()];
  expect(cases.map((one) => one.case)).toEqual(Array.from({ length: 700 }, (_, at) => `H${at}`));
  expect(cases[3]?.facts.map(({ line }) => line)).toEqual(
    [2, ...Array.from({ length: 8 }, (_, at) => at * 700 + 2)].map((line) =>
      line === 2 ? 5 : line + 3,
    ),
  );
  expect(plan.notes).toEqual([
    { line: 5_002, kind: 'refused', reason: 'repeats line 5: recorded once' },
  ]);
});

/** The last column is free text, so no cut inside it may pass for a whole file. */
const exported = (rows: readonly string[]) =>
  `at,id,code,received,due,returned,official,step\n${rows
    .map(
      (note, at) =>
        `2026-05-05T09:30:00Z,${at},H${at % 3},04/05/2026 08:00,11/05/2026,,cv-1,"${note}"\r\n`,
    )
    .join('')}`;

async function outcomeOf(content: Uint8Array): Promise<unknown> {
  try {
    using plan = await planImport({
      file: fileOf(content),
      mapping: compiled,
      folder: folder(),
      digestOf,
    });
    return { read: plan.summary.rows, refused: plan.summary.refused };
  } catch (error) {
    return error instanceof Error ? error.name : error;
  }
}

test('a file cut anywhere is refused as a whole, or cut between two rows and the shorter file that it looks like', async () => {
  const notes = fc.array(fc.constantFrom('Ký', 'Thẩm định, rồi "ký"', 'hai\ndòng'), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(notes, fc.double({ min: 0, max: 1, noNaN: true }), async (rows, share) => {
      const quoted = rows.map((note) => note.replaceAll('"', '""'));
      const whole = Buffer.from(exported(quoted));
      const cut = whole.subarray(0, Math.floor(share * whole.length));
      const sizes = rows.map((_, at) => Buffer.byteLength(exported(quoted.slice(0, at + 1))));
      const kept = sizes.filter((size) => cut.length >= size - 2).length;
      const between = sizes.some((size) => cut.length <= size && cut.length >= size - 2);
      const outcome = await outcomeOf(cut);
      expect(outcome).toEqual(between ? { read: kept, refused: 0 } : 'FileRefused');
    }),
  );
});

test('the working copy has no name while it is used, and what an earlier run left is removed', async () => {
  const place = folder();
  writeFileSync(join(place, 'import-1234.scratch'), 'left behind');
  writeFileSync(join(place, 'keep.db'), 'not ours');
  const file = fileOf(`${header}\n${row()}\n`);
  using plan = await planImport({ file, mapping: compiled, folder: place, digestOf });
  expect(factsOf(plan)).toHaveLength(2);
  expect(readdirSync(place)).toEqual(['keep.db']);
});

test('a working copy that cannot be kept is said so, with its folder', async () => {
  const file = fileOf(`${header}\n${row()}\n`);
  const planned = planImport({
    file,
    mapping: compiled,
    folder: join(file, 'below-a-file'),
    digestOf,
  });
  await expect(planned).rejects.toMatchObject({
    name: 'ScratchUnavailable',
    message: expect.stringContaining('nothing was recorded'),
  });
});
