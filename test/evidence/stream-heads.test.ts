/** The last entry of every stream, when there are more streams than are held in memory. */
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { streamHeads } from '../../src/evidence/stream-heads.ts';
import { filled } from '../support/ledger-folder.ts';

test('what comes before an entry is known, however few streams are held', async () => {
  const { ledger } = await filled(100);
  using database = new DatabaseSync(ledger, { readOnly: true });
  const rows = database.prepare('SELECT idx, stream, revision, leaf FROM event ORDER BY idx').all();
  const before = (held: number) => {
    const heads = streamHeads(database, held);
    return rows.map((row) => {
      const [index, stream, revision] = [
        Number(row['idx']),
        String(row['stream']),
        Number(row['revision']),
      ];
      const leaf =
        row['leaf'] instanceof Uint8Array ? Buffer.from(row['leaf']).toString('hex') : '';
      const head = heads.before(stream, revision, index);
      heads.put(stream, { index, revision, stored: leaf, derived: leaf });
      return head;
    });
  };
  const all = before(1_000);
  expect(all.map((head) => head?.index ?? null)).toEqual(
    rows.map((_, index) => (index < 7 ? null : index - 7)),
  );
  expect(before(7)).toEqual(all);
  expect(before(3)).toEqual(all);
  expect(before(1)).toEqual(all);
});
