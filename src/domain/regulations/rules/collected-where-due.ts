/**
 * collected-where-due: phí and lệ phí are collected by whom the regulation names.
 *
 * NB Đ9.1a: all of them by the centre, online payments, too; the bank's counter there is the centre's
 * (NB Đ9.3a). TQ Đ8.1, Đ8.2: by the agency, where the result was asked for online or by post (for whom the
 * post may collect what it delivers), and by the centre, where it is fetched in person.
 *
 * At TQ only the agencies that it binds are meant (`agenciesInScope`).
 *
 * Who collected is read from where the money was taken. Online nobody stands at a counter: there, and
 * where the place is not stated, it is the unit that collected. Services are the centre's own, and not
 * meant. What the record does not say is no breach.
 */
import type { ReceiptEvent, ReceiptEventOf } from '../../fees/receipt/vocabulary.ts';
import type { Timeline } from '../../timeline.ts';
import { isFetched } from '../dossier-facts.ts';
import { prohibition } from '../prohibition.ts';
import { isBound } from '../registers/agencies.ts';
import { type AskedChannel, resultChannels } from '../registers/result-channels.ts';
import type { Bearer, Context, Rule } from '../rule.ts';

type Collector = 'centre' | 'agency' | 'post' | 'another';

/** NB: by the centre alone. */
export const collectedByCentre = collectedBy(() => ({ named: ['centre'], proof: [] }));

/** TQ: by whoever returns the result. */
export const collectedByReturner = collectedBy((issued, timeline, context) => {
  const dossier = issued.dossier ?? timeline.map(dossierOf).find((one) => one !== null);
  if (dossier === undefined || !isBound(issued.agency, context)) return null;
  const asked = context.registers.look(resultChannels, dossier);
  const named = asked === null ? null : collectorsFor(asked);
  return named === null || asked === null ? null : { named, proof: [asked.stated] };
});

type Named = {
  readonly named: readonly Collector[];
  readonly proof: readonly AskedChannel['stated'][];
};

type Issued = ReceiptEventOf<'ReceiptIssued'>['data'];

/** @param namedFor whom the regulation names for a receipt; null: the record does not tell. */
function collectedBy(
  namedFor: (issued: Issued, timeline: Timeline<ReceiptEvent>, context: Context) => Named | null,
): Rule<ReceiptEvent> {
  return prohibition<ReceiptEvent>({
    key: 'collected-where-due',
    version: 2,
    title: { vi: 'Thu phí, lệ phí đúng nơi quy định', en: 'Fees collected where due' },
    subject: 'receipt',
    watches: ['ReceiptIssued'],
    gathered: true,
    offends(entry, timeline, context) {
      if (entry.type !== 'ReceiptIssued' || isForServices(entry.data)) return null;
      const collector = collectorOf(entry.data);
      if (collector === null) return null;
      const due = namedFor(entry.data, timeline, context);
      return due === null || due.named.includes(collector) ? null : [];
    },
    provedBy: (entry, timeline, context) =>
      entry.type === 'ReceiptIssued' ? (namedFor(entry.data, timeline, context)?.proof ?? []) : [],
    blames: (entry, _, context) =>
      entry.type === 'ReceiptIssued' ? blamed(entry.data, context) : null,
  });
}

function isForServices({ items }: Issued): boolean {
  return items.length > 0 && items.every(({ kind }) => kind === 'service');
}

/** Null: not stated. */
function collectorOf({ place, unit, agency }: Issued): Collector | null {
  if (place === 'centre' || place === 'bank-counter') return 'centre';
  if (place === 'agency-section' || place === 'agency-office') return 'agency';
  if (place === 'post-office') return 'post';
  if (place === 'elsewhere') return 'another';
  return unit !== null && unit === agency ? 'agency' : null;
}

/** As everywhere a proxy, or whoever was hired for it, fetches it in person. */
function collectorsFor({ channel }: AskedChannel): readonly Collector[] | null {
  if (channel === 'online') return ['agency'];
  if (channel === 'post') return ['agency', 'post'];
  return isFetched(channel) ? ['centre'] : null;
}

function dossierOf({ type, data }: ReceiptEvent): string | null {
  return type === 'FeeAssessed' || type === 'FeeExempted' || type === 'OnlinePaymentRecorded'
    ? data.dossier
    : null;
}

/** Whoever took the money. */
function blamed(issued: Issued, { centre }: Context): Bearer | null {
  const { unit, agency, collector } = issued;
  if (collector !== null) return { kind: 'official', code: collector };
  const by = collectorOf(issued);
  if (by === 'centre') return { kind: 'centre', code: centre };
  return by === 'agency' ? { kind: 'agency', code: unit ?? agency } : null;
}
