/** Reads `docs/records-and-rights.md`: what is kept and listed and never a breach, and where it is seen. */

/** From the root of the repository. */
export const recordsPage = 'docs/records-and-rights.md';

export type SeenRow = {
  /** The key of its demand. */
  readonly key: string;
  /** `SL Đ8.d`. */
  readonly articles: readonly string[];
  /** As OpenAPI writes it. */
  readonly path: string;
  /** What narrows the list, by the names of the parameters. */
  readonly query: Readonly<Record<string, string>>;
  /** Columns of the answer, and events of the record. */
  readonly names: readonly string[];
};

export function seenRows(text: string): readonly SeenRow[] {
  return text
    .split('\n')
    .filter((line) => /^\| [a-z]+-/.test(line))
    .map((line) => {
      const [, key = '', , by = '', seen = '', told = ''] = line
        .split('|')
        .map((cell) => cell.trim());
      const [path = '', query = ''] = (codesIn(seen)[0] ?? '').split('?');
      const asked = Object.fromEntries(new URLSearchParams(query));
      return { key, articles: articlesIn(by), path, query: asked, names: codesIn(told) };
    });
}

function codesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** `SL Đ5.b, Đ6.e; TQ Đ11.1`: an article without a centre is of the centre before it. */
function articlesIn(cell: string): readonly string[] {
  return cell.split('; ').flatMap((ofOne) => {
    const [centre = '', ...articles] = ofOne.split(/,? /);
    return articles.map((article) => `${centre} ${article}`);
  });
}
