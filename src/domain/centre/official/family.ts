/** Công chức: the record family of officials. Stream `official-{id}`. */
import { type Family, family } from '../../family.ts';
import { officialDecider } from './official.ts';
import { official, officialKey } from './vocabulary.ts';

/** No entry opens it for one centre alone: whoever moves takes their record along, and each centre writes its own. */
export const officialFamily: Family = family({
  category: 'official',
  key: officialKey,
  vocabulary: official,
  decider: officialDecider,
  opens: [],
  oneOf: ['official'],
});
