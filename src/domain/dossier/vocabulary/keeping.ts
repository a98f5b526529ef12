/** Giữ sổ: what is said of the record itself, and of who told what was in it. */
import { z } from 'zod';
import { personal } from '../../personal.ts';
import { AgencyCode, OfficialId } from '../../units.ts';
import { ifKnown } from '../../vocabulary/fields.ts';
import { withdrawing } from '../../vocabulary/keeping.ts';
import { event } from '../../vocabulary.ts';

const DisclosureReported = z.strictObject({
  what: z.enum(['papers', 'personal-secret', 'business-secret', 'state-secret', 'other']),
  by: ifKnown(z.enum(['official', 'post', 'other'])).describe('Who told or used it.'),
  official: ifKnown(OfficialId),
  unit: ifKnown(AgencyCode),
  forGain: ifKnown(z.boolean()),
  account: personal('What happened.').optional(),
});

export const keeping = {
  DisclosureReported: event('Phản ánh lộ thông tin', 'Disclosure reported', DisclosureReported, {
    what: 'papers',
    by: 'official',
    official: 'cb-0417',
    unit: 'H42.17',
    forGain: false,
    account: 'Bản sao căn cước của bà Mai được chụp và gửi cho người khác',
  }),
  ...withdrawing,
};
