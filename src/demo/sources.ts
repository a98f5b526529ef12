/** Everything that happens in a demo, by where it comes from: one line adds a source. */
import { complaintsOf } from './complaints.ts';
import { reportedOf } from './dossier/reported.ts';
import { revisionsOf } from './dossier/revisions.ts';
import { dossiersOf } from './dossiers.ts';
import { feesOf } from './fees.ts';
import { mergingOf } from './matters/merging.ts';
import { remarksOf } from './matters/remarks.ts';
import { mattersOf } from './matters.ts';
import { afterMerger } from './merger.ts';
import { officesOf } from './offices.ts';
import { withOutage } from './outages.ts';
import type { Source } from './planned.ts';
import { reportsOf } from './reports.ts';
import type { Scene } from './scene.ts';
import { peopleOf } from './staff.ts';

/** Of one centre, in the order in which a day is planned: what follows from dossiers comes after them. */
const sourcesOfCentre: readonly ((scene: Scene) => Source)[] = [
  officesOf,
  peopleOf,
  reportsOf,
  mattersOf,
  withOutage(dossiersOf),
  remarksOf,
  reportedOf,
  revisionsOf,
  feesOf,
  complaintsOf,
];

/** The sources of all centres of a demo. */
export function sourcesOf(scenes: readonly Scene[]): readonly Source[] {
  return scenes.flatMap((scene) => [
    ...sourcesOfCentre.map((source) => afterMerger(scene, source(scene))),
    mergingOf(scene),
  ]);
}
