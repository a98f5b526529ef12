/** Mã hồ sơ: the code on a dossier's slip, and the stream that it names. */
import { CalendarDate } from '../units.ts';

const category = 'dossier-';

/** The stream of the dossier with this code. A code is already in Unicode's composed form. */
export function streamOfCode(code: string): string {
  return category + code;
}

/** The code of the dossier that a stream is about. @throws RangeError for the stream of another family. */
export function codeOfStream(stream: string): string {
  if (!stream.startsWith(category)) throw new RangeError(`not the stream of a dossier: ${stream}`);
  return stream.slice(category.length);
}

/**
 * The agency's identifier: one group of a letter and two digits, and groups of digits before it
 * (`000.00.17.H42`, QCVN 102:2016) or after it (`H42.17`, QĐ 20/2020/QĐ-TTg).
 */
const agencyGroups = String.raw`(?:\d{2,4}\.)*[A-Z]\d{2}(?:\.\d{1,4})*`;

/**
 * The day and the day's sequence number, at least 4 digits. A centralised service (since 25/01/2026)
 * writes two digits of the host agency before them, which makes the number longer and nothing else.
 */
const national = new RegExp(`^${agencyGroups}-(?<day>\\d{6})-\\d{4,12}$`, 'u');

/**
 * Whether a code is written as the State writes it: `{agency eID}-{yyMMdd}-{sequence}`, on a day that
 * exists, as in `H42.17-250923-0005`. Source: TT 01/2018/TT-VPCP Đ19; design facts for later forms.
 */
export function followsNationalGrammar(code: string): boolean {
  const day = national.exec(code)?.groups?.['day'];
  if (day === undefined) return false;
  return CalendarDate.safeParse(`20${day.replace(/(..)(..)(..)/, '$1-$2-$3')}`).success;
}
