/**
 * What goes wrong with dossiers of the demo on purpose: one thing with one dossier, a known number of
 * times at each centre, whatever the size. All other dossiers keep the regulations, save that some are
 * late because an official was away. Those that are overdue on the last day are planted for it: `unfinished.ts`.
 */
import type { CalendarDate } from '../../domain/units.ts';
import type { Procedure } from '../places.ts';
import { isDemanded } from '../planting.ts';
import type { Scene } from '../scene.ts';
import type { Way } from './way.ts';

/** What a dossier is, as far as it decides what can go wrong with it. */
type Suited = {
  readonly scene: Scene;
  readonly procedure: Procedure;
  readonly channel: Way;
  readonly resultChannel: Way;
};

type Kind = {
  /** The rule that it breaks, at the centres that demand it. */
  readonly rule: string;
  /** Dossiers that it can happen to; left out: any. */
  readonly suits?: (course: Suited) => boolean;
  /** The dossier lies about until its time is over. */
  readonly isLate?: true;
};

const late = { isLate: true, suits: isShort } as const;

const kinds = {
  late: { rule: 'processing-deadline', ...late },
  'finish-set-back': {
    rule: 'processing-deadline',
    ...late,
    suits: isDatedFreely,
  },
  backdated: { rule: 'backdated-entry', ...late, suits: isDatedFreely },
  'moved-late': { rule: 'due-date-moved', ...late },
  'moved-openly': { rule: 'due-date-moved' },
  'no-apology-asked': { rule: 'apology-and-new-appointment', ...late },
  'promised-twice': { rule: 'new-appointment-once', ...late },
  'no-reason-for-lateness': { rule: 'reasons-to-centre', ...late },
  'no-reason-for-verification': {
    rule: 'reasons-to-centre',
    suits: ({ procedure }) => procedure.steps.some((step) => /xác minh/i.test(step)),
  },
  'no-reason-for-return': { rule: 'reasons-to-centre' },
  'not-urged': { rule: 'due-and-overdue-urged', ...late },
  'lateness-not-explained': { rule: 'overdue-explained', ...late },
  'query-not-answered': { rule: 'progress-query-answered' },
  'no-written-answer-asked': { rule: 'reasons-to-applicant' },
  'asked-twice': { rule: 'supplement-once' },
  'asked-in-part': { rule: 'supplement-complete' },
  'asked-for-more': { rule: 'no-extra-papers' },
  'request-not-explained': { rule: 'supplement-explained' },
  'paper-late': { rule: 'papers-supplied', suits: needsPaper },
  'checked-late': { rule: 'online-check-by-agency', suits: isOnline },
  'sent-away-late': { rule: 'misdirected-dossier-guided', suits: isOnline },
  'official-not-come': {
    rule: 'agency-official-attends',
    suits: ({ channel }) => channel === 'direct' || channel === 'by-proxy',
  },
  'kept-at-counter': {
    rule: 'transfer-in-30-minutes',
    suits: ({ channel }) => channel !== 'online',
  },
  'batch-missed': { rule: 'transfer-twice-daily' },
  'reception-set-later': {
    rule: 'end-before-start',
    suits: (course) => isOnline(course) || !isDemanded(course.scene, 'transfer-in-30-minutes'),
  },
  'reception-withdrawn': { rule: 'never-received' },
  'no-appointment': { rule: 'no-appointment' },
  'received-twice': { rule: 'received-twice', suits: isOnline },
  'worked-on-after': {
    rule: 'work-after-end',
    suits: ({ resultChannel }) => resultChannel === 'online' || resultChannel === 'post',
  },
} as const satisfies Readonly<Record<string, Kind>>;

type Chosen = keyof typeof kinds;

/**
 * Those of the last day: nobody misses it at the counter; the agency is urged, and says why; another agency
 * is waited for.
 */
export const unfinished = [
  'unfinished-at-counter',
  'unfinished-at-agency',
  'unfinished-elsewhere',
] as const;

export type Unfinished = (typeof unfinished)[number];

export type Mishap = Chosen | Unfinished;

/** Asked for one dossier after another, as they come. Null: all goes as it should. */
export type Mishaps = (course: Suited, day: CalendarDate) => Mishap | null;

export function mishapsAt(scene: Scene): Mishaps {
  const all = Object.entries<Kind>(kinds).flatMap(([name, { rule, suits }]) =>
    isChosen(name) ? [{ name, rule, suits }] : [],
  );
  return (course, day) =>
    all.find(({ name, rule, suits }) => suits?.(course) !== false && scene.breaks(rule, day, name))
      ?.name ?? null;
}

function isChosen(name: string): name is Chosen {
  return Object.hasOwn(kinds, name);
}

/** Whether it lies about until its time is over. */
export function liesAbout(mishap: Mishap | null): boolean {
  if (mishap === null || !isChosen(mishap)) return mishap === 'unfinished-at-agency';
  const kind: Kind = kinds[mishap];
  return kind.isLate === true;
}

/** Land is appraised by a paper of the commune. */
function needsPaper({ procedure }: Suited): boolean {
  return procedure.field === 'Đất đai' && procedure.steps.some((step) => /thẩm định/i.test(step));
}

/** Over within the demo, even where it is late. */
function isShort({ procedure }: Suited): boolean {
  return procedure.days <= 10;
}

/** Nothing else is due from the moment of its decision. */
function isDatedFreely(course: Suited): boolean {
  const { scene, resultChannel } = course;
  const isSent = resultChannel === 'online' || resultChannel === 'post';
  return isShort(course) && (isSent || !isDemanded(scene, 'result-handed-over-at-once'));
}

function isOnline({ channel }: Suited): boolean {
  return channel === 'online';
}
