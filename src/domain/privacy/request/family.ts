/** Yêu cầu của chủ thể dữ liệu cá nhân: the record family of requests about personal data. Stream `datarequest-{id}`. */
import { type Family, family } from '../../family.ts';
import { dataRequestDecider } from './request.ts';
import { dataRequest, dataRequestKey } from './vocabulary.ts';

export const dataRequestFamily: Family = family({
  category: 'datarequest',
  key: dataRequestKey,
  vocabulary: dataRequest,
  decider: dataRequestDecider,
  opens: ['DataRequestReceived'],
  oneOf: ['complainant'],
});
