/**
 * three-way-routing: what the centre receives is dealt with, or goes to whoever has to deal with it. No
 * text says by when: the centre sets it, ten working days where it does not (what Ninh Bình later gave
 * itself to resolve feedback).
 *
 * Ninh Bình (NB Đ8.1b), feedback and suggestions, by what they turned out to be about: the centre itself,
 * then it resolves or answers them; guidance, reception or processing, then they are forwarded to an
 * agency, or its official is called to answer in person (NB Đ8.2c), or the agency answers on the portal;
 * the rules, then they are reported upward. Until that is classified, any of these is enough. That the
 * agency is urged is `three-way-routing-urged`.
 *
 * Kon Tum (KT Đ7.2e), the same, and Bạc Liêu (BL Đ6.5), complaints and denunciations, too: dealt with, or
 * passed or reported to who is competent. What is taken up, or declined with its reason, is dealt with.
 */
import { foldComplaint } from '../../complaints/complaint/fold.ts';
import type { ComplaintEvent, Kind, Matter } from '../../complaints/complaint/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { centreItself, isHandedOn, isWholeEnd } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import type { DutySpec } from '../duty-spec.ts';
import { dueWithin } from '../term.ts';

const key = 'three-way-routing';

type Type = ComplaintEvent['type'];

function routing(
  kinds: readonly Kind[],
  { discharges, answers, ends }: Pick<DutySpec<ComplaintEvent>, 'discharges' | 'answers' | 'ends'>,
) {
  return duty<ComplaintEvent>({
    key,
    version: 2,
    title: {
      vi: 'Phản ánh, kiến nghị được xử lý hoặc chuyển đúng nơi',
      en: 'Feedback dealt with or passed to who has to',
    },
    subject: 'complaint',
    openedBy: ['ComplaintReceived'],
    opens(entry, context, timeline) {
      const { kind, matter } = foldComplaint(timeline);
      if (kind === null || !kinds.includes(kind)) return null;
      const due = dueWithin(key, { days: 10 }, entry, context);
      const bearer = centreItself(context);
      return matter === null ? { due, bearer } : { due, bearer, detail: matter };
    },
    discharges,
    ...(answers === undefined ? {} : { answers }),
    ...(ends === undefined ? {} : { ends }),
    isEnd: isWholeEnd,
  });
}

const dealtWith = ['ComplaintResolved', 'ComplaintReplied', 'ComplaintAnswered'] as const;

/** Ninh Bình. */
export const threeWayRouting = routing(['feedback', 'suggestion'], {
  discharges: [
    ...dealtWith,
    'ComplaintForwarded',
    'ComplaintOfficialCalled',
    'ComplaintReportedUpward',
  ],
  answers(entry, { opening }) {
    if (entry.type === 'ComplaintForwarded' && !isHandedOn(entry)) return false;
    const { detail: matter } = opening;
    return !isMatter(matter) || routes[matter].includes(entry.type);
  },
  ends: ['ComplaintWithdrawn', 'ComplaintDeclined'],
});

const routes: Readonly<Record<Matter, readonly Type[]>> = {
  centre: dealtWith,
  processing: ['ComplaintForwarded', 'ComplaintOfficialCalled', 'ComplaintAnswered'],
  rules: ['ComplaintReportedUpward'],
};

function isMatter(detail: string | undefined): detail is Matter {
  return detail !== undefined && Object.hasOwn(routes, detail);
}

const dealtWithOrPassedOn = {
  discharges: [
    ...dealtWith,
    'ComplaintAccepted',
    'ComplaintDeclined',
    'ComplaintForwarded',
    'ComplaintReportedUpward',
  ],
  answers: (entry: Entry<ComplaintEvent>) =>
    entry.type !== 'ComplaintForwarded' || isHandedOn(entry),
  ends: ['ComplaintWithdrawn'],
} as const;

/** Kon Tum. */
export const feedbackDealtWith = routing(['feedback', 'suggestion'], dealtWithOrPassedOn);

/** Bạc Liêu. */
export const complaintsDealtWith = routing(
  ['feedback', 'suggestion', 'complaint', 'second-complaint', 'denunciation'],
  dealtWithOrPassedOn,
);
