#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
/**
 * The command line of the ledger: `npx motcua …`.
 *
 * Prints a result on stdout and everything else on stderr; with `--json` the result is one line.
 */
import './cli/compile-cache.ts';
import './cli/quiet.ts';
import './cli/pipes.ts';

const { run } = await import('./cli/run.ts'); // once what it is compiled to can be kept
await run();
