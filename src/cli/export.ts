/** `motcua export`: the log as lines of text. */
import { resolve } from 'node:path';
import process from 'node:process';
import type { Config } from '../config.ts';
import { openExport } from '../evidence/export.ts';
import { writeNewFile, writePieces } from '../evidence/export-file.ts';
import { pathsOf } from '../main.ts';
import { guarded } from './copying.ts';
import { CommandFailed, exit } from './exit.ts';
import { printResult, progressBar, say } from './output.ts';

type Options = {
  readonly out?: string;
  readonly from?: string;
  readonly until?: string;
  readonly gzip?: boolean;
  readonly json: boolean;
};

export async function exportCommand(config: Config, options: Options): Promise<void> {
  const { out, gzip = false, json } = options;
  if (out === undefined && json) {
    throw new CommandFailed(exit.usage, '--json goes with --out: stdout is the export itself');
  }
  const range = { ...indexOf('from', options.from), ...indexOf('until', options.until) };
  await guarded(async () => {
    using bar = progressBar('exporting', 'events');
    using made = openExport(pathsOf(config), range, (done, total) =>
      bar.at(Number(done), Number(total)),
    );
    const { header, count, pieces } = made;
    if (out === undefined) await writePieces(process.stdout, pieces, gzip);
    else await writeNewFile(resolve(out), pieces, gzip);
    bar[Symbol.dispose]();
    const { from, size, root } = header;
    const where = out ?? 'stdout';
    const lines = [`${count} events in ${where}`, `root ${root} of ${size} events`, keysApart];
    if (out === undefined) for (const line of lines) say(line);
    else {
      const result = { ok: true, file: resolve(out), events: count, from, size, root, gzip };
      printResult(json, result, () => lines);
    }
  });
}

const keysApart =
  'The keys of persons are not in it, and what is personal is sealed: "motcua backup --keys" copies them.';

function indexOf(name: 'from' | 'until', text: string | undefined): { [key: string]: number } {
  if (text === undefined) return {};
  const index = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(index)) return { [name]: index };
  throw new CommandFailed(exit.usage, `--${name} is the index of an event: 0, 1, 2 …`);
}
