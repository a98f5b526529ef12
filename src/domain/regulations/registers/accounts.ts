/** Whose an account is, by the name of the account: an official's id is one, too. */
import { official } from '../../centre/official/vocabulary.ts';
import { partsOf } from '../../stream.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
import type { CalendarDate, EventId } from '../../units.ts';
import { inWords } from '../in-words.ts';
import type { Register } from '../register.ts';

export type Account = {
  readonly official: string;
  /** The day on which it was closed; null: it is open. */
  readonly closed: CalendarDate | null;
  readonly proof: readonly EventId[];
};

/** Null: nobody was issued an account of that name. Issued again after it was closed, it is open. */
export const accounts: Register<Account | null> = {
  name: 'accounts',
  category: 'official',
  types: ['AccountIssued', 'AccountClosed'],
  keys: (_, entries) => [
    ...new Set(
      inWords('official', official, entries).flatMap(({ type, data }) =>
        type === 'AccountIssued' || type === 'AccountClosed' ? [data.account] : [],
      ),
    ),
  ],
  isAboutSubjects: false,
  fold: (records, account) =>
    records
      .flatMap(({ timeline }) => inWords('official', official, timeline))
      .reduce<Account | null>((before, { type, data, id, stream, occurredAt }) => {
        if ((type !== 'AccountIssued' && type !== 'AccountClosed') || data.account !== account) {
          return before;
        }
        const owner = partsOf(stream, ['id'])?.['id'] ?? '';
        const closed = type === 'AccountClosed' ? localDateOf(occurredAt, hoChiMinh) : null;
        const proof = type === 'AccountIssued' ? [id] : [...(before?.proof ?? []), id];
        return { official: owner, closed, proof };
      }, null),
};
