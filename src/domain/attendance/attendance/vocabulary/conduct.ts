/** Tác phong: what was noted of an official's conduct, and what an official noted of an applicant's. */
import { z } from 'zod';
import { personal } from '../../../personal.ts';
import { AgencyCode, DossierCode, OfficialId, RecordId } from '../../../units.ts';
import { ifKnown, Name } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';

/**
 * Every act that one of the regulations lists. `NĐ 61 Đ5.1` binds under TQ Đ9.1, and KT Đ5.1 repeats it.
 */
export const ConductAct = z.enum([
  'no-badge', // SL Đ8.e; BL Đ4.5, Đ8.3e; KT Đ3.7, Đ12.1e (badge or name plate); NB Đ6.2đ
  'no-uniform', // the same articles
  'discourteous', // not friendly, attentive, polite and serious: SL Đ8.e; BL Đ3.4; KT Đ2.5
  'office-culture-broken', // văn hóa công sở: BL Đ4.5; KT Đ3.7, Đ5.1h; NB Đ6.2c; NĐ 61 Đ5.1
  'overbearing', // cửa quyền: KT Đ5.1a; NĐ 61 Đ5.1
  'harassment', // sách nhiễu: SL Đ2.8, Đ8.e; BL Đ3.4; KT Đ2.5, Đ5.1a; NB Đ10.2; NĐ 61 Đ5.1
  'trouble-caused', // gây phiền hà, khó khăn: the same articles
  'corrupt-conduct', // tiêu cực: SL Đ2.8, Đ8.e; BL Đ3.4; KT Đ2.5
  'channel-choice-hindered', // KT Đ5.1b; NĐ 61 Đ5.1
  'data-obstructed', // KT Đ5.1c; NĐ 61 Đ5.1
  'data-tampered', // the same
  'secrets-disclosed', // KT Đ5.1d; NĐ 61 Đ5.1
  'secrets-used-for-gain', // the same
  'service-refused', // KT Đ5.1đ; NĐ 61 Đ5.1
  'drawn-out', // the same
  'extra-papers-demanded', // the same
  'dealt-directly', // with applicants, bypassing the centre: KT Đ5.1e; NĐ 61 Đ5.1
  'responsibility-shifted', // KT Đ5.1g; NĐ 61 Đ5.1
  'uncooperative', // KT Đ5.1g; NB Đ10.2; NĐ 61 Đ5.1
  'unfair', // or not objective: KT Đ5.1g; NĐ 61 Đ5.1
  'handled-unlawfully', // KT Đ5.1g; NĐ 61 Đ5.1
  'taken-by-meeting', // a meeting took them from the counter: SL Đ4.3; BL Đ4.6; KT Đ3.8
  'left-counter', // SL Đ4.4c, Đ8.đ; BL Đ4.4; KT Đ3.6
  'house-rules-broken', // nội quy, 10 cam kết: SL Đ2.8, Đ8.đ; NB Đ6.2đ
  'discipline-broken', // kỷ luật lao động: BL Đ8.1c; KT Đ8.7; NB Đ6.1c, Đ6.2c
  'tasks-not-done', // or not with the skill that they need: KT Đ13.8; NB Đ6.2c
  'errors-made', // repeated or serious: TQ Đ6.10
  'other-violation', // SL Đ2.8; BL Đ3.4; KT Đ5.1i; NB Đ6.2c; NĐ 61 Đ5.1
]);
export type ConductAct = z.output<typeof ConductAct>;

const ConductNoted = z.strictObject({
  act: ConductAct,
  source: ifKnown(
    z.enum(['supervision', 'inspection', 'camera', 'complaint', 'rating', 'colleague', 'other']),
  ).describe('How it came to notice.'),
  by: ifKnown(OfficialId).describe('Who noted it.'),
  ownDress: ifKnown(z.enum(['armed-forces', 'branch', 'none'])).describe(
    'Whether their branch has a dress of its own (SL Đ8.e excepts the armed forces; for BL and KT it serves).',
  ),
  counter: ifKnown(Name),
  agency: ifKnown(AgencyCode).describe('Their home agency.'),
  dossier: ifKnown(DossierCode).describe('The dossier that it was about.'),
  complaint: ifKnown(RecordId).describe('The complaint that brought it up, by its number.'),
  document: ifKnown(Name).describe('The number of the minutes, where any were made.'),
  account: personal('What happened.', 'official').optional(),
});

/** What applicants may not do (KT Đ5.2, BL Đ10.5, Đ10.6). */
export const ApplicantAct = z.enum([
  'fraud', // KT Đ5.2a
  'impersonation', // KT Đ5.2a, d
  'papers-appropriated', // KT Đ5.2a
  'papers-misused', // KT Đ5.2a
  'obstruction', // KT Đ5.2b; BL Đ10.5
  'deceit', // KT Đ5.2c
  'bribery', // KT Đ5.2c; BL Đ10.6
  'influence', // BL Đ10.6
  'false-accusation', // KT Đ5.2d
  'insult', // KT Đ5.2đ
  'threat', // KT Đ5.2đ
  'force', // KT Đ5.2đ
  'untrue-rating', // KT Đ5.2e
  'other-violation', // KT Đ5.2g
]);
export type ApplicantAct = z.output<typeof ApplicantAct>;

const ApplicantActNoted = z.strictObject({
  act: ApplicantAct,
  by: ifKnown(OfficialId).describe('Who entered it, where it was not the official of this record.'),
  counter: ifKnown(Name),
  agency: ifKnown(AgencyCode).describe('The home agency of the official.'),
  dossier: ifKnown(DossierCode),
  rating: ifKnown(RecordId).describe('The rating that was found untrue; it stays (KT Đ5.2e).'),
  document: ifKnown(Name).describe('The number of the minutes, where any were made.'),
  applicant: personal('Who it was.').optional(),
  account: personal('What happened.').optional(),
});

const [agency, manager, dossier] = ['H42.17', 'cb-0102', 'H42.17-250923-0005'];

export const conduct = {
  ConductNoted: event('Ghi nhận tác phong', 'Conduct noted', ConductNoted, {
    act: 'discourteous',
    source: 'camera',
    by: manager,
    ownDress: 'none',
    counter: 'Quầy 7',
    agency,
    dossier,
    complaint: 'PA-2025-0031',
    document: '12/BB-TTPVHCC',
    account: 'Nói to với người dân ở quầy, không trả lời câu hỏi',
  }),
  ApplicantActNoted: event(
    'Ghi nhận hành vi của người nộp hồ sơ',
    'Applicant’s act noted',
    ApplicantActNoted,
    {
      act: 'insult',
      by: manager,
      counter: 'Quầy 7',
      agency,
      dossier,
      rating: 'DG-2025-0911',
      document: '13/BB-TTPVHCC',
      applicant: 'Lê Văn Tám',
      account: 'Ném hồ sơ vào mặt cán bộ tiếp nhận',
    },
  ),
};
