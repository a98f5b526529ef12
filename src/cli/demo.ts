/** `motcua demo`: a ledger with something to look at, and tokens to look with. */
import type { Config } from '../config.ts';
import { demoSize, demoWorld, fillDemo } from '../demo/demo.ts';
import { plusDays } from '../domain/time/date.ts';
import { localDateOf, zoneNamed } from '../domain/time/zone.ts';
import { CalendarDate, instantAt } from '../domain/units.ts';
import type { Access, Role } from '../ledger/access.ts';
import { ledgerOf, type Server } from '../main.ts';
import { CommandFailed, exit } from './exit.ts';
import { progressBar, say } from './output.ts';
import { serveUntilTold } from './serve.ts';

type Options = {
  readonly seed: string;
  readonly until?: string;
  readonly days?: string;
  readonly serve: boolean;
};

export async function demoCommand(config: Config, options: Options): Promise<void> {
  await makeDemo(config, options);
  if (!options.serve) return;
  using ledger = ledgerOf(config, 'demo');
  await serveUntilTold(config, ledger, guide);
}

/** Fills the folder unless it holds a demo already. */
async function makeDemo(config: Config, { seed, until, days }: Options): Promise<void> {
  const today = localDateOf(instantAt(Date.now()), zoneNamed('Asia/Ho_Chi_Minh'));
  const day = until === undefined ? plusDays(today, -1) : dayFrom(until); // nothing in it may lie ahead
  const world = demoWorld(`${seed} ${day}`);
  using ledger = ledgerOf({ ...config, name: 'demo' }, 'demo', world);
  if ((await ledger.store.size()) > 0n) {
    say(`The demo in ${config.dir} is there already; remove the folder to make another.`);
    return;
  }
  using bar = progressBar('making a demo', 'events');
  const events = await fillDemo(
    ledger,
    world,
    { seed, until: day, ...demoSize, days: daysFrom(days) },
    bar.at,
  );
  bar[Symbol.dispose]();
  const { root } = ledger.store.head();
  say(
    `A demo of ${events} events, made from seed ${seed} up to ${day}; root ${Buffer.from(root).toString('hex')}`,
  );
}

/** @throws CommandFailed unless it is a whole number from 1 to 3650. */
function daysFrom(text: string | undefined): number {
  if (text === undefined) return demoSize.days;
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 3_650) return days;
  throw new CommandFailed(exit.usage, `--days is a whole number from 1 to 3650, not ${text}`);
}

function dayFrom(text: string): CalendarDate {
  const { success, data } = CalendarDate.safeParse(text);
  if (success) return data;
  throw new CommandFailed(exit.usage, `--until is a day like 2026-03-31, not ${text}`);
}

/** Made anew at every start: a token is shown once, and the demo is for whoever started it. */
function guide({ url, access }: Server): void {
  for (const { id, name, revokedAt } of access.list()) {
    if (name?.startsWith('demo-') === true && revokedAt === null) access.revoke(id);
  }
  const inspector = tokenFor(access, 'inspector');
  say(`
Tokens of this demo (each only here and now):
  inspector  ${inspector}
  director   ${tokenFor(access, 'director')}
  clerk      ${tokenFor(access, 'clerk')}

Look at ${url} first, and at ${url}/docs. Then ask as the inspector:
  TOKEN=${inspector}
  curl -s -H "Authorization: Bearer $TOKEN" "${url}/v1/duties?rule=processing-deadline&state=late&limit=3"
  curl -s -H "Authorization: Bearer $TOKEN" "${url}/v1/duties?state=overdue"
  curl -s -H "Authorization: Bearer $TOKEN" "${url}/v1/findings?rule=breach-lessened"
and open the trail of one of them at ${url}/v1/dossiers/CODE/events. Stop with Ctrl-C.`);
}

function tokenFor(access: Access, role: Role): string {
  const name = `demo-${role}`;
  return access.create({ role, name }).token;
}
