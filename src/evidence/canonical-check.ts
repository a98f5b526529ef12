/**
 * Whether a text is canonical JSON (RFC 8785), told by reading it once.
 *
 * The answer is that of `canonicalJson(JSON.parse(text)) === text`, several times quicker: it is asked of
 * every event whenever a ledger is verified, exported or restored.
 */
import { canonicalJson } from '../ledger/canonical-json.ts';

/** Arrays and objects within each other that are read here; a deeper text is parsed and written again. */
const depthMax = 100;

/** Whether `text` is one value of JSON in its canonical spelling, and nothing else. Never throws. */
export function isCanonicalJson(text: string): boolean {
  const end = valueAt(text, 0, 0);
  return end === tooDeep ? isWrittenAlike(text) : end === text.length;
}

/** In the place of where a value ends. */
const [wrong, tooDeep] = [-1, -2];

function isWrittenAlike(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

/** Where the value ends that begins at `at`; or `wrong`, or `tooDeep`. */
function valueAt(text: string, at: number, depth: number): number {
  if (depth > depthMax) return tooDeep;
  switch (text.charCodeAt(at)) {
    case quote:
      return stringAt(text, at);
    case openBrace:
      return objectAt(text, at, depth);
    case openBracket:
      return arrayAt(text, at, depth);
    case 0x74:
      return text.startsWith('true', at) ? at + 4 : wrong;
    case 0x66:
      return text.startsWith('false', at) ? at + 5 : wrong;
    case 0x6e:
      return text.startsWith('null', at) ? at + 4 : wrong;
    default:
      return numberAt(text, at);
  }
}

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Each key after the one before it, by UTF-16 code units: so none is there twice either. */
function objectAt(text: string, start: number, depth: number): number {
  if (text.charCodeAt(start + 1) === closeBrace) return start + 2;
  let before: string | undefined;
  let at = start;
  do {
    const end = text.charCodeAt(at + 1) === quote ? stringAt(text, at + 1) : wrong;
    if (end < 0 || text.charCodeAt(end) !== colon) return wrong;
    const key = keyOf(text.slice(at + 2, end - 1));
    if (before !== undefined && !(key > before)) return wrong;
    before = key;
    at = valueAt(text, end + 1, depth + 1);
    if (at < 0) return at;
  } while (text.charCodeAt(at) === comma);
  return text.charCodeAt(at) === closeBrace ? at + 1 : wrong;
}

function keyOf(spelling: string): string {
  return spelling.includes('\\') ? String(JSON.parse(`"${spelling}"`)) : spelling;
}

function arrayAt(text: string, start: number, depth: number): number {
  if (text.charCodeAt(start + 1) === closeBracket) return start + 2;
  let at = start;
  do {
    at = valueAt(text, at + 1, depth + 1);
    if (at < 0) return at;
  } while (text.charCodeAt(at) === comma);
  return text.charCodeAt(at) === closeBracket ? at + 1 : wrong;
}

/** Whole characters only, and nothing escaped that need not be. */
function stringAt(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return at + 1;
    if (unit === backslash) {
      const length = escapeAt(text, at);
      if (length === 0) return wrong;
      at += length - 1;
    } else if (unit < 0x20) return wrong;
    else if ((unit & 0xf800) === 0xd800) {
      if (unit >= 0xdc00 || (text.charCodeAt(at + 1) & 0xfc00) !== 0xdc00) return wrong;
      at += 1;
    }
  }
  return wrong;
}

/** RFC 8785, section 3.2.2.2: a short escape where there is one, and six characters for the other controls. */
const escape = /\\(?:["\\bfnrt]|u00(?:0[0-7be-f]|1[0-9a-f]))/y;

/** Characters of the escape that begins at `at`; 0 if it is none, or there is a shorter spelling. */
function escapeAt(text: string, at: number): number {
  escape.lastIndex = at;
  return escape.test(text) ? escape.lastIndex - at : 0;
}

/** As ECMAScript writes it, which also tells a number that no double holds from one that it does. */
function numberAt(text: string, start: number): number {
  let end = start;
  while (isOfNumber(text.charCodeAt(end))) end += 1;
  const spelling = text.slice(start, end);
  return end > start && String(Number(spelling)) === spelling ? end : wrong;
}

/** Digits, `+`, `-`, `.` and `e`. */
function isOfNumber(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    unit === 0x2b ||
    unit === 0x2d ||
    unit === 0x2e ||
    unit === 0x65
  );
}
