/** What the figures were taken on. */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { scratchFolder } from './places.ts';

export type Machine = {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGB: number;
  readonly platform: string;
  readonly node: string;
  readonly sqlite: string;
  /** Confirmed writes of 4 KiB a second on the volume of the benchmark: the limit of one at a time. */
  readonly fdatasyncs: number;
  /** Processes that wanted a core in the last minute, before anything was measured. */
  readonly load: number;
};

export function machine(): Machine {
  const [first] = cpus();
  return {
    cpu: first?.model ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 1e9),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    sqlite: process.versions['sqlite'] ?? 'unknown',
    fdatasyncs: Math.round(fdatasyncs()),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}

/** More than any disk does: the volume keeps its promises in memory. */
const tooMany = 100_000;

/** What a reader of the figures should know first; empty if nothing. */
export function warningsAbout({ cores, load, fdatasyncs: syncs }: Machine): string[] {
  const warnings = [];
  if (load > 0.5) {
    warnings.push(
      `${load} processes were at work on ${cores} cores before this began: figures of appends and HTTP are not to be believed`,
    );
  }
  if (syncs > tooMany) {
    warnings.push(
      'this volume confirms writes that it has not made: set BENCH_DIR to a folder on a disk',
    );
  }
  return warnings;
}

function fdatasyncs(): number {
  using folder = scratchFolder();
  const file = join(folder.path, 'sync');
  const fd = openSync(file, 'w');
  const page = Buffer.alloc(4_096, 1);
  const started = performance.now();
  let count = 0;
  for (; performance.now() - started < 500; count += 1) {
    writeSync(fd, page, 0, page.length, 0);
    fdatasyncSync(fd);
  }
  closeSync(fd);
  rmSync(file);
  return (count / (performance.now() - started)) * 1_000;
}
