/** For whom an official may sign or act: each authority as it was given, and as it ended. */
import type { Proposal } from '../../entry.ts';
import type { CalendarDate, Instant, OfficialId } from '../../units.ts';
import type { OfficialEvent, OfficialEventOf } from './vocabulary.ts';

export type Authority = {
  /** By which giving and ending it know each other; null where the record does not say. */
  readonly authority: string | null;
  readonly by: OfficialId | null;
  readonly office: string | null;
  readonly form: OfficialEventOf<'AuthorityDelegated'>['data']['form'];
  readonly matters: readonly string[] | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly document: string | null;
  readonly givenAt: Instant;
  readonly endedAt: Instant | null;
};

export function authoritiesAfter(
  authorities: readonly Authority[],
  { type, data, occurredAt }: Proposal<OfficialEvent>,
): readonly Authority[] {
  if (type === 'AuthorityDelegated') {
    const { authority, by, office, form, matters, from, to, document } = data;
    const given = { authority, by, office, form, matters, from, to, document };
    return [...authorities, { ...given, givenAt: occurredAt, endedAt: null }];
  }
  if (type !== 'AuthorityEnded') return authorities;
  const open = openAuthority(authorities, data.authority);
  return authorities.map((one) =>
    one === open ? { ...one, to: data.to ?? one.to, endedAt: occurredAt } : one,
  );
}

/** The authority of that name that has not been ended; the last one where no name is known. */
export function openAuthority(
  authorities: readonly Authority[],
  name: string | null,
): Authority | null {
  const found = authorities.findLast(
    (one) =>
      one.endedAt === null && (name === null || one.authority === null || one.authority === name),
  );
  return found ?? null;
}
