/** What is there when a demo begins, entered early on its first day, before anybody comes; and the criteria that follow. */
import { agenciesSetUp } from './offices/agencies.ts';
import { centreSetUp } from './offices/centre.ts';
import { criteriaOf } from './offices/criteria.ts';
import { officialsSetUp } from './offices/officials.ts';
import { proceduresSetUp } from './offices/procedures.ts';
import type { Source } from './planned.ts';
import type { Scene } from './scene.ts';
import { firstDayOf } from './telling.ts';

/** The source of one centre and of the agencies, officials and procedures around it. */
export function officesOf(scene: Scene): Source {
  const first = firstDayOf(scene.options);
  const criteria = criteriaOf(scene);
  return function* (day) {
    if (day === first) yield* centreSetUp(scene);
    yield* criteria(day);
    if (day !== first) return;
    yield* agenciesSetUp(scene);
    yield* officialsSetUp(scene);
    yield* proceduresSetUp(scene);
  };
}
