import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  citationIn,
  citedIn,
  instruments,
  isCitation,
  noArticle,
} from '../../../src/domain/regulations/citation.ts';

const sonLa = 'Quyết định 1624/QĐ-UBND ngày 16/06/2017 (Sơn La)';
const sonLaInEnglish = 'Decision 1624/QĐ-UBND of 16 June 2017 (Sơn La)';

describe('an article spelt out', () => {
  test.each([
    ['SL Đ12', 'Điều 12', 'Article 12'],
    ['SL Đ2.3', 'Điều 2, khoản 3', 'Article 2, clause 3'],
    ['SL Đ4.4b', 'Điều 4, khoản 4, điểm b', 'Article 4, clause 4, point b'],
    ['SL Đ8.b', 'Điều 8, điểm b', 'Article 8, point b'],
    ['SL Đ8.đ', 'Điều 8, điểm đ', 'Article 8, point đ'],
    ['SL Đ11¶1', 'Điều 11, đoạn 1', 'Article 11, paragraph 1'],
    ['SL Đ8.2¶2', 'Điều 8, khoản 2, đoạn 2', 'Article 8, clause 2, paragraph 2'],
    ['SL Đ5.1c¶2', 'Điều 5, khoản 1, điểm c, đoạn 2', 'Article 5, clause 1, point c, paragraph 2'],
    ['SL Đ8.1b(1)', 'Điều 8, khoản 1, điểm b, tiết (1)', 'Article 8, clause 1, point b, item (1)'],
    ['SL Đ13.10', 'Điều 13, khoản 10', 'Article 13, clause 10'],
    [
      'SL Đ4.4b, Đ8.b, Đ11.2',
      'Điều 4, khoản 4, điểm b; Điều 8, điểm b; Điều 11, khoản 2',
      'Article 4, clause 4, point b; Article 8, point b; Article 11, clause 2',
    ],
  ])('%s', (citation, vi, en) => {
    expect(citationIn(citation, 'vi')).toBe(`${vi} ${sonLa}`);
    expect(citationIn(citation, 'en')).toBe(`${en} of ${sonLaInEnglish}`);
  });

  test('a comma can go before another regulation', () => {
    expect(citationIn('NB Đ11.1, Đ11.5, KT Đ15', 'vi')).toBe(
      citationIn('NB Đ11.1, Đ11.5; KT Đ15', 'vi'),
    );
  });

  test('of several regulations, each is named', () => {
    const citation = 'BL Đ8.1đ; KT Đ10.5; NB Đ6.1d';
    expect(citationIn(citation, 'vi')).toBe(
      [
        'Điều 8, khoản 1, điểm đ Quyết định 221/QĐ-UBND ngày 23/10/2018 (Bạc Liêu)',
        'Điều 10, khoản 5 Quy chế tổ chức và hoạt động năm 2019 (Kon Tum; số và ngày để trống trong văn bản)',
        'Điều 6, khoản 1, điểm d Quyết định 743/QĐ-UBND ngày 23/09/2020 (Ninh Bình)',
      ].join('; '),
    );
    expect(citationIn('TQ Đ7.2b; BL Đ5.2', 'en')).toBe(
      [
        'Article 7, clause 2, point b of Decision 459/QĐ-UBND of 27 November 2023 (Tuyên Quang)',
        'Article 5, clause 2 of Decision 221/QĐ-UBND of 23 October 2018 (Bạc Liêu)',
      ].join('; '),
    );
  });
});

describe('where there is no article', () => {
  test.each(Object.values(noArticle))('%s: it is said in either language', (words) => {
    expect(isCitation(words)).toBe(true);
    expect(citationIn(words, 'en')).toBe(words);
    expect(citationIn(words, 'vi')).toContain('không theo điều khoản nào');
  });

  test.each([
    'article 7',
    'XX Đ8',
    'toString Đ8',
    'SL',
    'SL 8',
    'SL Đ',
    'SL Đ8.',
    'SL Đ8.bb',
    'SL Đ8.B',
    'SL Đ8¶',
    'SL Đ8()',
    'SL Đ8, ',
    'SL Đ8, 9',
    'SL Đ8; ',
    'SL Đ8;BL Đ9',
    'SL  Đ8',
    'SL Đ8 (monthly)',
    'Đ8.b',
    '',
  ])('%j cites nothing, and stays as it is', (text) => {
    expect(isCitation(text)).toBe(false);
    expect(citationIn(text, 'vi')).toBe(text);
    expect(citationIn(text, 'en')).toBe(text);
  });
});

const regulations = '../shared/regulations.md';

describe.skipIf(!existsSync(regulations))(`the list of demands (${regulations})`, () => {
  const page = existsSync(regulations) ? readFileSync(regulations, 'utf8') : '';
  const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const rules = rows.filter(
    (cells) => cells.length === 5 && /^[a-z0-9-]+-[a-z0-9]/.test(cells[1] ?? ''),
  );
  const cells = rules.map(([, , cell = '']) => cell.replaceAll(/ \([^)]*\)/g, ''));

  test('every rule cites articles, and they come back as they were written', () => {
    expect(cells.length).toBeGreaterThan(90);
    expect(cells.map(written)).toEqual(
      cells.map((cell) => cell.replaceAll(/, (?=(SL|TQ|BL|KT|NB) )/g, '; ')),
    );
  });

  test.each(Object.keys(instruments))('every article that is named can be spelt out: %s', (key) => {
    const named = [...page.matchAll(/Đ\d+[.\da-zđ¶]*(?:\(\d+\))?/g)].map(([text]) =>
      text.replace(/\.$/, ''),
    );
    expect(named.length).toBeGreaterThan(300);
    const isSpelt = (text: string) => /^Điều \d+(, (khoản|điểm|tiết|đoạn) \S+)* Qu/.test(text);
    const wrong = named.filter((text) => !isSpelt(citationIn(`${key} ${text}`, 'vi')));
    expect(wrong).toEqual([]);
  });
});

/** The citation written again from what was read of it. */
function written(citation: string): string | undefined {
  return citedIn(citation)
    ?.map(({ instrument, articles }) => {
      const list = articles.map(({ article, clause, point, item, paragraph }) => {
        const inner = `${clause ?? ''}${point ?? ''}`;
        return [
          `Đ${article}`,
          inner === '' ? '' : `.${inner}`,
          item === null ? '' : `(${item})`,
          paragraph === null ? '' : `¶${paragraph}`,
        ].join('');
      });
      return `${instrument} ${list.join(', ')}`;
    })
    .join('; ');
}
