/** Runs the command line, and tells what went wrong as people, or scripts, read it. */
import process from 'node:process';
import { commandLine } from './command-line.ts';
import { report } from './report.ts';

export async function run(): Promise<void> {
  try {
    await commandLine().parseAsync(process.argv);
  } catch (error) {
    process.exitCode = report(error, process.argv.includes('--json'));
  }
}
