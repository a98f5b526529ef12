/** Whatever is thrown while a request is handled, as the problem that it is. */
import type { FastifyError, FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { UnreadableEvent } from '../ledger/codec.ts';
import { LedgerUnavailable } from '../ledger/event-store.ts';
import { NoKey, NotOnePerson } from '../ledger/key-ring.ts';
import { NotTold } from '../ledger/personal.ts';
import { BadCursor, BadFilters } from '../projections/lists/paging.ts';
import { ApiProblem, invalid, problemBody, problemType, sendProblem } from './problem.ts';
import { aboutProblem, type ProblemCode } from './problem-table.ts';

/** What the framework refuses by itself, by its code. */
const ofFramework: ReadonlyMap<string, ProblemCode> = new Map<string, ProblemCode>([
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'body/media-type'],
  ['FST_ERR_CTP_BODY_TOO_LARGE', 'body/too-large'],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 'body/incomplete'],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', 'body/missing'],
  ['FST_ERR_HANDLER_TIMEOUT', 'server/timeout'],
  ['FST_ERR_BAD_URL', 'request/malformed'],
  ['FST_ERR_MAX_PARAM_LENGTH', 'request/malformed'],
  ['ECONNRESET', 'body/incomplete'],
]);

/** The problem that `error` is; a fault of ours where nothing else is known of it. */
export function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof LedgerUnavailable) {
    return new ApiProblem(`ledger/${error.code}`, { detail: error.message }, { cause: error });
  }
  if (error instanceof NoKey) {
    return new ApiProblem(`person/${error.because}`, {}, { cause: error });
  }
  if (error instanceof NotOnePerson) return new ApiProblem('person/not-one', {}, { cause: error });
  if (error instanceof NotTold) {
    return invalid([{ path: `/data/${error.field}`, message: error.message }]);
  }
  if (error instanceof BadCursor) return new ApiProblem('list/bad-cursor', {}, { cause: error });
  if (error instanceof BadFilters) {
    return new ApiProblem('list/bad-filters', { detail: error.message }, { cause: error });
  }
  if (error instanceof UnreadableEvent) {
    return new ApiProblem('ledger/unreadable', {}, { cause: error });
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    return invalid(
      error.validation.map(({ instancePath, message = '' }) => ({
        path: instancePath.replace(/^\//, ''),
        message,
      })),
    );
  }
  return problemOfFramework(error);
}

function problemOfFramework(error: unknown): ApiProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = ofFramework.get(code);
  if (known !== undefined) return new ApiProblem(known, {}, { cause: error });
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  const other = status >= 400 && status < 500 ? 'request/malformed' : 'server/failed';
  return new ApiProblem(other, {}, { cause: error });
}

/** Sends every error as a problem, and logs the faults that are ours. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = problemOf(error);
    if (aboutProblem(problem.code).status >= 500) {
      request.log.error(
        { err: problem.cause ?? problem, route: request.routeOptions.url, code: problem.code },
        'request failed',
      );
    }
    return sendProblem(request, reply, problem);
  });
}

/** For what is not even a request: the answer as it goes onto the wire. */
export function rawProblem(code: ProblemCode): string {
  const body = JSON.stringify(problemBody(new ApiProblem(code), ''));
  const { status } = aboutProblem(code);
  return [
    `HTTP/1.1 ${status} ${code}`,
    `Content-Type: ${problemType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
