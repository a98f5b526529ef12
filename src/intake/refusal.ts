/** What the intake does not take: a file, a mapping, a row. Each says what is wrong, where, and what to do. */

/**
 * - `unreadable`: not there, not for us to read, damaged, or not a file of this kind.
 * - `truncated`: it ends in the middle of something.
 * - `encoding`: not UTF-8.
 * - `empty`: it holds no row.
 * - `header`: its first line cannot name columns.
 * - `oversize`: one record, or one case, is larger than any real one.
 */
export type FileProblem = 'unreadable' | 'truncated' | 'encoding' | 'empty' | 'header' | 'oversize';

/** The file as a whole is refused: nothing of it may be recorded. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: FileProblem;
  constructor(code: FileProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export type MappingProblem = {
  /** In the mapping, as `perRow[0].data.step`; empty for the mapping as a whole. */
  readonly place: string;
  readonly problem: string;
};

/** The mapping cannot be used, or not with this file. All its problems at once. */
export class MappingRefused extends Error {
  override readonly name = 'MappingRefused';
  readonly problems: readonly MappingProblem[];
  constructor(problems: readonly MappingProblem[]) {
    super(
      problems
        .map(({ place, problem }) => (place === '' ? problem : `${place}: ${problem}`))
        .join('\n'),
    );
    this.problems = problems;
  }
}

/** One row cannot become events. It is listed with its line, and the rest goes on. */
export class RowRefused extends Error {
  override readonly name = 'RowRefused';
}

/**
 * A value for a message: dates, numbers and codes as they stand, cut at 40 characters. Anything
 * else may be about a person, and is only measured: reasons end up in summaries and logs.
 */
export function shown(text: string): string {
  const isPlain = text.length <= 40 && /^[\d\sTZ:/.,+-]*$/.test(text);
  return isPlain ? JSON.stringify(text) : `a text of ${text.length} characters`;
}
