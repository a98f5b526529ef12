/** Building all read models, with all rules, from the first event. */
import { join } from 'node:path';
import { openLogReader } from '../src/ledger/log-reader.ts';
import { transaction } from '../src/ledger/transaction.ts';
import { buildModel } from '../src/projections/build.ts';
import { madeLedger } from './ledger-maker.ts';
import { inTurn, perSecond, type Row, ratio, rowOf } from './measure.ts';
import { buildPartsOn } from './models.ts';
import { scratchFolder } from './places.ts';
import { type PlainStore, plainStore } from './plain-store.ts';
import type { Sizes } from './sizes.ts';
import { inWords } from './words.ts';

const pageEvents = 2_000;

export async function measureRebuild({ small, large, rounds, largeRounds }: Sizes): Promise<Row[]> {
  return [
    await measureOne(small, Math.min(rounds, 5)),
    { ...(await measureOne(large, largeRounds)), target: ratio(0.35, 0.6) },
  ];
}

async function measureOne(events: number, repetitions: number): Promise<Row> {
  const made = await madeLedger(events);
  using folder = scratchFolder();
  using plain = plainStore(made.plain);
  using log = openLogReader(made.paths.ledger);
  const parts = buildPartsOn(log);
  const file = join(folder.path, 'model.db');
  const until = log.size() - 1n;
  const works = {
    plain: () => perSecond(events, () => rebuildOneRow(plain)),
    ledger: () => perSecond(events, () => buildModel(file, parts, until)),
  };
  const figures = await inTurn(works, repetitions, { warmUp: repetitions > 3 });
  return rowOf(
    `rebuild of all read models, ${inWords(events)} events`,
    'events/s',
    figures.ledger,
    {
      yardstick: figures.plain,
      against: 'plain table, JSON.parse, one row saved a page',
    },
  );
}

/** What plain code does: every event is parsed and folded into one row, which is saved with its position once a page. */
function rebuildOneRow({ database, page }: PlainStore): void {
  const save = database.prepare('INSERT OR REPLACE INTO readModel VALUES (?, ?, ?)');
  const state = { entries: 0, byType: new Map<string, number>(), actor: '' };
  for (let position = 0; ; ) {
    const rows = page(position, pageEvents);
    const last = rows.at(-1);
    if (last === undefined) return;
    for (const row of rows) {
      const type = String(row['type']);
      const { actor } = JSON.parse(String(row['data']));
      state.entries += 1;
      state.byType.set(type, (state.byType.get(type) ?? 0) + 1);
      state.actor = actor;
    }
    position = Number(last['position']);
    const text = JSON.stringify({ ...state, byType: Object.fromEntries(state.byType) });
    transaction(database, () => save.run('summary', position, text));
  }
}
