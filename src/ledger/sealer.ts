/** Sealing what is personal in facts that are about to be recorded. */
import type { AnyEvent, Entry, Proposal } from '../domain/entry.ts';
import type { Family } from '../domain/family.ts';
import type { PersonId } from '../domain/units.ts';
import type { KeyRing, Random } from './key-ring.ts';
import { isSealed, sealFields } from './personal.ts';

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
  /** A salt for a leaf: 16 random bytes in hex. */
  readonly salt: () => string;
};

const saltBytes = 16;

export function sealer(ring: Pick<KeyRing, 'find' | 'personFor'>, random: Random): Sealer {
  return {
    async seal({ vocabulary }, entries, proposals) {
      let about = personIn(entries);
      const sealed: Proposal<AnyEvent>[] = [];
      for (const proposal of proposals) {
        const schema = vocabulary[proposal.type]?.latest;
        if (schema === undefined) throw new TypeError(`no schema of ${proposal.type}`);
        const { data, subject } = await sealFields(schema, proposal.data, about, ring, random);
        sealed.push({ ...proposal, data });
        about = subject;
      }
      return sealed;
    },
    salt: () => Buffer.from(random(saltBytes)).toString('hex'),
  };
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
