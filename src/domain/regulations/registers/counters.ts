/** The counters of a centre that agencies share (quầy tổng hợp, KT Đ13.10), by the code of the centre. */
import { centre } from '../../centre/centre/vocabulary.ts';
import { inWords } from '../in-words.ts';
import type { Register } from '../register.ts';
import { centreIn } from './centre-key.ts';

/** The names of those that were ever said to be shared, and with which agencies, where that is stated. */
export const sharedCounters: Register<ReadonlyMap<string, readonly string[]>> = {
  name: 'shared-counters',
  category: 'centre',
  types: ['CounterOpened', 'CounterChanged'],
  keys: centreIn,
  isKeyedByName: true,
  isAboutSubjects: false,
  fold(records) {
    const shared = new Map<string, readonly string[]>();
    for (const entry of records.flatMap(({ timeline }) => inWords('centre', centre, timeline))) {
      if (entry.type !== 'CounterOpened' && entry.type !== 'CounterChanged') continue;
      const { counter, combined, agencies } = entry.data;
      const isShared = combined ?? ((agencies ?? []).length > 1 || shared.has(counter));
      if (isShared) shared.set(counter, agencies ?? shared.get(counter) ?? []);
      else shared.delete(counter);
    }
    return shared;
  },
};
