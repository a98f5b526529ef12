/**
 * The receipt phase of an environmental permit (CoSeLoG, doi:10.4121/uuid:a07386a5-7be3-4367-9535-70bc9e77dbe6):
 * a log that nobody here wrote, imported, judged, and compared with what its rows say by themselves.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { families } from '../../src/domain/families.ts';
import { instantAt } from '../../src/domain/units.ts';
import { compileMapping } from '../../src/intake/compile.ts';
import { loadMapping } from '../../src/intake/mapping.ts';
import { planImport } from '../../src/intake/plan.ts';
import { type Recorded, recordPlan } from '../../src/intake/record-plan.ts';
import { openLedger, pathsIn } from '../../src/ledger/ledger.ts';
import { openLogReader } from '../../src/ledger/log-reader.ts';
import { buildModel } from '../../src/projections/build.ts';
import { openModelReader } from '../../src/projections/model-file.ts';
import { projectionsFor } from '../../src/projections/projections.ts';
import { centresFor, nameOf } from '../../src/projections/settings.ts';
import { newFolder } from '../support/ledger-folder.ts';
import { type Rows, rowsIn, words } from '../support/projected.ts';

const file = '../shared/data/wabo/receipt.csv.gz';
const isAbsent = !existsSync(file);
if (isAbsent) console.warn(`skipped: ${file} is not there`);

const settings = { referenceZone: 'Asia/Ho_Chi_Minh', referenceCalendar: 'always' } as const;
const centres = centresFor(settings);
const projections = projectionsFor(centres);

/** A row of the log, by column: no value in it has a comma or a quote. */
type Row = Readonly<Record<string, string>>;

const lines = isAbsent ? [] : gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
const names = lines[0]?.split(',') ?? [];
const rows = lines.slice(1).map(rowIn);

function rowIn(line: string): Row {
  const values = line.split(',');
  return Object.fromEntries(names.map((name, place) => [name, values[place] ?? '']));
}

/** Milliseconds; null where the log says nothing. */
function timeIn(row: Row, column: string): number | null {
  const text = row[column] ?? '';
  return text === '' ? null : Date.parse(text.replace(' ', 'T'));
}

/** The log's own word on each case: its times, and those of its rows. */
const cases = [...Map.groupBy(rows, (row) => row['case:concept:name'] ?? '')].map(([id, of]) => {
  const [first = {}] = of;
  return {
    subject: `dossier-wabo:${id}`,
    start: timeIn(first, 'case:startdate') ?? NaN,
    due: timeIn(first, 'case:deadline') ?? NaN,
    end: timeIn(first, 'case:enddate'),
    steps: of.map((row) => timeIn(row, 'time:timestamp') ?? NaN),
  };
});

async function imported(dir: string, csv: string): Promise<Recorded> {
  const paths = pathsIn(dir);
  const mapping = compileMapping(await loadMapping('wabo-receipt'), families);
  const isCentre = (code: string) => centres.has(code);
  const origin = { name: 'wabo', kind: 'ledger' } as const;
  using ledger = openLedger({ paths, families, origin, isCentre });
  using plan = await planImport({
    file: csv,
    mapping,
    folder: join(dir, 'import'),
    digestOf: ledger.digestOf,
  });
  return await recordPlan(plan, ledger.recording, ledger.digestOf);
}

/** Builds the read models of the ledger in `dir`, and asks them. */
function shown<Result>(dir: string, ask: (database: DatabaseSync) => Result): Result {
  using log = openLogReader(pathsIn(dir).ledger);
  const model = join(newFolder(), 'model.db');
  const parts = { log, codec: words, projections, regulations: nameOf(settings) };
  buildModel(model, parts, log.size() - 1n);
  using database = openModelReader(model);
  return ask(database);
}

function rowsShown(dir: string): Rows {
  return shown(dir, (database) => rowsIn(database, projections));
}

function numberOf(database: DatabaseSync, sql: string): number {
  return Number(Object.values(database.prepare(sql).get() ?? {})[0]);
}

/** The log with its rows changed, as a file. */
function exportWith(changed: (row: Row) => Row | null): string {
  const text = rows.flatMap((row) => {
    const now = changed(row);
    return now === null ? [] : [names.map((name) => now[name] ?? '').join(',')];
  });
  const csv = join(newFolder(), 'export.csv');
  writeFileSync(csv, `${[names.join(','), ...text].join('\n')}\n`);
  return csv;
}

