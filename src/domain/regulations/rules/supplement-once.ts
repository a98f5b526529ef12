/**
 * supplement-once: supplements are asked for once only (SL Đ8.b; TQ Đ7.1a, Đ7.2a; BL Đ8.3c; KT Đ12.1c;
 * NB Đ5.2c).
 *
 * A request is one that is made of a dossier that was brought or received; for what came online it may
 * instead be a check that ended with a notice. The two are counted apart, since one and the same request
 * may be on record as both. TQ and NB speak of guidance at the intake; the count is of the dossier from
 * start to end, or of its intake alone, as `supplementScope` says; how many may be made
 * `supplementRequestsMax` does (one). By the strict convention one beyond those stops no time either
 * (`processing-deadline`, `step-deadline`).
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { prohibition } from '../prohibition.ts';
import { requestsBefore } from '../supplement-requests.ts';

export const supplementOnce = prohibition<DossierEvent>({
  key: 'supplement-once',
  version: 3,
  title: { vi: 'Chỉ yêu cầu bổ sung hồ sơ một lần', en: 'Supplements asked for once only' },
  subject: 'dossier',
  watches: ['SupplementRequested', 'OnlineDossierChecked'],
  gathered: false,
  offends: requestsBefore,
  blames({ type, data }) {
    if (type !== 'SupplementRequested' && type !== 'OnlineDossierChecked') return null;
    if (data.official !== null) return { kind: 'official', code: data.official };
    return data.unit === null ? null : { kind: 'agency', code: data.unit };
  },
});
