/** Everything that happens in a demo, by where it comes from: one line adds a source. */
import { dossiersOf } from './dossiers.ts';
import type { Source } from './planned.ts';
import type { Scene } from './scene.ts';

/** Of one centre, in the order in which a day is planned: what follows from dossiers comes after them. */
const sourcesOfCentre: readonly ((scene: Scene) => Source)[] = [dossiersOf];

/** The sources of all centres of a demo. */
export function sourcesOf(scenes: readonly Scene[]): readonly Source[] {
  return scenes.flatMap((scene) => sourcesOfCentre.map((source) => source(scene)));
}
