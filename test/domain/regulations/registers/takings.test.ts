import fc from 'fast-check';
import { expect, test } from 'vitest';
import { receipt } from '../../../../src/domain/fees/receipt/vocabulary.ts';
import { takingsIn } from '../../../../src/domain/regulations/registers/takings.ts';
import { CalendarDate, CentreCode } from '../../../../src/domain/units.ts';
import { keptOn } from '../../../support/kept.ts';
import { registersIn } from '../../../support/registers.ts';

const march = { from: CalendarDate.parse('2026-03-01'), to: CalendarDate.parse('2026-03-31') };

const anyReceipt = fc.record({
  agency: fc.constantFrom('H42.17', 'H42.18'),
  /** From 20 February to 10 April. */
  day: fc.integer({ min: -9, max: 40 }),
  fee: fc.integer({ min: 0, max: 1_000 }),
  service: fc.integer({ min: 0, max: 1_000 }),
  back: fc.integer({ min: 0, max: 2_000 }),
  voided: fc.boolean(),
});

test('the receipts that stand are counted, and their phí and lệ phí are added up, by agency', () => {
  fc.assert(
    fc.property(fc.array(anyReceipt, { maxLength: 12 }), (receipts) => {
      const entries = receipts.flatMap(({ agency, day, fee, service, back, voided }, place) => {
        const told = keptOn(receipt, `receipt-NB-01BLP-2026-${place + 1}`, 'NB');
        const at = (hour: number) =>
          new Date(Date.UTC(2026, 2, day, hour)).toISOString().replace('Z', '+00:00');
        const items = [
          { kind: 'fee' as const, amount: { amount: fee } },
          { kind: 'service' as const, amount: { amount: service } },
        ];
        const number = { book: '01BLP', number: String(place + 1) };
        const total = { amount: fee + service };
        return [
          told(place * 3, 'ReceiptIssued', { ...number, total, items, agency }, at(3)),
          ...(back === 0
            ? []
            : [told(place * 3 + 1, 'FeeRefunded', { amount: { amount: back } }, at(4))]),
          ...(voided ? [told(place * 3 + 2, 'ReceiptVoided', {}, at(5))] : []),
        ];
      });
      const found = takingsIn(march, {
        centre: CentreCode.parse('NB'),
        registers: registersIn(entries),
      });
      for (const agency of ['H42.17', 'H42.18']) {
        const standing = receipts.filter(
          (one) => one.agency === agency && !one.voided && 1 <= one.day && one.day <= 31,
        );
        const sum = standing.reduce((all, { fee, back }) => all + Math.max(0, fee - back), 0);
        expect(found.get(agency)?.receipts ?? 0).toBe(standing.length);
        expect(found.get(agency)?.sums.get('VND') ?? 0).toBe(sum);
      }
    }),
  );
});
