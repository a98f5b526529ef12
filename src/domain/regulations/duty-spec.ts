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
  ) => Instant | DayTerm | null;
  /** From the first to the second of these the bearer waits for somebody else. */
  readonly suspends?: readonly Event['type'][];
  readonly resumes?: readonly Event['type'][];
  readonly pause?: (context: Context) => Pause;
  /**
   * Whether `request`, of a type that suspends, stops the time by the strict convention, too: nobody gains
   * time in that by a request that may not be made. Left out: it does. By the customary one each does.
   */
  readonly stopsStrictly?: (
    request: Entry<Event>,
    timeline: Timeline<Event>,
    context: Context,
  ) => boolean;
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

/** When a term in calendar days ends if it is prolonged by so many days: counted from its last day before that moved off a day off. */
export type Prolonged = (calendarDays: number) => Instant;

/** The end of a term in calendar days; `since` is when that began, whenever it was stated: a wait before it was is counted, too. */
export type DayTerm = {
  readonly due: Instant;
  readonly since: Instant;
  readonly prolonged: Prolonged;
};

export type Opening = {
  /** Null: the opening states none. There is a duty once an event that moves it does. */
  readonly due: Instant | null;
  /** When it is due if its time starts again at an instant, after a wait (`restart`). Left out: see `startedAgain`. */
  readonly again?: (from: Instant) => Instant;
  /** Of a term in calendar days, which a wait that moves the due time prolongs by such days. Left out: it is moved in working time. */
  readonly prolonged?: Prolonged;
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
