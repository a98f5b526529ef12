/**
 * channel-as-chosen: an official hindered the applicant's choice of how to submit or to get the result
 * (cản trở lựa chọn hình thức nộp hồ sơ, nhận, trả kết quả; KT Đ5.1b).
 *
 * Found by a conduct note. That the result went another way than was chosen is no breach by itself: the
 * applicant may have changed their mind.
 */
import type { AttendanceEvent } from '../../attendance/attendance/vocabulary.ts';
import { notes, officialOfMonth } from '../conduct.ts';
import { prohibition } from '../prohibition.ts';

export const channelAsChosen = prohibition<AttendanceEvent>({
  key: 'channel-as-chosen',
  version: 1,
  title: {
    vi: 'Không cản trở lựa chọn hình thức nộp hồ sơ, nhận kết quả',
    en: 'Choice of channel not hindered',
  },
  subject: 'attendance',
  watches: ['ConductNoted'],
  gathered: false,
  offends: (entry) => (notes(entry, ['channel-choice-hindered']) ? [] : null),
  blames: (_entry, _timeline, context) => officialOfMonth(context),
});
