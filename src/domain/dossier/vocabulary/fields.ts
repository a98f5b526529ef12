/** What the events of a dossier have in common. */
import { z } from 'zod';
import { CalendarDate, Instant } from '../../units.ts';
import { ifKnown, Name } from '../../vocabulary/fields.ts';

/** Ngày hẹn trả: to the instant, or only to the day, as it was stated. */
export const Appointment = z.union([
  z.strictObject({ at: Instant }),
  z.strictObject({ on: CalendarDate }),
]);
export type Appointment = z.output<typeof Appointment>;

/** Cách thức nộp hồ sơ, nhận kết quả. The first five are in the regulations (TQ Đ7, Đ8); the others are met in logs. */
export const Channel = z
  .enum(['direct', 'online', 'post', 'by-proxy', 'hired-service', 'e-mail', 'internal', 'other'])
  .describe('How it came or went: in person, online, by post, by a proxy, by a hired service.');
export type Channel = z.output<typeof Channel>;

/** Where it took place, seen from the centre: at its counters, at an agency's own section in it, or elsewhere. */
export const Place = z
  .enum([
    'centre',
    'agency-section',
    'agency-office',
    'provincial-portal',
    'national-portal',
    'post-office',
    'elsewhere',
  ])
  .describe(
    'Where: the centre, an agency’s section in it, an agency’s office, a portal, the post.',
  );
export type Place = z.output<typeof Place>;

export const Medium = z.enum(['electronic', 'paper', 'both']);

/** Mẫu: forms 02 (supplement) and 03 (refusal) of TT 01/2018 and TT 03/2025, and what is used in their place. */
export const Form = z.enum(['supplement-form', 'refusal-form', 'notice', 'letter', 'spoken']);

/** Thành phần hồ sơ: one paper of a dossier, by its name in the published procedure. */
export const Component = z.strictObject({
  name: Name,
  copies: z.int().min(1).max(1_000).default(1),
  kind: ifKnown(z.enum(['original', 'copy', 'certified-copy', 'electronic'])),
});
export const Components = z.array(Component).max(500);

/** Whether `first` is after `second`. False if either is unknown, or they are not stated alike. */
export function isReversed(first: Appointment | null, second: Appointment | null): boolean {
  if (first === null || second === null) return false;
  if ('at' in first && 'at' in second) return first.at > second.at;
  if ('on' in first && 'on' in second) return first.on > second.on;
  return false;
}
