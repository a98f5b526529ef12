/**
 * misdirected-dossier-guided: whoever brings a dossier that belongs to another authority is told where
 * to bring it (KT Đ7.2d, TQ Đ7.1a). No text says by when: the centre sets it.
 *
 * Opened by a reception that says so, or by a check of what came online that found it; TQ's article is
 * about what comes online alone. KT makes it a duty of the centre, TQ of the official whom the agency assigned. The
 * guidance names the authority: its event cannot be without one.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { solvingUnitIn } from '../dossier-facts.ts';
import { duty } from '../duty.ts';
import { channelIn } from '../reception.ts';
import type { Bearer, Context } from '../rule.ts';
import { isOutOfScope } from '../scope.ts';
import { dueWithin } from '../term.ts';

const key = 'misdirected-dossier-guided';

/** Owed by the centre, however the dossier came: KT Đ7.2d. */
export const misdirectedDossierGuided = guidedBy((entry, _, context) =>
  isMisdirected(entry) ? { kind: 'centre', code: context.centre } : null,
);

/** Owed by the agency's official, of what came online: TQ Đ7.1a. */
export const misdirectedOnlineDossierGuided = guidedBy((entry, timeline, context) => {
  const isOnline = entry.type === 'OnlineDossierChecked' || channelIn(timeline) === 'online';
  const agency = solvingUnitIn(timeline) ?? unitIn(entry);
  if (!isOnline || !isMisdirected(entry) || isOutOfScope(agency, context)) return null;
  const official = officialIn(entry);
  return official === null
    ? { kind: 'agency', code: agency }
    : { kind: 'official', code: official };
});

/** @param bearerOf whoever owes the guidance that `entry` opens; null: it opens none. */
function guidedBy(
  bearerOf: (
    entry: Entry<DossierEvent>,
    timeline: Timeline<DossierEvent>,
    context: Context,
  ) => Bearer | null,
) {
  return duty<DossierEvent>({
    key,
    version: 2,
    title: {
      vi: 'Hướng dẫn nộp hồ sơ đúng cơ quan có thẩm quyền',
      en: 'Misdirected dossier guided to its authority',
    },
    subject: 'dossier',
    openedBy: ['DossierReceived', 'OnlineDossierChecked'],
    opens(entry, context, timeline) {
      const bearer = bearerOf(entry, timeline, context);
      if (bearer === null) return null;
      return { due: dueWithin(key, { minutes: 60 }, entry, context), bearer };
    },
    opensOnce: true,
    discharges: ['DossierRedirected'],
    dischargeMayPrecede: true,
    ends: ['DossierWithdrawn'],
  });
}

function isMisdirected({ type, data }: Entry<DossierEvent>): boolean {
  if (type === 'DossierReceived') return data.withinCompetence === false;
  return type === 'OnlineDossierChecked' && data.outcome === 'redirected';
}

function officialIn({ type, data }: Entry<DossierEvent>): string | null {
  if (type === 'DossierReceived') return data.official ?? data.receiver;
  return type === 'OnlineDossierChecked' ? data.official : null;
}

function unitIn({ type, data }: Entry<DossierEvent>): string | null {
  return type === 'OnlineDossierChecked' ? data.unit : null;
}
