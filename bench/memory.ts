/** What a server of a large ledger holds in memory: serving, at most, and while it builds its read models. */
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { chanceFrom } from './chance.ts';
import { lifeOf } from './dossier-life.ts';
import { type MadeLedger, madeLedger } from './ledger-maker.ts';
import { type Row, rowOf, under } from './measure.ts';
import { builtModel } from './models.ts';
import { memoryOf, type RunningServer, ready, startServer, tokenIn } from './server.ts';
import type { Sizes } from './sizes.ts';
import { inWords } from './words.ts';

const samples = 5;

export async function measureMemory({ large, questions }: Sizes): Promise<Row[]> {
  if (!existsSync('/proc/self/status')) return [];
  const made = await madeLedger(large);
  const token = tokenIn(made.paths.dir, { role: 'inspector' });
  const of = `${inWords(large)} events`;

  builtModel(made);
  const serving = await heldBy(made, (server) => ask(server, token, large, questions));
  rmSync(made.paths.models, { recursive: true, force: true });
  const building = await heldBy(made, async () => {});
  return [
    rowOf(`memory, serving ${of}`, 'MB', serving.now, { target: under(200, 300) }),
    rowOf(`memory, serving ${of}, at most since the start`, 'MB', [serving.peak]),
    rowOf(`memory, once the read models of ${of} have been built`, 'MB', building.now),
    rowOf(`memory, at most while they are built`, 'MB', [building.peak]),
  ];
}

async function heldBy(
  { paths }: MadeLedger,
  work: (server: RunningServer) => Promise<void>,
): Promise<{ readonly now: readonly number[]; readonly peak: number }> {
  await using server = await startServer(paths.dir);
  await ready(server);
  await work(server);
  const now: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    await sleep(400);
    now.push(memoryOf(server).now);
  }
  return { now, peak: memoryOf(server).peak };
}

const lists = [
  '/v1/duties?state=overdue',
  '/v1/duties?state=late',
  '/v1/dossiers?status=in-process',
  '/v1/dossiers?limit=500',
  '/v1/findings',
  '/v1/official-months',
];

/** Lists and records, as people who look something up go from one to the other. */
async function ask(
  { url }: RunningServer,
  token: string,
  events: number,
  count: number,
): Promise<void> {
  const chance = chanceFrom(count);
  for (let n = 0; n < count; n += 1) {
    const { code } = lifeOf(chance.between(0, Math.floor(events / 14)));
    const record = `/v1/dossiers/${encodeURIComponent(code)}`;
    for (const path of [
      lists[n % lists.length] ?? '',
      record,
      `${record}/events`,
      `${record}/duties`,
    ]) {
      const answer = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
      const body = await answer.text();
      if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${body}`);
    }
  }
}
