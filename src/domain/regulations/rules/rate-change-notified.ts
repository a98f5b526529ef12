/**
 * rate-change-notified (NB Đ9.2a): the agency tells the centre in writing of each change of a phí or lệ
 * phí, in time (kịp thời): within a term from the change that the centre sets. A notice that says it was
 * not in writing is none; one that came before the change was entered is in time.
 *
 * What the centre then does is `rate-change-notified-published`. A procedure may be on record for several
 * centres: each is judged by what was said at it.
 */

import type { ProcedureEvent } from '../../centre/procedure/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { duty } from '../duty.ts';
import { changesIn, isAbout, type RateChange } from '../rate-changes.ts';
import type { Bearer } from '../rule.ts';
import { dueWithin } from '../term.ts';

const key = 'rate-change-notified';

export const rateChangeNotified = duty<ProcedureEvent>({
  key,
  version: 2,
  title: { vi: 'Báo bằng văn bản khi mức thu thay đổi', en: 'Change of a rate notified' },
  subject: 'procedure',
  openedBy: [
    'FeeRateSet',
    'FeeRateChanged',
    'FeeRateEnded',
    'ProcedurePublished',
    'ProcedureChanged',
  ],
  opens(entry, context, timeline) {
    if (entry.centre !== context.centre) return null;
    const due = dueWithin(key, { days: 3 }, entry, context);
    const bearer = agencyOf(entry, timeline);
    return changesIn(entry, timeline, context).map((change) => ({
      due,
      bearer,
      part: partOf(change),
      detail: partOf(change),
    }));
  },
  discharges: ['FeeRateNotified'],
  dischargeMayPrecede: true,
  answers: (entry, { entry: opening, opening: { part } }, context) =>
    entry.type === 'FeeRateNotified' &&
    entry.data.written !== false &&
    isAbout(entry, changeIn(part), opening, context),
});

function partOf({ rate, from }: RateChange): string {
  return `${from} ${rate}`;
}

function changeIn(part = ''): RateChange {
  return { from: part.slice(0, 10), rate: part.slice(11) };
}

/** Whose procedure it was said to be last. */
function agencyOf(entry: Entry<ProcedureEvent>, timeline: Timeline<ProcedureEvent>): Bearer {
  const named = timeline.flatMap((one) => {
    const { type, data, centre, occurredAt } = one;
    if (type !== 'ProcedurePublished' && type !== 'ProcedureChanged') return [];
    return centre === entry.centre && occurredAt <= entry.occurredAt ? (data.agency ?? []) : [];
  });
  return { kind: 'agency', code: named.at(-1) ?? null };
}
