/** Every rule and read model over a demo: a model that is built shows the same as one that followed it. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { families } from '../../src/domain/families.ts';
import { CalendarDate } from '../../src/domain/units.ts';
import { codec } from '../../src/ledger/codec.ts';
import { openLogReader } from '../../src/ledger/log-reader.ts';
import { buildModel, followIn } from '../../src/projections/build.ts';
import { buildTogether } from '../../src/projections/build-together.ts';
import { openModelReader } from '../../src/projections/model-file.ts';
import { projectionsFor } from '../../src/projections/projections.ts';
import { centresFor } from '../../src/projections/settings.ts';
import { recordDemo } from '../support/demo-ledger.ts';
import { newFolder } from '../support/ledger-folder.ts';
import { rowsIn } from '../support/projected.ts';

const options = {
  seed: 'Vân Long',
  until: CalendarDate.parse('2026-04-03'),
  days: 9,
  perDay: 2,
};

test('followed in pages, built at once or by several threads, the rows of all tables are the same, and no rule fails', async () => {
  const folder = newFolder();
  const paths = await recordDemo(folder, options);
  using log = openLogReader(paths.ledger);
  const settings = { referenceZone: 'Asia/Ho_Chi_Minh', referenceCalendar: 'vietnam' } as const;
  const projections = projectionsFor(centresFor(settings));
  const parts = { log, codec: codec(families), projections, regulations: 'test' };
  const [built, together] = [join(folder, 'built.db'), join(folder, 'together.db')];
  const followed = join(folder, 'followed.db');
  const until = log.size() - 1n;
  buildModel(built, parts, until);
  await buildTogether({ ledger: paths.ledger, settings, file: together, until }, 3);
  buildModel(followed, parts, 10n);
  {
    const pages = { ...log, after: (index: bigint) => log.after(index, 450) };
    using follower = followIn(followed, { ...parts, log: pages });
    follower.catchUp();
  }
  using one = openModelReader(built);
  using two = openModelReader(together);
  using other = openModelReader(followed);
  const rows = rowsIn(one, projections);
  expect(rowsIn(two, projections)).toEqual(rows);
  expect(rowsIn(other, projections)).toEqual(rows);
  expect(rows['quarantine']).toEqual([]);
  expect(rows['judged']?.length).toBeGreaterThan(200);
});
