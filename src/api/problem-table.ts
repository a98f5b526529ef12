/**
 * Every problem that an answer can name, with its HTTP status: the one table, of which
 * `refusal-table.ts` is the part that grows with the families.
 *
 * The codes are part of the public contract: adding one is a feature, changing one is a break.
 */

import type { LedgerUnavailable } from '../ledger/event-store.ts';
import type { NoKey } from '../ledger/key-ring.ts';
import type { BodyProblemCode } from '../ledger/strict-json.ts';
import { type RefusalCode, refusalStatus, saysOfRefusal } from './refusal-table.ts';

export type About = {
  readonly status: number;
  /** The same for every occurrence: what is wrong, in one sentence, and then what to do. */
  readonly says: string;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter?: number;
};

const others = {
  'body/not-utf8': { status: 400, says: 'The body is not UTF-8. Send it as UTF-8.' },
  'body/not-json': { status: 400, says: 'The body is not JSON. Send one JSON value.' },
  'body/duplicate-key': {
    status: 400,
    says: 'An object of the body has one key twice. Send each key once.',
  },
  'body/reserved-key': {
    status: 400,
    says: 'The body has a key that is not allowed. Leave it out.',
  },
  'body/unsafe-number': {
    status: 400,
    says: 'A number of the body would not survive being read. Send it with fewer digits, or as text.',
  },
  'body/too-deep': {
    status: 400,
    says: 'The body is nested too deeply. No record of this ledger needs that.',
  },
  'body/lone-surrogate': {
    status: 400,
    says: 'A text of the body holds half a character. Send whole characters.',
  },
  'body/missing': { status: 400, says: 'There is no body. Send the facts as JSON.' },
  'body/incomplete': {
    status: 400,
    says: 'The body is not as long as was announced. Send it again.',
  },
  'body/too-large': {
    status: 413,
    says: 'The body is too large. Send it in parts of at most 256 KiB.',
  },
  'body/media-type': {
    status: 415,
    says: 'The body is not in a form that is read here. Send application/json, not compressed.',
  },
  'request/invalid': {
    status: 400,
    says: 'The request is not of the form that is read here. Each error says where, and what is expected.',
  },
  'request/unknown-event': {
    status: 400,
    says: 'There is no event of that type. The types that there are are listed under "known".',
  },
  'request/malformed': {
    status: 400,
    says: 'The request is not well-formed HTTP. Check its address and headers.',
  },
  'request/not-found': {
    status: 404,
    says: 'There is nothing at this address. The addresses are listed at /docs.',
  },
  'request/method': {
    status: 405,
    says: 'This address does not take that method. The header Allow lists those that it takes.',
  },
  'request/timeout': { status: 408, says: 'The request did not arrive in time. Send it again.' },
  'request/headers-too-large': {
    status: 431,
    says: 'The headers are too large. Send fewer, or shorter ones.',
  },
  'request/too-many': {
    status: 429,
    says: 'There were too many requests. Wait as long as Retry-After says.',
  },
  'opening/nothing-sealed': {
    status: 404,
    says: 'That entry has no such personal field. Those that it has are listed under "known".',
  },
  'opening/not-for-role': {
    status: 403,
    says: 'Your role does not need what that field tells, so it stays sealed. Ask somebody whose work it is.',
  },
  'opening/not-recorded': {
    status: 503,
    retryAfter: 1,
    says: 'It could not be recorded that you are shown this, so it was not opened. Try again.',
  },
  'batch/no-such-record': {
    status: 404,
    says: 'The stream names no record that is posted to. Name it as the state of such a record does.',
  },
  'access/no-token': {
    status: 401,
    says: 'A token is needed. Send it in a header: Authorization: Bearer id.secret.',
  },
  'access/bad-token': {
    status: 401,
    says: 'The token is unknown, or was revoked. Ask your administrator for another.',
  },
  'access/role': { status: 403, says: 'Your role may not do this. Ask somebody whose role may.' },
  'access/other-centre': {
    status: 403,
    says: 'This belongs to a centre that your token is not for. Ask a person of that centre.',
  },
  'access/not-yours': {
    status: 403,
    says: 'This is not about your own work or your agency. Ask an inspector or the director.',
  },
  'access/other-actor': {
    status: 403,
    says: 'You may record only in your own name. Leave "actor" out.',
  },
  'access/no-backfill': {
    status: 403,
    says: 'Only the director or a service enters what was noted during an outage. Ask one of them.',
  },
  'record/unknown': {
    status: 404,
    says: 'Nothing is on record of this. Check the code, and the asOf if there is one.',
  },
  'list/bad-cursor': {
    status: 400,
    says: 'The cursor is not one that this list gave, with these filters. Start again without it.',
  },
  'list/bad-as-of': {
    status: 400,
    says: 'An asOf is the index of an event, a date, or a recorded time like 2026-03-02T08:00:00+07:00. Write + in an address as %2B.',
  },
  'list/bad-filters': {
    status: 400,
    says: 'These filters do not go together. Leave one of them out.',
  },
  'list/not-yet': {
    status: 422,
    says: 'That lies after the last event of the ledger. Ask for something that has been recorded.',
  },
  'duty/unknown': {
    status: 404,
    says: 'There is no such duty. Take the id from the list of duties, and percent-encode it in the address.',
  },
  'list/building': {
    status: 503,
    says: 'What other records say is being read. Ask again in a moment.',
    retryAfter: 1,
  },
  'list/behind': {
    status: 503,
    says: 'What answers has not yet read as far as Ledger-At-Least asks. Ask again in a moment.',
    retryAfter: 1,
  },
  'person/unknown': {
    status: 422,
    says: 'No person of that name is known here. Leave "person" out, or check it.',
  },
  'person/erased': {
    status: 409,
    says: 'That person has been erased. Leave "person" out: who comes back is another person to the ledger.',
  },
  'person/not-one': {
    status: 409,
    says: 'The person and the national number belong to two persons. Name one of them.',
  },
  'ledger/read-only': {
    status: 503,
    says: 'The ledger takes no writes. /health/ready says why; an operator has to decide what to do.',
  },
  'ledger/full': {
    status: 507,
    says: 'The disk is full and nothing was recorded. Make room, and send it again.',
  },
  'ledger/unconfirmed': {
    status: 503,
    says: 'It is unknown whether it was recorded. Send the same again, with the same idempotency key.',
    retryAfter: 5,
  },
  'ledger/closed': {
    status: 503,
    says: 'The ledger is being stopped. Send the same again in a moment.',
    retryAfter: 5,
  },
  'ledger/busy': {
    status: 503,
    says: 'Others wrote to the same record, several times over, and nothing was recorded. Send it again.',
    retryAfter: 1,
  },
  'ledger/unreadable': {
    status: 500,
    says: 'The record holds an event that this program cannot read. It is listed in /v1/quarantine.',
  },
  'feed/too-many': {
    status: 429,
    says: 'There are too many open feeds. Close one, or come again later.',
    retryAfter: 30,
  },
  'server/overloaded': {
    status: 503,
    says: 'There is more to do than can be done just now. Ask again in a moment.',
    retryAfter: 5,
  },
  'server/timeout': {
    status: 503,
    says: 'The answer took too long and was given up. Send the same again, with the same idempotency key.',
    retryAfter: 5,
  },
  'server/failed': {
    status: 500,
    says: 'The request could not be completed, by a fault of ours. The log of the server has its cause.',
  },
} as const satisfies Record<
  BodyProblemCode | `ledger/${LedgerUnavailable['code']}` | `person/${NoKey['because']}`,
  About
> &
  Record<string, About>;

export type ProblemCode = RefusalCode | keyof typeof others;

/** What is said of `code`. */
export function aboutProblem(code: ProblemCode): About {
  return isRefusal(code)
    ? { status: refusalStatus[code], says: saysOfRefusal[code] }
    : others[code];
}

/** Every code that there is. */
export const problemCodes: readonly string[] = [
  ...Object.keys(refusalStatus),
  ...Object.keys(others),
];

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(refusalStatus, code) || Object.hasOwn(others, code);
}

function isRefusal(code: ProblemCode): code is RefusalCode {
  return Object.hasOwn(refusalStatus, code);
}
