/** What the commands that make copies and put them back have in common. */
import { CopyRefused } from '../evidence/copy-refused.ts';
import { CommandFailed, exit } from './exit.ts';

/** @throws CommandFailed in the place of CopyRefused. */
export async function guarded<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CopyRefused)
      throw new CommandFailed(exit.data, error.message, { cause: error });
    throw error;
  }
}
