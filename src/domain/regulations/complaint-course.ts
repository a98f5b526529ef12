/** What the rules about complaints ask of a record: of what kind it is, who has it, and whether it came to an end. */
import { endOf } from '../complaints/complaint/causes.ts';
import type { ComplaintEvent, ComplaintEventOf } from '../complaints/complaint/vocabulary.ts';
import type { Entry } from '../entry.ts';
import type { Bearer, Context } from './rule.ts';

export type Forwarded = Entry<ComplaintEventOf<'ComplaintForwarded'>>;

/** Whether it goes on to whoever is to deal with it, and is not only told to them. */
export function isHandedOn(entry: Entry<ComplaintEvent>): entry is Forwarded {
  return entry.type === 'ComplaintForwarded' && entry.data.why !== 'to-know';
}

/** To take back a part of a complaint ends nothing. */
export function isWholeEnd(entry: Entry<ComplaintEvent>): boolean {
  return endOf(entry) !== null;
}

export function centreItself({ centre }: Context): Bearer {
  return { kind: 'centre', code: centre };
}
