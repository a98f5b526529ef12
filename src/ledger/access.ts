/**
 * Access tokens: who may call, as what, and for which centres. A file of their own, like the key ring.
 *
 * A token is `id.secret`. The file keeps the id and a keyed digest (HMAC-SHA256) of the secret, so
 * whoever reads the file can call nobody's name. Every look-up reads the file: a token that another
 * process makes or revokes beside a running server counts from the next request on.
 */
import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type AccessDatabase, openAccessFile, type TokenRow } from './access-tables.ts';

/** What a token may be for. Which route lets in which role is stated at the route. */
export const roles = [
  'clerk',
  'official',
  'agency-officer',
  'fee-accountant',
  'roster-manager',
  'complaint-officer',
  'director',
  'inspector',
  'access-auditor',
  'administrator',
  'service',
] as const;
export const Role = z.enum(roles);
export type Role = z.output<typeof Role>;

/** Whoever holds a token: never a person's name, unless an administrator wrote one in `name`. */
export type Holder = {
  /** Of the token. It names the holder in logs. */
  readonly id: string;
  readonly role: Role;
  /** The centres that it is for; null: all. */
  readonly centres: readonly string[] | null;
  /** Where it narrows what the role may see: an agency's officer sees what that agency handles. */
  readonly agency: string | null;
  /** The official who holds it, where it is one's own. */
  readonly official: string | null;
  /** What it is for, in the words of whoever made it. */
  readonly name: string | null;
};

export type NewHolder = {
  readonly role: Role;
  /** One centre or several; left out: all of them. */
  readonly centre?: string | readonly string[] | undefined;
  readonly agency?: string | undefined;
  readonly official?: string | undefined;
  readonly name?: string | undefined;
};

export type ListedToken = Holder & {
  readonly createdAt: string;
  /** Null while it counts. */
  readonly revokedAt: string | null;
};

export type Access = Disposable & {
  /**
   * A new token. It is shown this once: the file does not hold it.
   *
   * @throws RangeError for an official's token without `official`, or an agency officer's without `agency`.
   */
  readonly create: (holder: NewHolder) => { readonly id: string; readonly token: string };
  /** Who holds `token`; null if nobody does, or no longer. Takes as long for a wrong secret as for a right one. */
  readonly find: (token: string) => Holder | null;
  /** False if there is no such token. Doing it again is no error. */
  readonly revoke: (id: string) => boolean;
  /** Every token that was ever made, oldest first; never a secret. */
  readonly list: () => readonly ListedToken[];
};

const [idBytes, secretBytes] = [8, 32];
const form = /^([0-9a-f]{16})\.([\w-]{43})$/;

/**
 * Opens the tokens in `file`, making it, readable by its owner alone; `:memory:` for one that is not kept.
 *
 * @param secret of the digests, 32 bytes; always the same for one file. Left out: one that is kept in the file.
 * @throws Error if the file is something else, or cannot be opened.
 */
export function openAccess(
  file: string,
  secret?: Uint8Array,
  now: () => Date = () => new Date(),
): Access {
  const tables = openAccessFile(file);
  const key = createSecretKey(secret ?? tables.ownSecret(randomBytes(secretBytes)));
  const digestOf = (text: string) => createHmac('sha256', key).update(text).digest();
  const nobody = digestOf(''); // compared with where there is no such id, so that both take as long

  return {
    create(wanted) {
      checkWanted(wanted);
      const id = randomBytes(idBytes).toString('hex');
      const part = randomBytes(secretBytes).toString('base64url');
      const { role, centre, agency = null, official = null, name = null } = wanted;
      tables.insert({
        id,
        role,
        digest: digestOf(`${id}.${part}`),
        centres: centre === undefined ? null : JSON.stringify([centre].flat()),
        agency,
        official,
        name,
        createdAt: now().toISOString(),
      });
      return { id, token: `${id}.${part}` };
    },

    find(token) {
      const [, id = ''] = form.exec(token) ?? [];
      const row = tables.find(id);
      const isRight = timingSafeEqual(digestOf(token), row?.digest ?? nobody);
      return row === undefined || !isRight || row.revokedAt !== null ? null : holderOf(row);
    },

    revoke: (id) => tables.revoke(id, now().toISOString()),
    list: () => tables.all().map(listed),
    [Symbol.dispose]: () => closeOnce(tables),
  };
}

function checkWanted({ role, centre, agency, official }: NewHolder): void {
  if (role === 'official' && official === undefined) {
    throw new RangeError("an official's token names the official: give --official");
  }
  if (role === 'agency-officer' && agency === undefined) {
    throw new RangeError("an agency officer's token names the agency: give --agency");
  }
  if (Array.isArray(centre) && centre.length === 0) {
    throw new RangeError('a token for no centre opens nothing: leave it out for all centres');
  }
}

const Centres = z.array(z.string());

function holderOf({ id, role, centres, agency, official, name }: TokenRow): Holder {
  return {
    id,
    role: Role.parse(role),
    centres: centres === null ? null : Centres.parse(JSON.parse(centres)),
    agency,
    official,
    name,
  };
}

function listed(row: TokenRow): ListedToken {
  return { ...holderOf(row), createdAt: row.createdAt, revokedAt: row.revokedAt };
}

function closeOnce(tables: AccessDatabase): void {
  if (tables.isOpen()) tables.close();
}
