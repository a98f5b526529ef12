/** Problem details (RFC 9457): how a request is told that it was refused, and what to do. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { aboutProblem, type ProblemCode } from './problem-table.ts';

export const Problem = z
  .object({
    type: z.string().describe('Names the problem, and is the address of what is said of it.'),
    code: z.string().describe('The same name for a program to compare: entry/key-reused.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong, where, and what to do.'),
    instance: z.string().describe('The address that was asked for.'),
    at: z.int().optional().describe('Which of several facts, from 0.'),
    errors: z
      .array(
        z.object({
          path: z.string().describe('JSON Pointer into the body, or the name of a parameter.'),
          message: z.string(),
        }),
      )
      .optional(),
    known: z.array(z.string()).optional().describe('What there is to choose from.'),
  })
  .meta({ id: 'Problem' });

export type FieldError = { readonly path: string; readonly message: string };

type Extra = {
  /** What is said in this case; left out: what is said in every case. Never a value of the request. */
  readonly detail?: string;
  readonly at?: number;
  readonly errors?: readonly FieldError[];
  readonly known?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
};

/** Thrown by whatever handles a request; the error handler sends it. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly extra: Extra;
  constructor(code: ProblemCode, extra: Extra = {}, options?: ErrorOptions) {
    super(extra.detail ?? aboutProblem(code).says, options);
    this.code = code;
    this.extra = extra;
  }

  /** Read by plugins that look at errors. */
  get statusCode(): number {
    return aboutProblem(this.code).status;
  }
}

/** The one or several fields that are not as they should be. */
export function invalid(errors: readonly FieldError[], at?: number): ApiProblem {
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more, under "errors")` : '';
  const detail =
    first === undefined
      ? undefined
      : `${first.path === '' ? '' : `${first.path}: `}${first.message}${more}`;
  return new ApiProblem('request/invalid', {
    errors,
    ...(detail !== undefined && { detail }),
    ...(at !== undefined && { at }),
  });
}

/** The body of a problem, as it is sent. */
export function problemBody({ code, message, extra }: ApiProblem, instance: string) {
  const { status, says } = aboutProblem(code);
  const { at, errors, known } = extra;
  return {
    type: `/problems/${code}`,
    code,
    title: titleOf(says),
    status,
    detail: message,
    instance,
    ...(at !== undefined && { at }),
    ...(errors !== undefined && { errors: [...errors] }),
    ...(known !== undefined && { known: [...known] }),
  };
}

/** The first sentence. */
export function titleOf(says: string): string {
  return /^.*?[.:](?= |$)/.exec(says)?.[0].slice(0, -1) ?? says;
}

export const problemType = 'application/problem+json';

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: ApiProblem,
): FastifyReply {
  const { status, retryAfter } = aboutProblem(problem.code);
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  // As text, so that no schema of the route reads it as one of its own answers.
  return reply
    .headers(problem.extra.headers ?? {})
    .code(status)
    .type(problemType)
    .send(JSON.stringify(problemBody(problem, addressOf(request))));
}

/** Without the query: it may say whom somebody is looking for. */
export function addressOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? '';
}
