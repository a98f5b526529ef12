/**
 * Large ledgers to measure: whole lives of dossiers, interleaved as a centre has them.
 *
 * Quick, because what was entered in the same two hours commits together; in constant memory, because
 * only the dossiers that are open are held.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { families } from '../src/domain/families.ts';
import { referenceCode } from '../src/domain/regulations/centres/reference.ts';
import { millisecondsOf } from '../src/domain/units.ts';
import type { NewEvent } from '../src/ledger/event-store.ts';
import { type Ledger, openLedger, type Paths, pathsIn } from '../src/ledger/ledger.ts';
import { arrivalOf, lifeOf } from './dossier-life.ts';
import { applicants, type EncodedLife, lifeEncoder } from './encoded-life.ts';
import { benchFolder } from './places.ts';
import { copyLedger } from './plain-store.ts';

export type MadeLedger = {
  readonly events: number;
  readonly paths: Paths;
  /** The same events in the yardstick's table. */
  readonly plain: string;
};

/** Raised when the events change: ledgers of another recipe are made anew. */
const recipe = 'lives 2';

/** Milliseconds of which the entries commit together: some 550 of them, in office hours. */
const sitting = 2 * 3_600_000;

/** The ledger of `events` events, made now if it is not kept. */
export async function madeLedger(
  events: number,
  say: (line: string) => void = () => {},
): Promise<MadeLedger> {
  const folder = join(benchFolder, `ledger-${events}`);
  const made = { events, paths: pathsIn(folder), plain: join(folder, 'plain.db') };
  if (isMade(folder)) return made;

  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const started = performance.now();
  await fillLedger(pathsIn(making), events);
  copyLedger(pathsIn(making).ledger, join(making, 'plain.db'));
  writeFileSync(join(making, 'recipe'), recipe);
  renameSync(making, folder);
  say(`made a ledger of ${events} events in ${Math.round((performance.now() - started) / 1000)} s`);
  return made;
}

function isMade(folder: string): boolean {
  const file = join(folder, 'recipe');
  return existsSync(file) && readFileSync(file, 'utf8') === recipe;
}

/** Applicants of a ledger, large or small. */
const persons = 5_000;

/** A dossier some of whose events are still to come. */
type Open = { readonly life: EncodedLife; next: number };

async function fillLedger(paths: Paths, events: number): Promise<void> {
  let clock = new Date(0);
  using ledger = openLedger({
    paths,
    families,
    origin: { name: 'bench', kind: 'ledger' },
    isCentre: (code) => code === referenceCode,
    now: () => clock,
  });
  const encode = lifeEncoder(await applicants(ledger.keys, persons));
  /** The dossiers that have an event in a sitting, by its number; one for each event. */
  const calendar = new Map<number, Open[]>();
  let [arrived, left] = [0, events];

  for (let now = sittingOf(arrivalOf(0)); left > 0; now += 1) {
    const arriving = [];
    for (; sittingOf(arrivalOf(arrived)) === now; arrived += 1) {
      arriving.push(encode(lifeOf(arrived)));
    }
    for (const life of await Promise.all(arriving)) enter(calendar, { life, next: 0 });
    clock = new Date((now + 1) * sitting);
    const due = (calendar.get(now) ?? []).slice(0, left);
    await Promise.all(due.map((open) => appendNext(ledger, open)));
    calendar.delete(now);
    left -= due.length;
  }
}

function sittingOf(instant: Parameters<typeof millisecondsOf>[0]): number {
  return Math.floor(millisecondsOf(instant) / sitting);
}

function enter(calendar: Map<number, Open[]>, open: Open): void {
  for (const at of open.life.enteredAt) {
    const page = calendar.get(sittingOf(at));
    if (page === undefined) calendar.set(sittingOf(at), [open]);
    else page.push(open);
  }
}

async function appendNext({ store }: Ledger, open: Open): Promise<void> {
  const { stream, events } = open.life;
  const place = open.next;
  open.next += 1;
  const event: NewEvent | undefined = events[place];
  if (event === undefined) throw new RangeError(`${stream} has no event ${place}`);
  const result = await store.append(stream, place - 1, [event]);
  if (result.kind === 'conflict') throw new Error(`${stream} was written to by somebody else`);
}
