/** `motcua outage-sheet`: the form for what happens while the software stands still. */
import { existsSync, writeFileSync } from 'node:fs';
import { families } from '../domain/families.ts';
import { loadMapping } from '../intake/mapping.ts';
import { sheetActs, sheetCsv, sheetHtml } from '../intake/outage-sheet.ts';
import { CommandFailed, exit } from './exit.ts';
import { printResult } from './output.ts';

type Options = { readonly out?: string; readonly html?: string; readonly json: boolean };

/** Writes the files that are asked for; none of them may be there. @throws CommandFailed where none is asked for. */
export async function outageSheetCommand({ out, html, json }: Options): Promise<void> {
  if (out === undefined && html === undefined) {
    throw new CommandFailed(exit.usage, 'name a file: --out form.csv, --html form.html, or both');
  }
  const acts = sheetActs(await loadMapping('outage-sheet'), families);
  const files = [out, html].filter((file) => file !== undefined);
  for (const file of files) {
    if (!existsSync(file)) continue;
    throw new CommandFailed(exit.cannotCreate, `${file} is there already: name another file`);
  }
  if (out !== undefined) writeFileSync(out, sheetCsv(), { flag: 'wx' });
  if (html !== undefined) writeFileSync(html, sheetHtml(acts), { flag: 'wx' });
  printResult(json, { files, acts }, () => [
    `${files.join(' and ')}: the column "Việc" takes one of`,
    ...acts.map(({ label, columns }) => `  ${label}: ${columns.join(', ')}`),
    'Record it with: motcua import FILE --mapping outage-sheet --outage ID --centre CODE',
  ]);
}
