/** Thay người, tăng giảm người, mời cán bộ đến: what a centre asks of the agencies that send officials. */
import { z } from 'zod';
import { personal } from '../../../personal.ts';
import { AgencyCode, CalendarDate, OfficialId } from '../../../units.ts';
import { DocumentNumber, ifKnown, Means, Name, Reference } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';

const Outcome = z.enum(['agreed', 'partly-agreed', 'declined', 'other']);

const ReplacementAsked = z.strictObject({
  reference: Reference,
  official: OfficialId.describe('Who is to be replaced.'),
  agency: ifKnown(AgencyCode).describe('The agency that is asked.'),
  because: ifKnown(
    z.enum([
      'repeated-errors', // TQ Đ6.10
      'serious-error', // TQ Đ6.10
      'indiscipline', // BL Đ8.1c; KT Đ8.7; NB Đ6.1c, Đ6.2c
      'conduct', // the same
      'lack-of-skill', // the same
      'tasks-not-done', // KT Đ13.8; NB Đ6.2c
      'low-satisfaction', // KT Đ13.8
      'law-broken', // NB Đ6.2c
      'other',
    ]),
  ),
  by: ifKnown(OfficialId).describe('Who asks for the centre.'),
  means: ifKnown(Means).describe('TQ Đ6.10 asks for writing.'),
  document: DocumentNumber,
  account: personal('What happened.', 'official').optional(),
});

const ReplacementAnswered = z.strictObject({
  reference: Reference,
  agency: ifKnown(AgencyCode),
  outcome: ifKnown(Outcome),
  replacement: ifKnown(OfficialId).describe('Who is to come instead.'),
  from: ifKnown(CalendarDate).describe('First day of the replacement.'),
  document: DocumentNumber,
  reason: personal('Why, as the agency says.', 'official').optional(),
});

const OfficialReplaced = z.strictObject({
  reference: Reference,
  official: ifKnown(OfficialId).describe('Who was replaced.'),
  replacement: OfficialId.describe('Who came instead.'),
  agency: ifKnown(AgencyCode),
  counter: ifKnown(Name),
  document: DocumentNumber,
});

const Change = z.enum(['more', 'fewer']);
const Officials = z.int().min(0).max(1_000);

const StaffingChangeAsked = z.strictObject({
  reference: Reference,
  agency: AgencyCode.describe('The agency that is asked.'),
  change: Change,
  officials: ifKnown(Officials).describe('By how many.'),
  because: ifKnown(z.enum(['many-visitors', 'few-visitors', 'absence', 'other'])).describe(
    'BL Đ8.1e, NB Đ6.1đ.',
  ),
  counter: ifKnown(Name),
  from: ifKnown(CalendarDate).describe('From which day it is wanted.'),
  by: ifKnown(OfficialId).describe('Who asks for the centre.'),
  means: ifKnown(Means),
  document: DocumentNumber,
});

const StaffingChangeAnswered = z.strictObject({
  reference: Reference,
  agency: ifKnown(AgencyCode),
  outcome: ifKnown(Outcome),
  officials: ifKnown(Officials).describe('By how many.'),
  from: ifKnown(CalendarDate),
  document: DocumentNumber,
});

const StaffingChanged = z.strictObject({
  reference: Reference,
  agency: AgencyCode,
  change: ifKnown(Change),
  officials: ifKnown(Officials).describe('By how many.'),
  counter: ifKnown(Name),
  document: DocumentNumber,
});

const OfficialSummoned = z.strictObject({
  reference: Reference,
  agency: AgencyCode.describe('The agency whose official is to come.'),
  official: ifKnown(OfficialId).describe('Who is to come, where one is named.'),
  about: ifKnown(
    z.enum(['guidance', 'applicants-waiting', 'verification', 'meeting', 'system', 'other']),
  ),
  counter: ifKnown(Name),
  by: ifKnown(OfficialId).describe('Who called for the centre.'),
  means: ifKnown(Means),
});

const SummonedOfficialArrived = z.strictObject({
  reference: Reference,
  agency: ifKnown(AgencyCode),
  official: ifKnown(OfficialId).describe('Who came.'),
});

const [agency, clerk, reserve, director] = ['H42.17', 'cb-0417', 'cb-0431', 'gd-0001'];

export const staffing = {
  ReplacementAsked: event('Đề nghị thay người', 'Replacement asked', ReplacementAsked, {
    reference: '81/TTPVHCC',
    official: clerk,
    agency,
    because: 'conduct',
    by: director,
    means: 'official-letter',
    document: '81/TTPVHCC',
    account: 'Ba lần bị người dân phản ánh về thái độ trong tháng 9',
  }),
  ReplacementAnswered: event(
    'Trả lời đề nghị thay người',
    'Replacement answered',
    ReplacementAnswered,
    {
      reference: '81/TTPVHCC',
      agency,
      outcome: 'agreed',
      replacement: reserve,
      from: '2025-10-15',
      document: '430/STNMT-VP',
      reason: 'Đồng ý thay, bố trí làm việc tại sở',
    },
  ),
  OfficialReplaced: event('Đã thay người', 'Official replaced', OfficialReplaced, {
    reference: '81/TTPVHCC',
    official: clerk,
    replacement: reserve,
    agency,
    counter: 'Quầy 7',
    document: '431/QĐ-STNMT',
  }),
  StaffingChangeAsked: event(
    'Đề nghị tăng, giảm người',
    'Staffing change asked',
    StaffingChangeAsked,
    {
      reference: '82/TTPVHCC',
      agency,
      change: 'more',
      officials: 1,
      because: 'many-visitors',
      counter: 'Quầy 7',
      from: '2025-10-13',
      by: director,
      means: 'official-letter',
      document: '82/TTPVHCC',
    },
  ),
  StaffingChangeAnswered: event(
    'Trả lời đề nghị tăng, giảm người',
    'Staffing change answered',
    StaffingChangeAnswered,
    {
      reference: '82/TTPVHCC',
      agency,
      outcome: 'agreed',
      officials: 1,
      from: '2025-10-13',
      document: '432/STNMT-VP',
    },
  ),
  StaffingChanged: event('Đã tăng, giảm người', 'Staffing changed', StaffingChanged, {
    reference: '82/TTPVHCC',
    agency,
    change: 'more',
    officials: 1,
    counter: 'Quầy 7',
    document: '433/QĐ-STNMT',
  }),
  OfficialSummoned: event(
    'Mời cán bộ cơ quan đến Trung tâm',
    'Official summoned',
    OfficialSummoned,
    {
      reference: 'MOI-17',
      agency,
      official: 'cv-1203',
      about: 'applicants-waiting',
      counter: 'Quầy 7',
      by: director,
      means: 'telephone',
    },
  ),
  SummonedOfficialArrived: event(
    'Cán bộ được mời đã đến Trung tâm',
    'Summoned official arrived',
    SummonedOfficialArrived,
    { reference: 'MOI-17', agency, official: 'cv-1203' },
  ),
};
