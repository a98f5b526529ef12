/**
 * The keys of persons, in a file of their own that is backed up apart from the events.
 *
 * Erasing a person is destroying a key: no event changes, and nobody reads the person's fields again.
 * The file also has the secrets of digests (HMAC), and finds a person by national number through one.
 */
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { PersonId } from '../domain/units.ts';
import { LedgerUnavailable } from './event-store.ts';
import { keyTables, openKeys } from './key-tables.ts';
import { transaction } from './transaction.ts';

/** As many random bytes as asked for. Injected, so that a demo can be made twice alike. */
export type Random = (bytes: number) => Uint8Array;

/** Who is meant: a person named before, whoever has a national number, or neither: someone new. */
export type Who = {
  readonly person?: PersonId | undefined;
  /** As stated, 9 or 12 digits. Kept only as a keyed digest. One person may have had several. */
  readonly nationalNumber?: string | undefined;
};

export interface KeyRing extends Disposable {
  /** Which ring it is: 64 hex digits derived from a secret of it. Not secret itself, and the same for ever, in every copy. */
  readonly id: string;

  /**
   * The person who is meant, made if need be. Resolves once the person is durable.
   *
   * @throws NoKey if `who.person` is unknown here, or erased: who comes back is another person.
   * @throws NotOnePerson if the national number is another person's than `who.person`.
   * @throws LedgerUnavailable if it is unknown whether the person was written: ask again.
   */
  personFor(who: Who): Promise<PersonId>;

  /**
   * The person's key, 32 bytes for AES-256, not to be changed; `null` once it was destroyed.
   *
   * @throws NoKey if there never was one: a lost key ring must not pass for an erasure.
   */
  find(person: PersonId): Uint8Array | null;

  /** 32 bytes for HMAC-SHA256, made on first use: the same for the same name, for ever. */
  secret(name: string): Uint8Array;

  /**
   * Erases the person, for good: the key, and the look-up from a national number. Doing it again is no error.
   *
   * @throws NoKey if there is no such person.
   * @throws LedgerUnavailable if traces may remain in the file, because another process is reading it: do it again.
   */
  destroy(person: PersonId): void;
}

export class NoKey extends Error {
  override readonly name = 'NoKey';
  readonly because: 'unknown' | 'erased';
  constructor(person: PersonId, because: NoKey['because']) {
    super(
      because === 'erased'
        ? `${person} has been erased: nothing more is recorded about them under this name`
        : `this key ring has never held a key of ${person}: check the name, or restore keys.db`,
    );
    this.because = because;
  }
}

export class NotOnePerson extends Error {
  override readonly name = 'NotOnePerson';
}

type Asked = { readonly person: PersonId | undefined; readonly number: string | undefined };
type Waiting = Asked & PromiseWithResolvers<PersonId>;

/** Keys held in memory: some 3 MB of them. */
const heldMax = 10_000;

/**
 * Opens the key ring in `file`, creating it, readable by its owner alone; `:memory:` for one that is not kept.
 *
 * Works beside other processes on the same file: an erasure by one is seen at once by all.
 *
 * @param held how many keys to hold in memory at most.
 * @param durable false: see `SqliteStoreOptions`.
 * @throws Error if the file is something else, or cannot be opened.
 */
