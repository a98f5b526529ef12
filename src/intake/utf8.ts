/** UTF-8 that is really UTF-8. A decoder that repairs would put other words on the record. */
import { isAscii, isUtf8 } from 'node:buffer';
import { FileRefused } from './refusal.ts';

export type Utf8Decoder = {
  /** @throws FileRefused naming the first wrong byte. */
  readonly push: (bytes: Buffer) => string;
  /** @throws FileRefused if a character was cut. */
  readonly end: () => void;
};

/** Takes bytes cut anywhere. A byte order mark at the start is passed over. */
export function utf8Decoder(): Utf8Decoder {
  let carried: Buffer = Buffer.alloc(0);
  /** Bytes before `carried`, and line breaks in them. */
  let offset = 0;
  let breaks = 0;

  function refuse(bytes: Buffer, at: number, what: string): never {
    const line = breaks + 1 + countBreaks(bytes.subarray(0, at));
    const where = `at byte ${offset + at} of its text, in line ${line}`;
    throw new FileRefused('encoding', `the file is not UTF-8: ${what} ${where}. ${remedy}`);
  }

  return {
    push(chunk) {
      const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
      if (offset === 0) refuseUtf16(bytes, refuse);
      const zero = bytes.indexOf(0);
      if (zero !== -1) refuse(bytes, zero, 'a zero byte, as in UTF-16 or a binary file,');
      const whole = bytes.subarray(0, bytes.length - cutTail(bytes));
      carried = bytes.subarray(whole.length);
      if (whole.length === 0) return '';
      let text: string;
      if (isAscii(whole)) text = whole.toString('latin1');
      else if (isUtf8(whole)) text = whole.toString('utf8');
      else return refuseFirstBad(whole, refuse);
      const isStart = offset === 0;
      offset += whole.length;
      breaks += countBreaks(whole);
      return isStart && text.startsWith('\uFEFF') ? text.slice(1) : text;
    },

    end() {
      if (carried.length === 0) return;
      const what = `the file ends inside a character, in line ${breaks + 1}`;
      throw new FileRefused('truncated', `${what}: nothing of it is recorded. Fetch it again`);
    },
  };
}

const remedy =
  'Save it as UTF-8 (in Excel: "CSV UTF-8"), or convert it first: Vietnamese exports are often in ' +
  'Windows-1258 (iconv -f WINDOWS-1258 -t UTF-8), UTF-16 or TCVN3';

type Refuse = (bytes: Buffer, at: number, what: string) => never;

function refuseUtf16(bytes: Buffer, refuse: Refuse): void {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) refuse(bytes, 0, 'it begins with the mark of UTF-16');
}

function refuseFirstBad(bytes: Buffer, refuse: Refuse): never {
  let at = 0;
  for (; at < bytes.length; ) {
    const size = sizeOf(bytes[at] ?? 0);
    if (size === 0 || !isUtf8(bytes.subarray(at, at + size))) break;
    at += size;
  }
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return refuse(bytes, at, `the byte ${byte}`);
}

/** Bytes at the end that may be the beginning of a character: 0 to 3. */
function cutTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    return sizeOf(byte) > back ? back : 0;
  }
  return 0;
}

/** Bytes of the character that begins with `byte`; 0 if none does. */
function sizeOf(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  return byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
}

function countBreaks(bytes: Buffer): number {
  let breaks = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) breaks += 1;
  return breaks;
}
