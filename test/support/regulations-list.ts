/** Reads the list of what the five regulations demand: the tables whose head is `rule | article | demand`. */
export type ListedRow = {
  readonly key: string;
  /** Without their remarks: `SL Đ9.1`. */
  readonly articles: readonly string[];
  readonly demand: string;
  /** Whether it is a duty, a prohibition or a coverage in any part; else a profile, a right or a record. */
  readonly isRule: boolean;
};

export function listedRows(text: string): readonly ListedRow[] {
  const rows: ListedRow[] = [];
  let isTable = false;
  for (const line of text.split('\n')) {
    if (!line.startsWith('|')) isTable = false;
    else if (line.startsWith('| rule | article | demand |')) isTable = true;
    else if (isTable && !line.startsWith('|---')) rows.push(rowIn(line));
  }
  return rows;
}

function rowIn(line: string): ListedRow {
  const [, key = '', article = '', ...rest] = line.split('|').map((cell) => cell.trim());
  const demand = rest.join('|');
  const isRule =
    /\b(duty|prohibition|coverage)\b/i.test(demand) && !/^(record|profile)\b/.test(demand);
  return { key, articles: articlesIn(article), demand, isRule };
}

/** `SL Đ9.1 (before the 30th); KT Đ14`, where an article without a centre is of the centre before it. */
function articlesIn(cell: string): readonly string[] {
  const articles: string[] = [];
  let centre = '';
  for (const word of cell.replaceAll(/ \([^)]*\)/g, '').split(/[,;]? /)) {
    if (/^[A-Z]{2}$/.test(word)) centre = word;
    else if (word.startsWith('Đ')) articles.push(`${centre} ${word}`);
  }
  return [...new Set(articles)];
}
