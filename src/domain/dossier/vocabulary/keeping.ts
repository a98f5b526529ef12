/** Giữ sổ: what is said of the record itself, and of who told what was in it. */
import { z } from 'zod';
import { personal } from '../../personal.ts';
import { AgencyCode, DossierCode, OfficialId } from '../../units.ts';
import { event } from '../../vocabulary.ts';
import { ifKnown } from './fields.ts';

const DisclosureReported = z.strictObject({
  what: z.enum(['papers', 'personal-secret', 'business-secret', 'state-secret', 'other']),
  by: ifKnown(z.enum(['official', 'post', 'other'])).describe('Who told or used it.'),
  official: ifKnown(OfficialId),
  unit: ifKnown(AgencyCode),
  forGain: ifKnown(z.boolean()),
  account: personal('What happened.').optional(),
});

const EntryWithdrawn = z.strictObject({
  because: ifKnown(z.enum(['mistake', 'duplicate', 'other-dossier'])),
  elsewhere: ifKnown(DossierCode).describe(
    'The dossier to which it belongs, where it was entered again.',
  ),
  reason: personal('How the mistake came about.').optional(),
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
  EntryWithdrawn: event('Rút mục đã ghi nhầm', 'Entry withdrawn', EntryWithdrawn, {
    because: 'other-dossier',
    elsewhere: 'H42.17-250923-0006',
    reason: 'Nhập nhầm sang hồ sơ kế bên',
  }),
};
