/** The approved lists of whom an agency may send (danh sách nhân sự chính thức, dự phòng); by its code. */
import { type AgencyEvent, agency } from '../../centre/agency/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { partsOf } from '../../stream.ts';
import { plusDays } from '../../time/date.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
import type { CalendarDate, EventId } from '../../units.ts';
import { inWords } from '../in-words.ts';
import type { Register } from '../register.ts';

export type ApprovedList = {
  /** First and last day in force; null: until another is approved, and none was. */
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** Formal officials and reserves alike. */
  readonly officials: ReadonlySet<string>;
  /** Its approval, and its revocation. */
  readonly proof: readonly EventId[];
};

/** In the order in which they were approved. */
export const approvedLists: Register<readonly ApprovedList[]> = {
  name: 'approved-lists',
  category: 'agency',
  types: ['StaffListApproved', 'StaffListRevoked'],
  keys: (stream) => [partsOf(stream, ['code'])?.['code'] ?? []].flat(),
  isKeyedByName: true,
  isAboutSubjects: false,
  fold: (records) =>
    listsIn(records.flatMap(({ timeline }) => inWords('agency', agency, timeline))),
};

/** Those in force on `day`. */
export function inForceOn(
  lists: readonly ApprovedList[],
  day: CalendarDate,
): readonly ApprovedList[] {
  return lists.filter(({ from, to }) => from <= day && (to === null || day <= to));
}

type Named = ApprovedList & { readonly list: string | null; readonly isOpen: boolean };

function listsIn(entries: readonly Entry<AgencyEvent>[]): readonly ApprovedList[] {
  let lists: Named[] = [];
  for (const entry of entries) {
    if (entry.type === 'StaffListApproved') {
      const added = approved(entry);
      lists = [...lists.map((one) => (one.isOpen ? endedBy(one, added.from) : one)), added];
    } else if (entry.type === 'StaffListRevoked') {
      const { list, to } = entry.data;
      const which = lists.findLast(
        (one) => list === null || one.list === null || one.list === list,
      );
      const last = to ?? plusDays(dayOf(entry), -1);
      lists = lists.map((one) =>
        one === which ? { ...one, to: last, isOpen: false, proof: [...one.proof, entry.id] } : one,
      );
    }
  }
  return lists;
}

function approved(entry: Extract<Entry<AgencyEvent>, { type: 'StaffListApproved' }>): Named {
  const { list, people, from, to } = entry.data;
  return {
    list,
    from: from ?? dayOf(entry),
    to,
    isOpen: to === null,
    officials: new Set(people.map(({ official }) => official)),
    proof: [entry.id],
  };
}

/** A list without a last day is in force until another is. */
function endedBy(list: Named, from: CalendarDate): Named {
  return from > list.from ? { ...list, to: plusDays(from, -1), isOpen: false } : list;
}

function dayOf({ occurredAt }: Entry<AgencyEvent>): CalendarDate {
  return localDateOf(occurredAt, hoChiMinh);
}
