/** What happens at a centre of the demo once in a while, beside its dossiers and its hours. */
import { changesOf } from './matters/changes.ts';
import { consultingOf } from './matters/consulting.ts';
import { endingsOf } from './matters/endings.ts';
import { leadingOf } from './matters/leading.ts';
import { personalOf } from './matters/people.ts';
import { privacyOf } from './matters/privacy.ts';
import { secretsOf } from './matters/secrets.ts';
import type { Source } from './planned.ts';
import type { Scene } from './scene.ts';

export function mattersOf(scene: Scene): Source {
  const sources = [
    leadingOf,
    consultingOf,
    secretsOf,
    privacyOf,
    personalOf,
    changesOf,
    endingsOf,
  ].map((source) => source(scene));
  return function* (day) {
    for (const source of sources) yield* source(day);
  };
}
