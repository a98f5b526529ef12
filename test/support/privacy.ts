/** Entries on the record of one request about personal data, or of one breach of it, in its words. */
import { dataBreach } from '../../src/domain/privacy/breach/vocabulary.ts';
import { dataRequest } from '../../src/domain/privacy/request/vocabulary.ts';
import { Instant } from '../../src/domain/units.ts';
import { entry, proposalsOf } from './stated.ts';

export const requestOfTests = 'datarequest-YC-1';
export const breachOfTests = 'databreach-SC-1';

const ofRequest = proposalsOf(dataRequest);
const ofBreach = proposalsOf(dataBreach);

/** What is other than that it was entered when it happened. */
type Also = Omit<NonNullable<Parameters<typeof entry>[3]>, 'recordedAt'> & {
  readonly recordedAt?: string;
};

const parsed = ({ recordedAt, ...also }: Also) => ({
  ...also,
  ...(recordedAt === undefined ? {} : { recordedAt: Instant.parse(recordedAt) }),
});

/** Entry number `number` on the request. */
export function asked<Type extends keyof typeof dataRequest>(
  number: number,
  type: Type,
  data: Parameters<typeof ofRequest<Type>>[1],
  when: string,
  also: Also = {},
) {
  const fact = ofRequest(type, data, when);
  return entry(number, fact, undefined, { stream: requestOfTests, ...parsed(also) });
}

/** Entry number `number` on the breach. */
export function leaked<Type extends keyof typeof dataBreach>(
  number: number,
  type: Type,
  data: Parameters<typeof ofBreach<Type>>[1],
  when: string,
  also: Also = {},
) {
  const fact = ofBreach(type, data, when);
  return entry(number, fact, undefined, { stream: breachOfTests, ...parsed(also) });
}
