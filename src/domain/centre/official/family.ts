/** Công chức: the record family of officials. Stream `official-{id}`. */
import { type Family, family } from '../../family.ts';
import { officialDecider } from './official.ts';
import { official, officialKey } from './vocabulary.ts';

export const officialFamily: Family = family({
  category: 'official',
  key: officialKey,
  vocabulary: official,
  decider: officialDecider,
  opens: ['OfficialRegistered', 'OfficialPosted'],
});
