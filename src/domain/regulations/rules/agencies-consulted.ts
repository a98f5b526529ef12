/**
 * agencies-consulted: before the centre decides a matter of its own that touches an agency, it asks that
 * agency (SL Đ11¶1, in writing; KT Đ2.4, until they agree; `consultation`).
 *
 * The decision opens one duty for each agency that it touches, or that the matter was said to touch
 * when it was raised, and is itself when the duty is due. Asking in another way than in writing, where
 * that is said, is not enough in Sơn La; in Kon Tum the agency's answer counts, unless it disagrees.
 */
import type { CentreEvent, CentreEventOf } from '../../centre/centre/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { ofType, type Timeline } from '../../timeline.ts';
import { duty } from '../duty.ts';
import { lastMomentOf } from '../order.ts';
import type { Parameters } from '../parameters.ts';

export const agenciesConsulted = duty<CentreEvent>({
  key: 'agencies-consulted',
  version: 2,
  title: {
    vi: 'Trao đổi ý kiến với cơ quan liên quan trước khi quyết định',
    en: 'Agencies consulted before a matter is decided',
  },
  subject: 'office',
  openedBy: ['MatterDecided'],
  opens(entry, context, timeline) {
    if (entry.type !== 'MatterDecided') return null;
    return touchedBy(entry, timeline).map((agency) => ({
      part: agency,
      detail: `${entry.data.matter}: ${agency}`,
      due: lastMomentOf(entry, context),
      bearer: { kind: 'centre', code: context.centre },
    }));
  },
  discharges: ['ConsultationSent', 'ConsultationReplied'],
  dischargeMayPrecede: true,
  answers(entry, { entry: decided, opening }, { parameters }) {
    if (decided.type !== 'MatterDecided' || !isEnough(entry, parameters.consultation)) return false;
    return entry.data.matter === decided.data.matter && entry.data.agency === opening.part;
  },
});

function isEnough(
  entry: Entry<CentreEvent>,
  consultation: Parameters['consultation'],
): entry is Entry<CentreEventOf<'ConsultationSent' | 'ConsultationReplied'>> {
  if (consultation === 'written') {
    return entry.type === 'ConsultationSent' && entry.data.written !== false;
  }
  return entry.type === 'ConsultationReplied' && entry.data.agreed !== false;
}

/** The agencies that the matter touches, as the decision says, or as was said before it. */
function touchedBy(
  decided: Entry<CentreEvent>,
  timeline: Timeline<CentreEvent>,
): readonly string[] {
  if (decided.type !== 'MatterDecided') return [];
  const { matter, agencies } = decided.data;
  const raised = ofType(timeline, 'MatterRaised')
    .filter(({ data }) => data.matter === matter)
    .flatMap(({ data }) => data.agencies ?? []);
  return [...new Set([...raised, ...(agencies ?? [])])];
}
