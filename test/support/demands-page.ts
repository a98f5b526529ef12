/** `docs/demands.md`, made from the code: every rule that one of the five centres has, one row each. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Centre, Demand } from '../../src/domain/regulations/centre.ts';
import { referenceCode } from '../../src/domain/regulations/centres/reference.ts';
import { centresOf } from '../../src/domain/regulations/centres.ts';
import { citedIn } from '../../src/domain/regulations/citation.ts';
import { sections } from '../../src/domain/regulations/demands.ts';
import { referenceWorkingTime } from '../../src/domain/regulations/reference-time.ts';

/** From the root of the repository. */
export const pageFile = 'docs/demands.md';

const folder = 'src/domain/regulations/rules';

/** A demand, and the centre that has it. */
export type Demanded = { readonly centre: Centre; readonly demand: Demand };

/** Every demand of the five centres, by the key of its rule. */
export function demandsByRule(): ReadonlyMap<string, readonly Demanded[]> {
  const centres = centresOf(referenceWorkingTime('Asia/Ho_Chi_Minh', 'vietnam'));
  const all = [...centres.values()]
    .filter(({ code }) => code !== referenceCode)
    .flatMap((centre) => centre.demands.map((demand) => ({ centre, demand })));
  return Map.groupBy(all, ({ demand }) => demand.rule.key);
}

/** What the page has to say: the same code makes the same page. */
export async function demandsPage(): Promise<string> {
  const [rules, files] = [demandsByRule(), await filesOfRules()];
  const tables = sections.map(({ title, rules: told }) => {
    const rows = Object.entries(told).map(([key, [bearer, due]]) =>
      rowOf(key, rules.get(key) ?? [], bearer, due, files),
    );
    return [`## ${title}`, '', ...head, ...rows.toSorted(), ''].join('\n');
  });
  return [...introduction, ...tables].join('\n');
}

const introduction = [
  '# Demands',
  '',
  'Every rule of the compliance engine, one row each. Made from the code by `npm run demands`: change the code and not this page.',
  '',
  'A *duty* is opened by an event and due at a time, a *periodic duty* is opened by the calendar, a *prohibition* is broken by an act, and',
  '*coverage* by hours that nothing covers. Names in code type are values of the centre’s profile, and “the centre’s own term” is `<rule>.days` or',
  '`<rule>.minutes` there. Citations are as in the regulations: `SL Đ8.b` is Sơn La, Điều 8, điểm b. Beside these, `breach-lessened`',
  'finds for every rule a breach that was corrected away (`src/domain/regulations/lessened.ts`).',
  '',
  'A periodic duty is owed of the periods that begin with the centre’s first entry or later: what was done before is not on record, and not asked',
  'for. A ledger that begins in March asks for no report of the first quarter, and for nothing yearly in that year.',
  '',
];

const head = [
  '| rule | what | shape | centres | citations | bearer | due | file |',
  '|---|---|---|---|---|---|---|---|',
];

function rowOf(
  key: string,
  demanded: readonly Demanded[],
  bearer: string,
  due: string,
  files: ReadonlyMap<unknown, string>,
): string {
  const [first] = demanded;
  if (first === undefined) throw new Error(`no centre demands ${key}, of which demands.ts tells`);
  const centres = [...new Set(demanded.map(({ centre }) => centre.code))];
  const citations = demanded
    .map(({ demand }) => demand.citation)
    .filter((citation) => citedIn(citation) !== null || !citation.startsWith('no article'));
  const held = [...new Set(demanded.map(({ demand }) => files.get(demand.rule) ?? ''))];
  const cells = [
    key,
    first.demand.rule.title.en,
    first.demand.rule.mechanism,
    centres.length === 5 ? 'all' : centres.join(' '),
    [...new Set(citations)].join('; ') || '–',
    bearer,
    due,
    held.map((file) => `\`${file}\``).join(' '),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The file of each rule: that whose module exports it, or makes what it exports. */
async function filesOfRules(): Promise<ReadonlyMap<unknown, string>> {
  const root = join(import.meta.dirname, '../..');
  const found = new Map<unknown, string>();
  for (const name of readdirSync(join(root, folder))) {
    const module: Readonly<Record<string, unknown>> = await import(join(root, folder, name));
    for (const made of Object.values(module)) found.set(made, `${folder}/${name}`);
  }
  return found;
}
