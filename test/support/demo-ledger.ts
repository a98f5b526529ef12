/** A ledger with a small demo in it, recorded here and not by the command. */
import { demoWorld, fillDemo } from '../../src/demo/demo.ts';
import type { DemoOptions } from '../../src/demo/scene.ts';
import { families } from '../../src/domain/families.ts';
import { openLedger, type Paths, pathsIn } from '../../src/ledger/ledger.ts';

export async function recordDemo(folder: string, options: DemoOptions): Promise<Paths> {
  const paths = pathsIn(folder);
  const world = demoWorld(options.seed);
  const origin = { name: 'demo', kind: 'demo' } as const;
  const open = { paths, families, origin, isCentre: () => true, durable: false };
  using ledger = openLedger({ ...open, ...world });
  await fillDemo(ledger, world, options);
  return paths;
}
