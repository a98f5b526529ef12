/** The centres whose regulations the ledger knows. A new one is a file under `centres/`, and a line here. */
import type { WorkingTime } from '../time/working-time.ts';
import type { Centre, Centres } from './centre.ts';
import { reference } from './centres/reference.ts';

/** @param referenceTime the zone and calendar that the installation gives the centre `reference`. */
export function centresOf(referenceTime: WorkingTime): Centres {
  const all: readonly Centre[] = [reference(referenceTime)];
  return new Map(all.map((centre) => [centre.code, centre]));
}
