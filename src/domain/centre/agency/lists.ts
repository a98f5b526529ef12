/** The lists of officials whom an agency may send (danh sách nhân sự): submitted, approved, revoked. */
import type { Proposal } from '../../entry.ts';
import type { CalendarDate, Instant } from '../../units.ts';
import type { AgencyEvent, AgencyEventOf, Listed } from './vocabulary.ts';

export type StaffList = {
  /** By which the events about it know each other; null where the record does not say. */
  readonly list: string | null;
  readonly year: string | null;
  /** As approved, or else as submitted. */
  readonly people: readonly Listed[];
  /** First and last day in force; null: from its approval, and until another one. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly submittedAt: Instant | null;
  readonly approvedAt: Instant | null;
  readonly returnedAt: Instant | null;
  readonly revokedAt: Instant | null;
};

export function listsAfter(
  lists: readonly StaffList[],
  event: Proposal<AgencyEvent>,
): readonly StaffList[] {
  const { type, data, occurredAt: at } = event;
  if (type === 'StaffListSubmitted') return [...lists, submitted(data, at)];
  if (type === 'StaffListApproved') return approved(lists, data, at);
  if (type === 'StaffListReturned') {
    const waiting = waitingList(lists, data.list);
    return lists.map((one) => (one === waiting ? { ...one, returnedAt: at } : one));
  }
  if (type === 'StaffListRevoked') {
    const valid = validList(lists, data.list);
    return lists.map((one) =>
      one === valid ? { ...one, to: data.to ?? one.to, revokedAt: at } : one,
    );
  }
  return lists;
}

function submitted(
  { list, year, people }: AgencyEventOf<'StaffListSubmitted'>['data'],
  at: Instant,
): StaffList {
  return { ...blank, list, year, people: people ?? [], submittedAt: at };
}

const blank = {
  from: null,
  to: null,
  submittedAt: null,
  approvedAt: null,
  returnedAt: null,
  revokedAt: null,
} as const;

/** A list may be approved of whose submission nothing is on record. */
function approved(
  lists: readonly StaffList[],
  { list, year, people, from, to }: AgencyEventOf<'StaffListApproved'>['data'],
  at: Instant,
): readonly StaffList[] {
  const waiting = waitingList(lists, list);
  if (waiting === null)
    return [...lists, { ...blank, list, year, people, from, to, approvedAt: at }];
  return lists.map((one) =>
    one === waiting
      ? { ...one, list: list ?? one.list, year: year ?? one.year, people, from, to, approvedAt: at }
      : one,
  );
}

/** The list of that name that was submitted and not decided on; the last one where no name is known. */
export function waitingList(lists: readonly StaffList[], name: string | null): StaffList | null {
  const found = lists.findLast(
    (one) => one.approvedAt === null && one.returnedAt === null && isNamed(one, name),
  );
  return found ?? null;
}

/** The list of that name that was approved and not revoked; the last one where no name is known. */
export function validList(lists: readonly StaffList[], name: string | null): StaffList | null {
  const found = lists.findLast(
    (one) => one.approvedAt !== null && one.revokedAt === null && isNamed(one, name),
  );
  return found ?? null;
}

function isNamed({ list }: StaffList, name: string | null): boolean {
  return name === null || list === null || list === name;
}
