/** Sealing what is personal in facts that are about to be recorded. */
import type { AnyEvent, Entry, Proposal } from '../domain/entry.ts';
import type { Family } from '../domain/family.ts';
import type { PersonId } from '../domain/units.ts';
import { type KeyRing, NoKey, NotOnePerson, type Random } from './key-ring.ts';
import { isSealed, NotTold, type SealedData, sealFields } from './personal.ts';

export type Sealer = {
  /**
   * The proposals with every personal field sealed, and everybody who was made durable. A text that
   * names nobody is about the person whom the record is about: the first that it speaks of.
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
    { vocabulary }: Family,
    { type, data }: Proposal<AnyEvent>,
    about: PersonId | null,
  ): Promise<SealedData> {
    const schema = vocabulary[type]?.latest;
    if (schema === undefined) throw new TypeError(`no schema of ${type}`);
    return sealFields(schema, data, about, ring, random);
  }

  return {
    async seal(family, entries, proposals) {
      let about = personIn(entries);
      const sealed: Proposal<AnyEvent>[] = [];
      for (const proposal of proposals) {
        const { data, subject } = await sealOne(family, proposal, about);
        sealed.push({ ...proposal, data });
        about = subject;
      }
      return sealed;
    },

    async sealEach(family, entries, proposals) {
      let about = personIn(entries);
      const sealed: (Proposal<AnyEvent> | Unsealable)[] = [];
      for (const proposal of proposals) {
        try {
          const { data, subject } = await sealOne(family, proposal, about);
          sealed.push({ ...proposal, data });
          about = subject;
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

/** The first person whom a record speaks of. */
export function personIn(entries: readonly Entry<AnyEvent>[]): PersonId | null {
  for (const { data } of entries) {
    for (const value of Object.values(data)) {
      if (isSealed(value)) return value.person;
    }
  }
  return null;
}
