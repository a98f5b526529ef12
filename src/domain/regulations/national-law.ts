/**
 * National law that binds every centre beside its own regulation: how it is named, and from when to
 * when it holds.
 *
 * The law on complaints as its articles 27, 28, 36 and 37 stand (thuvienphapluat.vn); its amendment of
 * 10 December 2025 by number, name and date (thuviennhadat.vn), and its first day and its term of seven
 * working days from a poor source, so that both are for the centre to set. The law on denunciations by
 * its articles 24 and 30 (the social insurance of Gia Lai, 21 May 2025; thuvienphapluat.vn). Of decree
 * 20/2008 the term is known and the article is not. So it is of the law on the protection of personal data and
 * its decree: the terms are known from public summaries, and that they can be extended once by fifteen days from
 * one of them (cdlaf.vn).
 */
import { CalendarDate } from '../units.ts';

type NationalLaw = {
  readonly vi: string;
  readonly en: string;
  readonly from: CalendarDate;
  /** Last day; null: no end of it is known. */
  readonly to: CalendarDate | null;
};

/** By the key under which it is cited. */
export const nationalLaws = {
  LKN: {
    vi: 'Luật Khiếu nại 02/2011/QH13',
    en: 'the Law on Complaints 02/2011/QH13',
    from: CalendarDate.parse('2012-07-01'),
    to: null,
  },
  LKN26: {
    vi: 'Luật Khiếu nại 02/2011/QH13, sửa đổi theo Luật 136/2025/QH15',
    en: 'the Law on Complaints 02/2011/QH13 as amended by Law 136/2025/QH15',
    from: CalendarDate.parse('2026-07-01'),
    to: null,
  },
  LTC: {
    vi: 'Luật Tố cáo 25/2018/QH14',
    en: 'the Law on Denunciations 25/2018/QH14',
    from: CalendarDate.parse('2019-01-01'),
    to: null,
  },
} as const satisfies Readonly<Record<string, NationalLaw>>;

export type NationalKey = keyof typeof nationalLaws;

/** Cited as a whole: its article is not at hand. */
export const feedbackDecree = {
  citation: 'NĐ 20/2008/NĐ-CP',
  vi: 'Nghị định 20/2008/NĐ-CP ngày 14/02/2008',
  en: 'Decree 20/2008/NĐ-CP of 14 February 2008',
} as const;

/**
 * The decrees on the one-stop mechanism, one after the other; cited as a whole, as their articles on expected
 * lateness are not at hand: what they demand is known from the notices of several provinces.
 */
export const oneStopDecrees = [
  {
    citation: 'NĐ 61/2018/NĐ-CP',
    vi: 'Nghị định 61/2018/NĐ-CP ngày 23/04/2018',
    en: 'Decree 61/2018/NĐ-CP of 23 April 2018',
    from: CalendarDate.parse('2018-06-21'),
    to: CalendarDate.parse('2025-06-30'),
  },
  {
    citation: 'NĐ 118/2025/NĐ-CP',
    vi: 'Nghị định 118/2025/NĐ-CP năm 2025',
    en: 'Decree 118/2025/NĐ-CP of 2025',
    from: CalendarDate.parse('2025-07-01'),
    to: null,
  },
] as const;

/** Cited as a whole: their articles are not at hand. */
const personalDataFrom = CalendarDate.parse('2026-01-01');

export const personalDataLaw = {
  citation: 'Luật 91/2025/QH15',
  vi: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15',
  en: 'the Law on Personal Data Protection 91/2025/QH15',
  from: personalDataFrom,
} as const;

/** The law together with the decree that gives the terms. */
export const personalDataDecree = {
  citation: 'Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP',
  vi: `${personalDataLaw.vi}; Nghị định 356/2025/NĐ-CP ngày 31/12/2025`,
  en: `${personalDataLaw.en}; Decree 356/2025/NĐ-CP of 31 December 2025`,
  from: personalDataFrom,
} as const;

/** What is cited as a whole. */
export const citedWhole = [feedbackDecree, ...oneStopDecrees, personalDataLaw, personalDataDecree];

export function isNational(key: string): key is NationalKey {
  return Object.hasOwn(nationalLaws, key);
}
