/** What a centre of the demo owes period by period: reports, meetings, reviews and notices; some late, some never. */
import type { Source } from './planned.ts';
import { filingOf } from './reports/filing.ts';
import { meetingsOf } from './reports/meetings.ts';
import { noticesOf } from './reports/notices.ts';
import type { Scene } from './scene.ts';

export function reportsOf(scene: Scene): Source {
  const sources = [filingOf, meetingsOf, noticesOf].map((source) => source(scene));
  return function* (day) {
    for (const source of sources) yield* source(day);
  };
}
