/** Articles that the list leaves out beside a rule, though the regulation itself demands it there: where they disagree the regulation is right. */
export const demandedToo: Readonly<Record<string, readonly string[]>> = {
  'courteous-conduct': ['BL Đ4.5'], // "đúng quy định về văn hóa giao tiếp ở công sở"
};

/** Articles that the list of demands names beside a rule, but of which it says that they make a record, a right, a profile or a power there. */
export const notDemanded: Readonly<Record<string, readonly string[]>> = {
  'channel-as-chosen': ['TQ Đ8.1', 'TQ Đ8.2'],
  'coordination-reviewed': ['SL Đ9.2', 'BL Đ12.3', 'KT Đ15¶2'],
  'counter-never-unstaffed': ['BL Đ4.4', 'SL Đ11.2'],
  'due-and-overdue-urged': [
    'SL Đ5.b',
    'SL Đ6.e',
    'TQ Đ11.1',
    'BL Đ7.2',
    'BL Đ8.1a¶2',
    'KT Đ7.2đ',
    'KT Đ8.5',
  ],
  'evaluation-criteria': ['KT Đ8.6', 'NB Đ6.1b'],
  'merit-proposed': ['SL Đ2.9', 'BL Đ3.5'],
  'monthly-report': ['NB Đ11.5'],
  'no-extra-papers': ['KT Đ6.1b', 'BL Đ10.3'],
  'officials-notice': ['KT Đ8.7'],
  'postal-complaints-report': ['NB Đ5.3c'],
  'posting-term': ['BL Đ8.3n'],
  'rating-rests-on-centre-remark': ['NB Đ6.2e'],
  'replace-on-failure': ['TQ Đ6.10', 'BL Đ8.1c', 'KT Đ8.7', 'NB Đ6.1c'],
  'staffing-follows-demand': ['BL Đ8.1e', 'NB Đ6.1đ'],
  'substitute-announced': ['KT Đ13.8'],
  'violation-handled': ['BL Đ14.2', 'SL Đ12¶2'],
};
