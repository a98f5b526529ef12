/**
 * Imported first: keeps Node's note that `node:sqlite` is young out of what people read.
 *
 * Its interface is what this program was written and tested against, at the exact version that comes along.
 */
import process from 'node:process';

const emitWarning = process.emitWarning.bind(process);

process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
  if (String(warning).includes('SQLite is an experimental feature')) return;
  Reflect.apply(emitWarning, process, [warning, ...rest]);
};
