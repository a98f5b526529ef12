/** A read model that shows the present, for a command that asks it something. */
import { join } from 'node:path';
import process from 'node:process';
import type { Config } from '../config.ts';
import { families } from '../domain/families.ts';
import { codec } from '../ledger/codec.ts';
import { openLogReader } from '../ledger/log-reader.ts';
import { pathsOf } from '../main.ts';
import { buildModel } from '../projections/build.ts';
import { type Model, openModel } from '../projections/model.ts';
import { fingerprintOf, fits, readMarks, removeModelFile } from '../projections/model-file.ts';
import { projectionsFor } from '../projections/projections.ts';
import { centresFor, nameOf } from '../projections/settings.ts';
import { progressBar } from './output.ts';

/**
 * The model that serves, if it has reached the head; else one that is built for this question alone, so
 * that the answer is never of yesterday. Works beside a running server.
 */
export function presentModel(config: Config): Model & Disposable {
  const paths = pathsOf(config);
  using log = openLogReader(paths.ledger);
  const projections = projectionsFor(centresFor(config));
  const regulations = nameOf(config);
  const name = fingerprintOf(projections, regulations);
  const kept = join(paths.models, `${name}.db`);
  const until = log.size() - 1n;
  const marks = readMarks(kept);
  if (marks?.position === until && marks.fingerprint === name && fits(marks, log)) {
    const model = openModel(kept);
    return { ...model, [Symbol.dispose]: () => model.database.close() };
  }
  const own = join(paths.models, `${name}-asked-by-${process.pid}.db`);
  using bar = progressBar('reading the log', 'events');
  buildModel(own, { log, codec: codec(families), projections, regulations }, until, (position) =>
    bar.at(Number(position), Number(until)),
  );
  bar[Symbol.dispose]();
  const model = openModel(own);
  return {
    ...model,
    [Symbol.dispose]() {
      model.database.close();
      removeModelFile(own);
    },
  };
}