describe.skipIf(isAbsent)('the receipt log, imported', () => {
  const whole = mkdtempSync(join(tmpdir(), 'wabo-'));
  let first: Recorded;
  beforeAll(async () => {
    first = await imported(whole, file);
  });
  afterAll(() => rmSync(whole, { recursive: true, force: true }));

  /** The ledger of the whole log, to be gone on with. */
  function copied(): string {
    const dir = newFolder();
    cpSync(whole, dir, { recursive: true });
    return dir;
  }

  test('is 11,340 events of 1,434 cases, and none is refused', () => {
    expect(first).toEqual({ events: 11_340, known: 0, refused: [] });
    expect(cases).toHaveLength(1_434);
    const { dossier, quarantine } = rowsShown(whole);
    expect(dossier).toHaveLength(1_434);
    expect(quarantine).toEqual([]);
  });

  test('has 377 late cases, which are those whose end is after their deadline, to the millisecond', () => {
    const expected = cases.filter(({ end, due }) => end !== null && end > due);
    expect(expected).toHaveLength(377);
    const late = shown(whole, (database) =>
      database
        .prepare("SELECT subject, due, closedAt FROM duty WHERE state = 'late' ORDER BY subject")
        .all(),
    );
    expect(late).toEqual(
      expected
        .map(({ subject, due, end }) => ({
          subject,
          due: instantAt(due),
          closedAt: instantAt(end ?? NaN),
        }))
        .toSorted((a, b) => (a.subject < b.subject ? -1 : 1)),
    );
  });

  test('has 952 kept and 105 open cases besides', () => {
    const kept = cases.filter(({ end, due }) => end !== null && end <= due);
    const open = cases.filter(({ end }) => end === null);
    expect([kept.length, open.length]).toEqual([952, 105]);
    shown(whole, (database) => {
      expect(numberOf(database, 'SELECT sum(duties) FROM kept')).toBe(952);
      expect(numberOf(database, "SELECT count(*) FROM duty WHERE state = 'open'")).toBe(105);
      expect(numberOf(database, 'SELECT count(*) FROM duty')).toBe(377 + 105);
      expect(
        numberOf(database, "SELECT count(*) FROM duty WHERE rule <> 'processing-deadline'"),
      ).toBe(0);
    });
  });

  test('has 145 cases worked on after their end, 2 that end before they start, 2 with an earlier row', () => {
    const subjects = (found: typeof cases) => found.map(({ subject }) => subject).toSorted();
    const expected = {
      'work-after-end': subjects(
        cases.filter(({ end, steps }) => end !== null && steps.some((step) => step > end)),
      ),
      'end-before-start': subjects(cases.filter(({ end, start }) => end !== null && end < start)),
      'step-before-reception': subjects(
        cases.filter(({ start, steps }) => steps.some((step) => step < start)),
      ),
    };
    expect(Object.values(expected).map(({ length }) => length)).toEqual([145, 2, 2]);
    const found = shown(whole, (database) =>
      database.prepare('SELECT rule, subject FROM finding ORDER BY subject').all(),
    );
    const byRule = Map.groupBy(found, ({ rule }) => String(rule));
    expect([...byRule.keys()].toSorted()).toEqual(Object.keys(expected).toSorted());
    for (const [rule, of] of Object.entries(expected)) {
      expect(byRule.get(rule)?.map(({ subject }) => String(subject))).toEqual(of);
    }
  });

  test('shows each official with the steps that its rows name', () => {
    const steps = Object.groupBy(rows, (row) => row['org:resource'] ?? '');
    const seen = shown(whole, (database) =>
      database
        .prepare('SELECT official, sum(steps) AS steps FROM official GROUP BY official')
        .all(),
    );
    expect(seen).toHaveLength(Object.keys(steps).length);
    for (const { official, steps: counted } of seen) {
      expect(counted).toBe(steps[String(official)]?.length);
    }
  });

  test('a second time adds nothing', async () => {
    const dir = copied();
    expect(await imported(dir, file)).toEqual({ events: 0, known: 11_340, refused: [] });
    expect(rowsShown(dir)).toEqual(rowsShown(whole));
  });

  test('a part first and then all of it, adds only what is new, and comes to the same', async () => {
    const dir = newFolder();
    let place = 0;
    const part = exportWith((row) => ((place += 1) <= 3_000 ? row : null));
    const before = await imported(dir, part);
    expect(before.events).toBeGreaterThan(3_000);
    const after = await imported(dir, file);
    expect(after).toEqual({ events: 11_340 - before.events, known: before.events, refused: [] });
    const [all, both] = [rowsShown(whole), rowsShown(dir)];
    for (const table of ['duty', 'finding', 'kept', 'official', 'quarantine']) {
      expect(both[table]).toEqual(all[table]);
    }
  });

  test('with the deadline of a late case set back afterwards, shows that, and the case is late all the same', async () => {
    const dir = copied();
    const chosen = cases.find(({ end, due }) => end !== null && end > due);
    const later = '2031-01-01 00:00:00+00:00';
    const isChosen = (row: Row) => chosen?.subject === `dossier-wabo:${row['case:concept:name']}`;
    const changed = exportWith((row) => (isChosen(row) ? { ...row, 'case:deadline': later } : row));
    expect(await imported(dir, changed)).toEqual({ events: 1, known: 11_339, refused: [] });
    shown(dir, (database) => {
      expect(numberOf(database, "SELECT count(*) FROM duty WHERE state = 'late'")).toBe(377);
      const duty = database
        .prepare('SELECT * FROM duty WHERE subject = ?')
        .get(chosen?.subject ?? '');
      expect(duty).toMatchObject({
        state: 'late',
        breached: 1,
        customarilyLateAfter: null,
        due: instantAt(chosen?.due ?? NaN),
        customaryDue: '2031-01-01T00:00:00.000Z',
      });
      const minutes = Math.ceil(((chosen?.end ?? NaN) - (chosen?.due ?? NaN)) / 60_000);
      const lessened = database
        .prepare("SELECT subject, detail FROM finding WHERE rule = 'breach-lessened'")
        .all();
      expect(lessened).toEqual([
        {
          subject: chosen?.subject,
          detail: expect.stringContaining(
            `processing-deadline: late by ${minutes} minutes before and by 0 minutes after, by wabo at `,
          ),
        },
      ]);
    });
  });
});
