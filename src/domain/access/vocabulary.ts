/**
 * The words of access (nhật ký truy cập): who was shown what is personal. Stream
 * `access-{actor}-{yyyy-mm}`, one for each who looks and each month, by the date in Vietnam.
 */
import { z } from 'zod';
import { personalKinds } from '../personal.ts';
import { ActorId, EventId, Month } from '../units.ts';
import { Name } from '../vocabulary/fields.ts';
import { type EventOf, event } from '../vocabulary.ts';

export const accessKey = { actor: ActorId, month: Month };

const PersonalFieldsOpened = z.strictObject({
  record: z.string().min(1).max(512).describe('The stream of the event.'),
  event: EventId.describe('The event whose fields were opened.'),
  fields: z
    .array(z.strictObject({ name: z.string().min(1), about: z.enum(personalKinds) }))
    .min(1)
    .describe('Which of its fields, and about whom each tells.'),
  role: z.string().min(1).describe('As what the opener was let in.'),
  purpose: Name.describe('What for, in the words of the opener. Names nobody.'),
});

export const access = {
  PersonalFieldsOpened: event(
    'Mở xem dữ liệu cá nhân',
    'Personal fields opened',
    PersonalFieldsOpened,
    {
      record: 'dossier-H42.17-250923-0005',
      event: 'faf247f1-38f2-88b3-8e25-0912687204ce',
      fields: [{ name: 'applicant', about: 'applicant' }],
      role: 'inspector',
      purpose: 'Kết luận thanh tra 12/KL-TTr',
    },
  ),
};

export type AccessEvent = EventOf<typeof access>;
