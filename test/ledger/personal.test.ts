import { hash } from 'node:crypto';
import { assert, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { families } from '../../src/domain/families.ts';
import { personal, SealedField } from '../../src/domain/personal.ts';
import { PersonId } from '../../src/domain/units.ts';
import { type KeyRing, NoKey, openKeyRing } from '../../src/ledger/key-ring.ts';
import {
  BrokenSeal,
  commitmentTo,
  type Fields,
  isSealed,
  NotTold,
  openField,
  personalFields,
  type Subjects,
  seal,
  sealFields,
  unseal,
} from '../../src/ledger/personal.ts';

const text = 'Nguyễn Văn An';
const number = '079301000123';

describe('a sealed field', () => {
  test.each([text, 'a', '\ufeff 😀\0', 'ờ'.repeat(4_000)])(
    'opens to what was told: %.20s',
    async (told) => {
      using ring = newRing();
      const field = await sealedFor(ring, told);
      expect(unseal(field, ring)?.text).toBe(told);
      expect(SealedField.parse(field)).toEqual(field);
    },
  );

  test('is IV, salt and text under AES-256-GCM, and tag: 12 + 32 + n + 16 bytes', async () => {
    using ring = newRing();
    const { sealed } = await sealedFor(ring, text);
    expect(Buffer.from(sealed, 'base64')).toHaveLength(12 + 32 + Buffer.byteLength(text) + 16);
  });

  test('is never alike twice, and says nothing of its text', async () => {
    using ring = newRing();
    const person = await ring.personFor({});
    const [a, b] = [sealUnder(ring, text, person), sealUnder(ring, text, person)];
    expect(a.commitment).not.toBe(b.commitment);
    expect(a.sealed).not.toBe(b.sealed);
    expect(a.sealed.slice(0, 16)).not.toBe(b.sealed.slice(0, 16));
    for (const trace of [text, 'Văn', Buffer.from(text).toString('base64'), hash('sha256', text)]) {
      expect(JSON.stringify(a)).not.toContain(trace);
    }
  });

  test('has a commitment that whoever holds the opening can check, after erasure too', async () => {
    using ring = newRing();
    const field = await sealedFor(ring, text);
    const opening = unseal(field, ring);
    assert(opening);
    ring.destroy(field.person);
    expect(commitmentTo(opening)).toBe(field.commitment);
    expect(commitmentTo({ ...opening, text: 'Nguyễn Văn Ân' })).not.toBe(field.commitment);
    expect(commitmentTo({ ...opening, salt: new Uint8Array(32) })).not.toBe(field.commitment);
  });

  test('is closed for ever once the person is erased, and that shows', async () => {
    using ring = newRing();
    const field = await sealedFor(ring, text);
    const { person } = field;
    expect(openField(field, ring)).toMatchObject({ kind: 'opened', person, text });
    ring.destroy(person);
    expect(unseal(field, ring)).toBeUndefined();
    expect(openField(field, ring)).toEqual({ kind: 'erased', person });
  });

  test('is not opened by another’s key, and a lost key is not an erasure', async () => {
    using ring = newRing();
    const field = await sealedFor(ring, text);
    const other = await ring.personFor({});
    expect(() => unseal({ ...field, person: other }, ring)).toThrow(BrokenSeal);
    using elsewhere = newRing('elsewhere');
    expect(() => unseal(field, elsewhere)).toThrow(NoKey);
  });

  test('is not believed with any one byte altered', async () => {
    using ring = newRing();
    const field = await sealedFor(ring, 'An');
    const bytes = Buffer.from(field.sealed, 'base64');
    for (const [place, byte] of bytes.entries()) {
      const altered = Buffer.from(bytes.with(place, byte ^ 1)).toString('base64');
      expect(() => unseal({ ...field, sealed: altered }, ring)).toThrow(BrokenSeal);
    }
  });

  test.each([
    ['nothing', () => ''],
    ['half of it', (sealed: string) => sealed.slice(0, 40)],
    ['a tag cut short', (sealed: string) => recoded(sealed, (bytes) => bytes.subarray(0, -4))],
    ['more than it', (sealed: string) => `AAAA${sealed}`],
    ['another spelling of it', (sealed: string) => sealed.replace(/=*$/, ' ')],
  ])('is not believed as %s', async (_, change) => {
    using ring = newRing();
    const field = await sealedFor(ring, text);
    expect(() => unseal({ ...field, sealed: change(field.sealed) }, ring)).toThrow(BrokenSeal);
  });

  test('is not believed with the commitment of another', async () => {
    using ring = newRing();
    const field = await sealedFor(ring, text);
    const { commitment } = sealUnder(ring, text, field.person);
    expect(() => unseal({ ...field, commitment }, ring)).toThrow(/not what was committed to/);
  });
});

describe('the personal fields of an event', () => {
  const schema = z.strictObject({
    channel: z.string(),
    applicant: personal('The applicant.').optional(),
    note: personal('What is said of them.').nullable().optional(),
    payer: personal('Who paid.').optional(),
  });

  async function sealAll(ring: KeyRing, data: Fields, subjects: Subjects = {}) {
    const result = await sealFields(schema, data, subjects, ring, randomOf('fields'));
    const fields = Object.entries(result.data).filter(([, value]) => isSealed(value));
    const sealed = Object.fromEntries(
      fields.map(([name, value]) => [name, openField(SealedField.parse(value), ring)]),
    );
    return { ...result, sealed };
  }

  test('are sealed, and the rest is left as it is', async () => {
    using ring = newRing();
    const { data, sealed } = await sealAll(ring, {
      channel: 'counter',
      applicant: text,
      note: null,
    });
    expect(data).toEqual({ channel: 'counter', applicant: expect.anything(), note: null });
    expect(sealed).toMatchObject({ applicant: { text } });
    expect(JSON.stringify(data)).not.toContain('Văn');
  });

  test('are about the subject where they do not say whose they are', async () => {
    using ring = newRing();
    const subject = await ring.personFor({});
    const result = await sealAll(
      ring,
      { applicant: text, note: { text: 'khiếm thị' } },
      { applicant: subject },
    );
    expect(result.sealed).toMatchObject({
      applicant: { person: subject },
      note: { person: subject, text: 'khiếm thị' },
    });
    expect(result.subjects).toEqual({ applicant: subject });
  });

  test('of another kind are about the person of that kind', async () => {
    using ring = openKeyRing(':memory:', randomOf('keys'));
    const both = z.strictObject({
      complainant: personal('Who complains.', 'complainant').optional(),
      official: personal('What is said of the official.', 'official').optional(),
      account: personal('What happened.', 'complainant').optional(),
    });
    const data = { complainant: text, official: 'cáu gắt', account: 'chờ hai giờ' };
    const result = await sealFields(both, data, {}, ring, randomOf('fields'));
    const { complainant, official } = result.subjects;
    expect(complainant).not.toBe(official);
    expect(result.data).toMatchObject({
      complainant: { person: complainant },
      official: { person: official },
      account: { person: complainant },
    });
  });

  test('of a denouncer join nobody to another record', async () => {
    using ring = openKeyRing(':memory:', randomOf('keys'));
    const secret = z.strictObject({ denouncer: personal('Who denounces.', 'denouncer') });
    const known = await ring.personFor({ nationalNumber: '037190001234' });
    for (const named of [{ nationalNumber: '037190001234' }, { person: known }]) {
      const data = { denouncer: { text, ...named } };
      await expect(sealFields(secret, data, {}, ring, randomOf('fields'))).rejects.toThrow(NotTold);
    }
    const told = { denouncer: text };
    const { subjects } = await sealFields(secret, told, {}, ring, randomOf('fields'));
    expect(subjects.denouncer).toBeDefined();
    expect(subjects.denouncer).not.toBe(known);
  });

  test('are about one new person, where there is no subject: the subject from now on', async () => {
    using ring = newRing();
    const {
      sealed,
      subjects: { applicant: subject },
    } = await sealAll(ring, { note: 'khiếm thị', applicant: text });
    assert(subject !== undefined);
    expect(sealed).toMatchObject({ applicant: { person: subject }, note: { person: subject } });
  });

  test('are about the first who is named, where there is no subject', async () => {
    using ring = newRing();
    const holder = await ring.personFor({ nationalNumber: number });
    const named = { text, nationalNumber: number };
    const {
      sealed,
      subjects: { applicant: subject },
    } = await sealAll(ring, { applicant: named, note: 'khiếm thị' });
    expect(sealed).toMatchObject({ applicant: { person: holder }, note: { person: holder } });
    expect(subject).toBe(holder);
  });

  test('are not given to whoever a later field names', async () => {
    using ring = newRing();
    const payer = await ring.personFor({});
    const told = { applicant: text, payer: { text: 'Trần Thị Bình', person: payer } };
    const {
      sealed,
      subjects: { applicant: subject },
    } = await sealAll(ring, told);
    expect(sealed).toMatchObject({ applicant: { person: subject }, payer: { person: payer } });
    expect(subject).not.toBe(payer);
  });

  test('do not change whom the stream is about', async () => {
    using ring = newRing();
    const [subject, payer] = [await ring.personFor({}), await ring.personFor({})];
    const result = await sealAll(
      ring,
      { payer: { text, person: payer }, note: 'vắng' },
      { applicant: subject },
    );
    expect(result.sealed).toMatchObject({ payer: { person: payer }, note: { person: subject } });
    expect(result.subjects).toEqual({ applicant: subject });
  });

  test('are refused about somebody who was erased or never known', async () => {
    using ring = newRing();
    const person = await ring.personFor({});
    ring.destroy(person);
    await expect(sealAll(ring, { applicant: text }, { applicant: person })).rejects.toMatchObject({
      because: 'erased',
    });
    await expect(sealAll(ring, { applicant: { text, person } })).rejects.toThrow(NoKey);
    const unknown = PersonId.parse(`p-${'0'.repeat(32)}`);
    await expect(sealAll(ring, { applicant: { text, person: unknown } })).rejects.toMatchObject({
      because: 'unknown',
    });
  });

  test('cannot be posted sealed, in any disguise, and nobody is made for them', async () => {
    using ring = newRing();
    const field = await sealedFor(ring, text);
    const asked: unknown[] = [];
    const watched = {
      find: (person: PersonId) => ring.find(person),
      personFor: (who: object) => {
        asked.push(who);
        return ring.personFor(who);
      },
    };
    for (const note of [
      field,
      { ...field, text },
      { ...field, sealed: '?' },
      { text, person: 'An' },
      { text, nationalNumber: '12' },
      { text, more: 1 },
      ['An'],
      '',
      7,
      'half a character \ud83d',
    ]) {
      const data = { applicant: text, note };
      const refused = sealFields(schema, data, {}, watched, randomOf('fields'));
      await expect(refused).rejects.toThrow(NotTold);
      await expect(refused).rejects.toMatchObject({ field: 'note' });
    }
    expect(asked).toEqual([]);
  });

  test('that are not there cost nothing: the data is the same object', async () => {
    using ring = newRing();
    const plain = z.strictObject({ channel: z.string() });
    const data = { channel: 'counter', note: undefined };
    for (const each of [plain, schema]) {
      const result = await sealFields(each, data, {}, ring, randomOf('fields'));
      expect(result.data).toBe(data);
      expect(result.subjects).toEqual({});
    }
  });
});

describe('a mark that would not be sealed', () => {
  test.each<[string, z.ZodType]>([
    ['deeper than a field', z.strictObject({ name: personal('The name.') })],
    ['in a list', z.array(personal('The name.'))],
    ['in a choice', personal('The name.').or(z.null())],
    ['under a wrapper that hides it', personal('The name.').readonly()],
    ['before a change', personal('The name.').transform(String)],
  ])('%s is refused, and not stored in the clear', async (_, marked) => {
    using ring = newRing();
    const schema = z.strictObject({ applicant: marked });
    const sealing = sealFields(schema, { applicant: text }, {}, ring, randomOf('fields'));
    await expect(sealing).rejects.toThrow(TypeError);
  });

  test('is in no event of any family', () => {
    const all = [...families.values()].flatMap(({ vocabulary }) => Object.values(vocabulary));
    expect(all.length).toBeGreaterThan(0);
    for (const { latest } of all) expect(() => personalFields(latest)).not.toThrow();
  });
});

function newRing(seed = 'ring'): KeyRing {
  return openKeyRing(':memory:', randomOf(seed));
}

const random = randomOf('seal');

function sealUnder(ring: KeyRing, told: string, person: PersonId): SealedField {
  const key = ring.find(person);
  assert(key);
  return seal(told, person, key, random);
}

async function sealedFor(ring: KeyRing, told: string): Promise<SealedField> {
  return sealUnder(ring, told, await ring.personFor({}));
}

function recoded(sealed: string, change: (bytes: Buffer) => Buffer): string {
  return change(Buffer.from(sealed, 'base64')).toString('base64');
}

/** Bytes that look random, and are the same for the same seed. */
function randomOf(seed: string): (bytes: number) => Uint8Array {
  let count = 0;
  return (bytes) => {
    count += 1;
    return hash('sha512', `${seed} ${count}`, 'buffer').subarray(0, bytes);
  };
}
