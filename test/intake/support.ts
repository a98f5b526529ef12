/** What the tests of the intake have in common: columns, files that vanish, and a small mapping. */
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { dossier, dossierKey } from '../../src/domain/dossier/vocabulary.ts';
import { type CompiledMapping, compileMapping } from '../../src/intake/compile.ts';
import { parseMapping } from '../../src/intake/mapping.ts';
import { type Plan, planImport } from '../../src/intake/plan.ts';
import type { Columns, RawRecord, RecordReader } from '../../src/intake/raw-record.ts';

export function columns(...names: string[]): Columns {
  return { names, places: new Map(names.map((name) => [name, `at ${name}`])), optional: new Set() };
}

/** The records of `text`, given to `reader` in pieces of `size` characters. */
export function recordsOf(reader: RecordReader, text: string, size = text.length): RawRecord[] {
  const records: RawRecord[] = [];
  for (let at = 0; at < text.length; at += size)
    records.push(...reader.push(text.slice(at, at + size)));
  return [...records, ...reader.end()];
}

/** A folder that is there until the test has ended. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'intake-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export function fileOf(content: string | Uint8Array, name = 'export.csv'): string {
  const path = join(folder(), name);
  writeFileSync(path, content);
  return path;
}

export const words = new Map([['dossier', { vocabulary: dossier, key: dossierKey }]]);

/** A mapping as somebody at a centre could write it, as a value to be changed by a test. */
export const small = {
  source: 'mot-cua',
  centre: 'reference',
  zone: 'Asia/Ho_Chi_Minh',
  actor: { const: 'export' },
  case: 'code',
  stream: { category: 'dossier', parts: { code: { column: 'code', as: 'code' } } },
  perCase: [
    {
      event: 'DossierReceived',
      occurredAt: { column: 'received', format: 'dd/MM/yyyy HH:mm' },
      data: {
        code: { column: 'code', as: 'code' },
        appointment: { fields: { on: { column: 'due', as: 'date', format: 'dd/MM/yyyy' } } },
      },
    },
    {
      event: 'ResultReturned',
      place: 'after',
      when: { column: 'returned' },
      occurredAt: { column: 'returned', format: 'dd/MM/yyyy' },
    },
  ],
  perRow: [
    {
      event: 'StepCompleted',
      id: { column: 'id' },
      occurredAt: { column: 'at' },
      data: { step: { column: 'step' }, official: { column: 'official' } },
    },
  ],
};

export const header = 'code,received,due,returned,id,step,official,at';

/** A row of an export: the first of May 2026, unless told. */
export function row(cells: Partial<Record<string, string>> = {}): string {
  const usual: Record<string, string> = {
    code: 'H1',
    received: '04/05/2026 08:00',
    due: '11/05/2026',
    returned: '',
    id: '',
    step: 'Thẩm định',
    official: 'cv-1',
    at: '2026-05-05T09:30:00+07:00',
  };
  return header
    .split(',')
    .map((name) => cells[name] ?? usual[name])
    .join(',');
}

/** The plan of a file with these lines, each ended. */
export async function planOf(lines: readonly string[], mapping: unknown = small): Promise<Plan> {
  return planFile(fileOf(`${lines.join('\n')}\n`), compileMapping(parseMapping(mapping), words));
}

/** Under the key of the tests. */
export const digestOf = (text: string): string => hash('sha256', `key of the tests ${text}`);

export async function planFile(file: string, mapping: CompiledMapping): Promise<Plan> {
  const plan = await planImport({ file, mapping, folder: folder(), digestOf });
  onTestFinished(() => plan[Symbol.dispose]());
  return plan;
}

export function factsOf(plan: Plan) {
  return [...plan.cases()].flatMap(({ facts }) => facts);
}
