/** What the events of a complaint have in common. */
import { z } from 'zod';

/**
 * Kênh tiếp nhận (NB Đ8.1a, Đ8.2b): call centre, hotline, in person at the IT and supervision room, e-mail, suggestion
 * box, satisfaction survey, rating software, social network, the province's portal, the centre's website, the national
 * portal, a letter, or another.
 */
export const ReceivedBy = z
  .enum([
    'call-centre',
    'hotline',
    'in-person',
    'e-mail',
    'suggestion-box',
    'survey',
    'rating-software',
    'social-network',
    'provincial-portal',
    'website',
    'national-portal',
    'letter',
    'other',
  ])
  .describe('The channel by which it came.');
export type ReceivedBy = z.output<typeof ReceivedBy>;

/**
 * Phản ánh, kiến nghị, hỏi đáp; khiếu nại lần đầu, lần hai; tố cáo; khiếu nại, thắc mắc về dịch vụ bưu chính (NB Đ5.3d).
 * The law gives each its own term.
 */
export const Kind = z
  .enum([
    'feedback',
    'suggestion',
    'question',
    'complaint',
    'second-complaint',
    'denunciation',
    'postal-complaint',
  ])
  .describe(
    'Feedback, a suggestion, a question, a first or a second complaint, a denunciation, or a complaint about the post.',
  );
export type Kind = z.output<typeof Kind>;

/** Nội dung: what it is about (NB Đ8.1a, BL Đ6.5, SL Đ2.4). */
export const Subject = z
  .enum([
    'conduct',
    'guidance',
    'reception',
    'processing',
    'lateness',
    'result',
    'fee',
    'delivery',
    'centre',
    'rules',
    'other',
  ])
  .describe(
    'What it is about: conduct, guidance, reception, processing, lateness, a result, a fee, delivery, the centre, the rules.',
  );
export type Subject = z.output<typeof Subject>;

/** Ba nhóm nội dung (NB Đ8.1b): who has to deal with it follows from this. */
export const Matter = z
  .enum(['centre', 'processing', 'rules'])
  .describe(
    'centre: the centre’s own work, which it answers itself. processing: guidance, reception or processing, for an agency. rules: the rules themselves, for the People’s Committee.',
  );
export type Matter = z.output<typeof Matter>;

/** Đúng, đúng một phần, sai; of feedback, a suggestion or a question, that it was dealt with. */
export const Verdict = z.enum(['upheld', 'partly-upheld', 'not-upheld', 'dealt-with']);
export type Verdict = z.output<typeof Verdict>;

/** Biện pháp khắc phục. */
export const Remedy = z.enum([
  'explained',
  'apologised',
  'dossier-expedited',
  'result-corrected',
  'decision-changed',
  'money-refunded',
  'damage-compensated',
  'official-dealt-with',
  'rule-changed',
  'other',
]);
export type Remedy = z.output<typeof Remedy>;
