/** Nhật ký truy cập: the record family of openings. What was shown was shown: nothing is refused, or taken back. */
import { accepted, type Decider } from '../decider.ts';
import { type Family, family } from '../family.ts';
import { type AccessEvent, access, accessKey } from './vocabulary.ts';

const accessDecider: Decider<null, AccessEvent, never> = {
  initial: null,
  refusals: {},
  decide: () => accepted,
  evolve: (state) => state,
};

export const accessFamily: Family = family({
  category: 'access',
  key: accessKey,
  vocabulary: access,
  decider: accessDecider,
  opens: [],
});
