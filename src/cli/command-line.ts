/** Every command, its options and its help. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { Command, Option } from 'commander';
import { type Config, readConfig } from '../config.ts';
import { shippedMappings } from '../intake/mapping.ts';
import { roles } from '../ledger/access.ts';
import { acceptLossCommand } from './accept-loss.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { demoCommand } from './demo.ts';
import { exportCommand } from './export.ts';
import { findingsCommand } from './findings.ts';
import { importCommand } from './import.ts';
import { inspectCommand } from './inspect.ts';
import { lateCommand } from './late.ts';
import { outageSheetCommand } from './outage-sheet.ts';
import { rebuildCommand } from './rebuild.ts';
import { serveCommand } from './serve.ts';
import { tokenCreate, tokenList, tokenRevoke } from './token.ts';
import { verifyCommand } from './verify.ts';

export function commandLine(): Command {
  const program = new Command('motcua')
    .description(
      'Sổ Cái Một Cửa: what happened at the one-stop centre, kept so that it cannot be changed unnoticed.',
    )
    .version(packageVersion(), '--version', 'which release this is')
    .showHelpAfterError('(motcua help shows every command)')
    .exitOverride()
    .addHelpText('after', `\n${settingsHelp}`);

  program
    .command('serve')
    .description('serve the ledger in LEDGER_DIR over HTTP')
    .action(() => serveCommand(config()));
  program
    .command('demo')
    .description('make a ledger with something to look at, and serve it')
    .option('--seed <n>', 'the same seed and end give the same ledger', '1')
    .option('--until <date>', 'its last day, like 2026-03-31 (default: yesterday)')
    .option('--days <n>', 'how many days it goes back (default: 92)')
    .option('--events <n>', 'about how many events to make instead, up to 10,000,000')
    .option('--no-serve', 'make it and stop')
    .action((options) => demoCommand(demoConfig(), options));
  program
    .command('import')
    .description('record a file of another system: CSV, NDJSON or XES, plain or .gz')
    .argument('<file>')
    .requiredOption(
      '--mapping <name-or-file>',
      'which columns make which events: a shipped name (wabo-receipt) or a file',
    )
    .option('--centre <code>', 'whose regulation judges it, in place of what the mapping says')
    .option(
      '--given <name=value>',
      'what the mapping asks for and the file does not hold; as often as it asks',
      (value: string, before: readonly string[]) => [...before, value],
      [],
    )
    .option('--outage <id>', 'the outage that a sheet of paper is the catch-up of')
    .option('--dry-run', 'check the whole file and report; record nothing')
    .addOption(json())
    .addHelpText('after', () => `\nShipped mappings: ${shippedMappings().join(', ')}`)
    .action((file, options) => importCommand(config(), file, options));
  program
    .command('outage-sheet')
    .description('write the form for what happens while the software stands still')
    .option('--out <file>', 'as CSV, to be filled in and imported')
    .option('--html <file>', 'to be printed, and filled in by hand')
    .addOption(json())
    .action((options) => outageSheetCommand(options));
  program
    .command('verify')
    .description('derive every leaf again, compare tree and witness; needs no server')
    .addOption(json())
    .action((options) => verifyCommand(config(), options));
  program
    .command('rebuild')
    .description('build the read models anew from the first event, beside those that serve')
    .addOption(json())
    .action((options) => rebuildCommand(config(), options));
  addTokenCommands(program);
  program
    .command('backup')
    .description('copy the ledger to a new folder while it runs, and verify the copy')
    .argument('<folder>')
    .option('--keys <folder>', 'copy the keys of persons too, to another folder')
    .addOption(json())
    .action((folder, options) => backupCommand(config(), folder, options));
  program
    .command('restore')
    .description('put a backup or an export back into an empty LEDGER_DIR, and verify it')
    .argument('<folder-or-file>', 'what "motcua backup" or "motcua export" made')
    .option('--keys <folder>', 'where its keys of persons were copied to')
    .addOption(json())
    .action((from, options) => restoreCommand(config(), from, options));
  program
    .command('export')
    .description('write the log as NDJSON, every stored byte of it, while it runs')
    .option('--out <file>', 'to a new file (default: stdout)')
    .option('--from <index>', 'from this event on (default: the first)')
    .option('--until <index>', 'up to this event, inclusive (default: the last)')
    .option('--gzip', 'pack it')
    .addOption(json())
    .action((options) => exportCommand(config(), options));
  program
    .command('inspect')
    .description("a dossier's state, trail, duties and findings, from the log itself")
    .argument(
      '<subject>',
      'a code like H42.17-250923-0005, or a stream like dossier-wabo:case-10011',
    )
    .option('--as-of <index-or-time>', 'as the ledger stood then, inclusive')
    .addOption(json())
    .action((subject, options) => inspectCommand(config(), subject, options));
  program
    .command('findings')
    .description('what is broken: by which article, since when, by which events')
    .option('--rule <key>', 'only this rule')
    .option('--lessened-rule <key>', 'only where a breach of this rule was taken away or lessened')
    .option('--centre <code>', 'only this centre')
    .option('--agency <code>', 'only what counts against this agency')
    .option('--official <id>', 'only what counts against this official')
    .option('--bearer <code>', 'only what counts against whoever has this code')
    .option('--state <state>', 'only open, remedied, stands, disputed or waived ones')
    .option('--subject <stream>', 'only this record')
    .option('--due-before <time>', 'only duties that were due before')
    .option('--from <time>', 'broken at this time or later')
    .option('--to <time>', 'broken before this time')
    .option('--differs', 'only duties that are late by one convention and not by the other')
    .option('--limit <n>', 'how many to list', '50')
    .addOption(csv())
    .addOption(json())
    .action((options) => findingsCommand(config(), options));
  program
    .command('late')
    .description(
      'dossiers that are overdue, soon due or were late: with whom they lie, and what is next',
    )
    .option(
      '--within <which>',
      'overdue; 1, 3 or 7: due within so many working days; was-late; any (default: overdue)',
    )
    .option('--centre <code>', 'only this centre')
    .option('--agency <code>', 'only those that this agency solves')
    .option('--official <id>', 'only those for which this official is accountable')
    .option('--procedure <code>', 'only of this procedure')
    .option('--held-by <party>', 'only those with counter, agency, other-agency, applicant or post')
    .option('--step <name>', 'only those at this step')
    .option('--month <month>', 'only those due in this month, like 2026-03')
    .option('--due-before <time>', 'only those due before')
    .option(
      '--convention <name>',
      'strict or customary: what overdue and was-late mean (default: strict)',
    )
    .option('--differs', 'only those that are late by one convention and not by the other')
    .option('--urged <yes>', 'true, or false: only those whose agency was never urged')
    .option('--reason <what>', 'given, or missing: why they are late')
    .option('--apology <what>', 'asked, issued or missing')
    .option('--escalated <yes>', 'true, or false: failures for which no measure was proposed')
    .option('--limit <n>', 'how many to list', '50')
    .addOption(csv())
    .addOption(json())
    .action((options) => lateCommand(config(), options));
  program
    .command('accept-loss')
    .description(
      'take the log as it is for the truth after a loss that is final; records who, why, and both heads',
    )
    .requiredOption('--by <name>', 'who decides')
    .requiredOption('--reason <text>', 'why')
    .addOption(json())
    .action((options) => acceptLossCommand(config(), options));
  return program;
}

function addTokenCommands(program: Command): void {
  const token = program.command('token').description('access tokens');
  token
    .command('create')
    .description('make a token; it is shown once')
    .addOption(
      new Option('--role <role>', 'what its holder may do')
        .choices([...roles])
        .makeOptionMandatory(),
    )
    .option('--centre <code...>', 'only these centres (default: all)')
    .option('--agency <code>', 'only this agency')
    .option('--official <id>', 'the official who holds it')
    .option('--name <name>', 'who it is for, as entries will name them')
    .addOption(json())
    .action((options) => tokenCreate(config(), options));
  token
    .command('list')
    .description('every token that was made')
    .addOption(json())
    .action((options) => tokenList(config(), options));
  token
    .command('revoke')
    .description('end a token; it opens nothing from now on')
    .argument('<id>')
    .addOption(json())
    .action((id, options) => tokenRevoke(config(), id, options));
}

function csv(): Option {
  return new Option('--csv', 'print all of them as CSV, for a spreadsheet').default(false);
}

function json(): Option {
  return new Option('--json', 'print exactly one line of JSON on stdout').default(false);
}

function config(): Config {
  return readConfig(process.env);
}

function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return String(JSON.parse(text).version);
}

/** The demo has a folder of its own, and keeps the hours of an office. */
function demoConfig(): Config {
  return readConfig({
    LEDGER_DIR: './var/demo',
    LEDGER_REFERENCE_CALENDAR: 'vietnam',
    ...process.env,
  });
}

const settingsHelp = `Settings (environment):
  LEDGER_DIR     folder of data (./var/ledger)      LEDGER_HOST    address (127.0.0.1)
  LEDGER_PORT    port (8080)                        LEDGER_STORE   embedded
  LEDGER_WITNESS file of the head witness           LEDGER_NAME    what a new ledger is called
  LEDGER_REFERENCE_ZONE, LEDGER_REFERENCE_CALENDAR  zone and hours of the centre "reference"

Exit codes: 0 done, 1 something is wrong, 2 usage, 3 done in part, 65 the file cannot be used, 66 not there,
  69 somebody else has the ledger or it takes no writes, 73 cannot write there, 78 settings.`;
