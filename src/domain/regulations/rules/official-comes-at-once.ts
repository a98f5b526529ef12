/**
 * official-comes-at-once: where a citizen is to be answered in person, the agency sends somebody to the
 * centre at once when it is told (NB Đ8.2c). At once is what the centre sets (`atOnce`).
 */
import type { ComplaintEvent } from '../../complaints/complaint/vocabulary.ts';
import { duty } from '../duty.ts';
import { isSameReference } from '../reference.ts';
import { dueAtOnce } from '../term.ts';

export const officialComesAtOnce = duty<ComplaintEvent>({
  key: 'official-comes-at-once',
  version: 2,
  title: {
    vi: 'Cử người đến ngay Trung tâm trả lời trực tiếp',
    en: 'Agency’s official comes at once to answer in person',
  },
  subject: 'complaint',
  openedBy: ['ComplaintOfficialCalled'],
  opens(entry, context) {
    if (entry.type !== 'ComplaintOfficialCalled') return null;
    return {
      due: dueAtOnce(entry, context),
      bearer: { kind: 'agency', code: entry.data.agency },
    };
  },
  discharges: ['ComplaintOfficialArrived'],
  answers: isSameReference,
  oneForOne: true,
});
