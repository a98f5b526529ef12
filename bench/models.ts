/** Read models of made ledgers, built by this run of the program and not by an earlier one. */
import { join } from 'node:path';
import { families } from '../src/domain/families.ts';
import type { Instant } from '../src/domain/units.ts';
import { codec } from '../src/ledger/codec.ts';
import { type LogReader, openLogReader } from '../src/ledger/log-reader.ts';
import { type BuildParts, buildModel } from '../src/projections/build.ts';
import { fingerprintOf } from '../src/projections/model-file.ts';
import { projectionsFor } from '../src/projections/projections.ts';
import { centresFor, nameOf, type RegulationSettings } from '../src/projections/settings.ts';
import type { MadeLedger } from './ledger-maker.ts';

/** Office hours, which cost more to reckon with than the clock's. */
export const settings: RegulationSettings = {
  referenceZone: 'Asia/Ho_Chi_Minh',
  referenceCalendar: 'vietnam',
};

export function buildPartsOn(log: LogReader): BuildParts {
  return {
    log,
    codec: codec(families),
    projections: projectionsFor(centresFor(settings)),
    regulations: nameOf(settings),
  };
}

export type BuiltModel = {
  readonly file: string;
  /** When the last event was recorded: open duties are compared with their due time then. */
  readonly at: Instant;
};

const built = new Map<string, BuiltModel>();

/** The model where a server of that ledger looks for it. */
export function builtModel({ paths }: MadeLedger): BuiltModel {
  const known = built.get(paths.models);
  if (known !== undefined) return known;
  using log = openLogReader(paths.ledger);
  const parts = buildPartsOn(log);
  const file = join(paths.models, `${fingerprintOf(parts.projections, parts.regulations)}.db`);
  const until = log.size() - 1n;
  const [last] = log.after(until - 1n, 1);
  if (last === undefined) throw new RangeError('the ledger is empty');
  buildModel(file, parts, until);
  const model = { file, at: last.recordedAt };
  built.set(paths.models, model);
  return model;
}
