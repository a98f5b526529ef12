/** The agencies whose dossiers are measured with: invented, with steps and terms as agencies have them. */

const [check, assess, sign] = ['Kiểm tra hồ sơ', 'Thẩm định hồ sơ', 'Ký duyệt'];
const [verify, draft] = ['Đo đạc, xác minh thực địa', 'Soạn kết quả'];

export type Office = {
  readonly agency: string;
  readonly officials: readonly [string, ...string[]];
  readonly procedures: readonly [Procedure, ...Procedure[]];
};

type Procedure = {
  readonly code: string;
  /** Working days that the applicant is promised. */
  readonly days: number;
  readonly steps: readonly string[];
};

export const offices: readonly [Office, ...Office[]] = [
  {
    agency: 'H42.17',
    officials: ['cv-1701', 'cv-1702', 'cv-1703', 'cv-1704'],
    procedures: [
      { code: '1.004199', days: 10, steps: [check, verify, assess, draft, sign] },
      { code: '1.004237', days: 7, steps: [check, assess, draft, sign] },
    ],
  },
  {
    agency: 'H42.12',
    officials: ['cv-1201', 'cv-1202', 'cv-1203'],
    procedures: [{ code: '2.000488', days: 8, steps: [check, verify, draft, sign] }],
  },
  {
    agency: 'H42.08',
    officials: ['cv-0801', 'cv-0802'],
    procedures: [
      { code: '2.001610', days: 3, steps: [check, assess, sign] },
      { code: '2.001583', days: 3, steps: [check, draft, sign] },
    ],
  },
  {
    agency: 'H42.15',
    officials: ['cv-1501', 'cv-1502'],
    procedures: [{ code: '1.009974', days: 15, steps: [check, assess, verify, draft, sign] }],
  },
];
