/**
 * Personal fields at rest, so that a person can be forgotten and every proof still holds.
 *
 * What the ledger keeps is a commitment and a ciphertext. Destroying the person's key takes the text
 * away and changes no stored byte. The salt goes with it, so that a name cannot be found again by
 * hashing guesses. Disclosing one field is disclosing its salt and text, and nothing else.
 */
import { createCipheriv, createDecipheriv, createSecretKey, hash } from 'node:crypto';
import { z } from 'zod';
import { type PersonalKind, personalKindOf, SealedField, Told } from '../domain/personal.ts';
import type { PersonId } from '../domain/units.ts';
import { type KeyRing, NoKey, type Random } from './key-ring.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** What was committed to. Whoever is handed it can check the commitment alone. */
export type Opening = { readonly salt: Uint8Array; readonly text: string };

/** A personal field of a proposed event is not what a client may tell. */
export class NotTold extends Error {
  override readonly name = 'NotTold';
  readonly field: string;
  constructor(field: string, why: string) {
    super(`${field}: ${why}; send the text, or { text, person } or { text, nationalNumber }`);
    this.field = field;
  }
}

/** A sealed field is not as it was sealed, or not under this key. */
export class BrokenSeal extends Error {
  override readonly name = 'BrokenSeal';
}

/** SHA-256(salt || text), in hex. */
export function commitmentTo({ salt, text }: Opening): string {
  return hash('sha256', Buffer.concat([salt, Buffer.from(text)]), 'hex');
}

const [ivBytes, saltBytes, tagBytes] = [12, 32, 16];
const cipher = 'aes-256-gcm';
const tagOnly16 = { authTagLength: tagBytes }; // else a tag cut short would do

/** Seals `text` under `key`, the 32 bytes of `person`. No two seals are alike. */
export function seal(text: string, person: PersonId, key: Uint8Array, random: Random): SealedField {
  const [iv, salt] = [random(ivBytes), random(saltBytes)];
  const sealing = createCipheriv(cipher, createSecretKey(key), iv, tagOnly16);
  const secret = [iv, sealing.update(salt), sealing.update(text, 'utf8'), sealing.final()];
  const sealed = Buffer.concat([...secret, sealing.getAuthTag()]).toString('base64');
  return { person, commitment: commitmentTo({ salt, text }), sealed };
}

/**
 * What is behind a sealed field, or `undefined` once the person has been erased.
 *
 * @throws BrokenSeal if a byte was altered, the key is another's, or the commitment is to something else.
 * @throws NoKey if the ring has never held the person's key.
 */
export function unseal(field: SealedField, ring: Pick<KeyRing, 'find'>): Opening | undefined {
  const key = ring.find(field.person);
  if (key === null) return undefined;
  const bytes = Buffer.from(field.sealed, 'base64');
  const isWhole = bytes.length >= ivBytes + saltBytes + tagBytes;
  if (!isWhole || bytes.toString('base64') !== field.sealed) {
    throw new BrokenSeal(`a field of ${field.person} is not a sealed one`);
  }
  const secret = decrypted(bytes, key, field.person);
  const opening = {
    salt: secret.subarray(0, saltBytes),
    text: secret.subarray(saltBytes).toString('utf8'),
  };
  if (commitmentTo(opening) !== field.commitment) {
    throw new BrokenSeal(`a field of ${field.person} is not what was committed to`);
  }
  return opening;
}

function decrypted(bytes: Buffer, key: Uint8Array, person: PersonId): Buffer {
  const opening = createDecipheriv(
    cipher,
    createSecretKey(key),
    bytes.subarray(0, ivBytes),
    tagOnly16,
  );
  opening.setAuthTag(bytes.subarray(-tagBytes));
  const secret = opening.update(bytes.subarray(ivBytes, -tagBytes));
  try {
    opening.final();
  } catch (cause) {
    const what = `a field of ${person} was altered, or sealed under another key`;
    throw new BrokenSeal(what, { cause });
  }
  return secret;
}

/** A personal field as someone sees it who may. */
export type Opened =
  | ({ readonly kind: 'opened'; readonly person: PersonId } & Opening)
  | { readonly kind: 'erased'; readonly person: PersonId };

