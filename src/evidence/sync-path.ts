/** Durability of files and of their names. */
import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Returns once the file, or the names in the folder, are on the disk. */
export function syncPath(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
