/** The departments (sở) that every province of the demo has, and their procedures, with the terms of the national list. */
import type { ProcedureCode } from '../domain/units.ts';

export type Procedure = {
  readonly code: ProcedureCode;
  readonly name: string;
  readonly field: string;
  /** Working days that the applicant is promised; 0: the same day. */
  readonly days: number;
  readonly papers: readonly string[];
  readonly steps: readonly string[];
  /** Whole đồng; 0: none. */
  readonly fee: number;
  readonly charge: number;
};

const check = 'Kiểm tra hồ sơ';
const assess = 'Thẩm định hồ sơ';
const draft = 'Soạn kết quả';
const sign = 'Ký duyệt';

export type Department = {
  readonly number: string;
  readonly name: string;
  /** Of its head, where it is not a department (sở). */
  readonly headTitle?: string;
  readonly procedures: readonly (Omit<Procedure, 'code'> & { readonly code: string })[];
};

/** What every province has, with the terms of the national list; `fee` is lệ phí, `charge` is phí. */
export const departments: readonly Department[] = [
  {
    number: '17',
    name: 'Sở Tài nguyên và Môi trường',
    procedures: [
      {
        code: '1.004199',
        name: 'Đăng ký biến động quyền sử dụng đất',
        field: 'Đất đai',
        days: 10,
        papers: ['Đơn đăng ký biến động đất đai', 'Giấy chứng nhận đã cấp'],
        steps: [check, 'Đo đạc, xác minh thực địa', assess, draft, sign],
        fee: 30_000,
        charge: 500_000,
      },
      {
        code: '1.004237',
        name: 'Cung cấp dữ liệu đất đai',
        field: 'Đất đai',
        days: 5,
        papers: ['Phiếu yêu cầu cung cấp dữ liệu'],
        steps: [check, draft, sign],
        fee: 0,
        charge: 200_000,
      },
    ],
  },
  {
    number: '12',
    name: 'Sở Tư pháp',
    procedures: [
      {
        code: '2.000488',
        name: 'Cấp phiếu lý lịch tư pháp',
        field: 'Lý lịch tư pháp',
        days: 8,
        papers: ['Tờ khai yêu cầu cấp phiếu lý lịch tư pháp', 'Bản chụp căn cước'],
        steps: [check, 'Xác minh tại cơ quan công an', draft, sign],
        fee: 0,
        charge: 200_000,
      },
    ],
  },
  {
    number: '08',
    name: 'Sở Kế hoạch và Đầu tư',
    procedures: [
      {
        code: '2.001610',
        name: 'Đăng ký thành lập doanh nghiệp tư nhân',
        field: 'Đăng ký kinh doanh',
        days: 3,
        papers: [
          'Giấy đề nghị đăng ký doanh nghiệp',
          'Bản sao giấy tờ pháp lý của chủ doanh nghiệp',
        ],
        steps: [check, assess, sign],
        fee: 50_000,
        charge: 100_000,
      },
      {
        code: '2.001583',
        name: 'Thông báo thay đổi nội dung đăng ký doanh nghiệp',
        field: 'Đăng ký kinh doanh',
        days: 3,
        papers: ['Thông báo thay đổi nội dung đăng ký'],
        steps: [check, draft, sign],
        fee: 50_000,
        charge: 0,
      },
    ],
  },
  {
    number: '15',
    name: 'Sở Xây dựng',
    procedures: [
      {
        code: '1.009974',
        name: 'Cấp giấy phép xây dựng mới',
        field: 'Hoạt động xây dựng',
        days: 15,
        papers: ['Đơn đề nghị cấp giấy phép xây dựng', 'Bản vẽ thiết kế', 'Giấy chứng nhận đất'],
        steps: [check, assess, 'Lấy ý kiến cơ quan liên quan', draft, sign],
        fee: 150_000,
        charge: 0,
      },
    ],
  },
  {
    number: '10',
    name: 'Sở Lao động - Thương binh và Xã hội',
    procedures: [
      {
        code: '2.000205',
        name: 'Cấp giấy phép lao động cho người nước ngoài',
        field: 'Việc làm',
        days: 5,
        papers: ['Văn bản đề nghị cấp giấy phép lao động', 'Giấy khám sức khỏe'],
        steps: [check, assess, draft, sign],
        fee: 600_000,
        charge: 0,
      },
      {
        code: '1.010801',
        name: 'Giải quyết chế độ trợ cấp một lần',
        field: 'Người có công',
        days: 12,
        papers: ['Bản khai cá nhân', 'Giấy tờ chứng minh'],
        steps: [check, 'Xác minh tại cấp xã', assess, sign],
        fee: 0,
        charge: 0,
      },
    ],
  },
  {
    number: '18',
    name: 'Sở Y tế',
    procedures: [
      {
        code: '1.003709',
        name: 'Cấp chứng chỉ hành nghề khám bệnh, chữa bệnh',
        field: 'Khám bệnh, chữa bệnh',
        days: 20,
        papers: ['Đơn đề nghị cấp chứng chỉ', 'Văn bằng chuyên môn', 'Giấy xác nhận thực hành'],
        steps: [check, assess, 'Họp hội đồng tư vấn', draft, sign],
        fee: 0,
        charge: 360_000,
      },
    ],
  },
];
