/** A disk that is full. The ledger lies on a small volume of its own, which takes leave to mount one. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, test } from 'vitest';
import { newFolder } from '../support/ledger-folder.ts';
import { programArgs } from '../support/program.ts';

/** Runs a command where `folder` is a volume of 4 MiB, in a namespace of its own that ends with it. */
function onSmallDisk(folder: string, command: string, ...args: readonly string[]) {
  const isRoot = process.geteuid?.() === 0;
  const leave = isRoot ? ['--mount'] : ['--user', '--map-root-user', '--mount'];
  const script = 'mount -t tmpfs -o size=4m ledger "$1" && shift && exec "$@"';
  return spawnSync('unshare', [...leave, 'sh', '-c', script, 'sh', folder, command, ...args], {
    encoding: 'utf8',
  });
}

const canMount = onSmallDisk('/mnt', 'true').status === 0;

test.skipIf(!canMount)(
  `a full disk refuses an append and loses nothing; with room again, appends go on${canMount ? '' : ' (skipped: no leave to mount a small volume with unshare(1))'}`,
  () => {
    const folder = newFolder();
    const run = onSmallDisk(folder, process.execPath, ...programArgs('full-disk.ts', folder));
    expect(run.stderr).toBe('');
    const { acknowledged, ...said } = JSON.parse(run.stdout);
    expect(said).toEqual({
      whileFull: ['full', 'full', true],
      restartedWhileFull: [null, 'full', true],
      withRoomAgain: [null, true],
      restarted: [null, true],
    });
    const [before, after] = acknowledged;
    expect(before).toBeGreaterThan(10);
    expect(after).toBe(before + 20);
  },
);
