/** Numbers that a double keeps: the ledger stores no others, because it would store another number. */

/**
 * Whether a number of JSON is, once it is a double, written back as the number that was stated.
 *
 * @param literal as the grammar has it. Refused are also minus zero, and what lies beyond ±(2^53 − 1),
 *   where neighbours share a double.
 */
export function survives(literal: string): boolean {
  const number = Number(literal);
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER || Object.is(number, -0)) return false;
  const back = String(number);
  return back === literal || decimal(back) === decimal(literal);
}

/** One spelling for each decimal value: `25e-1` of `2.50` and of `0.25E1`. */
function decimal(literal: string): string {
  const [mantissa = '', exponent = '0'] = literal.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = (whole + fraction).replace(/^0+/, '');
  let end = digits.length; // found by hand: /0+$/ takes quadratic time on a hostile number
  while (digits[end - 1] === '0') end -= 1;
  if (end === 0) return '0';
  const scale = Number(exponent) - fraction.length + digits.length - end;
  return `${literal.startsWith('-') ? '-' : ''}${digits.slice(0, end)}e${scale}`;
}
