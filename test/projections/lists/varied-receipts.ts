/** Sixty receipts of two centres, three books and two currencies: some voided, refunded, spoiled, or of a number used twice. */
import type { Proposal } from '../../../src/domain/entry.ts';
import { type ReceiptEvent, receipt } from '../../../src/domain/fees/receipt/vocabulary.ts';
import { streamName } from '../../../src/domain/stream.ts';
import { CentreCode } from '../../../src/domain/units.ts';
import { proposalsOf } from '../../support/stated.ts';
import { variedCentres } from '../../support/varied.ts';

const fact = proposalsOf(receipt);

export type Varied = {
  readonly stream: string;
  readonly centre: string;
  readonly book: string;
  readonly number: number;
  readonly agency: string | null;
  readonly collector: string;
  readonly dossier: string;
  readonly method: 'cash' | 'transfer' | 'online';
  readonly issuedAt: string;
  readonly currency: string;
  readonly fee: number;
  readonly charge: number;
  readonly fate: 'issued' | 'voided' | 'refunded' | 'twice' | 'spoiled';
};

const fates = ['issued', 'voided', 'issued', 'refunded', 'issued', 'twice', 'spoiled'] as const;

export const variedReceipts: readonly Varied[] = Array.from({ length: 60 }, (_, n) => {
  const centre = variedCentres[n % 7 < 4 ? 0 : 1] ?? '';
  const book = ['A', 'B', 'C'][n % 3] ?? '';
  const number = 100 - n;
  return {
    stream: streamName('receipt', centre, book, '2026', String(number)),
    centre,
    book,
    number,
    agency: ['H42.17', 'H42.20', null][n % 5 > 2 ? 2 : n % 2] ?? null,
    collector: `kt-${n % 4}`,
    dossier: `H42.17-260302-000${n % 6}`,
    method: (['cash', 'transfer', 'online'] as const)[n % 3] ?? 'cash',
    // The last of March in Vietnam, when it is still the month before in UTC, and days around it.
    issuedAt:
      ['2026-03-31T23:59:59+07:00', '2026-04-01T00:00:00+07:00', '2026-03-02T09:00:00+07:00'][
        n % 3
      ] ?? '',
    currency: n % 11 === 0 ? 'USD' : 'VND',
    fee: 1_000 * n,
    charge: 7 * n,
    fate: fates[n % 7] ?? 'issued',
  };
});

/** When what was paid back was paid back: the month after. */
export const refundedAt = '2026-05-04T09:00:00+07:00';

const later = '2026-05-01T09:00:00+07:00';

export const happenedToReceipts = variedReceipts.flatMap((one) =>
  eventsOf(one).map((event) => ({
    stream: one.stream,
    fact: { ...event, centre: CentreCode.parse(one.centre) },
  })),
);

function eventsOf(one: Varied): Proposal<ReceiptEvent>[] {
  const { book, number, currency, fee, charge, agency, collector, dossier, method } = one;
  const issued = fact(
    'ReceiptIssued',
    {
      book,
      number: String(number),
      items: [
        { kind: 'fee', amount: { amount: fee, currency } },
        { kind: 'charge', amount: { amount: charge, currency } },
      ],
      total: { amount: fee + charge, currency },
      agency,
      collector,
      dossier,
      method,
    },
    one.issuedAt,
  );
  if (one.fate === 'spoiled') return [fact('ReceiptVoided', { reason: 'spoiled' }, one.issuedAt)];
  if (one.fate === 'voided') return [issued, fact('ReceiptVoided', {}, later)];
  if (one.fate === 'twice') return [issued, issued];
  if (one.fate !== 'refunded') return [issued];
  return [issued, fact('FeeRefunded', { amount: { amount: 5, currency: 'VND' } }, refundedAt)];
}
