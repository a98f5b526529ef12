/** What rules and articles are called, in Vietnamese and English. */
import type { Centres } from '../../domain/regulations/centre.ts';
import { citationIn } from '../../domain/regulations/citation.ts';
import { lessenedRule, lessenedTitle } from '../../domain/regulations/judge.ts';

/** There are about as many citations as demands, and each is spelt out many times over. */
const articles = new Map<string, { vi: string; en: string }>();

export function articleOf(citation: string): { vi: string; en: string } {
  const known = articles.get(citation);
  if (known !== undefined) return known;
  const spelt = { vi: citationIn(citation, 'vi'), en: citationIn(citation, 'en') };
  articles.set(citation, spelt);
  return spelt;
}

/** What the rule is called; a rule that this release no longer has, by its key. */
export function titleOf(key: string, centres: Centres): { vi: string; en: string } {
  if (key === lessenedRule) return lessenedTitle;
  for (const { demands } of centres.values()) {
    const demand = demands.find(({ rule }) => rule.key === key);
    if (demand !== undefined) return demand.rule.title;
  }
  return { vi: key, en: key };
}
