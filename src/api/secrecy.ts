/**
 * Who may see and say what of complaints, beside what their role and their centre let them: a
 * denunciation is read by nobody whom it accuses, and an agency reads what was sent to it.
 */
import { isSecret } from '../domain/complaints/complaint/secrecy.ts';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import type { Holder } from '../ledger/access.ts';
import { categoryOf } from '../ledger/event-store.ts';
import { ApiProblem } from './problem.ts';

/**
 * Holds a reader to the complaints that they may read.
 *
 * @param entries of the record, all that there are: what turned out to be a denunciation is secret
 *   also as it was before.
 * @throws ApiProblem for a denunciation that accuses the holder, or that an agency's officer asks
 *   for, and for a complaint that was not sent to the officer's agency: to be complained of is not
 *   to be asked.
 */
export function checkSecrecy(
  holder: Holder,
  stream: string,
  entries: readonly Entry<AnyEvent>[],
): void {
  if (categoryOf(stream) !== 'complaint') return;
  const { role, official, agency } = holder;
  const secret = isSecret(entries);
  const isAccused =
    secret && official !== null && entries.some((entry) => accuses(entry, official));
  const isNotAsked =
    role === 'agency-officer' && (secret || !entries.some((entry) => asks(entry, agency)));
  if (isAccused || isNotAsked) throw new ApiProblem('access/not-yours');
}

function accuses({ type, data }: AnyEvent, official: string): boolean {
  if (type === 'ComplaintReceived') return data['againstOfficial'] === official;
  const isAboutAct =
    type === 'ComplaintExplanationAsked' || type === 'ComplaintExplanationReceived';
  return isAboutAct && data['official'] === official;
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

/**
 * Holds a clerk to what comes to a counter: the reception of a complaint. What becomes of it is for
 * others to say.
 *
 * @param at which of the facts that were posted.
 * @throws ApiProblem if a clerk states anything else of a complaint.
 */
export function checkMayTell({ role }: Holder, stream: string, type: string, at: number): void {
  const isClerks = categoryOf(stream) !== 'complaint' || type === 'ComplaintReceived';
  if (role === 'clerk' && !isClerks) throw new ApiProblem('access/role', { at });
}
