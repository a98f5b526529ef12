/** The door: a body is read as raw bytes, and means exactly one thing or is refused. */
import type { FastifyInstance } from 'fastify';
import { strictJson } from '../ledger/strict-json.ts';
import { ApiProblem } from './problem.ts';

/** Bytes of a body: some hundred times a fact. */
export const bodyBytesMax = 256 * 1024;

/** Reads `application/json` and nothing else. */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: bodyBytesMax },
    async (_: unknown, bytes: Buffer) => valueIn(bytes),
  );

  app.addHook('preParsing', async ({ headers }) => {
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity') throw new ApiProblem('body/media-type');
  });
}

function valueIn(bytes: Buffer): unknown {
  if (bytes.length === 0) throw new ApiProblem('body/missing');
  const parsed = strictJson(bytes);
  if (parsed.ok) return parsed.value;
  const { code, message, path } = parsed.problem;
  throw new ApiProblem(code, { detail: message, errors: [{ path, message }] });
}
