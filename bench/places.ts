/** Where the benchmark puts its files. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Kept between runs: the large ledgers. `BENCH_DIR` names it; its volume is the one that is measured. */
export const benchFolder = process.env['BENCH_DIR'] ?? join(tmpdir(), 'motcua-bench');

export type Scratch = Disposable & { readonly path: string };

/** A folder that goes when it is disposed of, on the volume of `benchFolder`. */
export function scratchFolder(): Scratch {
  mkdirSync(benchFolder, { recursive: true });
  const path = mkdtempSync(join(benchFolder, 'run-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
