/** What `npm run freeze` runs: adds new words, and new versions of words, to what is frozen for ever. */
import process from 'node:process';
import { freeze } from './support/frozen-words.ts';

process.stdout.write(`${freeze()} new, and nothing that was frozen was touched\n`);
