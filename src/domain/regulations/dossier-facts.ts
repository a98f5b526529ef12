/** What the record of a dossier says of it as a whole: what its reception states, or else its submission. */
import type { Channel, DossierEvent } from '../dossier/vocabulary.ts';
import { ofType, type Timeline } from '../timeline.ts';

type Record = Timeline<DossierEvent>;

/** How the applicant asked to get the result; null: nothing says. */
export function chosenChannelIn(timeline: Record): Channel | null {
  return statedIn(timeline, 'resultChannel');
}

/** Whether a result of that channel is fetched in person: by the applicant, a proxy or whoever was hired for it. */
export function isFetched(channel: Channel | null): boolean {
  return channel === 'direct' || channel === 'by-proxy' || channel === 'hired-service';
}

/** Whether it is sent: online or by post. */
export function isSent(channel: Channel | null): boolean {
  return channel === 'online' || channel === 'e-mail' || channel === 'post';
}

export function procedureIn(timeline: Record): string | null {
  return statedIn(timeline, 'procedure');
}

/** The agency that solves it. */
export function solvingUnitIn(timeline: Record): string | null {
  return statedIn(timeline, 'solvingUnit');
}

function statedIn<Field extends 'resultChannel' | 'procedure' | 'solvingUnit'>(
  timeline: Record,
  field: Field,
) {
  const [received, submitted] = [
    ofType(timeline, 'DossierReceived'),
    ofType(timeline, 'DossierSubmitted'),
  ];
  const stated = [...received, ...submitted].find(({ data }) => data[field] !== null);
  return stated?.data[field] ?? null;
}
