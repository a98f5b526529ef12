/** A whole list as one file of CSV: page by page as it is read, so that no list is ever held in memory. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Page } from '../projections/lists/paging.ts';
import { byteOrderMark, type Column, csvHead, csvLine } from './csv.ts';

/** Items between two turns of others. */
export const csvPage = 200;

/** Whether a request asks for a file and not for JSON. */
export function asksForCsv({ headers }: FastifyRequest): boolean {
  const types = (headers.accept ?? '').split(',').map((type) => type.split(';')[0]?.trim());
  return types.some((type) => type?.toLowerCase() === 'text/csv');
}

export type CsvFile<Item> = {
  /** How the file is called, without its ending. */
  readonly name: string;
  readonly columns: readonly Column<Item>[];
  /** The first page: it was asked for before anything was sent, so that what is wrong is still said. */
  readonly first: Page<Item>;
  /** The page after it, by the `next` of the one before. */
  readonly after: (next: string) => Promise<Page<Item>>;
};

/** Sends all pages. What breaks off in the middle cuts the connection, so that nobody takes it for whole. */
export async function sendCsv<Item>(
  request: FastifyRequest,
  reply: FastifyReply,
  file: CsvFile<Item>,
  status: string | null,
): Promise<void> {
  const response = begin(reply, file, status);
  try {
    response.write(byteOrderMark + csvHead(file.columns));
    let page = file.first;
    for (;;) {
      const text = page.items.map((item) => csvLine(file.columns, item)).join('');
      if (!response.write(text)) await drained(response);
      if (response.destroyed || page.next === null) break;
      await setImmediate(); // others have their turn
      page = await file.after(page.next);
    }
    response.end();
  } catch (error) {
    request.log.error({ err: error }, 'a file broke off');
    response.destroy();
  }
}

/** As fast as it is read; or it is not read any more. */
async function drained(response: ServerResponse): Promise<void> {
  if (response.destroyed) return;
  const stop = new AbortController();
  const { signal } = stop;
  try {
    await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]);
  } finally {
    stop.abort();
  }
}

/** From here on the answer is ours: no time limit of a handler cuts it off. */
function begin<Item>(
  reply: FastifyReply,
  { name, first }: CsvFile<Item>,
  status: string | null,
): ServerResponse {
  reply.hijack();
  reply.raw.writeHead(200, {
    ...Object.fromEntries(
      Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined),
    ),
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${name}.csv"`,
    'cache-control': 'no-store',
    'ledger-position': String(first.position),
    ...(status !== null && { 'ledger-status': status }),
  });
  return reply.raw;
}
