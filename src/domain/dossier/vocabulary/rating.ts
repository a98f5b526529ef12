/** Đánh giá hài lòng: what citizens think of how their dossier was handled (SL Đ2.9, TQ Đ4.3, KT Đ13.8, NB Đ3.1, Đ8.1a). */
import { z } from 'zod';
import { personal } from '../../personal.ts';
import { AgencyCode, OfficialId } from '../../units.ts';
import { DocumentNumber, ifKnown, Reference } from '../../vocabulary/fields.ts';
import { event } from '../../vocabulary.ts';

/** By what the citizen rated: a device at the counter, rating software, a survey form, a portal. */
export const RatingChannel = z.enum(['device', 'software', 'survey', 'portal', 'other']);

const SatisfactionRated = z
  .strictObject({
    reference: Reference,
    score: z.int().min(0).max(100),
    best: z
      .int()
      .min(1)
      .max(100)
      .describe('The highest score that could be given: 3 where there are three faces.'),
    channel: ifKnown(RatingChannel),
    of: ifKnown(z.enum(['reception', 'processing', 'result', 'conduct', 'all'])).describe(
      'What was asked about.',
    ),
    official: ifKnown(OfficialId).describe('Who was rated.'),
    unit: ifKnown(AgencyCode).describe('Whose work was rated.'),
    remark: personal('What the citizen added.').optional(),
  })
  .refine(({ score, best }) => score <= best, {
    error: 'the score is higher than the best that could be given',
    path: ['score'],
  });

const RatingAnnotated = z.strictObject({
  reference: Reference,
  finding: z
    .enum(['untrue', 'disputed', 'other-official', 'duplicate', 'confirmed'])
    .describe('What was found of it. It is counted apart, and stays.'),
  by: ifKnown(OfficialId),
  document: DocumentNumber,
  reason: personal('What that rests on.').optional(),
});

export const rating = {
  SatisfactionRated: event('Đánh giá mức độ hài lòng', 'Satisfaction rated', SatisfactionRated, {
    reference: 'DG-20251007-0412',
    score: 2,
    best: 5,
    channel: 'device',
    of: 'conduct',
    official: 'cb-0417',
    unit: 'H42.17',
    remark: 'Phải đi lại ba lần vì hướng dẫn không rõ',
  }),
  RatingAnnotated: event('Ghi chú đánh giá', 'Rating annotated', RatingAnnotated, {
    reference: 'DG-20251007-0412',
    finding: 'untrue',
    by: 'kn-0102',
    document: '163/BB-TTPVHCC',
    reason: 'Bà Mai chỉ đến một lần theo sổ quầy và camera',
  }),
};