/** For those who may see it, and record that they did. @throws as `unseal`. */
export function openField(field: SealedField, ring: Pick<KeyRing, 'find'>): Opened {
  const opening = unseal(field, ring);
  const { person } = field;
  return opening === undefined
    ? { kind: 'erased', person }
    : { kind: 'opened', person, ...opening };
}

/** Whether a value read from the ledger is a sealed field. It shows by its shape, whatever the version. */
export function isSealed(value: unknown): value is SealedField {
  if (typeof value !== 'object' || value === null || !('sealed' in value)) return false;
  return SealedField.safeParse(value).success;
}

/** The person of each kind whom a record is about. */
export type Subjects = Readonly<Partial<Record<PersonalKind, PersonId>>>;

/** `data` as it is stored, and whom the record is about from now on. */
export type SealedData = { readonly data: Fields; readonly subjects: Subjects };

/**
 * `data` with every field that `schema` marks as personal sealed; the same object where none is there.
 *
 * A bare text is about the person of its kind whom the record is about; where there is none yet, about
 * someone who is made. Every field is checked before anybody is made. Resolves once all who were made
 * are durable. A denouncer's person is of this record alone, so that no other record tells who it is.
 *
 * @throws NotTold for a field that is sealed already, or is not `Told`; for a denouncer who is named.
 * @throws NoKey, NotOnePerson, LedgerUnavailable as `KeyRing.personFor`.
 */
export async function sealFields(
  schema: z.ZodObject,
  data: Fields,
  subjects: Subjects,
  ring: Pick<KeyRing, 'find' | 'personFor'>,
  random: Random,
): Promise<SealedData> {
  const told = personalFieldsOf(schema)
    .filter(({ name }) => data[name] !== undefined && data[name] !== null)
    .map(({ name, kind }) => ({ name, kind, ...tellingOf(name, kind, data[name]) }));
  if (told.length === 0) return { data, subjects };

  const about: Partial<Record<PersonalKind, PersonId>> = { ...subjects };
  const sealed: Record<string, SealedField> = {};
  for (const { name, kind, text, ...named } of told) {
    const isNamed = named.person !== undefined || named.nationalNumber !== undefined;
    const known = about[kind];
    const person = await ring.personFor(isNamed || known === undefined ? named : { person: known });
    about[kind] ??= person;
    const key = ring.find(person);
    if (key === null) throw new NoKey(person, 'erased'); // in the meantime
    sealed[name] = seal(text, person, key, random);
  }
  return { data: { ...data, ...sealed }, subjects: about };
}

function tellingOf(name: string, kind: PersonalKind, value: unknown): Exclude<Told, string> {
  if (isSealed(value)) throw new NotTold(name, 'it is sealed already');
  const { success, data } = Told.safeParse(value);
  if (!success) throw new NotTold(name, 'this is not how something personal is told');
  const told = typeof data === 'string' ? { text: data } : data;
  if (!told.text.isWellFormed()) throw new NotTold(name, 'the text holds half a character');
  const isNamed = told.person !== undefined || told.nationalNumber !== undefined;
  if (kind === 'denouncer' && isNamed) {
    throw new NotTold(name, 'a denouncer is never joined to another record: leave the number out');
  }
  return told;
}

type PersonalField = { readonly name: string; readonly kind: PersonalKind };

const fieldsBySchema = new WeakMap<z.ZodObject, readonly PersonalField[]>();

/**
 * The fields that `schema` marks as personal, in its order, and whom each is about. Asked for every event, so found once.
 *
 * @throws TypeError if it marks one where it would not be sealed: deeper than a field, or wrapped in
 *   something that hides the mark. It would be stored in the clear, and nobody would notice.
 */
export function personalFieldsOf(schema: z.ZodObject): readonly PersonalField[] {
  const known = fieldsBySchema.get(schema);
  if (known !== undefined) return known;
  const fields = Object.entries(schema.shape).flatMap(([name, field]) => {
    const kind = personalKindOf(field);
    return kind === null ? [] : [{ name, kind }];
  });
  const described = JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  const marks = described.split('"personal":"').length - 1;
  if (marks !== fields.length) {
    throw new TypeError(
      `${marks} fields are marked as personal, and ${fields.length} would be sealed`,
    );
  }
  fieldsBySchema.set(schema, fields);
  return fields;
}

/** Their names. @throws TypeError as `personalFieldsOf`. */
export function personalFields(schema: z.ZodObject): readonly string[] {
  return personalFieldsOf(schema).map(({ name }) => name);
}
