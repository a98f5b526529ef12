/** What a rule says that is a duty: the events that fill the mechanism. */
import type { AnyEvent, Entry } from '../entry.ts';
import type { Instant } from '../units.ts';
import type { Bearer, Context } from './rule.ts';

/** `Event` is any event of the subject's family. */
export type DutySpec<Event extends AnyEvent> = {
  readonly key: string;
  /** Raise it when what the rule says of a history changes: see `Rule`. */
  readonly version: number;
  readonly title: { readonly vi: string; readonly en: string };
  readonly subject: string;
  /** What the entry opens: null if it opens nothing. */
  readonly opens: (entry: Entry<Event>, context: Context) => Opening | null;
  /** Of several entries that open it only the one that was first recorded does: there is one such duty of a subject. */
  readonly opensOnce: boolean;
  /** Events that state another due time, and which; null if such an event states none. */
  readonly movedBy: readonly Event['type'][];
  readonly moves: (entry: Entry<Event>, context: Context) => Instant | null;
  /** From the first to the second of these the bearer waits for somebody else. */
  readonly suspends: readonly Event['type'][];
  readonly resumes: readonly Event['type'][];
  readonly pause: (context: Context) => Pause;
  readonly discharges: readonly Event['type'][];
  /** A discharge dated before the opening counts too: what was done was done. */
  readonly dischargeMayPrecede: boolean;
  /** Its subject ended without it. A discharge that follows shows that it had not ended. */
  readonly ends: readonly Event['type'][];
};

/** What a wait does to the due time: nothing, moves it by the wait, or starts the time again. */
export type Pause = 'none' | 'extend' | 'restart';

export type Opening = {
  /** Null: the opening states none. There is a duty once an event that moves it does. */
  readonly due: Instant | null;
  readonly bearer: Bearer;
};
