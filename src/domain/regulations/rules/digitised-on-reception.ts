/**
 * digitised-on-reception: the official who takes in a dossier on paper has it scanned, signed and filed
 * (số hóa; NB Đ5.2d¶2, TQ Đ6.11).
 *
 * NB: before it is passed on, which is shown by the transfer, its acknowledgement or, where neither is on
 * record, by the decision; large format or large volume may stay on paper. TQ: all of it, no
 * exception; no text says by when, so the centre sets the time. What came in online is digital, and
 * how a dossier came in must be stated: nobody is to scan what may never have been on paper. A
 * scan that is said not to be signed, or not to be filed, is none.
 */
import type { DossierEvent, DossierEventOf } from '../../dossier/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { ofType, type Timeline } from '../../timeline.ts';
import { duty } from '../duty.ts';
import type { Opening } from '../duty-spec.ts';
import { isCertainlyBefore, lastMomentOf } from '../order.ts';
import type { Context } from '../rule.ts';
import { dueWithin } from '../term.ts';

const key = 'digitised-on-reception';

type Reception = Entry<DossierEventOf<'DossierReceived'>>;

type Demanded = {
  readonly due: (
    received: Reception,
    timeline: Timeline<DossierEvent>,
    context: Context,
  ) => Pick<Opening, 'due' | 'because'>;
  readonly mayStayOnPaper: boolean;
};

/** NB Đ5.2d¶2. */
export const digitisedBeforeTransfer = digitised({ due: whenPassedOn, mayStayOnPaper: true });

/** TQ Đ6.11. */
export const digitisedWithoutException = digitised({
  due: (received, _, context) => ({ due: dueWithin(key, { days: 1 }, received, context) }),
  mayStayOnPaper: false,
});

function digitised({ due, mayStayOnPaper }: Demanded) {
  return duty<DossierEvent>({
    key,
    version: 2,
    title: { vi: 'Số hóa hồ sơ khi tiếp nhận', en: 'Dossier digitised on reception' },
    subject: 'dossier',
    openedBy: ['DossierReceived'],
    opens(entry, context, timeline) {
      if (entry.type !== 'DossierReceived' || !isPaper(entry)) return null;
      return {
        ...due(entry, timeline, context),
        bearer: { kind: 'official', code: entry.data.receiver },
      };
    },
    opensOnce: true,
    discharges: ['DossierDigitised'],
    dischargeMayPrecede: true, // at the counter, before the reception is entered
    answers: (entry) =>
      entry.type === 'DossierDigitised' &&
      entry.data.signed !== false &&
      entry.data.filed !== false &&
      (mayStayOnPaper || entry.data.leftOnPaper === null),
    ends: ['DossierReturned', 'DossierStopped', 'DossierWithdrawn'],
  });
}

function isPaper({ data: { channel } }: Reception): boolean {
  return (
    channel === 'direct' ||
    channel === 'by-proxy' ||
    channel === 'hired-service' ||
    channel === 'post'
  );
}

/** Not due before it is passed on. */
function whenPassedOn(
  received: Reception,
  timeline: Timeline<DossierEvent>,
  context: Context,
): Pick<Opening, 'due' | 'because'> {
  const passed = ofType(
    timeline,
    'DossierTransferred',
    'TransferAcknowledged',
    'DossierDecided',
  ).find((entry) => !isCertainlyBefore(entry, received, context));
  if (passed === undefined) return { due: null };
  return { due: lastMomentOf(passed, context), because: [passed.id] };
}
