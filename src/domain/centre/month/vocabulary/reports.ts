/** Báo cáo: what is asked for, and what is filed with whom. */
import { z } from 'zod';
import { AgencyCode, OfficialId } from '../../../units.ts';
import { DocumentNumber, ifKnown, Means, Name, Reference } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { Due, Period } from './fields.ts';

/** What a report is about. NB Đ11.1 has the Chief of the Provincial Office report on the regulation. */
const Subject = z.enum(['reception-and-results', 'regulation', 'coordination', 'rules', 'other']);

/** Tuần, tháng, quý, 6 tháng, năm, đột xuất (KT Đ7.2k, SL Đ10.1, BL Đ12.1). */
export const ReportKind = z.enum([
  'weekly',
  'monthly',
  'quarterly',
  'half-yearly',
  'yearly',
  'on-demand',
  'other',
]);
export type ReportKind = z.output<typeof ReportKind>;

const ReportDemanded = z.strictObject({
  reference: Reference,
  about: ifKnown(Subject),
  title: ifKnown(Name),
  by: ifKnown(Name).describe('Who asks for it.'),
  byAgency: ifKnown(AgencyCode),
  period: Period,
  due: ifKnown(Due).describe('As the demand says; null: it names no time.'),
  document: DocumentNumber,
});

const ReportSubmitted = z.strictObject({
  report: ReportKind,
  reference: Reference,
  about: ifKnown(Subject),
  period: Period,
  by: ifKnown(z.enum(['director', 'centre', 'chief-of-office', 'agency', 'other'])).describe(
    'Giám đốc; Trung tâm; Chánh Văn phòng UBND tỉnh (NB Đ11.1).',
  ),
  signer: ifKnown(OfficialId),
  to: ifKnown(z.array(Name).min(1).max(50)).describe('The authorities that it was filed with.'),
  copies: ifKnown(z.array(AgencyCode).max(200)).describe('The agencies that were sent it.'),
  means: ifKnown(Means),
  position: ifKnown(z.int().min(0)).describe('The entry up to which its figures were counted.'),
  document: DocumentNumber,
});

export const reports = {
  ReportDemanded: event('Yêu cầu báo cáo', 'Report demanded', ReportDemanded, {
    reference: '540/UBND-VP',
    about: 'reception-and-results',
    title: 'Hồ sơ đất đai quá hạn quý III',
    by: 'Chủ tịch Ủy ban nhân dân tỉnh',
    byAgency: 'H42.00',
    period: { from: '2025-07-01', to: '2025-09-30' },
    due: { on: '2025-10-03' },
    document: '540/UBND-VP',
  }),
  ReportSubmitted: event('Gửi báo cáo', 'Report submitted', ReportSubmitted, {
    report: 'monthly',
    reference: '540/UBND-VP',
    about: 'reception-and-results',
    period: { from: '2025-09-01', to: '2025-09-30' },
    by: 'director',
    signer: 'gd-0001',
    to: ['Ủy ban nhân dân tỉnh', 'Chánh Văn phòng Ủy ban nhân dân tỉnh'],
    copies: ['H42.17', 'H42.14'],
    means: 'official-letter',
    position: 41_203,
    document: '95/BC-TTPVHCC',
  }),
};
