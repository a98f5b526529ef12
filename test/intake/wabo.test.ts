/** The receipt phase of an environmental permit: a log that nobody here wrote. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compileMapping } from '../../src/intake/compile.ts';
import { loadMapping } from '../../src/intake/mapping.ts';
import { factsOf, fileOf, planFile, words } from './support.ts';

const file = '../shared/data/wabo/receipt.csv.gz';
const isAbsent = !existsSync(file);
if (isAbsent) console.warn(`skipped: ${file} is not there`);

const mapping = compileMapping(await loadMapping('wabo-receipt'), words);

test.skipIf(isAbsent)(
  '1,434 cases and 8,577 rows make 11,340 facts, and no row is refused',
  async () => {
    const plan = await planFile(file, mapping);
    expect(plan.summary).toEqual({
      cases: 1_434,
      rows: 8_577,
      facts: 11_340,
      refused: 0,
      warnings: 0,
      skipped: 0,
    });
    expect(plan.file).toBe('receipt.csv.gz');
    expect(plan.digest).toBe('574b88eea5d71393127e4fd7cacf129d20426bc0a82dc1ce86bde22e1969a6d3');
    const facts = factsOf(plan);
    const count = (type: string) => facts.filter((fact) => fact.type === type).length;
    expect([count('DossierReceived'), count('StepCompleted'), count('ResultReturned')]).toEqual([
      1_434, 8_577, 1_329,
    ]);
    expect(new Set(facts.map(({ key }) => key)).size).toBe(11_340);
    const schemas = new Map(Object.entries(words.get('dossier')?.vocabulary ?? {}));
    for (const { type, data } of facts) {
      // What the intake checked field by field is what the vocabulary gives as a whole.
      expect(schemas.get(type)?.latest.parse(data)).toEqual(data);
    }
  },
);

test.skipIf(isAbsent)('377 results are dated after the deadline, by the instant', async () => {
  const plan = await planFile(file, mapping);
  const late = [...plan.cases()].filter(({ facts }) => {
    const due = facts[0]?.data['appointment'];
    const returned = facts.find(({ type }) => type === 'ResultReturned');
    return returned !== undefined && returned.occurredAt > Object.values(due ?? {})[0];
  });
  expect(late).toHaveLength(377);
});

test.skipIf(isAbsent)(
  'a longer export gives every fact of a shorter one the same key and the same content',
  async () => {
    const text = gunzipSync(readFileSync(file)).toString();
    const lines = text.split('\n');
    const shorter = await planFile(fileOf(lines.slice(0, 1_000).join('\n')), mapping);
    const longer = await planFile(fileOf(gzipSync(text)), mapping);
    const known = new Map(factsOf(longer).map(({ key, content }) => [key, content]));
    expect(shorter.summary.rows).toBe(999);
    for (const { key, content } of factsOf(shorter)) expect(known.get(key)).toBe(content);
  },
);

/** The first rows of the log: its columns, and a record for each row. */
function firstRows(): Record<string, string>[] {
  const lines = gunzipSync(readFileSync(file)).toString().split('\n').slice(0, 500);
  const [names = [], ...rows] = lines.map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}

function asXes(rows: readonly Record<string, string>[]): string {
  const attributes = (row: Record<string, string>, ofCase: boolean) =>
    Object.entries(row)
      .filter(([key, value]) => key.startsWith('case:') === ofCase && value !== '')
      .map(([key, value]) => `<string key="${key.replace('case:', '')}" value="${value}"/>`)
      .join('');
  const traces = [...Map.groupBy(rows, (row) => row['case:concept:name']).values()].map((trace) => {
    const events = trace.map((row) => `<event>${attributes(row, false)}</event>`);
    return `<trace>${attributes(trace[0] ?? {}, true)}${events.join('')}</trace>`;
  });
  return `<log>${traces.join('\n')}</log>`;
}

test.skipIf(isAbsent)('the same log as CSV, NDJSON and XES makes the same facts', async () => {
  const rows = firstRows();
  const csv = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  const plans = await Promise.all(
    [
      csv.map((cells) => `${cells.join(',')}\n`).join(''),
      rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
      asXes(rows),
    ].map((text) => planFile(fileOf(text), mapping)),
  );
  const [first, ...others] = plans.map((plan) =>
    factsOf(plan).map(({ key, content }) => ({ key, content })),
  );
  expect(first).toHaveLength(plans[0]?.summary.facts ?? 0);
  for (const other of others) expect(other).toEqual(first);
});

test.skipIf(isAbsent)(
  'cut inside its rows, plain or packed, it is refused as a whole',
  async () => {
    const packed = readFileSync(file);
    const plain = gunzipSync(packed);
    for (let share = 1; share < 10; share += 1) {
      // Three bytes into a row: never between two.
      const at = plain.indexOf(10, Math.floor((plain.length * share) / 10)) + 3;
      const planned = planFile(fileOf(plain.subarray(0, at)), mapping);
      await expect(planned).rejects.toMatchObject({ code: 'truncated' });
      const cut = packed.subarray(0, Math.floor((packed.length * share) / 10));
      await expect(planFile(fileOf(cut), mapping)).rejects.toMatchObject({ code: 'unreadable' });
    }
  },
);

test.skipIf(isAbsent)(
  'cut inside the last time of a row, where the rest still reads as a time, it is refused too',
  async () => {
    const text = gunzipSync(readFileSync(file)).toString();
    const end = text.indexOf('\n', 100_000);
    for (let back = 1; back <= 32; back += 1) {
      const planned = planFile(fileOf(text.slice(0, end - back)), mapping);
      await expect(planned).rejects.toMatchObject({ code: 'truncated' });
    }
  },
);
