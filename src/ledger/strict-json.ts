/**
 * The door of the ledger: JSON that means one thing, and still means it after it was parsed.
 *
 * `JSON.parse` keeps the last of two equal keys, rounds a number that a double cannot hold and takes
 * half a character; a decoder repairs what is not UTF-8. Evidence cannot begin with a repair, so each
 * is refused. The scanner knows the grammar (RFC 8259) and these rules; the value is `JSON.parse`'s.
 */
import { type BodyProblemCode, Fault, Scanner } from './json-scanner.ts';

export type { BodyProblemCode };

export type BodyProblem = {
  readonly code: BodyProblemCode;
  /** What is wrong, where, and what to do. Never a value of the body: it may be personal. */
  readonly message: string;
  /** Bytes before the place. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** JSON Pointer (RFC 6901) to the member or element, long keys cut; empty for the whole body. */
  readonly path: string;
};

export type StrictJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: BodyProblem };

/** Arrays and objects within each other, where the caller sets no other bound. */
const depthMax = 32;

/**
 * The value that `bytes` spell, if they spell exactly one. Takes time linear in their number.
 *
 * A number is taken if it lies within ±(2^53 − 1), is not minus zero, and has exactly the decimal
 * value that its double is written back with: `1.0` and `1e2` are taken, a digit too many is not.
 *
 * @param limits.depth how many arrays and objects may lie within each other; 32 unless told.
 */
export function strictJson(
  bytes: Uint8Array,
  { depth = depthMax }: { readonly depth?: number } = {},
): StrictJson {
  const text = decoded(bytes);
  if (text === undefined) return { ok: false, problem: notUtf8(bytes) };
  try {
    new Scanner(text, depth).body();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ok: false, problem: problemAfter(text.slice(0, error.at), error) };
  }
  return { ok: true, value: JSON.parse(text) };
}

/** Keeps a byte order mark, so that the scanner sees it. */
const utf8 = { fatal: true, ignoreBOM: true };
const decoder = new TextDecoder('utf-8', utf8);

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The decoder does not say where it failed; the longest beginning that it takes does. */
function notUtf8(bytes: Uint8Array): BodyProblem {
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (beginning(bytes, middle) === undefined) bad = middle;
    else good = middle;
  }
  const fault = new Fault('body/not-utf8', 'the body is not UTF-8', 'send it as UTF-8', 0, '');
  return problemAfter(beginning(bytes, good) ?? '', fault);
}

/** What the first `length` bytes spell, less a character that is cut; `undefined` if no text begins so. */
function beginning(bytes: Uint8Array, length: number): string | undefined {
  try {
    return new TextDecoder('utf-8', utf8).decode(bytes.subarray(0, length), { stream: true });
  } catch {
    return undefined;
  }
}

function problemAfter(before: string, { code, message: what, remedy, path }: Fault): BodyProblem {
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  const where = `line ${line}, column ${column}${path === '' ? '' : `, at ${path}`}`;
  const message = `${what} (${where}): ${remedy}`;
  return { code, message, offset: Buffer.byteLength(before), line, column, path };
}
