/** Building all read models, with all rules, from the first event. */
import { join } from 'node:path';
import { transaction } from '../src/ledger/transaction.ts';
import { buildTogether, hands } from '../src/projections/build-together.ts';
import { madeDemo } from './demo-maker.ts';
import { inTurn, perSecond, type Row, ratio, rowOf } from './measure.ts';
import { settings } from './models.ts';
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

async function measureOne(about: number, repetitions: number): Promise<Row> {
  const { events, paths, plain: file } = await madeDemo(about);
  using folder = scratchFolder();
  using plain = plainStore(file);
  const until = BigInt(events) - 1n;
  const job = { ledger: paths.ledger, settings, file: join(folder.path, 'model.db'), until };
  const works = {
    plain: () => perSecond(events, () => rebuildOneRow(plain)),
    ledger: () => perSecond(events, () => buildTogether(job, hands(until))),
  };
  const figures = await inTurn(works, repetitions, { warmUp: repetitions > 3 });
  return rowOf(
    `rebuild of all read models, ${inWords(about)} demo events`,
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
