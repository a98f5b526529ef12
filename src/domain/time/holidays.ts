/**
 * The public holidays and swapped working days of Vietnam, 2024 to 2027, as notices.
 *
 * Eleven days by Labour Code 2019 (45/2019/QH14), article 112; one on a weekend moves to the next
 * working day. The days of Tết and the second day of National Day are set each year, and working
 * days are swapped by notices that can come a week before. `known` is the day on which a document
 * was issued or, where that was not found, on which it was in the news or came into force; for the
 * days that the code itself names, the day from which it holds.
 *
 * Documents found: 8662/VPCP-KGVX, 2450/VPCP-KGVX, 8726/VPCP-KGVX, and the news of the notices of
 * 17/10/2025 and 25/12/2025. A weak source: the swap in May 2025 and that in August 2026 are given by
 * the year's table without the number of their own document, and the law behind 24 November (from
 * 01/07/2026, after resolution 80-NQ/TW) likewise. 2027 is announced only in part: see `tet2027`.
 */
import { CalendarDate, Instant } from '../units.ts';
import type { CalendarNotice, WorkedDay } from './calendar.ts';
import type { Weekday } from './date.ts';

const labourCode = 'Bộ luật Lao động 45/2019/QH14, Điều 112';
const labourCodeHolds = '2021-01-01';

const newYear = 'Tết Dương lịch';
const tet = 'Tết Nguyên đán';
const hungKings = 'Giỗ Tổ Hùng Vương';
const victory = 'Ngày Chiến thắng 30/4';
const labour = 'Ngày Quốc tế lao động 1/5';
const national = 'Quốc khánh';
const culture = 'Ngày Văn hóa Việt Nam';

const law2024 = notice('vn-2024-law', labourCode, labourCodeHolds, {
  '2024-01-01': newYear,
  '2024-04-18': hungKings,
  '2024-04-30': victory,
  '2024-05-01': labour,
  '2024-09-02': national,
});

const tet2024 = notice('vn-2024-tet', 'Công văn 8662/VPCP-KGVX, 03/11/2023', '2023-11-03', {
  '2024-02-08': tet,
  '2024-02-09': tet,
  '2024-02-12': tet,
  '2024-02-13': tet,
  '2024-02-14': tet,
  '2024-09-03': national,
});

const swap2024 = notice(
  'vn-2024-swap',
  'Công văn 2450/VPCP-KGVX, 12/04/2024',
  '2024-04-12',
  { '2024-04-29': 'Hoán đổi với 04/05/2024' },
  [worked('2024-05-04', 'mon', 'Làm bù cho 29/04/2024')],
);

const law2025 = notice('vn-2025-law', labourCode, labourCodeHolds, {
  '2025-01-01': newYear,
  '2025-04-07': hungKings,
  '2025-04-30': victory,
  '2025-05-01': labour,
  '2025-09-02': national,
});

const tet2025 = notice(
  'vn-2025-tet',
  'Công văn 8726/VPCP-KGVX, 26/11/2024',
  '2024-11-26',
  {
    '2025-01-27': tet,
    '2025-01-28': tet,
    '2025-01-29': tet,
    '2025-01-30': tet,
    '2025-01-31': tet,
    '2025-05-02': 'Hoán đổi với 26/04/2025',
    '2025-09-01': national,
  },
  [worked('2025-04-26', 'fri', 'Làm bù cho 02/05/2025')],
);

const law2026 = notice('vn-2026-law', labourCode, labourCodeHolds, {
  '2026-01-01': newYear,
  '2026-04-27': `${hungKings} (nghỉ bù)`,
  '2026-04-30': victory,
  '2026-05-01': labour,
  '2026-09-02': national,
});

const tet2026 = notice(
  'vn-2026-tet',
  'Thông báo nghỉ Tết Nguyên đán và Quốc khánh 2026, 10/2025',
  '2025-10-17',
  {
    '2026-02-16': tet,
    '2026-02-17': tet,
    '2026-02-18': tet,
    '2026-02-19': tet,
    '2026-02-20': tet,
    '2026-08-31': 'Hoán đổi với 22/08/2026',
    '2026-09-01': national,
  },
  [worked('2026-08-22', 'mon', 'Làm bù cho 31/08/2026')],
);

const swap2026 = notice(
  'vn-2026-swap',
  'Thông báo hoán đổi ngày làm việc dịp Tết Dương lịch 2026, 25/12/2025',
  '2025-12-25',
  { '2026-01-02': 'Hoán đổi với 10/01/2026' },
  [worked('2026-01-10', 'fri', 'Làm bù cho 02/01/2026')],
);

/** It has no make-up day: on a weekend it changes nothing. */
const cultureDay = notice('vn-culture-day', `${culture}, từ 01/07/2026`, '2026-07-01', {
  '2026-11-24': culture,
  '2027-11-24': culture,
});

const law2027 = notice('vn-2027-law', labourCode, labourCodeHolds, {
  '2027-01-01': newYear,
  '2027-04-16': hungKings,
  '2027-04-30': victory,
  '2027-05-03': `${labour} (nghỉ bù)`,
  '2027-09-02': national,
});

/**
 * Not announced yet. The new year is on Saturday 6 February; these are the weekdays that are off
 * whether Tết has one or two days before it. The day beside 2 September is left out: it can be
 * either. The notice of the Government, once recorded, adds what is missing.
 */
const tet2027 = notice(
  'vn-2027-tet-expected',
  `${labourCode}; chưa có thông báo: các ngày chắc chắn nghỉ`,
  labourCodeHolds,
  {
    '2027-02-05': tet,
    '2027-02-08': tet,
    '2027-02-09': tet,
    '2027-02-10': tet,
  },
);

/** For every centre in Vietnam; an administrator adds what comes later. */
export const vietnameseHolidays: readonly CalendarNotice[] = [
  law2024,
  tet2024,
  swap2024,
  law2025,
  tet2025,
  law2026,
  tet2026,
  swap2026,
  cultureDay,
  law2027,
  tet2027,
];

function notice(
  id: string,
  source: string,
  known: string,
  off: Readonly<Record<string, string>>,
  swapped: readonly WorkedDay[] = [],
): CalendarNotice {
  return {
    id,
    source,
    known: Instant.parse(`${known}T00:00:00+07:00`),
    off: Object.entries(off).map(([date, reason]) => ({ date: CalendarDate.parse(date), reason })),
    worked: swapped,
    closures: [],
  };
}

function worked(date: string, hours: Weekday, reason: string): WorkedDay {
  return { date: CalendarDate.parse(date), hours, reason };
}
