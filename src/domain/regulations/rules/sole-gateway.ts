/**
 * sole-gateway: the centre is the one place where dossiers of its procedures are received (đầu mối duy
 * nhất; SL Đ2.2, Đ2.3; TQ Đ4.2; BL Đ3.2; KT Đ2.3, Đ5.1e): no agency receives one at its own office.
 *
 * A breach is a reception at an agency's office of a dossier whose procedure was published for the
 * centre that day. A procedure that may stay outside the centre (SL Đ2.3) is by that not on the list
 * that the other texts speak of either, so it is excepted everywhere; so is a procedure of which
 * nothing is published. KT Đ5.1e alone forbids dealing with the applicant directly, too: asking for
 * supplements or taking them at an agency's office, or a conduct note of it. An agency's section in the centre is the
 * centre.
 *
 * TQ Đ7.1b has the agency's own official receive what is submitted online, through the province's system
 * or the national portal: wherever that is done, it is no breach there. No other text orders it (KT Đ4.1
 * has the centre receive electronic dossiers, too), and by e-mail is not through the system.
 */
import type { AttendanceEvent } from '../../attendance/attendance/vocabulary.ts';
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { ofType, type Timeline } from '../../timeline.ts';
import { notes, officialOfMonth } from '../conduct.ts';
import { solvingUnitIn } from '../dossier-facts.ts';
import { prohibition } from '../prohibition.ts';
import { channelIn } from '../reception.ts';
import { isBound } from '../registers/agencies.ts';
import { publicationOn, versionOn } from '../registers/procedures.ts';
import type { Bearer, Context } from '../rule.ts';

type Event = AttendanceEvent | DossierEvent;

/** SL, BL. */
export const soleGateway = gateway({});

/** KT. */
export const soleGatewayInEverything = gateway({ directDealing: true });

/** TQ. */
export const soleGatewayOffline = gateway({ agencyReceivesOnline: true });

/** What a text says beside that. */
type Reach = { readonly directDealing?: boolean; readonly agencyReceivesOnline?: boolean };

function gateway({ directDealing = false, agencyReceivesOnline = false }: Reach) {
  return prohibition<Event>({
    key: 'sole-gateway',
    version: 2,
    title: {
      vi: 'Trung tâm là đầu mối duy nhất tiếp nhận hồ sơ',
      en: 'The centre as the sole gateway for dossiers',
    },
    subject: directDealing ? ['dossier', 'attendance'] : 'dossier',
    watches: [
      'DossierReceived',
      ...(directDealing
        ? (['SupplementRequested', 'SupplementReceived', 'ConductNoted'] as const)
        : []),
    ],
    gathered: false,
    offends(entry, timeline, context) {
      if (entry.type === 'DossierReceived') {
        const isOrdered = agencyReceivesOnline && channelIn(ofDossier(timeline)) === 'online';
        return !isOrdered && isReceivedOutside(entry, context) ? [] : null;
      }
      return isDirectDealing(entry) ? ofType(timeline, 'DossierReceived').slice(0, 1) : null;
    },
    blames: (entry, timeline, context) => bearerOf(entry, timeline, context),
    tells: (entry) => (entry.type === 'ConductNoted' ? entry.data.act : entry.type),
    provedBy: (entry, _, context) =>
      entry.type === 'DossierReceived'
        ? publicationOn(entry.data.procedure, context.workingTime.dateAt(entry.occurredAt), context)
        : [],
  });
}

type Reception = Entry<Extract<DossierEvent, { type: 'DossierReceived' }>>;

function isReceivedOutside({ data, occurredAt }: Reception, context: Context): boolean {
  if (data.place !== 'agency-office') return false;
  const version = versionOn(data.procedure, context.workingTime.dateAt(occurredAt), context);
  if (version === null || version.outsideCentre === true) return false;
  return isBound(data.receivingUnit ?? data.solvingUnit, context);
}

function isDirectDealing(entry: Entry<Event>): boolean {
  if (entry.type === 'SupplementRequested' || entry.type === 'SupplementReceived') {
    return entry.data.place === 'agency-office';
  }
  return notes(entry, ['dealt-directly']);
}

function bearerOf(entry: Entry<Event>, timeline: Timeline<Event>, context: Context): Bearer {
  if (entry.type === 'ConductNoted') return officialOfMonth(context);
  const unit = entry.type === 'SupplementRequested' ? entry.data.unit : null;
  const received = entry.type === 'DossierReceived' ? entry.data.receivingUnit : null;
  const dossier = ofDossier(timeline);
  return { kind: 'agency', code: received ?? unit ?? solvingUnitIn(dossier) };
}

/** A subject is a dossier or a month of an official: none has the events of both. */
function ofDossier(timeline: Timeline<Event>): Timeline<DossierEvent> {
  return ofType(timeline, 'DossierReceived', 'DossierSubmitted');
}
