/** The waits of a duty as people are told of them. */
import type { Paused } from './paused.ts';
import { idsOf } from './rule.ts';
import type { Wait, Waited } from './waits.ts';

type After = { readonly waits: readonly Wait[]; readonly did: Waited };

/** @param customary every wait; the strict ones are the same or some of them. */
export function pausesOf(customary: After, strict: After): readonly Paused[] {
  return customary.waits.map(({ from, until, entries }, place) => {
    const same = strict.waits.findIndex((wait) => wait.entries[0] === entries[0]);
    return {
      from,
      until,
      evidence: idsOf(entries),
      strict: strict.did.effects[same] ?? 'nothing',
      customary: customary.did.effects[place] ?? 'nothing',
    };
  });
}
