import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RawRecord } from '../../src/intake/raw-record.ts';
import { readRecords } from '../../src/intake/reading.ts';
import { utf8Decoder } from '../../src/intake/utf8.ts';
import { columns, fileOf, folder } from './support.ts';

const detect = { kind: 'detect', delimiter: ',' } as const;

async function read(file: string) {
  const reading = readRecords(file, detect, columns('a', 'b'));
  const records: RawRecord[] = [];
  for await (const page of reading.pages) records.push(...page);
  return { records, digest: reading.digest() };
}

const csv = 'a,b\n1,Trần Thị Mai\n';
const record = { line: 2, values: ['1', 'Trần Thị Mai'] };

test.each([
  ['as it is', Buffer.from(csv)],
  ['with a byte order mark', Buffer.from(`\uFEFF${csv}`)],
  ['as gzip', gzipSync(csv)],
  ['as gzip of two members', Buffer.concat([gzipSync(csv.slice(0, 6)), gzipSync(csv.slice(6))])],
])('a file is read %s, and its digest is that of its bytes', async (_, bytes) => {
  const { records, digest } = await read(fileOf(bytes, 'name-says-nothing'));
  expect(records).toEqual([record]);
  expect(digest).toBe(createHash('sha256').update(bytes).digest('hex'));
});

test('a name that ends in .gz does not make gzip of a file', async () => {
  expect((await read(fileOf(csv, 'export.csv.gz'))).records).toEqual([record]);
});

test.each([
  ['NDJSON', '{"a":1,"b":"x"}\n', { line: 1, values: ['1', 'x'] }],
  [
    'XES',
    '<log><trace><event><int key="a" value="1"/><string key="b" value="x"/></event></trace></log>',
    { line: 1, values: ['1', 'x'] },
  ],
])('%s is known by how it begins', async (_, text, first) => {
  expect((await read(fileOf(text, 'export.txt'))).records).toEqual([first]);
});

test('gzip that is cut anywhere is refused as a whole', async () => {
  const bytes = gzipSync(csv);
  for (let size = 1; size < bytes.length; size += 1) {
    await expect(read(fileOf(bytes.subarray(0, size)))).rejects.toMatchObject({
      name: 'FileRefused',
    });
  }
});

test.each([
  [
    'a damaged checksum',
    (gz: Buffer) => gz.fill(gz.at(-5) === 0 ? 1 : 0, gz.length - 5, gz.length - 4),
  ],
  ['zeros after its end', (gz: Buffer) => Buffer.concat([gz, Buffer.alloc(512)])],
  ['text after its end', (gz: Buffer) => Buffer.concat([gz, Buffer.from('and so on')])],
])('gzip with %s is unreadable', async (_, spoil) => {
  const spoilt = spoil(gzipSync(csv));
  await expect(read(fileOf(spoilt))).rejects.toMatchObject({ code: 'unreadable' });
});

test('a file that is not there, a folder, and a workbook are unreadable, and it is said why', async () => {
  await expect(read('no/such/file')).rejects.toThrow('there is no such file');
  await expect(read(folder())).rejects.toThrow('it is a folder');
  await expect(read(fileOf(Buffer.from('504b030414000600', 'hex')))).rejects.toThrow(
    'an Excel workbook or a ZIP archive: save it as CSV',
  );
});

test('an empty file is empty', async () => {
  await expect(read(fileOf(''))).rejects.toMatchObject({ code: 'empty' });
});

test.each([
  ['UTF-16 with its mark', Buffer.from(`\uFEFF${csv}`, 'utf16le'), 'byte 0 of its text, in line 1'],
  ['UTF-16 without', Buffer.from(csv, 'utf16le'), 'byte 1 of its text, in line 1'],
  [
    'Windows-1258',
    Buffer.from('a,b\n1,Tr\xE2n\n2,y\n', 'latin1'),
    'E2 at byte 8 of its text, in line 2',
  ],
  [
    'an overlong form',
    Buffer.from('a,b\n\xC0\xAF,1\n', 'latin1'),
    'C0 at byte 4 of its text, in line 2',
  ],
  ['half a surrogate pair', Buffer.from('a,b\n\xED\xA0\x80,1\n', 'latin1'), 'ED at byte 4'],
])('%s is another encoding, and the first wrong byte is named', async (_, bytes, where) => {
  const refusal = read(fileOf(bytes));
  await expect(refusal).rejects.toMatchObject({ code: 'encoding' });
  await expect(refusal).rejects.toThrow(where);
  await expect(refusal).rejects.toThrow('Save it as UTF-8');
});

test('a file that ends inside a character is truncated', async () => {
  const bytes = Buffer.from('a,b\n1,Trầ').subarray(0, -1);
  await expect(read(fileOf(bytes))).rejects.toMatchObject({ code: 'truncated' });
});

test('text that is cut between any two bytes decodes to itself', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((any) => !any.includes('\0'));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 5 }), (any, size) => {
      const bytes = Buffer.from(`x${any}`);
      const decoder = utf8Decoder();
      let decoded = '';
      for (let at = 0; at < bytes.length; at += size) {
        decoded += decoder.push(bytes.subarray(at, at + size));
      }
      decoder.end();
      expect(decoded).toBe(`x${any}`);
    }),
  );
});

test('whatever a fatal decoder refuses is refused, and nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ min: 1, max: 255, maxLength: 12 }), (any) => {
      const bytes = Buffer.from(any);
      const ours = outcomeOf(() => {
        const decoder = utf8Decoder();
        const text = decoder.push(bytes);
        decoder.end();
        return text;
      });
      expect(ours).toBe(outcomeOf(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    }),
  );
});

function outcomeOf(decode: () => string): string | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}

test('progress ends with the size of the file', async () => {
  const file = fileOf(csv);
  const heard: (readonly [number, number])[] = [];
  const { pages } = readRecords(file, detect, columns('a'), (...now) => heard.push(now));
  for await (const _ of pages);
  const { length } = readFileSync(file);
  expect(heard.at(-1)).toEqual([length, length]);
});

test('the digest is not known before the file has been read', () => {
  expect(() => readRecords(fileOf(csv), detect, columns('a')).digest()).toThrow(TypeError);
});
