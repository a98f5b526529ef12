/**
 * How an article is cited, and how a citation is spelt out for a reader.
 *
 * A citation is short and sorts well: `SL Đ4.4b, Đ8.b; BL Đ8.1a¶2` names two articles of one
 * regulation and one of another. `Đ4.4b` is Điều 4, khoản 4, điểm b; `Đ8.b` a point of an article
 * without clauses; `(1)` an item within a point; `¶2` the second paragraph of what stands before it.
 */

import { citedWhole, isNational, type NationalKey, nationalLaws } from './national-law.ts';

export type Language = 'vi' | 'en';

/** The regulations, by the key under which they are cited, as a reader would look them up. */
export const instruments = {
  SL: {
    vi: 'Quyết định 1624/QĐ-UBND ngày 16/06/2017 (Sơn La)',
    en: 'Decision 1624/QĐ-UBND of 16 June 2017 (Sơn La)',
  },
  TQ: {
    vi: 'Quyết định 459/QĐ-UBND ngày 27/11/2023 (Tuyên Quang)',
    en: 'Decision 459/QĐ-UBND of 27 November 2023 (Tuyên Quang)',
  },
  BL: {
    vi: 'Quyết định 221/QĐ-UBND ngày 23/10/2018 (Bạc Liêu)',
    en: 'Decision 221/QĐ-UBND of 23 October 2018 (Bạc Liêu)',
  },
  KT: {
    vi: 'Quy chế tổ chức và hoạt động năm 2019 (Kon Tum; số và ngày để trống trong văn bản)',
    en: 'the Regulation on organisation and operation of 2019 (Kon Tum; number and day left blank in the text)',
  },
  NB: {
    vi: 'Quyết định 743/QĐ-UBND ngày 23/09/2020 (Ninh Bình)',
    en: 'Decision 743/QĐ-UBND of 23 September 2020 (Ninh Bình)',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type InstrumentKey = keyof typeof instruments;

/** What stands in the place of an article where none demands it. */
export const noArticle = {
  reference: 'reference: no article',
  integrity: 'no article: integrity of the record',
} as const;

const inWords = new Map<string, Readonly<Record<Language, string>>>([
  [
    noArticle.reference,
    { vi: 'trung tâm đối chiếu: không theo điều khoản nào', en: noArticle.reference },
  ],
  [
    noArticle.integrity,
    { vi: 'không theo điều khoản nào: tính toàn vẹn của dữ liệu', en: noArticle.integrity },
  ],
  ...citedWhole.map(({ citation, vi, en }) => [citation, { vi, en }] as const),
]);

/** The articles of one regulation, or of one national law. */
export type Cited = {
  readonly instrument: InstrumentKey | NationalKey;
  readonly articles: readonly [Article, ...Article[]];
};

export type Article = {
  readonly article: string;
  readonly clause: string | null;
  readonly point: string | null;
  readonly item: string | null;
  readonly paragraph: string | null;
};

/**
 * The citation spelt out: `SL Đ8.b` is "Điều 8, điểm b Quyết định 1624/QĐ-UBND ngày 16/06/2017 (Sơn La)".
 * What names no article stays as it is, in words of that language if it is one that is known.
 */
export function citationIn(citation: string, language: Language): string {
  const cited = citedIn(citation);
  if (cited === null) return inWords.get(citation)?.[language] ?? citation;
  return cited.map((part) => spelt(part, language)).join('; ');
}

/**
 * What a citation names, in its order; null if any part of it names no article of a known regulation.
 * A comma, too, can go before another regulation: `NB Đ11.1, KT Đ15`.
 */
export function citedIn(citation: string): readonly Cited[] | null {
  const cited = citation
    .replaceAll(/, (?=[A-Z])/g, '; ')
    .split('; ')
    .map(partIn);
  const known = cited.filter((part) => part !== null);
  return known.length < cited.length ? null : known;
}

function partIn(text: string): Cited | null {
  const [, key, list = ''] = /^(\S+) (.+)$/u.exec(text) ?? [];
  if (key === undefined || !(isInstrument(key) || isNational(key))) return null;
  const read = list.split(', ').map(articleIn);
  const [first, ...rest] = read.filter((article) => article !== null);
  if (first === undefined || rest.length + 1 < read.length) return null;
  return { instrument: key, articles: [first, ...rest] };
}

/** Whether it cites articles of known regulations, or says in known words that there is none. */
export function isCitation(citation: string): boolean {
  return inWords.has(citation) || citedIn(citation) !== null;
}

function isInstrument(key: string): key is InstrumentKey {
  return Object.hasOwn(instruments, key);
}

function articleIn(text: string): Article | null {
  const [, article, clause, point, item, paragraph] =
    /^Đ(\d+)(?:\.(?=.)(\d+)?([a-zđ])?)?(?:\((\d+)\))?(?:¶(\d+))?$/u.exec(text) ?? [];
  if (article === undefined) return null;
  return {
    article,
    clause: clause ?? null,
    point: point ?? null,
    item: item ?? null,
    paragraph: paragraph ?? null,
  };
}

const words = {
  vi: {
    article: 'Điều',
    clause: 'khoản',
    point: 'điểm',
    item: 'tiết',
    paragraph: 'đoạn',
    of: ' ',
  },
  en: {
    article: 'Article',
    clause: 'clause',
    point: 'point',
    item: 'item',
    paragraph: 'paragraph',
    of: ' of ',
  },
} as const;

function spelt({ instrument, articles }: Cited, language: Language): string {
  const listed = articles.map((article) => speltArticle(article, language)).join('; ');
  const named = isNational(instrument) ? nationalLaws[instrument] : instruments[instrument];
  return `${listed}${words[language].of}${named[language]}`;
}

function speltArticle(named: Article, language: Language): string {
  const word = words[language];
  const { article, clause, point, item, paragraph } = named;
  return [
    `${word.article} ${article}`,
    ...(clause === null ? [] : [`${word.clause} ${clause}`]),
    ...(point === null ? [] : [`${word.point} ${point}`]),
    ...(item === null ? [] : [`${word.item} (${item})`]),
    ...(paragraph === null ? [] : [`${word.paragraph} ${paragraph}`]),
  ].join(', ');
}
