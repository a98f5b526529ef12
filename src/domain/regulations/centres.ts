/** The centres whose regulations the ledger knows. A new one is a file under `centres/`, and a line here. */
import type { WorkingTime } from '../time/working-time.ts';
import type { CalendarDate } from '../units.ts';
import type { Centre, Centres } from './centre.ts';
import { checkCentre, checkCodes } from './centre-check.ts';
import { bacLieu } from './centres/bac-lieu.ts';
import { konTum } from './centres/kon-tum.ts';
import { ninhBinh } from './centres/ninh-binh.ts';
import { reference } from './centres/reference.ts';
import { sonLa } from './centres/son-la.ts';
import { tuyenQuang } from './centres/tuyen-quang.ts';

/**
 * @param referenceTime the zone and calendar that the installation gives the centre `reference`.
 * @param konTumFrom the first day of Kon Tum's regulation, which its text leaves open; null: assumed.
 * @throws Error that names a centre that cannot be right, and what about it.
 */
export function centresOf(
  referenceTime: WorkingTime,
  konTumFrom: CalendarDate | null = null,
): Centres {
  const all: readonly Centre[] = [
    sonLa,
    tuyenQuang,
    bacLieu,
    konTum(konTumFrom),
    ninhBinh,
    reference(referenceTime),
  ];
  checkCodes(all);
  for (const centre of all) checkCentre(centre);
  return new Map(all.map((centre) => [centre.code, centre]));
}
