/**
 * unposted-account: work at the counter by somebody who was not posted at the centre that day, or entered
 * by an account that was closed before (an integrity finding; no article).
 *
 * The work is reception, handing a result over and taking money; who did it is the official it names, and
 * whose the account is that entered it. Only of those who were ever posted at the centre is it known that
 * they need to be, and whoever holds an office there is there by that. Acts by day alone, imports and
 * catch-ups are judged alike by the day on which they happened; the account only of what was entered live,
 * by the day on which it was.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import type { ReceiptEvent } from '../../fees/receipt/vocabulary.ts';
import type { CalendarDate, EventId } from '../../units.ts';
import { prohibition } from '../prohibition.ts';
import { accounts } from '../registers/accounts.ts';
import { holdsOn, postings } from '../registers/postings.ts';
import type { Context } from '../rule.ts';

type CounterEvent = DossierEvent | ReceiptEvent;

export const unpostedAccount = prohibition<CounterEvent>({
  key: 'unposted-account',
  version: 1,
  title: {
    vi: 'Người không được cử thực hiện công việc tại quầy',
    en: 'Act by an unposted account',
  },
  subject: ['dossier', 'receipt'],
  watches: ['DossierReceived', 'ResultReturned', 'ReceiptIssued'],
  gathered: false,
  offends: (entry, _, context) => (outsiderIn(entry, context) === null ? null : []),
  provedBy: (entry, _, context) => outsiderIn(entry, context)?.proof ?? [],
  blames(entry, _, context) {
    const outsider = outsiderIn(entry, context);
    return outsider === null ? null : { kind: 'official', code: outsider.official };
  },
  tells: (entry, context) => outsiderIn(entry, context)?.because ?? null,
});

type Outsider = {
  readonly official: string;
  readonly because: string;
  readonly proof: readonly EventId[];
};

function outsiderIn(entry: Entry<CounterEvent>, context: Context): Outsider | null {
  const named = officialIn(entry);
  const day = context.workingTime.dateAt(entry.occurredAt);
  const byName = named === null ? null : notPosted(named, day, context);
  if (byName !== null || entry.recordedVia.mode !== 'live') return byName;
  const entered = context.workingTime.dateAt(entry.recordedAt);
  const account = context.registers.look(accounts, entry.actor);
  if (account?.closed != null && account.closed < entered) {
    const because = `account ${entry.actor} closed on ${account.closed}`;
    return { official: account.official, because, proof: account.proof };
  }
  const holder = account?.official ?? entry.actor;
  return holder === named ? null : notPosted(holder, entered, context);
}

function officialIn({ type, data }: CounterEvent): string | null {
  if (type === 'DossierReceived') return data.receiver;
  if (type === 'ResultReturned') return data.official;
  return type === 'ReceiptIssued' ? data.collector : null;
}

/** Null: posted that day, in office, or never posted at this centre. */
function notPosted(official: string, day: CalendarDate, context: Context): Outsider | null {
  const known = context.registers.look(postings, official);
  const here = known.postings.filter(({ what }) => what.centre === context.centre);
  if (here.length === 0 || [...here, ...known.offices].some((one) => holdsOn(one, day)))
    return null;
  const proof = here.flatMap((one) => one.proof);
  return { official, because: `${official} not posted on ${day}`, proof };
}
