/** Công bố, niêm yết: what the procedure is, from when, and whether people were told in time. */
import { z } from 'zod';
import { AgencyCode, CalendarDate, OfficialId, ProcedureCode } from '../../../units.ts';
import { DocumentNumber, ifKnown, Means, Name } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { contents } from './fields.ts';

const ProcedurePublished = z.strictObject({
  code: ProcedureCode,
  ...contents,
  authority: ifKnown(Name).describe('Who published it.'),
  document: DocumentNumber,
});

const ProcedureChanged = z.strictObject({
  ...contents,
  authority: ifKnown(Name),
  document: DocumentNumber,
});

const ProcedureRepealed = z.strictObject({
  to: ifKnown(CalendarDate).describe('Last day in force; null: the day before the entry.'),
  successors: ifKnown(z.array(ProcedureCode).max(100)).describe('What is in its place.'),
  authority: ifKnown(Name),
  document: DocumentNumber,
});

const ProcedureChangeTold = z.strictObject({
  agency: ifKnown(AgencyCode).describe('Who told the centre (KT Đ13.6, NB Đ5.2a, Đ5.2b).'),
  what: ifKnown(z.enum(['new', 'changed', 'repealed', 'other'])),
  version: ifKnown(Name),
  effective: ifKnown(CalendarDate).describe('From when the change holds.'),
  means: ifKnown(Means),
  document: DocumentNumber,
});

const ProcedurePosted = z.strictObject({
  version: ifKnown(Name).describe('Which version is now shown.'),
  by: ifKnown(z.enum(['centre', 'agency'])).describe(
    'BL Đ6.1, KT Đ7.2b: the centre. TQ: the agency.',
  ),
  agency: ifKnown(AgencyCode),
  where: ifKnown(
    z
      .array(z.enum(['notice-board', 'website', 'portal', 'other']))
      .min(1)
      .max(10),
  ),
  components: ifKnown(z.boolean()).describe('Shows what is to be submitted.'),
  times: ifKnown(z.boolean()).describe('Shows how long it takes.'),
  rates: ifKnown(z.boolean()).describe('Shows what it costs (NB Đ9.1a).'),
  official: ifKnown(OfficialId),
});

const agency = 'H42.17';
const rates = [
  {
    rate: 'PTD-01',
    name: 'Phí thẩm định hồ sơ',
    kind: 'fee',
    amount: { amount: 120_000, currency: 'VND' },
    unit: 'hồ sơ',
  },
] as const;

const full = {
  version: '2025-1',
  name: 'Đăng ký biến động quyền sử dụng đất',
  field: 'Đất đai',
  agency,
  level: 'province',
  components: [{ name: 'Đơn đăng ký biến động đất đai', copies: 1, kind: 'original' }],
  sets: 1,
  term: { days: 10 },
  steps: [
    {
      step: 'Tiếp nhận',
      duration: { minutes: 240 },
      bearer: 'centre',
      official: 'cb-0417',
      unit: 'H42.TTPVHCC',
    },
    {
      step: 'Thẩm định hồ sơ',
      duration: { days: 9 },
      bearer: 'official',
      official: 'cv-1203',
      unit: agency,
    },
  ],
  rates: [...rates],
  channels: ['direct', 'online', 'post'],
  resultChannels: ['direct', 'post'],
  delegated: false,
  onTheSpot: false,
  specialReturn: false,
  outsideCentre: false,
  saturday: false,
} satisfies z.input<z.ZodObject<typeof contents>>;

export const publication = {
  ProcedurePublished: event('Công bố thủ tục', 'Procedure published', ProcedurePublished, {
    code: '1.004199',
    ...full,
    from: '2025-07-01',
    authority: 'Chủ tịch Ủy ban nhân dân tỉnh',
    document: '380/QĐ-UBND',
  }),
  ProcedureChanged: event('Sửa đổi thủ tục', 'Procedure changed', ProcedureChanged, {
    ...full,
    version: '2025-2',
    term: { days: 8 },
    from: '2025-10-01',
    authority: 'Chủ tịch Ủy ban nhân dân tỉnh',
    document: '455/QĐ-UBND',
  }),
  ProcedureRepealed: event('Bãi bỏ thủ tục', 'Procedure repealed', ProcedureRepealed, {
    to: '2025-12-31',
    successors: ['1.012756'],
    authority: 'Chủ tịch Ủy ban nhân dân tỉnh',
    document: '601/QĐ-UBND',
  }),
  ProcedureChangeTold: event(
    'Cơ quan báo thay đổi thủ tục',
    'Change of the procedure told',
    ProcedureChangeTold,
    {
      agency,
      what: 'changed',
      version: '2025-2',
      effective: '2025-10-01',
      means: 'official-letter',
      document: '419/STNMT-VP',
    },
  ),
  ProcedurePosted: event('Niêm yết, công khai thủ tục', 'Procedure posted', ProcedurePosted, {
    version: '2025-2',
    by: 'centre',
    agency,
    where: ['notice-board', 'portal'],
    components: true,
    times: true,
    rates: true,
    official: 'cb-0417',
  }),
};
