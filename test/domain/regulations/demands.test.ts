/** That `docs/demands.md` and the code say the same, and that both are what the regulations' list demands. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { citedIn } from '../../../src/domain/regulations/citation.ts';
import { sections } from '../../../src/domain/regulations/demands.ts';
import { type Demanded, demandsByRule, demandsPage, pageFile } from '../../support/demands-page.ts';
import { demandedToo, notDemanded } from '../../support/not-demanded.ts';
import { type ListedRow, listedRows } from '../../support/regulations-list.ts';

const root = join(import.meta.dirname, '../../..');
const rules = demandsByRule();

describe('docs/demands.md', () => {
  test('says what the code says; if not, run `npm run demands`', async () => {
    const page = existsSync(join(root, pageFile)) ? readFileSync(join(root, pageFile), 'utf8') : '';
    expect(page, 'run `npm run demands`').toBe(await demandsPage());
  });

  test('of every rule the code tells the bearer and the due time, once, and of no other', () => {
    const told = sections.flatMap((section) => Object.keys(section.rules));
    expect(told.toSorted()).toEqual([...rules.keys()].toSorted());
  });

  test('every rule has one shape and one file, whatever the centre', async () => {
    const shapes = [...rules].filter(
      ([, demanded]) => new Set(demanded.map(({ demand }) => demand.rule.mechanism)).size > 1,
    );
    expect(shapes).toEqual([]);
    expect(await demandsPage()).not.toContain('| `` |');
  });
});

const list = '../shared/regulations.md';
const isThere = existsSync(join(root, list));

describe.skipIf(!isThere)(
  `the rules and ${list}${isThere ? '' : ' (ABSENT: NOT COMPARED)'}`,
  () => {
    const rows = isThere ? listedRows(readFileSync(join(root, list), 'utf8')) : [];
    const byRow = Map.groupBy(
      [...rules].filter(([, demanded]) => articlesOf(demanded).size > 0),
      ([key]) => rowOf(key, rows),
    );

    test('the list is read', () => {
      expect(rows.length).toBeGreaterThan(90);
    });

    test('every rule that cites a regulation is on the list', () => {
      expect((byRow.get(undefined) ?? []).map(([key]) => key)).toEqual([]);
    });

    test.each(rows.filter(({ isRule }) => isRule))('$key cites what the list does', (row) => {
      const all = (byRow.get(row) ?? []).flatMap(([, demanded]) => [...articlesOf(demanded)]);
      const cited = new Set(all.map((article) => asListed(article, row)));
      const others = notDemanded[row.key] ?? [];
      expect(cited.size, `no rule for ${row.key}`).toBeGreaterThan(0);
      const listed = [...row.articles, ...(demandedToo[row.key] ?? [])];
      expect([...cited, ...others].toSorted()).toEqual(listed.toSorted());
    });

    test('what is a profile, a right or a record alone is no rule', () => {
      const wrong = rows.filter((row) => !row.isRule && byRow.has(row));
      expect(wrong.map(({ key }) => key)).toEqual([]);
    });

    test('what is set apart as no demand is of a row that is a rule', () => {
      const keys = rows.filter(({ isRule }) => isRule).map(({ key }) => key);
      expect(Object.keys(notDemanded).filter((key) => !keys.includes(key))).toEqual([]);
    });
  },
);

/** The articles of the five regulations: `SL Đ8.b`. */
function articlesOf(demanded: readonly Demanded[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { demand } of demanded) {
    if (!/^(SL|TQ|BL|KT|NB) /.test(demand.citation)) continue;
    expect(citedIn(demand.citation)).not.toBeNull();
    const [centre = '', ...articles] = demand.citation.split(/,? /);
    for (const article of articles) found.add(`${centre} ${article}`);
  }
  return found;
}

/** A rule may cite one item of an article that is listed as a whole: `NB Đ8.1b(2)` of `NB Đ8.1b`. */
function asListed(article: string, { articles }: ListedRow): string {
  const [whole = ''] = article.split('(');
  return !articles.includes(article) && articles.includes(whole) ? whole : article;
}

/** A row may hold several duties: the rule of one of them has its key, those of the others begin with it. */
function rowOf(key: string, rows: readonly ListedRow[]): ListedRow | undefined {
  return rows
    .filter((row) => key === row.key || key.startsWith(`${row.key}-`))
    .toSorted((a, b) => b.key.length - a.key.length)[0];
}
