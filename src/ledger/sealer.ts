/** Sealing what is personal in facts that are about to be recorded. */
import type { AnyEvent, Entry, Proposal } from '../domain/entry.ts';
import type { Family } from '../domain/family.ts';
import type { PersonalKind } from '../domain/personal.ts';
import { standing } from '../domain/timeline.ts';
import type { PersonId } from '../domain/units.ts';
import { type KeyRing, NoKey, NotOnePerson, type Random } from './key-ring.ts';
import {
  isSealed,
  NotTold,
  personalFieldsOf,
  type SealedData,
  type Subjects,
  sealFields,
} from './personal.ts';

export type Sealer = {
  /**
   * The proposals with every personal field sealed, and everybody who was made durable. A text that
   * names nobody is about the person of its kind whom the record is about: the first that it speaks of.
   *
   * @throws NotTold, NoKey, NotOnePerson, LedgerUnavailable as `sealFields`.
   */
  readonly seal: (
    family: Family,
    entries: readonly Entry<AnyEvent>[],
    proposals: readonly Proposal<AnyEvent>[],
  ) => Promise<Proposal<AnyEvent>[]>;
  /**
   * The same, one by one: in the place of a proposal that cannot be sealed stands why, and the others are sealed.
   *
   * @throws LedgerUnavailable as `sealFields`.
   */
  readonly sealEach: (
    family: Family,
    entries: readonly Entry<AnyEvent>[],
    proposals: readonly Proposal<AnyEvent>[],
  ) => Promise<(Proposal<AnyEvent> | Unsealable)[]>;
  /** A salt for a leaf: 16 random bytes in hex. */
  readonly salt: () => string;
};

/** What is wrong with one proposal, and says nothing of the next. */
export type Unsealable = NotTold | NoKey | NotOnePerson;

const saltBytes = 16;

export function sealer(ring: Pick<KeyRing, 'find' | 'personFor'>, random: Random): Sealer {
  async function sealOne(
    { vocabulary, oneOf }: Family,
    { type, data }: Proposal<AnyEvent>,
    subjects: Subjects,
  ): Promise<SealedData> {
    const schema = vocabulary[type]?.latest;
    if (schema === undefined) throw new TypeError(`no schema of ${type}`);
    const sealed = await sealFields(schema, data, subjects, ring, random);
    return { data: sealed.data, subjects: only(sealed.subjects, oneOf) };
  }

  return {
    async seal(family, entries, proposals) {
      let about = subjectsIn(family, entries);
      const sealed: Proposal<AnyEvent>[] = [];
      for (const proposal of proposals) {
        const { data, subjects } = await sealOne(family, proposal, about);
        sealed.push({ ...proposal, data });
        about = subjects;
      }
      return sealed;
    },

    async sealEach(family, entries, proposals) {
      let about = subjectsIn(family, entries);
      const sealed: (Proposal<AnyEvent> | Unsealable)[] = [];
      for (const proposal of proposals) {
        try {
          const { data, subjects } = await sealOne(family, proposal, about);
          sealed.push({ ...proposal, data });
          about = subjects;
        } catch (error) {
          if (!isUnsealable(error)) throw error;
          sealed.push(error);
        }
      }
      return sealed;
    },

    salt: () => Buffer.from(random(saltBytes)).toString('hex'),
  };
}

function isUnsealable(error: unknown): error is Unsealable {
  return error instanceof NotTold || error instanceof NoKey || error instanceof NotOnePerson;
}

/**
 * Of each kind of which a record speaks of one person: the first whom what stands speaks of. What was
 * withdrawn was about somebody else's record.
 */
export function subjectsIn(
  { vocabulary, oneOf }: Pick<Family, 'vocabulary' | 'oneOf'>,
  entries: readonly Entry<AnyEvent>[],
): Subjects {
  const found: Partial<Record<PersonalKind, PersonId>> = {};
  for (const { type, data } of standing(entries)) {
    const schema = vocabulary[type]?.latest;
    if (schema === undefined) continue;
    for (const { name, kind } of personalFieldsOf(schema)) {
      const field = data[name];
      if (found[kind] === undefined && isSealed(field)) found[kind] = field.person;
    }
  }
  return only(found, oneOf);
}

function only(subjects: Subjects, kinds: readonly PersonalKind[]): Subjects {
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const person = subjects[kind];
      return person === undefined ? [] : [[kind, person]];
    }),
  );
}
