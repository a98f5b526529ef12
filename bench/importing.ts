/** Bulk import: large appends through the port, and a file through the whole of the intake. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { families } from '../src/domain/families.ts';
import { referenceCode } from '../src/domain/regulations/centres/reference.ts';
import { instantAt, millisecondsOf } from '../src/domain/units.ts';
import { compileMapping } from '../src/intake/compile.ts';
import { loadMapping } from '../src/intake/mapping.ts';
import { planImport } from '../src/intake/plan.ts';
import { recordPlan } from '../src/intake/record-plan.ts';
import type { NewEvent } from '../src/ledger/event-store.ts';
import { openLedger, pathsIn } from '../src/ledger/ledger.ts';
import { type Lives, livesOf, storeIn } from './appends.ts';
import { chanceFrom } from './chance.ts';
import { arrivalOf } from './dossier-life.ts';
import { inTurn, perSecond, type Row, ratio, rowOf } from './measure.ts';
import { scratchFolder } from './places.ts';
import { plainStore } from './plain-store.ts';
import type { Sizes } from './sizes.ts';

const batchEvents = 500;

export async function measureImport({
  batches,
  cases,
  rounds,
  largeRounds,
}: Sizes): Promise<Row[]> {
  using folder = scratchFolder();
  using plain = plainStore(join(folder.path, 'plain.db'));
  using store = storeIn(join(folder.path, 'port'));
  const lives = livesOf();
  const file = join(folder.path, 'export.csv');
  await writeExport(file, cases);
  let number = 0;

  const plainBatches = async () => {
    const made = await batchesFrom(lives, batches);
    return await perSecond(batches * batchEvents, () => {
      for (const { stream, events } of made) {
        plain.appendBatch(events.map((event, revision) => ({ stream, revision, event })));
      }
    });
  };
  const throughPort = async () => {
    const made = await batchesFrom(lives, batches);
    return await perSecond(batches * batchEvents, async () => {
      for (const { stream, events } of made) await store.append(stream, -1, events);
    });
  };
  const throughIntake = async () => {
    number += 1;
    return await importOnce(file, join(folder.path, `ledger-${number}`));
  };

  const port = await inTurn({ plain: plainBatches, port: throughPort }, rounds);
  const intake = await inTurn({ plain: plainBatches, intake: throughIntake }, largeRounds + 2);
  const against = `plain table, ${batchEvents} events a transaction`;
  const target = ratio(0.5, 0.7);
  return [
    rowOf(`bulk append through the port, ${batchEvents} events each`, 'events/s', port.port, {
      yardstick: port.plain,
      against,
      target,
    }),
    rowOf(
      'bulk import of a CSV file, read, checked, decided and recorded',
      'events/s',
      intake.intake,
      {
        yardstick: intake.plain,
        against,
        target,
      },
    ),
  ];
}

type Batch = { readonly stream: string; readonly events: readonly NewEvent[] };

/** Each a stream of its own, of events of about 40 dossiers. */
async function batchesFrom(lives: Lives, batches: number): Promise<readonly Batch[]> {
  const events = (await lives(batches * batchEvents * 1.2)).flatMap((life) => life.events);
  const first = events[0]?.id ?? '';
  return Array.from({ length: batches }, (_, place) => ({
    stream: `dossier-${first}-${place}`,
    events: events.slice(place * batchEvents, (place + 1) * batchEvents),
  }));
}

async function importOnce(file: string, dir: string): Promise<number> {
  using ledger = openLedger({
    paths: pathsIn(dir),
    families,
    origin: { name: 'bench', kind: 'ledger' },
    isCentre: (code) => code === referenceCode,
  });
  const mapping = compileMapping(await loadMapping('wabo-receipt'), families);
  const started = performance.now();
  using plan = await planImport({
    file,
    mapping,
    folder: join(dir, 'import'),
    digestOf: ledger.digestOf,
  });
  const { events, refused } = await recordPlan(plan, ledger.recording, ledger.digestOf);
  const seconds = (performance.now() - started) / 1_000;
  if (refused.length > 0 || plan.summary.refused > 0) throw new Error('rows were refused');
  return events / seconds;
}

const header =
  'case:channel,case:concept:name,case:deadline,case:department,case:enddate,case:enddate_planned,case:group,' +
  'case:responsible,case:startdate,concept:instance,concept:name,lifecycle:transition,org:group,org:resource,time:timestamp';

/** An export of the shape that the mapping `wabo-receipt` reads, with 6 rows a case. */
async function writeExport(file: string, cases: number): Promise<void> {
  await pipeline(Readable.from(linesOf(cases)), createWriteStream(file));
}

function* linesOf(cases: number): Generator<string> {
  yield `${header}\n`;
  for (let number = 0; number < cases; number += 1) {
    const chance = chanceFrom(number);
    const start = millisecondsOf(arrivalOf(number));
    const at = (days: number) => written(start + days * 86_400_000);
    const end = chance.happens(0.92) ? at(chance.between(20, 80)) : '';
    const channel = chance.pick(['Internet', 'Desk', 'Post', 'e-mail']);
    const official = `Resource${chance.between(1, 40)}`;
    const facts = [
      channel,
      `case-${number}`,
      at(56),
      'General',
      end,
      at(56),
      'Group 2',
      official,
      at(0),
    ];
    for (const [place, step] of steps.entries()) {
      const row = [
        `task-${number}-${place}`,
        step,
        'complete',
        `Group ${chance.between(1, 5)}`,
        `Resource${chance.between(1, 40)}`,
        at(place * 3 + chance.fraction()),
      ];
      yield `${[...facts, ...row].join(',')}\n`;
    }
  }
}

const steps = [
  'Confirmation of receipt',
  'T02 Check confirmation of receipt',
  'T04 Determine confirmation of receipt',
  'T05 Print and send confirmation of receipt',
  'T06 Determine necessity of stop advice',
  'T10 Determine necessity to stop indication',
] as const;

/** As the export writes a time: with a blank, microseconds and an offset. */
function written(milliseconds: number): string {
  return instantAt(Math.round(milliseconds)).replace('T', ' ').replace('Z', '000+00:00');
}
