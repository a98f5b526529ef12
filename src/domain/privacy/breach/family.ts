/** Vi phạm về dữ liệu cá nhân: the record family of breaches of personal data. Stream `databreach-{id}`. */
import { type Family, family } from '../../family.ts';
import { dataBreachDecider } from './breach.ts';
import { dataBreach, dataBreachKey } from './vocabulary.ts';

export const dataBreachFamily: Family = family({
  category: 'databreach',
  key: dataBreachKey,
  vocabulary: dataBreach,
  decider: dataBreachDecider,
  opens: ['DataBreachDetected'],
});
