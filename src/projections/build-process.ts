/** The process that builds one model and ends; see `build-apart.ts`. Its job comes as its first message. */
import process from 'node:process';
import { families } from '../domain/families.ts';
import { codec } from '../ledger/codec.ts';
import { openLogReader } from '../ledger/log-reader.ts';
import { buildModel } from './build.ts';
import type { BuildJob } from './build-apart.ts';
import { projectionsFor } from './projections.ts';
import { centresFor, nameOf } from './settings.ts';

process.once('message', ({ ledger, settings, file, until }: BuildJob) => {
  using log = openLogReader(ledger);
  const projections = projectionsFor(centresFor(settings));
  const parts = { log, codec: codec(families), projections, regulations: nameOf(settings) };
  buildModel(file, parts, until, (position) => process.send?.({ position }));
  process.disconnect();
});
