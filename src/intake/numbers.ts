/** Numbers as foreign files write them: by the format that the mapping names, for `1.500` may be either. */
import { RowRefused, shown } from './refusal.ts';

/** As they look. Digits are grouped by three, or not at all. The first, which is the usual one, has no groups. */
export const numberFormats = ['1234.5', '1234,5', '1.234,5', '1,234.5', '1 234,5'] as const;
export type NumberFormat = (typeof numberFormats)[number];

const plain = String.raw`0|[1-9]\d*`;
/** What groups the digits, and what stands before the fraction. A space may be one that does not break. */
const patterns: Readonly<Record<NumberFormat, RegExp>> = {
  '1234.5': pattern(plain, String.raw`\.`),
  '1234,5': pattern(plain, ','),
  '1.234,5': pattern(grouped(String.raw`\.`), ','),
  '1,234.5': pattern(grouped(','), String.raw`\.`),
  '1 234,5': pattern(grouped('[ \u00A0\u202F]'), ','),
};

function grouped(by: string): string {
  return String.raw`${plain}|[1-9]\d{0,2}(?:${by}\d{3})+`;
}

function pattern(whole: string, sign: string): RegExp {
  return new RegExp(`^(?<minus>[+-]?)(?<whole>${whole})(?:${sign}(?<fraction>\\d+))?$`);
}

/** Digits that a double keeps. */
const digitsMax = 15;

/**
 * The number that `text` writes.
 *
 * @param decimals what is asked for are so many decimal places as whole units: with 2, `12.5` is 1250. A number
 *   with more places than that is refused and not rounded. Null: the number as it stands.
 * @throws RowRefused
 */
export function readNumber(text: string, format: NumberFormat, decimals: number | null): number {
  const found = patterns[format].exec(text)?.groups;
  const whole = (found?.['whole'] ?? '').replace(/\D/g, '');
  const fraction = found?.['fraction'] ?? '';
  const kept = decimals === null ? fraction : moved(text, fraction, decimals);
  if (found === undefined || whole.length + kept.length > digitsMax) {
    const what = `a number written as ${format} of up to ${digitsMax} digits`;
    throw new RowRefused(`${shown(text)} is not ${what}`);
  }
  const size = decimals === null ? Number(`${whole}.${kept || '0'}`) : Number(whole + kept);
  return found['minus'] === '-' && size !== 0 ? -size : size;
}

/** The first places of a fraction, of which nothing but noughts may be left. */
function moved(text: string, fraction: string, decimals: number): string {
  if (/[1-9]/.test(fraction.slice(decimals))) {
    throw new RowRefused(`${shown(text)} has more than ${decimals} decimal places`);
  }
  return fraction.slice(0, decimals).padEnd(decimals, '0');
}
