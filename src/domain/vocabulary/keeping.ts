/** Giữ sổ: what is said of the record itself, in the same words in every family. */
import { z } from 'zod';
import { personal } from '../personal.ts';
import { event } from '../vocabulary.ts';
import { ifKnown, Name } from './fields.ts';

const EntryWithdrawn = z.strictObject({
  because: ifKnown(z.enum(['mistake', 'duplicate', 'other-record'])),
  elsewhere: ifKnown(Name).describe('The record to which it belongs, where it was entered again.'),
  reason: personal('How the mistake came about.').optional(),
});

/** In every vocabulary: takes back the entry that it corrects. */
export const withdrawing = {
  EntryWithdrawn: event('Rút mục đã ghi nhầm', 'Entry withdrawn', EntryWithdrawn, {
    because: 'other-record',
    elsewhere: 'dossier-H42.17-250923-0006',
    reason: 'Nhập nhầm sang hồ sơ kế bên',
  }),
};
