/** A model built in a process of its own is the one that is built here, and a build that fails is said to. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { families } from '../../src/domain/families.ts';
import { codec } from '../../src/ledger/codec.ts';
import { pathsIn } from '../../src/ledger/ledger.ts';
import { openLogReader } from '../../src/ledger/log-reader.ts';
import { buildModel } from '../../src/projections/build.ts';
import { buildApart } from '../../src/projections/build-apart.ts';
import { readMarks } from '../../src/projections/model-file.ts';
import { projectionsFor } from '../../src/projections/projections.ts';
import { centresFor, nameOf } from '../../src/projections/settings.ts';
import { BuildStopped, isStopped, notStopped } from '../../src/projections/thread-end.ts';
import { motcua } from '../cli/motcua.ts';
import { newFolder } from '../support/ledger-folder.ts';

const settings = { referenceZone: 'Asia/Ho_Chi_Minh', referenceCalendar: 'vietnam' } as const;

test('a model built apart has the marks of one built here, and says how far it is', async () => {
  const dir = join(newFolder(), 'demo');
  await motcua(dir, 'demo', '--no-serve', '--days', '30', '--until', '2026-03-31');
  const { ledger } = pathsIn(dir);
  using log = openLogReader(ledger);
  const until = log.size() - 1n;
  const [here, apart] = [join(dir, 'here.db'), join(dir, 'apart.db')];
  const parts = {
    log,
    codec: codec(families),
    projections: projectionsFor(centresFor(settings)),
    regulations: nameOf(settings),
  };
  buildModel(here, parts, until);
  const positions: bigint[] = [];
  const onProgress = (position: bigint) => positions.push(position);
  await buildApart({ ledger, settings, file: apart, until }, onProgress, notStopped());
  expect(readMarks(apart)).toEqual(readMarks(here));
  expect(positions.length).toBeGreaterThan(0);
  expect(positions.every((position) => position > 0n && position <= until)).toBe(true);
});

test('a build that fails is said to have failed, and leaves no model', async () => {
  const dir = join(newFolder(), 'demo');
  await motcua(dir, 'demo', '--no-serve', '--days', '7', '--until', '2026-03-31');
  const { ledger } = pathsIn(dir);
  const job = { ledger, settings, file: join(dir, 'apart.db'), until: 1_000_000n };
  await expect(buildApart(job, () => {}, notStopped())).rejects.toThrow('its process ended with 1');
  expect(existsSync(job.file)).toBe(false);
});

test('a build that is told to stop ends, and leaves no model', async () => {
  const dir = join(newFolder(), 'demo');
  await motcua(dir, 'demo', '--no-serve', '--days', '7', '--until', '2026-03-31');
  const { ledger } = pathsIn(dir);
  using log = openLogReader(ledger);
  const stop = notStopped();
  Atomics.store(stop, 0, 2);
  const job = { ledger, settings, file: join(dir, 'apart.db'), until: log.size() - 1n };
  await expect(buildApart(job, () => {}, stop)).rejects.toThrow(BuildStopped);
  const parts = {
    log,
    codec: codec(families),
    projections: projectionsFor(centresFor(settings)),
    regulations: nameOf(settings),
    isStopped: () => isStopped(stop),
  };
  expect(() => buildModel(job.file, parts, job.until)).toThrow(BuildStopped);
  expect(readdirSync(dir).filter((name) => name.startsWith('apart'))).toEqual([]);
});
