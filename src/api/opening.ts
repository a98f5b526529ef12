/**
 * Opening what is personal: for a role that needs it, and never without a record of it.
 *
 * The opening is recorded before the text leaves the program. If it cannot be recorded, it is not opened.
 */
import { randomUUID } from 'node:crypto';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { families } from '../domain/families.ts';
import type { PersonalKind, SealedField } from '../domain/personal.ts';
import { streamName } from '../domain/stream.ts';
import { hoChiMinh, localDateOf } from '../domain/time/zone.ts';
import { ActorId, CentreCode, instantAt } from '../domain/units.ts';
import type { Holder, Role } from '../ledger/access.ts';
import { categoryOf } from '../ledger/event-store.ts';
import {
  commitmentTo,
  isSealed,
  type Opened,
  openField,
  personalFieldsOf,
} from '../ledger/personal.ts';
import type { RouteParts } from './parts.ts';
import { ApiProblem } from './problem.ts';
import { selfOf } from './stating.ts';

/**
 * Who may open what is told about whom, on records that they may read. Nobody opens by rank: a
 * director measures without names, an administrator keeps the machine. Who denounces is secret (Luật
 * Tố cáo 2018), and is for complaint officers alone.
 */
export const openers: Readonly<Record<PersonalKind, readonly Role[]>> = {
  applicant: ['clerk', 'official', 'agency-officer', 'complaint-officer', 'inspector'],
  complainant: ['complaint-officer', 'inspector'],
  denouncer: ['complaint-officer'],
  payer: ['clerk', 'fee-accountant', 'complaint-officer', 'inspector'],
  official: ['official', 'roster-manager', 'director', 'complaint-officer', 'inspector'],
};

/** A sealed field of an event. */
export type Sealed = {
  readonly name: string;
  readonly kind: PersonalKind;
  readonly field: SealedField;
};

/**
 * The sealed fields of `entry` that are asked for and that `role` may open.
 *
 * @param asked their names; null: all that it may.
 * @param isSecret its record is of a denunciation: then whatever it tells may tell who denounces.
 * @param isOwn its record is the holder's own: of an official, and of nobody else, an official opens it.
 * @throws ApiProblem if there is none, or one that is asked for is not there, or not for the role.
 */
export function openable(
  { stream, type, data }: Entry<AnyEvent>,
  asked: readonly string[] | null,
  role: Role,
  { isSecret, isOwn }: { readonly isSecret: boolean; readonly isOwn: boolean },
): readonly Sealed[] {
  const schema = families.get(categoryOf(stream))?.vocabulary[type]?.latest;
  const sealed = (schema === undefined ? [] : personalFieldsOf(schema)).flatMap(
    ({ name, kind }): Sealed[] => {
      const field = data[name];
      return isSealed(field) ? [{ name, kind, field }] : [];
    },
  );
  const known = sealed.map(({ name }) => name);
  const missing = (asked ?? []).some((name) => !known.includes(name));
  if (sealed.length === 0 || missing) throw new ApiProblem('opening/nothing-sealed', { known });
  const wanted = sealed.filter(({ name }) => asked === null || asked.includes(name));
  const allowed = wanted.filter(({ kind }) => {
    const isTheirs = kind !== 'official' || role !== 'official' || isOwn;
    return isTheirs && openers[isSecret ? 'denouncer' : kind].includes(role);
  });
  const isRefused = allowed.length === 0 || (asked !== null && allowed.length < wanted.length);
  if (isRefused) throw new ApiProblem('opening/not-for-role');
  return allowed;
}

/**
 * What the fields say, once it is on record that `holder` was shown them.
 *
 * @throws ApiProblem if it cannot be recorded; LedgerUnavailable as the store.
 */
export async function opened(
  sealed: readonly Sealed[],
  { id, stream, centre }: Entry<AnyEvent>,
  holder: Holder,
  purpose: string,
  { ledger, now }: Pick<RouteParts, 'ledger' | 'now'>,
): Promise<{ readonly fields: readonly ShownField[]; readonly index: bigint }> {
  const fields = sealed.map((one) => shown(one, openField(one.field, ledger.keys)));
  const at = instantAt(now().getTime());
  const actor = ActorId.parse(selfOf(holder));
  const key = randomUUID(); // each opening is one, also of the same field
  const recorded = await ledger.record({
    stream: streamName('access', actor, localDateOf(at, hoChiMinh).slice(0, 7)),
    key,
    digest: ledger.digestOf(key),
    expectedRevision: null,
    mayWriteFor: () => true,
    facts: [
      {
        type: 'PersonalFieldsOpened',
        data: {
          record: stream,
          event: id,
          fields: sealed.map(({ name, kind }) => ({ name, about: kind })),
          role: holder.role,
          purpose,
        },
        occurredAt: at,
        precision: 'instant',
        actor,
        centre: CentreCode.parse(centre),
        recordedVia: { mode: 'live' },
        corrects: null,
        causation: null,
        correlation: null,
      },
    ],
  });
  if (recorded.kind !== 'recorded') throw new ApiProblem('opening/not-recorded');
  return { fields, index: recorded.index };
}

export type ShownField = {
  readonly name: string;
  readonly about: PersonalKind;
  readonly person: string;
  /** Null once the person has been erased; so is the salt. */
  readonly text: string | null;
  /** In hex. SHA-256 of salt and text is the commitment that the event holds. */
  readonly salt: string | null;
  readonly commitment: string;
};

function shown({ name, kind, field }: Sealed, opening: Opened): ShownField {
  const { person, commitment } = field;
  const told = opening.kind === 'opened' ? opening : null;
  return {
    name,
    about: kind,
    person,
    text: told?.text ?? null,
    salt: told === null ? null : Buffer.from(told.salt).toString('hex'),
    commitment: told === null ? commitment : commitmentTo(told),
  };
}
