/** The one procedure of the demo whose results the agency returns itself, as agreed with the centre (NB Đ5.1a, Đ5.2d). */
import type { Office, Procedure } from '../places.ts';
import type { Scene } from '../scene.ts';

/** One that is free of charge. Null where no regulation speaks of any. */
export function specialProcedure({
  place,
}: Pick<Scene, 'place'>): { readonly office: Office; readonly procedure: Procedure } | null {
  if (place.centre !== 'NB') return null;
  for (const office of place.offices) {
    const procedure = office.procedures.find(({ fee, charge }) => fee + charge === 0);
    if (procedure !== undefined) return { office, procedure };
  }
  return null;
}

export function isReturnedByAgency(scene: Pick<Scene, 'place'>, { code }: Procedure): boolean {
  return specialProcedure(scene)?.procedure.code === code;
}
