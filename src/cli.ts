#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
/**
 * The command line of the ledger: `npx motcua …`.
 *
 * Prints a result on stdout and everything else on stderr; with `--json` the result is one line.
 */
import './cli/quiet.ts';
import './cli/pipes.ts';
import process from 'node:process';
import { commandLine } from './cli/command-line.ts';
import { report } from './cli/report.ts';

try {
  await commandLine().parseAsync(process.argv);
} catch (error) {
  process.exitCode = report(error, process.argv.includes('--json'));
}
