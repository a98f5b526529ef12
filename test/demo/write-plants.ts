/** `node test/demo/write-plants.ts [seed] [days] [rule…]`: what is missed and what is too many, for whoever works on a demo. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { CalendarDate } from '../../src/domain/units.ts';
import { compared } from './plants-found.ts';

const [, , seed = '1', days = '92', ...rules] = argv;
const folder = mkdtempSync(join(tmpdir(), 'plants-'));
const until = CalendarDate.parse('2026-06-12');
const { planted, found, missed, tooMany, states } = await compared(
  { seed, until, days: Number(days), perDay: 6 },
  folder,
);
rmSync(folder, { recursive: true });
console.log(`${planted.length} planted, ${found.length} found: ${JSON.stringify(states)}`);
for (const [name, all] of Object.entries({ missed, tooMany })) {
  const asked = all.filter((one) => rules.length === 0 || rules.includes(one.split(' ')[0] ?? ''));
  const groups = Map.groupBy(asked, (one) => one.split(' ').slice(0, 2).join(' '));
  console.log(`\n${name}: ${asked.length}`);
  for (const [group, list] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const some = list.slice(0, 3).map((one) => one.split(' ').slice(2).join(' '));
    console.log(`  ${group}: ${list.length}  ${some.join('  ')}`);
  }
}