export function openKeyRing(
  file: string,
  random: Random,
  { held = heldMax, durable = true } = {},
): KeyRing {
  const database = openKeys(file, durable);
  const tables = keyTables(database);
  const isNew = tables.secretOf('national-number') === undefined;
  const secrets = new Map<string, Uint8Array>();
  const keys = new Map<PersonId, Uint8Array | null>(); // the longest unused first
  let changes = tables.changesByOthers();
  let waiting: Waiting[] = [];

  function find(person: PersonId): Uint8Array | null {
    const now = tables.changesByOthers();
    if (now !== changes) keys.clear();
    changes = now;

    const near = keys.get(person);
    const key = near === undefined ? tables.keyOf(person) : near;
    if (key === undefined) throw new NoKey(person, 'unknown');
    keys.delete(person);
    keys.set(person, key);
    for (const unused of keys.keys()) {
      if (keys.size <= held) break;
      keys.delete(unused);
    }
    return key;
  }

  function secret(name: string): Uint8Array {
    const value =
      secrets.get(name) ??
      tables.secretOf(name) ??
      confirmed(() => tables.keepSecret(name, random(32)));
    secrets.set(name, value);
    return value;
  }

  /** Who that is, where nothing need be written to say so. */
  function known({ person, number }: Asked): PersonId | undefined {
    if (person !== undefined && find(person) === null) throw new NoKey(person, 'erased');
    if (number === undefined) return person;
    const holder = tables.personWith(number);
    if (holder === undefined || person === undefined || holder === person) return holder;
    throw new NotOnePerson(
      `the national number is not that of ${person}, but another's: name only one of the two`,
    );
  }

  function made({ person, number }: Asked): PersonId {
    const id = person ?? PersonId.parse(`p-${Buffer.from(random(16)).toString('hex')}`);
    if (person === undefined) tables.addPerson(id, random(32));
    if (number !== undefined) tables.addNumber(number, id);
    return id;
  }

  /** What to answer, once that is written. Nobody fails for a neighbour's mistake. */
  function settled(asked: Waiting): () => void {
    try {
      const person = known(asked) ?? made(asked);
      return () => asked.resolve(person);
    } catch (error) {
      if (!(error instanceof NoKey || error instanceof NotOnePerson)) throw error;
      return () => asked.reject(error);
    }
  }

  /** One commit, and so one wait for the disk, for everyone who came since the last. */
  function commitTogether(): void {
    const together = waiting;
    waiting = [];
    if (together.length === 0) return;
    try {
      const answers = confirmed(() => transaction(database, () => together.map(settled)));
      for (const answer of answers) answer();
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }

  const numberSecret = createSecretKey(secret('national-number')); // now, and not inside a transaction that may roll back
  // A ring that was just made may be the wrong one. Whoever puts the right file in its place leaves no log of this one beside it.
  if (isNew) tables.emptyLog();

  return {
    id: hmac(numberSecret, 'the id of this key ring'), // no number, so no digest of one
    find,
    secret,

    async personFor({ person, nationalNumber }) {
      if (!database.isOpen) throw new LedgerUnavailable('closed', 'the key ring is closed');
      const number = nationalNumber === undefined ? undefined : hmac(numberSecret, nationalNumber);
      const already = known({ person, number });
      if (already !== undefined) return already;
      const answer = Promise.withResolvers<PersonId>();
      if (waiting.push({ person, number, ...answer }) === 1) setImmediate(commitTogether);
      return answer.promise;
    },

    destroy(person) {
      const key = find(person);
      confirmed(() => transaction(database, () => tables.erase(person)));
      key?.fill(0); // the copy in memory, whoever else still holds it
      keys.set(person, null);
      if (!tables.emptyLog()) {
        throw new LedgerUnavailable(
          'unconfirmed',
          `the key of ${person} is destroyed, but traces of it are in the log of the file while another process reads it: erase again`,
        );
      }
    },

    [Symbol.dispose]() {
      if (!database.isOpen) return;
      commitTogether();
      database.close();
    },
  };
}

function hmac(secret: KeyObject, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** @throws LedgerUnavailable in the place of what SQLite throws. */
function confirmed<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    const code = cause instanceof Error && 'errcode' in cause ? Number(cause.errcode) % 256 : 0;
    if (code === 0) throw cause;
    if (code === sqliteReadOnly) {
      throw new LedgerUnavailable('read-only', 'the key ring cannot be written', { cause });
    }
    if (code === sqliteFull) {
      const message = 'the disk is full: no key was made. Make room and send it again';
      throw new LedgerUnavailable('full', message, { cause });
    }
    const message = 'the disk did not confirm the key, so nothing was recorded: send it again';
    throw new LedgerUnavailable('unconfirmed', message, { cause });
  }
}

const [sqliteReadOnly, sqliteFull] = [8, 13];
