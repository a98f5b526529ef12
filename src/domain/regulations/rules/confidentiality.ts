/**
 * confidentiality: what is in an applicant's papers, and what is secret, is neither told nor used for
 * gain (KT Đ5.1d, NB Đ5.3b, TQ Đ4.5).
 *
 * Each article binds somebody else. KT: officials, who may not tell of papers or of the secrets of
 * persons and organisations, nor use them; found by a report or a conduct note. NB: the post, of
 * whatever it carries. TQ: officials and agencies, of state secrets alone. Who told it is what the
 * report says, or whom it names; a report that says neither is nobody's breach. The log of who read
 * what is the evidence beside it.
 */
import type { ConductAct } from '../../attendance/attendance/vocabulary/conduct.ts';
import type { AttendanceEvent } from '../../attendance/attendance/vocabulary.ts';
import type { CentreEvent } from '../../centre/centre/vocabulary.ts';
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { notes, officialOfMonth } from '../conduct.ts';
import { prohibition } from '../prohibition.ts';
import type { Bearer } from '../rule.ts';

type Event = AttendanceEvent | CentreEvent | DossierEvent;
type Report = Extract<Event, { type: 'DisclosureReported' | 'SecrecyBreachReported' }>;
type Who = 'office' | 'post';

type Bound = {
  readonly who: Who;
  /** Null: whatever it was. */
  readonly what: readonly Report['data']['what'][] | null;
  readonly acts: readonly ConductAct[];
};

/** KT Đ5.1d. */
export const confidentialityOfOfficials = confidentiality({
  who: 'office',
  what: ['papers', 'personal-secret', 'business-secret'],
  acts: ['secrets-disclosed', 'secrets-used-for-gain'],
});

/** NB Đ5.3b. */
export const confidentialityOfPost = confidentiality({ who: 'post', what: null, acts: [] });

/** TQ Đ4.5. */
export const stateSecrecy = confidentiality({ who: 'office', what: ['state-secret'], acts: [] });

function confidentiality({ who, what, acts }: Bound) {
  return prohibition<Event>({
    key: 'confidentiality',
    version: 1,
    title: { vi: 'Giữ bí mật hồ sơ và thông tin', en: 'Papers and secrets kept confidential' },
    subject: ['dossier', 'office', ...(acts.length > 0 ? ['attendance'] : [])],
    watches: ['DisclosureReported', 'SecrecyBreachReported', 'ConductNoted'],
    gathered: false,
    offends(entry) {
      if (!isReport(entry)) return notes(entry, acts) ? [] : null;
      const isSecret = what === null || what.includes(entry.data.what);
      return isSecret && whoTold(entry) === who ? [] : null;
    },
    blames: (entry, _, context) => (isReport(entry) ? named(entry, who) : officialOfMonth(context)),
    tells: (entry) => (isReport(entry) ? entry.data.what : null),
  });
}

function isReport(entry: Entry<Event>): entry is Entry<Report> {
  return entry.type === 'DisclosureReported' || entry.type === 'SecrecyBreachReported';
}

/** Null: somebody else, or the record does not say. */
function whoTold(entry: Entry<Report>): Who | null {
  const { by, official } = entry.data;
  if (by === null) return official === null && unitOf(entry) === null ? null : 'office';
  if (by === 'other') return null;
  return by === 'post' ? 'post' : 'office';
}

function named(entry: Entry<Report>, who: Who): Bearer {
  const unit = unitOf(entry);
  if (who === 'post') return { kind: 'post', code: unit };
  const { official } = entry.data;
  if (official === null && unit !== null) return { kind: 'agency', code: unit };
  return { kind: 'official', code: official };
}

function unitOf({ type, data }: Entry<Report>): string | null {
  return type === 'DisclosureReported' ? data.unit : data.agency;
}
