/** Of which centres the entries on an official's record are: whoever moves has been at several. */
import type { AnyEvent } from '../../entry.ts';

/** The centre that wrote it, and the one to which it sends the official. */
export function centresOf({
  type,
  data,
  centre,
}: AnyEvent & { readonly centre: string }): readonly string[] {
  const { at } = data;
  return type === 'OfficialPosted' && typeof at === 'string' ? [centre, at] : [centre];
}

/** Whether it says who the official is: that holds at every centre, whichever registered them. */
export function saysWhoTheyAre({ type }: AnyEvent): boolean {
  return type === 'OfficialRegistered' || type === 'OfficialDetailsChanged';
}
