/** Files recorded into a ledger, for the tests of what ends up in it. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AnyEvent, Entry } from '../../src/domain/entry.ts';
import { families } from '../../src/domain/families.ts';
import { type CompiledMapping, compileMapping } from '../../src/intake/compile.ts';
import { loadMapping, type SaidWithFile } from '../../src/intake/mapping.ts';
import { type Note, planImport } from '../../src/intake/plan.ts';
import { type Recorded, recordPlan } from '../../src/intake/record-plan.ts';
import { type Ledger, openLedger, pathsIn } from '../../src/ledger/ledger.ts';
import { newFolder } from '../support/ledger-folder.ts';
import { fileOf } from './support.ts';

export async function shippedMapping(name: string, said?: SaidWithFile): Promise<CompiledMapping> {
  return compileMapping(await loadMapping(name, said), families);
}

/** A ledger that is there until the test has ended. Its clock stands still. */
export function newLedger(now = '2026-03-10T09:00:00.000Z'): Ledger {
  const ledger = openLedger({
    paths: pathsIn(join(newFolder(), 'ledger')),
    families,
    origin: { name: 'test', kind: 'ledger' },
    isCentre: () => true,
    now: () => new Date(now),
  });
  onTestFinished(() => ledger[Symbol.dispose]());
  return ledger;
}

export type Imported = Recorded & {
  /** Rows that the plan refused or remarked on. */
  readonly notes: readonly Note[];
  readonly skipped: number;
};

/** Records a file of these lines. */
export async function importLines(
  { digestOf, paths, recording }: Ledger,
  mapping: CompiledMapping,
  lines: readonly string[],
  outage: string | null = null,
): Promise<Imported> {
  const file = fileOf(`${lines.join('\n')}\n`);
  using plan = await planImport({
    file,
    mapping,
    folder: join(paths.dir, 'import'),
    digestOf,
    outage,
  });
  const recorded = await recordPlan(plan, recording, digestOf);
  return { ...recorded, notes: plan.notes, skipped: plan.summary.skipped };
}

export async function entriesOf(
  { recording: { store, codec } }: Ledger,
  stream: string,
): Promise<readonly Entry<AnyEvent>[]> {
  return (await store.read(stream)).map(codec.decode);
}
