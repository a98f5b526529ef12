/**
 * Imported first: what the program was compiled to is kept from one call to the next, so that a command
 * starts in half of the time.
 *
 * Beside the installed packages, where only whoever installed them writes; where that is nobody who is
 * there now, as in an image, nothing is kept and nothing is said.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';

const folder = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'motcua');

enableCompileCache(folder);
process.env['NODE_COMPILE_CACHE'] ??= folder; // for the processes that this one starts
