/**
 * Imports a file until it is done or killed: `import.ts FOLDER FILE MAPPING`, into the ledger in FOLDER. Prints a line
 * of JSON when the file has been laid out, and whenever more of its facts are on record.
 */
import { join } from 'node:path';
import process from 'node:process';
import { families } from '../../../src/domain/families.ts';
import { compileMapping } from '../../../src/intake/compile.ts';
import { loadMapping } from '../../../src/intake/mapping.ts';
import { planImport } from '../../../src/intake/plan.ts';
import { recordPlan } from '../../../src/intake/record-plan.ts';
import { openLedger, pathsIn } from '../../../src/ledger/ledger.ts';

const [dir = '', file = '', map = ''] = process.argv.slice(2);
const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`);

using ledger = openLedger({
  paths: pathsIn(dir),
  families,
  origin: { name: 'crash', kind: 'ledger' },
  isCentre: () => true,
});
const { digestOf, recording } = ledger;
using plan = await planImport({
  file,
  mapping: compileMapping(await loadMapping(map), families),
  folder: join(dir, 'import'),
  digestOf,
});
say({ recorded: 0 });
await recordPlan(plan, recording, digestOf, (recorded) => say({ recorded }));
