/** What the columns of each list are, as CSV: one value a cell, of the same items that its JSON has. */
import type { DutyItem, FindingItem } from '../projections/lists/items.ts';
import type { LateItem } from '../projections/lists/late.ts';
import type { Column } from './csv.ts';

/** What a duty and a finding are: which rule, of what, by which article. */
const named: readonly Column<DutyItem | FindingItem>[] = [
  ['id', ({ id }) => id],
  ['rule', ({ rule }) => rule],
  ['title', ({ title }) => title.vi],
  ['state', ({ state }) => state],
  ['centre', ({ centre }) => centre],
  ['citation', ({ citation }) => citation],
  ['article', ({ article }) => article.vi],
  ['subject', ({ subject }) => subject],
  ['dossier', ({ dossier }) => dossier],
];

type Borne = Pick<FindingItem, 'bearer' | 'inheritedFrom' | 'inheritedAt' | 'bearerWhenDue'>;

/** Who answers for it, and from whom they have it. */
const borne: readonly Column<Borne>[] = [
  ['bearerKind', ({ bearer }) => bearer?.kind ?? null],
  ['bearer', ({ bearer }) => bearer?.code ?? null],
  ['inheritedFrom', ({ inheritedFrom }) => inheritedFrom],
  ['inheritedAt', ({ inheritedAt }) => inheritedAt],
  ['bearerWhenDue', ({ bearerWhenDue }) => bearerWhenDue],
];

/** Which events prove it, and what people said of it. */
const proved: readonly Column<Pick<FindingItem, 'evidence' | 'remarks'>>[] = [
  ['evidence', ({ evidence }) => evidence.join(' ')],
  ['waived', ({ remarks }) => remarks.waived],
  ['disputed', ({ remarks }) => remarks.disputed],
];

export const dutyColumns: readonly Column<DutyItem>[] = [
  ...named,
  ...borne,
  ['detail', ({ detail }) => detail],
  ['openedAt', ({ openedAt }) => openedAt],
  ['due', ({ due }) => due],
  ['customaryDue', ({ customaryDue }) => customaryDue],
  ['firstDue', ({ firstDue }) => firstDue],
  ['closedAt', ({ closedAt }) => closedAt],
  ['suspended', ({ suspended }) => suspended],
  ['lateStrict', ({ breached }) => breached],
  ['lateCustomary', ({ customary }) => customary.breached],
  ['lateClockMinutes', ({ late }) => late?.clockMinutes ?? null],
  ['lateWorkingMinutes', ({ late }) => late?.workingMinutes ?? null],
  ...proved,
];

export const findingColumns: readonly Column<FindingItem>[] = [
  ...named,
  ...borne,
  ['at', ({ at }) => at],
  ['due', ({ due }) => due],
  ['brokenStrict', ({ breached }) => breached],
  ['brokenCustomary', ({ customary }) => customary.breached],
  ['lateClockMinutes', ({ late }) => late?.clockMinutes ?? null],
  ['lateWorkingMinutes', ({ late }) => late?.workingMinutes ?? null],
  ['detail', ({ detail }) => detail],
  ['lessenedRule', ({ lessened }) => lessened?.rule ?? null],
  ['lessenedBy', ({ lessened }) => lessened?.by ?? null],
  ['lessenedAt', ({ lessened }) => lessened?.at ?? null],
  ['lessenedEntry', ({ lessened }) => lessened?.entry ?? null],
  ...standingColumns('Before', (lessened) => lessened.before),
  ...standingColumns('After', (lessened) => lessened.after),
  ...proved,
];

export const lateColumns: readonly Column<LateItem>[] = [
  ['dossier', ({ dossier }) => dossier],
  ['centre', ({ centre }) => centre],
  ['procedure', ({ procedure }) => procedure],
  ['agency', ({ agency }) => agency],
  ['agencyWhenDue', ({ agencyWhenDue }) => agencyWhenDue],
  ['official', ({ official }) => official],
  ...borne,
  ['state', ({ state }) => state],
  ['waiting', ({ waiting }) => waiting],
  ['due', ({ due }) => due],
  ['customaryDue', ({ customaryDue }) => customaryDue],
  ['firstDue', ({ firstDue }) => firstDue],
  ['lateStrict', ({ strict }) => strict.late],
  ['lateCustomary', ({ customary }) => customary.late],
  ['delayClockMinutes', ({ delay }) => delay?.clockMinutes ?? null],
  ['delayWorkingMinutes', ({ delay }) => delay?.workingMinutes ?? null],
  ['receivedAt', ({ receivedAt }) => receivedAt],
  ['closedAt', ({ closedAt }) => closedAt],
  ['step', ({ step }) => step?.name ?? null],
  ['stepOfficial', ({ step }) => step?.official ?? null],
  ['heldBy', ({ heldBy }) => heldBy?.party ?? null],
  ['heldByUnit', ({ heldBy }) => heldBy?.unit ?? null],
  ['heldWhenDue', ({ heldWhenDue }) => heldWhenDue?.party ?? null],
  ['heldWhenDueUnit', ({ heldWhenDue }) => heldWhenDue?.unit ?? null],
  ['minutesAtCounter', ({ held }) => held?.counter ?? null],
  ['minutesAtAgency', ({ held }) => held?.agency ?? null],
  ['minutesAtOtherAgency', ({ held }) => held?.otherAgency ?? null],
  ['minutesWithApplicant', ({ held }) => held?.applicant ?? null],
  ['minutesWithPost', ({ held }) => held?.post ?? null],
  ['reasonGivenAt', ({ reason }) => reason?.at ?? null],
  ['reasonGivenBy', ({ reason }) => reason?.unit ?? null],
  ['reasonEvent', ({ reason }) => reason?.event ?? null],
  ['apologyAskedAt', ({ apology }) => apology.asked?.at ?? null],
  ['apologyIssuedAt', ({ apology }) => apology.issued?.at ?? null],
  ['apologyMissing', ({ apology }) => apology.missing],
  ['urgedAt', ({ urged }) => urged?.at ?? null],
  ['urged', ({ urged }) => urged?.unit ?? null],
  ['escalatedAt', ({ escalated }) => escalated?.at ?? null],
  ['escalatedIn', ({ escalated }) => escalated?.measure ?? null],
  ['next', ({ next }) => next.vi],
];

type LessenedOf = NonNullable<FindingItem['lessened']>;

/** How a breach that was taken away stood, before or after. */
function standingColumns(
  name: string,
  which: (lessened: LessenedOf) => LessenedOf['before'],
): Column<FindingItem>[] {
  const of = ({ lessened }: FindingItem) => (lessened === null ? null : which(lessened));
  return [
    [`state${name}`, (item) => of(item)?.state ?? null],
    [`bearer${name}`, (item) => of(item)?.bearer?.code ?? null],
    [`lateClockMinutes${name}`, (item) => of(item)?.late?.clockMinutes ?? null],
    [`lateWorkingMinutes${name}`, (item) => of(item)?.late?.workingMinutes ?? null],
    [`breaches${name}`, (item) => of(item)?.acts?.breaches ?? null],
  ];
}
