/**
 * portal-process-agreed: the centre agrees an approved or changed internal process with the agency, and
 * puts it on the portal (NB Đ5.1a). No text says by when: the centre sets it.
 *
 * Two duties of each version of the process, since one may be done without the other. A version that
 * another took the place of, or whose procedure was repealed, needs neither any more. That the way of a
 * special procedure is agreed, too, is `portal-process-agreed-special`.
 */
import type { ProcedureEvent } from '../../centre/procedure/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { duty } from '../duty.ts';
import { dueWithin } from '../term.ts';

const key = 'portal-process-agreed';

export const portalProcessAgreed = duty<ProcedureEvent>({
  key,
  version: 2,
  title: {
    vi: 'Thống nhất quy trình điện tử và đưa lên Cổng dịch vụ công',
    en: 'Process agreed with the agency and put on the portal',
  },
  subject: 'procedure',
  openedBy: ['ProcessApproved', 'ProcessChanged'],
  opens(entry, context) {
    if (!isApproval(entry) || entry.centre !== context.centre) return null;
    const due = dueWithin(key, { days: 5 }, entry, context);
    const bearer = { kind: 'centre', code: context.centre } as const;
    const name = entry.data.process === null ? '' : `${entry.data.process}: `;
    return [
      { part: 'agreed', due, bearer, detail: `${name}agreed` },
      { part: 'portal', due, bearer, detail: `${name}on the portal` },
    ];
  },
  discharges: ['ProcessAgreed', 'ProcessPutOnPortal'],
  answers(entry, { entry: opening, opening: { part } }) {
    if (entry.centre !== opening.centre || !isSameProcess(entry, opening)) return false;
    if (part === 'agreed') return entry.type === 'ProcessAgreed';
    return entry.type === 'ProcessPutOnPortal' || isAgreedOnPortal(entry);
  },
  ends: ['ProcessApproved', 'ProcessChanged', 'ProcedureRepealed'],
  isEnd: (entry, { entry: opening }) => entry.centre === opening.centre,
});

function isApproval(entry: Entry<ProcedureEvent>) {
  return entry.type === 'ProcessApproved' || entry.type === 'ProcessChanged';
}

function isAgreedOnPortal({ type, data }: Entry<ProcedureEvent>): boolean {
  return type === 'ProcessAgreed' && data.onPortal === true;
}

/** By the version that both name; where either names none it may be the same. */
function isSameProcess(entry: Entry<ProcedureEvent>, opening: Entry<ProcedureEvent>): boolean {
  const [one, other] = [processIn(entry), processIn(opening)];
  return one === null || other === null || one === other;
}

function processIn({ type, data }: Entry<ProcedureEvent>): string | null {
  const isOfProcess =
    type === 'ProcessApproved' ||
    type === 'ProcessChanged' ||
    type === 'ProcessAgreed' ||
    type === 'ProcessPutOnPortal';
  return isOfProcess ? data.process : null;
}
