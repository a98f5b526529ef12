import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { assert, describe, expect, test } from 'vitest';
import { strictJson } from '../../src/ledger/strict-json.ts';

const read = (text: string) => strictJson(Buffer.from(text));
const problemOf = (body: string | Uint8Array) => {
  const result = typeof body === 'string' ? read(body) : strictJson(body);
  assert(!result.ok, 'refused');
  return result.problem;
};

describe('what is taken', () => {
  test.each([
    '{}',
    '[]',
    ' {"a" : [1, -2.5, true, false, null, "é\\u00e9\\n\\/"]}\r\n\t',
    '"one string"',
    '"\\ud83d\\ude00 😀"',
    '{"a":1,"A":2,"constructor":3,"":4}',
    '[{"a":1},{"a":2}]',
    '{"a":{"a":{"a":1}}}',
  ])('%s is what JSON.parse makes of it', (text) => {
    expect(read(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  test('an object of many keys has each of them once', () => {
    const members = Array.from({ length: 40 }, (_, place) => `"k${place}":${place}`);
    expect(read(`{${members.join()}}`).ok).toBe(true);
    expect(problemOf(`{${members.join()},"k3":0}`).code).toBe('body/duplicate-key');
    expect(problemOf(`{${members.join()},"k39":0}`).code).toBe('body/duplicate-key');
  });
});

describe('what is refused', () => {
  test.each([
    ['an empty body', ''],
    ['nothing but space', ' \n'],
    ['a body that is cut', '{"a":[1,'],
    ['a string that is cut', '{"a":"b'],
    ['an escape that is cut', '"\\u00'],
    ['two values', '{} {}'],
    ['a comma at the end of an object', '{"a":1,}'],
    ['a comma at the end of an array', '[1,]'],
    ['a comma alone', '[,]'],
    ['brackets that do not match', '[1}'],
    ['a key without quotes', '{a:1}'],
    ['single quotes', "{'a':1}"],
    ['a key without a value', '{"a"}'],
    ['a comment', '[1 /* one */]'],
    ['a leading zero', '[01]'],
    ['a leading plus', '[+1]'],
    ['a point without digits', '[1.]'],
    ['a hexadecimal number', '[0x10]'],
    ['NaN', '[NaN]'],
    ['a word in capitals', '[True]'],
    ['an unknown escape', '"\\x41"'],
    ['a line break in a string', '"a\nb"'],
    ['a space that is not one of JSON', '[\u00a01]'],
  ])('%s is not JSON', (_, text) => {
    expect(problemOf(text).code).toBe('body/not-json');
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  test.each([
    ['said twice', '{"a":1,"a":1}'],
    ['said twice, once escaped', '{"a":1,"\\u0061":2}'],
    ['said twice, in two cases of one escape', '{"\\u00e9":1,"\\u00E9":2}'],
    ['said twice, with others between', '{"a":1,"b":{"c":1},"a":2}'],
    ['said twice, deeper', '[{"b":{"":1,"":2}}]'],
  ])('a key %s', (_, text) => {
    expect(problemOf(text).code).toBe('body/duplicate-key');
  });

  test.each(['{"__proto__":{}}', '{"__pr\\u006fto__":1}'])('%s, which is never a key', (text) => {
    expect(problemOf(text).code).toBe('body/reserved-key');
  });

  test.each([
    ['half a character, the first', '"\\ud83d"'],
    ['half a character, the second', '"\\ude00"'],
    ['two halves in the wrong order', '"\\ude00\\ud83d"'],
    ['a half with something between', '"\\ud83d \\ude00"'],
    ['a half before another escape', '"\\ud83d\\n"'],
    ['half a character in a key', '{"\\ud83d":1}'],
  ])('%s', (_, text) => {
    expect(problemOf(text).code).toBe('body/lone-surrogate');
  });

  test.each([
    ['a byte that begins nothing', [0x22, 0xff, 0x22], 1],
    ['a character that is not continued', [0x22, 0x61, 0xc3, 0x28, 0x22], 2],
    ['a character that is cut', [0x22, 0xe1, 0xbb], 1],
    ['a character longer than need be', [0x22, 0xc0, 0xaf, 0x22], 1],
    ['half a surrogate pair', [0x22, 0xed, 0xa0, 0x80, 0x22], 1],
    ['UTF-16 with its mark', [0xff, 0xfe, 0x7b, 0x00], 0],
    ['Vietnamese in windows-1258', [0x22, 0x41, 0x6e, 0xcd, 0x22], 3],
  ])('%s is not UTF-8', (_, bytes, offset) => {
    expect(problemOf(Uint8Array.from(bytes))).toMatchObject({ code: 'body/not-utf8', offset });
  });

  test('a byte order mark, and it is called by its name', () => {
    const { code, message } = problemOf('\ufeff{}');
    expect(code).toBe('body/not-utf8');
    expect(message).toContain('byte order mark');
  });
});

describe('nesting', () => {
  const nested = (depth: number) => `${'[{"a":'.repeat(depth / 2)}0${'}]'.repeat(depth / 2)}`;

  test('32 deep is taken, 33 is not', () => {
    expect(read(nested(32)).ok).toBe(true);
    expect(problemOf(`[${nested(32)}]`).code).toBe('body/too-deep');
  });

  test('the bound is the caller’s, and what follows a deep place is shallow again', () => {
    expect(strictJson(Buffer.from('[[1],[2],[3]]'), { depth: 2 }).ok).toBe(true);
    expect(strictJson(Buffer.from('[[[1]]]'), { depth: 2 })).toMatchObject({ ok: false });
    expect(strictJson(Buffer.from('1'), { depth: 0 }).ok).toBe(true);
  });

  test('a body of nothing but brackets is refused, and does not exhaust the stack', () => {
    expect(problemOf('['.repeat(200_000)).code).toBe('body/too-deep');
  });
});

describe('numbers', () => {
  test.each([
    '0',
    '1',
    '-1',
    '1.0',
    '1e2',
    '1E+2',
    '0.1',
    '-0.5',
    '100e-2',
    '0.10',
    '0e9',
    '0.000',
    '9007199254740991',
    '-9007199254740991',
    '9007199254740991.0',
    '5e-324',
    '0.30000000000000004',
    '1234567.89',
    '2.2250738585072014e-308',
  ])('%s survives', (literal) => {
    expect(read(literal)).toEqual({ ok: true, value: Number(literal) });
  });

  test.each([
    ['beyond 2^53 − 1', '9007199254740992'],
    ['beyond it, below zero', '-9007199254740992'],
    ['which would become its neighbour', '9007199254740993'],
    ['beyond it, with an exponent', '1e16'],
    ['beyond every double', '1e400'],
    ['too small for a double', '1e-400'],
    ['of too many digits', '0.1234567890123456789'],
    ['which would be rounded', '0.30000000000000001'],
    ['with a digit that is lost', '4.9e-324'],
    ['minus zero', '-0'],
    ['minus zero in disguise', '-0.0e5'],
  ])('a number %s is refused: %s', (_, literal) => {
    expect(problemOf(`[${literal}]`).code).toBe('body/unsafe-number');
  });

  test('a number is taken if, and only if, its double is written back with the same value', () => {
    const digits = fc.stringMatching(/^\d{1,19}$/).map((text) => text.replace(/^0+(?=\d)/, ''));
    const fraction = fc.option(fc.stringMatching(/^\d{1,19}$/), { nil: undefined });
    const exponent = fc.option(fc.integer({ min: -30, max: 20 }), { nil: undefined });
    const literals = fc
      .tuple(fc.constantFrom('', '-'), digits, fraction, exponent)
      .map(([sign, whole, part, power]) =>
        [sign, whole, part && `.${part}`, power === undefined ? '' : `e${power}`].join(''),
      );
    fc.assert(
      fc.property(literals, (literal) => {
        const number = Number(literal);
        const isKept =
          Math.abs(number) <= Number.MAX_SAFE_INTEGER &&
          !Object.is(number, -0) &&
          scaled(literal) === scaled(String(number));
        expect(read(literal)).toMatchObject(
          isKept ? { ok: true, value: number } : { problem: { code: 'body/unsafe-number' } },
        );
      }),
      { numRuns: 2_000 },
    );
  });

  /** The value times 10^400, exactly. */
  function scaled(literal: string): bigint {
    const [, whole = '', part = '', power = '0'] =
      /^(-?\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(literal) ?? [];
    return BigInt(whole + part) * 10n ** BigInt(400 - part.length + Number(power));
  }
});

describe('the problem', () => {
  test('says what is wrong, where, and what to do', () => {
    const body = '{\n  "tên": [1, {"a/b~c": "x", "a/b~c": "y"}]\n}';
    expect(problemOf(body)).toEqual({
      code: 'body/duplicate-key',
      message:
        'an object has this key twice (line 2, column 29, at /tên/1/a~1b~0c): keep one of them',
      offset: Buffer.byteLength(body.slice(0, body.lastIndexOf('"a/b'))),
      line: 2,
      column: 29,
      path: '/tên/1/a~1b~0c',
    });
  });

  test.each([
    ['[1, 2, 1e999]', '/2', 7],
    ['{"a":{"b":1},"c":-0}', '/c', 17],
    ['{"a":[[],[1]],"b":?}', '/b', 18],
    ['{"a":1 "b":2}', '/a', 7],
    ['{"a":1}]', '', 7],
    ['', '', 0],
  ])('%s is wrong at %s', (body, path, offset) => {
    expect(problemOf(body)).toMatchObject({ path, offset, line: 1, column: offset + 1 });
  });

  test('never repeats a value, and cuts a long key', () => {
    expect(problemOf('{"name":"Nguyễn Văn An\n"}').message).not.toContain('An');
    expect(problemOf('{"id":0123456789}').message).not.toContain('123');
    const { path } = problemOf(`{"${'k'.repeat(10_000)}":-0}`);
    expect(path).toBe(`/${'k'.repeat(59)}…`);
  });
});

describe('beside JSON.parse', () => {
  const values = fc.jsonValue({ stringUnit: 'binary', maxDepth: 5 });
  const texts = fc
    .tuple(values, fc.constantFrom('', ' ', '\t', '\n  '))
    .map(([value, indent]) => JSON.stringify(value, null, indent))
    .filter((text) => !text.includes('__proto__'));

  test('whatever can be written is read, but for numbers beyond 2^53 − 1', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let isSafe = true;
        const value: unknown = JSON.parse(text, (_, each: unknown) => {
          if (typeof each === 'number' && Math.abs(each) > Number.MAX_SAFE_INTEGER) isSafe = false;
          return each;
        });
        const result = read(text);
        const code = result.ok ? 'taken' : result.problem.code;
        expect(code).toBe(isSafe ? 'taken' : 'body/unsafe-number');
        expect(result.ok ? result.value : value).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  test('bytes changed at random: what is taken is what JSON.parse reads, and what is not JSON it refuses', () => {
    const edits = fc.array(
      fc.record({
        at: fc.nat(),
        remove: fc.integer({ min: 0, max: 3 }),
        insert: fc.oneof(
          fc.uint8Array({ maxLength: 2 }),
          fc
            .constantFrom('"', '\\', ',', ':', '{', ']', '0', '-', 'e', '\\ud800', '"a":1,')
            .map(bytesOf),
        ),
      }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(texts, edits, (text, changes) => {
        const bytes = [...Buffer.from(text)];
        for (const { at, remove, insert } of changes) {
          bytes.splice(at % (bytes.length + 1), remove, ...insert);
        }
        const body = Buffer.from(bytes);
        const parsed = parse(body);
        const result = strictJson(body);
        const isRight = result.ok
          ? parsed !== undefined &&
            isDeepStrictEqual(result.value, parsed.value) &&
            membersWritten(body) === membersOf(parsed.value)
          : parsed === undefined ||
            !['body/not-json', 'body/not-utf8'].includes(result.problem.code);
        expect(isRight).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  /** Colons outside strings: a key that is written twice is counted twice. */
  function membersWritten(body: Buffer): number {
    return (
      body
        .toString()
        .replaceAll(/"(?:[^"\\]|\\.)*"/g, '')
        .split(':').length - 1
    );
  }

  function membersOf(value: unknown): number {
    if (typeof value !== 'object' || value === null) return 0;
    const inside = Object.values(value).reduce((sum, each) => sum + membersOf(each), 0);
    return inside + (Array.isArray(value) ? 0 : Object.keys(value).length);
  }

  function bytesOf(text: string): Uint8Array {
    return Buffer.from(text);
  }

  function parse(body: Uint8Array): { value: unknown } | undefined {
    try {
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
      return { value: JSON.parse(decoder.decode(body)) };
    } catch {
      return undefined;
    }
  }
});
