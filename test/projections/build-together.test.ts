/** A model that several threads build: whole under its name, or not there at all. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CalendarDate } from '../../src/domain/units.ts';
import { pathsIn } from '../../src/ledger/ledger.ts';
import { openLogReader } from '../../src/ledger/log-reader.ts';
import { buildModel } from '../../src/projections/build.ts';
import { partsOf } from '../../src/projections/build-job.ts';
import { buildTogether, removeUnfinished } from '../../src/projections/build-together.ts';
import { openModelReader, readMarks } from '../../src/projections/model-file.ts';
import { isIn } from '../../src/projections/share.ts';
import { recordDemo } from '../support/demo-ledger.ts';
import { newFolder } from '../support/ledger-folder.ts';
import { rowsIn } from '../support/projected.ts';

const settings = { referenceZone: 'Asia/Ho_Chi_Minh', referenceCalendar: 'vietnam' } as const;

const demo = mkdtempSync(join(tmpdir(), 'together-'));
const { ledger } = pathsIn(demo);
const options = {
  seed: 'Hàm Rồng',
  until: CalendarDate.parse('2026-04-03'),
  days: 9,
  perDay: 2,
};
beforeAll(() => recordDemo(demo, options));
afterAll(() => rmSync(demo, { recursive: true }));

test.each([2, 5])('%s threads make the rows and marks that one makes', async (many) => {
  const dir = newFolder();
  using log = openLogReader(ledger);
  const until = log.size() - 100n; // what came after it is not shown
  const [alone, together] = [join(dir, 'alone.db'), join(dir, 'together.db')];
  const parts = partsOf({ settings }, log);
  buildModel(alone, parts, until);
  await buildTogether({ ledger, settings, file: together, until }, many);

  expect(readMarks(together)).toEqual(readMarks(alone));
  using one = openModelReader(alone);
  using other = openModelReader(together);
  expect(rowsIn(other, parts.projections)).toEqual(rowsIn(one, parts.projections));
  expect(readdirSync(dir).filter((name) => name.includes('building'))).toEqual([]);
});

test('each record falls to one of them, and about as many to each', () => {
  using log = openLogReader(ledger);
  const records = ['dossier', 'receipt', 'attendance', 'leave'].flatMap((category) =>
    log.streamsOf(category, log.size()),
  );
  const shares = [0, 1, 2].map((number) => records.filter((one) => isIn({ number, of: 3 }, one)));
  expect(shares.flat().toSorted()).toEqual(records.toSorted());
  for (const { length } of shares) expect(length).toBeGreaterThan(records.length / 5);
});

test('a build that fails leaves no model', async () => {
  const dir = newFolder();
  using log = openLogReader(ledger);
  const file = join(dir, 'model.db');
  writeFileSync(`${file}.1.building-in-the-way`, ''); // another file is none of its business
  const until = log.size(); // one more than there is
  await expect(buildTogether({ ledger, settings, file, until }, 2)).rejects.toThrow(
    `the log ends before event ${until}`,
  );
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(dir).filter((name) => name.endsWith('.building'))).toEqual([]);
});

test('what a killed build left behind is removed, and no other file', () => {
  const dir = newFolder();
  const names = [
    'a.db',
    'a.db.building',
    'a.db.1.building',
    'a.db.1.building-journal',
    'b.db.building',
  ];
  for (const name of names) writeFileSync(join(dir, name), '');
  removeUnfinished(join(dir, 'a.db'));
  expect(readdirSync(dir).toSorted()).toEqual(['a.db', 'b.db.building']);
});
