/**
 * The one pass over a body that finds what `JSON.parse` would refuse (RFC 8259), and what it would
 * silently change; see `strict-json.ts`, which it is the inside of.
 */
import { survives } from './exact-number.ts';

export type BodyProblemCode =
  | 'body/not-utf8'
  | 'body/not-json'
  | 'body/duplicate-key'
  | 'body/reserved-key'
  | 'body/unsafe-number'
  | 'body/too-deep'
  | 'body/lone-surrogate';

/** The first thing that is wrong. */
export class Fault extends Error {
  readonly code: BodyProblemCode;
  readonly remedy: string;
  readonly at: number;
  readonly path: string;
  constructor(code: BodyProblemCode, message: string, remedy: string, at: number, path: string) {
    super(message);
    this.code = code;
    this.remedy = remedy;
    this.at = at;
    this.path = path;
  }
}

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const byteOrderMark = 0xfeff;

/** Each method reads one thing, and stops behind it. */
export class Scanner {
  private readonly text: string;
  private readonly deepest: number;
  private at = 0;
  private depth = 0;
  /** Key or place of what is being read, by depth; longer than `depth` where it once was deeper. */
  private readonly trail: (string | number | undefined)[] = [];

  constructor(text: string, deepest: number) {
    this.text = text;
    this.deepest = deepest;
  }

  /** @throws Fault for anything but one value that survives. */
  body(): void {
    if (this.text.charCodeAt(0) === byteOrderMark) {
      this.fail('body/not-utf8', 'the body begins with a byte order mark', 'send it without one');
    }
    this.value();
    this.space();
    if (this.at < this.text.length) this.expected('nothing after the value');
  }

  private value(): void {
    this.space();
    const code = this.text.charCodeAt(this.at);
    if (code === quote) this.string();
    else if (code === openBrace) this.object();
    else if (code === openBracket) this.array();
    else if (!this.number() && !this.word()) this.expected('a value');
  }

  private object(): void {
    this.enter();
    if (!this.next(closeBrace)) {
      const keys = new Keys();
      do this.member(keys);
      while (this.next(comma));
      if (!this.next(closeBrace)) this.expected('"," or "}"');
    }
    this.depth -= 1;
  }

  private member(keys: Keys): void {
    this.space();
    const from = this.at;
    if (this.text.charCodeAt(from) !== quote) this.expected('a key in double quotes');
    const isEscaped = this.string();
    const key: string = isEscaped
      ? JSON.parse(this.text.slice(from, this.at))
      : this.text.slice(from + 1, this.at - 1);
    this.trail[this.depth - 1] = key;
    if (!keys.add(key)) {
      this.fail('body/duplicate-key', 'an object has this key twice', 'keep one of them', from);
    }
    if (key === '__proto__') {
      this.fail('body/reserved-key', 'this key is never taken', 'leave the member out', from);
    }
    if (!this.next(colon)) this.expected('":"');
    this.value();
  }

  private array(): void {
    this.enter();
    if (!this.next(closeBracket)) {
      let place = 0;
      do {
        this.trail[this.depth - 1] = place;
        place += 1;
        this.value();
      } while (this.next(comma));
      if (!this.next(closeBracket)) this.expected('"," or "]"');
    }
    this.depth -= 1;
  }

  private enter(): void {
    if (this.depth === this.deepest) {
      const what = `arrays and objects lie more than ${this.deepest} deep`;
      this.fail('body/too-deep', what, 'send it flatter');
    }
    this.trail[this.depth] = undefined;
    this.depth += 1;
    this.at += 1;
  }

  /** Whether anything in it is escaped. */
  private string(): boolean {
    const { text, at: from } = this;
    let isEscaped = false;
    let at = from + 1; // a local, because most of a body is read here
    for (let code = text.charCodeAt(at); code !== quote; code = text.charCodeAt(at)) {
      if (code === backslash) {
        isEscaped = true;
        at += this.escape(at);
      } else if (code >= 0x20) {
        at += 1;
      } else if (at >= text.length) {
        return this.fail('body/not-json', 'a string does not end', 'close it with "', from);
      } else {
        return this.fail(
          'body/not-json',
          'a string holds a control character',
          'write \\u00xx',
          at,
        );
      }
    }
    this.at = at + 1;
    return isEscaped;
  }

  /** The length of the escape at `at`, or of both where it takes two to make a character. */
  private escape(at: number): number {
    const unit = this.unit(at);
    if (unit === undefined) {
      if (/^\\["\\/bfnrt]$/.test(this.text.slice(at, at + 2))) return 2;
      return this.fail(
        'body/not-json',
        'a string holds an unknown escape',
        'write \\\\ for \\',
        at,
      );
    }
    if (unit < 0xd800 || unit > 0xdfff) return 6;
    const low = this.unit(at + 6);
    if (unit < 0xdc00 && low !== undefined && low >= 0xdc00 && low <= 0xdfff) return 12;
    return this.fail('body/lone-surrogate', 'half a character is escaped', 'write both halves', at);
  }

  /** The code unit that `\uXXXX` at `at` stands for. */
  private unit(at: number): number | undefined {
    const escape = this.text.slice(at, at + 6);
    return /^\\u[0-9a-f]{4}$/i.test(escape) ? Number.parseInt(escape.slice(2), 16) : undefined;
  }

  private number(): boolean {
    numberAhead.lastIndex = this.at;
    const literal = numberAhead.exec(this.text)?.[0];
    if (literal === undefined) return false;
    if (!survives(literal)) {
      const what = 'a number cannot be kept exactly';
      this.fail('body/unsafe-number', what, 'send fewer digits, or send it as a string');
    }
    this.at += literal.length;
    return true;
  }

  private word(): boolean {
    const word = ['true', 'false', 'null'].find((each) => this.text.startsWith(each, this.at));
    this.at += word?.length ?? 0;
    return word !== undefined;
  }

  /** Whether `code` comes next, which is then behind us. */
  private next(code: number): boolean {
    this.space();
    if (this.text.charCodeAt(this.at) !== code) return false;
    this.at += 1;
    return true;
  }

  private space(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.at += 1;
    }
  }

  private expected(wanted: string): never {
    const isEnd = this.at >= this.text.length;
    const what = isEnd ? 'the body ends too early' : 'the body is not JSON';
    return this.fail('body/not-json', what, `expected ${wanted}`);
  }

  private fail(code: BodyProblemCode, what: string, remedy: string, at = this.at): never {
    const steps = this.trail.slice(0, this.depth).filter((step) => step !== undefined);
    throw new Fault(code, what, remedy, at, steps.map(pointerStep).join(''));
  }
}

/** The keys of one object. A set for each would cost more than all the rest, and most have few keys. */
class Keys {
  private readonly few: string[] = [];
  private many: Set<string> | undefined;

  /** Whether it is new. */
  add(key: string): boolean {
    if (this.many?.has(key) ?? this.few.includes(key)) return false;
    if (this.many !== undefined) this.many.add(key);
    else if (this.few.push(key) > 16) this.many = new Set(this.few);
    return true;
  }
}

function pointerStep(step: string | number): string {
  const text = String(step);
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return `/${short.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

const numberAhead = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
