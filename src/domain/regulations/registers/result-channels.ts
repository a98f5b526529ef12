/** How the applicant asked for the result of a dossier (TQ Đ8); by its code. */
import { type Channel, dossier } from '../../dossier/vocabulary.ts';
import { partsOf } from '../../stream.ts';
import type { EventId } from '../../units.ts';
import { inWords } from '../in-words.ts';
import type { Register } from '../register.ts';

export type AskedChannel = { readonly channel: Channel; readonly stated: EventId };

/** As it was stated last, at submission or reception; null: nobody stated it. */
export const resultChannels: Register<AskedChannel | null> = {
  name: 'result-channels',
  category: 'dossier',
  types: ['DossierSubmitted', 'DossierReceived'],
  keys: (stream) => [partsOf(stream, ['code'])?.['code'] ?? []].flat(),
  isKeyedByName: true,
  isAboutSubjects: false,
  fold: (records) =>
    records
      .flatMap(({ timeline }) => inWords('dossier', dossier, timeline))
      .flatMap((entry): AskedChannel[] => {
        if (entry.type !== 'DossierSubmitted' && entry.type !== 'DossierReceived') return [];
        const { resultChannel } = entry.data;
        return resultChannel === null ? [] : [{ channel: resultChannel, stated: entry.id }];
      })
      .at(-1) ?? null,
};
