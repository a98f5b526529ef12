/** Reading the query of an address. */
import { parse } from 'node:querystring';

/**
 * The parameters of a query string.
 *
 * A `+` that was not escaped arrives as a space. In the offset of a time nothing else can be meant,
 * so there it is read as it was written.
 */
export function queryOf(text: string): Record<string, unknown> {
  const query = Object.entries(parse(text)).map(([name, value]) => [
    name,
    typeof value === 'string'
      ? value.replace(/^(\d{4}-\d\d-\d\dT\S+) (\d\d:\d\d)$/, '$1+$2')
      : value,
  ]);
  return Object.fromEntries(query);
}
