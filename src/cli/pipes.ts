/** Imported early: what happens when whoever reads the output goes away. */
import process from 'node:process';

// Nobody reads the log any more: that is no reason to drop the requests in flight.
process.stderr.on('error', () => {});

// `motcua findings | head`: what was asked for has been read.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
