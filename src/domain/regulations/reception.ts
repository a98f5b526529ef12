/** What the reception of a dossier says of it: how it came, and who has it in hand at the centre. */
import type { Channel, DossierEvent, DossierEventOf } from '../dossier/vocabulary.ts';
import type { Entry } from '../entry.ts';
import { ofType, type Timeline } from '../timeline.ts';
import type { Bearer } from './rule.ts';

export type Reception = Entry<DossierEventOf<'DossierReceived'>>;

/** Of several receptions that stand, which is odd, the one that was first recorded. */
export function receptionIn(timeline: Timeline<DossierEvent>): Reception | undefined {
  const all = ofType(timeline, 'DossierReceived');
  return all.length < 2 ? all[0] : all.toSorted((a, b) => Number(a.index - b.index))[0];
}

/** How it came: as its reception says, or else its submission; null: nothing says. */
export function channelIn(timeline: Timeline<DossierEvent>): Channel | null {
  const [submitted] = ofType(timeline, 'DossierSubmitted');
  return receptionIn(timeline)?.data.channel ?? submitted?.data.channel ?? null;
}

/** Who has it in hand at the centre: who is accountable for it, or else who took it in. */
export function officialAtCentre(timeline: Timeline<DossierEvent>): Bearer {
  const { official = null, receiver = null } = receptionIn(timeline)?.data ?? {};
  return { kind: 'official', code: official ?? receiver };
}

/** Over the counter, from whoever submits it or somebody in their place. */
export function isDirect(channel: Channel | null): boolean {
  return channel === 'direct' || channel === 'by-proxy';
}

/** Whether the centre gave a dossier to the post: what the applicant gives names nobody who gives it away, and a result goes the other way. */
export function isGivenToPost({
  what,
  from,
}: DossierEventOf<'CourierHandedOver'>['data']): boolean {
  return from !== null && what !== 'result';
}

/** By post, or brought by a service that was hired. */
export function isCarried(channel: Channel | null): boolean {
  return channel === 'post' || channel === 'hired-service';
}
