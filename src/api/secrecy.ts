/**
 * Who may see and say what of complaints, beside what their role and their centre let them: a
 * denunciation is for nobody whom it accuses, and an agency reads what was sent to it.
 */
import { accusedIn, isSecret } from '../domain/complaints/complaint/secrecy.ts';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { standing } from '../domain/timeline.ts';
import type { Holder } from '../ledger/access.ts';
import { categoryOf } from '../ledger/event-store.ts';
import { ApiProblem } from './problem.ts';

/** Whether `stream` is kept as the record of a denunciation. @param entries all that there are. */
export function isDenunciation(stream: string, entries: readonly AnyEvent[]): boolean {
  return categoryOf(stream) === 'complaint' && isSecret(entries);
}

/**
 * Whether the record on `stream` is a denunciation of the holder: it is then not for them, in whatever
 * way they come by it, to read or to write.
 *
 * @param entries of the record, all that there are: what turned out to be a denunciation is one also
 *   as it was before.
 */
export function isKeptFrom(
  { official }: Holder,
  stream: string,
  entries: readonly AnyEvent[],
): boolean {
  return official !== null && isDenunciation(stream, entries) && accusedIn(entries).has(official);
}

/**
 * Holds a reader to the complaints that they may read.
 *
 * @param entries of the record, all that there are.
 * @throws ApiProblem for a denunciation that accuses the holder, or that an agency's officer asks
 *   for, and for a complaint that was not sent to the officer's agency, or was by mistake: to be
 *   complained of is not to be asked.
 */
export function checkSecrecy(
  holder: Holder,
  stream: string,
  entries: readonly Entry<AnyEvent>[],
): void {
  if (categoryOf(stream) !== 'complaint') return;
  const isNotAsked =
    holder.role === 'agency-officer' &&
    (isSecret(entries) || !standing(entries).some((entry) => asks(entry, holder.agency)));
  if (isNotAsked || isKeptFrom(holder, stream, entries)) throw new ApiProblem('access/not-yours');
}

/** @throws ApiProblem for a denunciation that accuses the holder: whoever it accuses states nothing of it. */
export function checkMayWrite(
  holder: Holder,
  stream: string,
  entries: readonly Entry<AnyEvent>[],
): void {
  if (isKeptFrom(holder, stream, entries)) throw new ApiProblem('access/not-yours');
}

/** The fields by which the centre turns to an agency. */
const asking: Readonly<Record<string, string>> = {
  ComplaintForwarded: 'to',
  ComplaintAgencyUrged: 'agency',
  ComplaintExplanationAsked: 'of',
  ComplaintOfficialCalled: 'agency',
};

function asks({ type, data }: AnyEvent, agency: string | null): boolean {
  const field = asking[type];
  return field !== undefined && agency !== null && data[field] === agency;
}

/** All that a clerk says of such a record: that it came. */
const receptions: Readonly<Record<string, string>> = {
  complaint: 'ComplaintReceived',
  datarequest: 'DataRequestReceived',
};

/**
 * Holds a clerk to what comes to a counter: the reception of a complaint, or of a request about personal
 * data. What becomes of it is for others to say.
 *
 * @param at which of the facts that were posted.
 * @throws ApiProblem if a clerk states anything else of one.
 */
export function checkMayTell({ role }: Holder, stream: string, type: string, at: number): void {
  const reception = receptions[categoryOf(stream)];
  const isClerks = reception === undefined || type === reception;
  if (role === 'clerk' && !isClerks) throw new ApiProblem('access/role', { at });
}
