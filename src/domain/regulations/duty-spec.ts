/** What a rule says that is a duty: the events that fill the mechanism. */
import type { AnyEvent, Entry } from '../entry.ts';
import type { Timeline } from '../timeline.ts';
import type { EventId, Instant } from '../units.ts';
import type { History } from './history.ts';
import type { Bearer, Context } from './rule.ts';

/** `Event` is any event of the subject. */
export type DutySpec<Event extends AnyEvent> = {
  readonly key: string;
  /** Raise it when what the rule says of a history changes: see `Rule`. */
  readonly version: number;
  readonly title: { readonly vi: string; readonly en: string };
  readonly subject: string | readonly string[];
  /**
   * What it demands is a state that lasts, so that it is owed, too, of what happened before there was the
   * regulation: from its first day, as though it had happened then. `opens` is given the entry so.
   */
  readonly isContinuing?: boolean;
  /** Events that can open it. Left out: any may. */
  readonly openedBy?: readonly Event['type'][];
  /** What the entry opens, with what the centre had laid down when it happened: null if it opens nothing. */
  readonly opens: (
    entry: Entry<Event>,
    context: Context,
    timeline: Timeline<Event>,
    history: History<Event>,
  ) => Opening | readonly Opening[] | null;
  /** Of several entries that open it only the one that was first recorded does: there is one such duty of a subject. */
  readonly opensOnce?: boolean;
  /** Events that state another due time, and which; null if such an event states none. */
  readonly movedBy?: readonly Event['type'][];
  readonly moves?: (
    entry: Entry<Event>,
    context: Context,
    timeline: Timeline<Event>,
  ) => Instant | null;
  /** From the first to the second of these the bearer waits for somebody else. */
  readonly suspends?: readonly Event['type'][];
  readonly resumes?: readonly Event['type'][];
  readonly pause?: (context: Context) => Pause;
  readonly discharges: readonly Event['type'][];
  /** Whether `entry`, of a type that discharges, discharges what `opening` opened. Left out: it does. */
  readonly answers?: (
    entry: Entry<Event>,
    opening: Opened<Event>,
    context: Context,
    timeline: Timeline<Event>,
  ) => boolean;
  /** A discharge closes one duty only: the first that was opened and that it answers. Else all of them. */
  readonly oneForOne?: boolean;
  /** A discharge dated before the opening counts too: what was done was done. */
  readonly dischargeMayPrecede?: boolean;
  /** Its subject ended without it. A discharge that follows shows that it had not ended. */
  readonly ends?: readonly Event['type'][];
  /** Whether `entry`, of a type that ends, is an end of what `opening` opened. Left out: it is. */
  readonly isEnd?: (entry: Entry<Event>, opening: Opened<Event>, context: Context) => boolean;
};

/** What a wait does to the due time: nothing, moves it by the wait, or starts the time again. */
export type Pause = 'none' | 'extend' | 'restart';

export type Opening = {
  /** Null: the opening states none. There is a duty once an event that moves it does. */
  readonly due: Instant | null;
  /** When it is due if its time starts again at an instant, after a wait (`restart`). Left out: see `startedAgain`. */
  readonly again?: (from: Instant) => Instant;
  readonly bearer: Bearer;
  /** When it is owed from, where that is later than the entry, such as when an appointed time has passed. What closed it before then had opened nothing. */
  readonly at?: Instant;
  /** Which it is, where one entry opens several. */
  readonly part?: string;
  /** For people: see `Duty`. */
  readonly detail?: string;
  /** Other entries that prove it, of any record: what was declared, or was in force by a register. */
  readonly because?: readonly EventId[];
};

/** An entry with what it opened. */
export type Opened<Event extends AnyEvent> = {
  readonly entry: Entry<Event>;
  readonly opening: Opening;
};
