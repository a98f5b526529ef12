/** What a dossier of the demo leaves behind for other sources: money that is paid, people who complain, and who is to answer for a delay. */
import type { AgencyCode, CalendarDate, EventId, OfficialId } from '../domain/units.ts';
import type { Person } from './people.ts';
import type { Procedure } from './places.ts';

/** Phí and lệ phí of one dossier, on their way to a receipt. */
export type Charge = {
  readonly dossier: string;
  readonly procedure: Procedure;
  readonly agency: AgencyCode;
  readonly payer: Person;
  /** When it is paid, in milliseconds since 1970 UTC. */
  readonly at: number;
  readonly online: boolean;
  /** How the result is asked for: at Tuyên Quang it says who collects (TQ Đ8). */
  readonly resultChannel: string;
  /** When it is paid back, as the dossier is withdrawn; null: it is not. */
  readonly refundAt: number | null;
};

/** A reason to complain. */
export type Grievance = {
  readonly dossier: string;
  readonly agency: AgencyCode;
  readonly official: OfficialId;
  readonly person: Person;
  /** In milliseconds since 1970 UTC. */
  readonly at: number;
  readonly about: 'lateness' | 'conduct' | 'result' | 'guidance' | 'delivery';
};

/** A dossier that was decided after its time, of which a finding speaks. */
export type Overdue = {
  readonly dossier: string;
  /** Its reception, by which the finding is named. */
  readonly opening: EventId;
  readonly agency: AgencyCode;
  readonly official: OfficialId;
  /** When it was decided, in milliseconds since 1970 UTC. */
  readonly at: number;
};

export type Desk = {
  readonly charges: Tray<Charge>;
  readonly grievances: Tray<Grievance>;
  readonly overdue: Tray<Overdue>;
};

/** Things that wait for their day. */
export type Tray<Item> = {
  readonly put: (day: CalendarDate, item: Item) => void;
  /** What waits for `day`, in the order in which it was put there; it waits no longer. */
  readonly take: (day: CalendarDate) => readonly Item[];
};

export function emptyDesk(): Desk {
  return { charges: emptyTray(), grievances: emptyTray(), overdue: emptyTray() };
}

function emptyTray<Item>(): Tray<Item> {
  const waiting = new Map<CalendarDate, Item[]>();
  return {
    put(day, item) {
      const together = waiting.get(day);
      if (together === undefined) waiting.set(day, [item]);
      else together.push(item);
    },
    take(day) {
      const items = waiting.get(day) ?? [];
      waiting.delete(day);
      return items;
    },
  };
}
