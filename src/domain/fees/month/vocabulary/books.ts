/**
 * Quyển biên lai: a range of numbers given out to be used, and what came back of it. Numbers that are
 * missing, repeated or out of the range show against what was issued (the records of the receipts).
 */
import { z } from 'zod';
import { AgencyCode, OfficialId, Year } from '../../../units.ts';
import { DocumentNumber, ifKnown } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import {
  ReceiptBook,
  ReceiptNumber,
  ReceiptRange,
  ReceiptRanges,
} from '../../vocabulary/fields.ts';

const ReceiptBookIssued = z.strictObject({
  year: Year.describe('In which its numbers count.'),
  range: ReceiptRange.describe('The numbers that may be used, in ascending order.'),
  to: ifKnown(OfficialId).describe('Who may write receipts in it.'),
  unit: ifKnown(AgencyCode).describe('The unit that collects with it.'),
  agency: ifKnown(AgencyCode).describe('The agency that mandates the collection.'),
  document: DocumentNumber.describe('The mandate (giấy ủy nhiệm), or the note of issue.'),
});

const ReceiptBookClosed = z.strictObject({
  book: ReceiptBook,
  year: Year,
  lastUsed: ifKnown(ReceiptNumber),
  unused: ReceiptRanges.default([]).describe('What was given back or destroyed unused.'),
  official: ifKnown(OfficialId).describe('Who gave it back.'),
  document: DocumentNumber,
});

const [agency, centre, accountant] = ['H42.17', 'H42.TTPVHCC', 'kt-0402'];

export const books = {
  ReceiptBookIssued: event('Giao quyển biên lai', 'Receipt book given out', ReceiptBookIssued, {
    year: '2025',
    range: { book: '01BLP0-001', from: '0000101', to: '0000200' },
    to: accountant,
    unit: centre,
    agency,
    document: '15/GUN-STNMT',
  }),
  ReceiptBookClosed: event('Khóa quyển biên lai', 'Receipt book closed', ReceiptBookClosed, {
    book: '01BLP0-001',
    year: '2025',
    lastUsed: '0000187',
    unused: [{ book: '01BLP0-001', from: '0000188', to: '0000200' }],
    official: accountant,
    document: '03/BB-TTPVHCC',
  }),
};
