/** What is to be built, in a form that can be sent to another thread or process. */
import { families } from '../domain/families.ts';
import type { Index } from '../domain/units.ts';
import { codec } from '../ledger/codec.ts';
import type { LogReader } from '../ledger/log-reader.ts';
import type { BuildParts } from './build.ts';
import { projectionsFor } from './projections.ts';
import { centresFor, nameOf, type RegulationSettings } from './settings.ts';

export type BuildJob = {
  readonly ledger: string;
  readonly settings: RegulationSettings;
  readonly file: string;
  /** The last event that is shown. */
  readonly until: Index;
};

/** What it is built with, by this release of the program. */
export function partsOf({ settings }: Pick<BuildJob, 'settings'>, log: LogReader): BuildParts {
  return {
    log,
    codec: codec(families),
    projections: projectionsFor(centresFor(settings)),
    regulations: nameOf(settings),
  };
}
