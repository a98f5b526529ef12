/** What a command prints: its result on stdout, everything else on stderr. */
import process from 'node:process';
import cliProgress from 'cli-progress';

/** One line of compact JSON with `--json`, else the lines for people. */
export function printResult(json: boolean, result: object, lines: () => readonly string[]): void {
  process.stdout.write(json ? `${JSON.stringify(result, jsonValue)}\n` : `${lines().join('\n')}\n`);
}

/** Places in the ledger are bigint in the program and numbers in its JSON, while they are safe. */
export function jsonValue(_: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);
}

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export type Bar = Disposable & { readonly at: (done: number, total: number) => void };

/** A progress bar on stderr; silent where nobody watches. */
export function progressBar(what: string, unit: string): Bar {
  if (!process.stderr.isTTY) return { at() {}, [Symbol.dispose]() {} };
  const bar = new cliProgress.SingleBar({
    format: `${what} [{bar}] {percentage}% · {value}/{total} ${unit} · {eta_formatted} left`,
    stream: process.stderr,
    hideCursor: true,
    etaBuffer: 100,
  });
  let started = false;
  return {
    at(done, total) {
      if (!started) bar.start(total, done);
      started = true;
      bar.setTotal(total);
      bar.update(done);
    },
    [Symbol.dispose]() {
      if (started) bar.stop();
    },
  };
}
