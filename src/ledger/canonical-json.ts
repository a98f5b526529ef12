/**
 * Canonical JSON (RFC 8785): one value, one spelling, so that a hash of the text is a hash of the value.
 *
 * Keys are sorted by UTF-16 code units; numbers and strings are written as ECMAScript writes them.
 */

/**
 * `value` in its canonical spelling.
 *
 * A member that is `undefined` is left out, as by `JSON.stringify`. Nothing else is left out, or asked
 * to convert itself: what JSON cannot say is refused, because it would be read back as something else.
 *
 * @throws TypeError for `undefined` elsewhere, NaN, an infinity, a bigint, a function, a symbol, half a
 *   surrogate pair in a string or key, and objects other than plain ones and arrays (dates and maps too).
 * @throws RangeError for a value that contains itself.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return numeral(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null) return 'null';
  if (Array.isArray(value)) return array(value);
  if (isPlain(value)) return object(value);
  throw new TypeError(`JSON has no ${typeof value} of this kind: plain objects and arrays only`);
}

function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`);
  return String(value); // minus zero is 0: RFC 8785, section 3.2.2.3
}

/** Neither escaped nor half a character: nearly every string, and quicker to quote here. */
const asItIs = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

function quoted(text: string): string {
  if (asItIs.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw new TypeError('a string holds half a surrogate pair');
  return JSON.stringify(text);
}

/** By place, so that a hole is seen: it would be read back as null. */
function array(values: readonly unknown[]): string {
  let text = '';
  for (let place = 0; place < values.length; place += 1) {
    text += `${place === 0 ? '' : ','}${canonicalJson(values[place])}`;
  }
  return `[${text}]`;
}

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function object(value: Plain): string {
  let text = '';
  // ECMAScript compares strings by UTF-16 code units, which is the order of RFC 8785, section 3.2.3.
  for (const key of Object.keys(value).toSorted()) {
    const member = value[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${quoted(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}
