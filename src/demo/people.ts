/** Who and what a demo speaks of: believable names, invented people. */
export const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Lò',
  'Quàng',
  'Cầm',
];
export const middles = ['Văn', 'Thị', 'Minh', 'Thanh', 'Ngọc', 'Đức', 'Thu', 'Quang'];
export const givens = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Hà',
  'Hương',
  'Khánh',
  'Lan',
  'Mai',
  'Nam',
  'Phúc',
  'Quỳnh',
  'Sơn',
  'Tâm',
  'Yến',
];
export const wards = [
  'phường Nam Bình',
  'phường Tân Thành',
  'xã Ninh Nhất',
  'phường Vân Giang',
  'xã Yên Khánh',
  'xã Gia Viễn',
];

export type Office = {
  readonly agency: string;
  readonly name: string;
  readonly officials: readonly string[];
  readonly procedures: readonly Procedure[];
};

export type Procedure = {
  readonly code: string;
  /** Working days that the applicant is promised. */
  readonly days: number;
  readonly papers: readonly string[];
  readonly steps: readonly string[];
};

const [check, assess, draft, sign] = [
  'Kiểm tra hồ sơ',
  'Thẩm định hồ sơ',
  'Soạn kết quả',
  'Ký duyệt',
];

export const offices: readonly Office[] = [
  {
    agency: 'H42.17',
    name: 'Sở Nông nghiệp và Môi trường',
    officials: ['cv-1701', 'cv-1702', 'cv-1703'],
    procedures: [
      {
        code: '1.004199',
        days: 7,
        papers: ['Đơn đăng ký biến động đất đai', 'Giấy chứng nhận đã cấp'],
        steps: [check, assess, 'Đo đạc, xác minh', draft, sign],
      },
      {
        code: '1.004237',
        days: 5,
        papers: ['Đơn đề nghị cấp đổi Giấy chứng nhận'],
        steps: [check, assess, draft, sign],
      },
    ],
  },
  {
    agency: 'H42.12',
    name: 'Sở Tư pháp',
    officials: ['cv-1201', 'cv-1202'],
    procedures: [
      {
        code: '2.000488',
        days: 8,
        papers: ['Tờ khai yêu cầu cấp phiếu lý lịch tư pháp', 'Bản chụp căn cước'],
        steps: [check, 'Xác minh tại cơ quan công an', draft, sign],
      },
    ],
  },
  {
    agency: 'H42.08',
    name: 'Sở Tài chính',
    officials: ['cv-0801', 'cv-0802'],
    procedures: [
      {
        code: '2.001610',
        days: 3,
        papers: ['Giấy đề nghị đăng ký doanh nghiệp', 'Điều lệ công ty'],
        steps: [check, assess, sign],
      },
      {
        code: '2.001583',
        days: 3,
        papers: ['Thông báo thay đổi nội dung đăng ký'],
        steps: [check, sign],
      },
    ],
  },
  {
    agency: 'H42.15',
    name: 'Sở Xây dựng',
    officials: ['cv-1501', 'cv-1502'],
    procedures: [
      {
        code: '1.009974',
        days: 15,
        papers: ['Đơn đề nghị cấp giấy phép xây dựng', 'Bản vẽ thiết kế'],
        steps: [check, assess, 'Lấy ý kiến', draft, sign],
      },
    ],
  },
];

export const clerks = ['cb-0401', 'cb-0402', 'cb-0403', 'cb-0404'] as const;
export const supervisor = 'gd-0400';
