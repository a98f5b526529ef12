/** The agencies that Tuyên Quang's regulation names, in the order of their turns (TQ Đ6.5), and their procedures. */
import type { Department } from './departments.ts';

const check = 'Kiểm tra hồ sơ';
const assess = 'Thẩm định hồ sơ';
const consult = 'Lấy ý kiến cơ quan liên quan';
const draft = 'Soạn kết quả';
const sign = 'Ký duyệt';

export const departmentsInRotation: readonly Department[] = [
  {
    number: '16',
    name: 'Sở Văn hóa, Thể thao và Du lịch',
    procedures: [
      {
        code: '1.004628',
        name: 'Cấp thẻ hướng dẫn viên du lịch nội địa',
        field: 'Du lịch',
        days: 10,
        papers: ['Đơn đề nghị cấp thẻ', 'Bản sao văn bằng', 'Giấy khám sức khỏe'],
        steps: [check, 'Xác minh văn bằng', assess, draft, sign],
        fee: 0,
        charge: 650_000,
      },
      {
        code: '1.003676',
        name: 'Đăng ký tổ chức lễ hội cấp tỉnh',
        field: 'Văn hóa cơ sở',
        days: 15,
        papers: ['Văn bản đăng ký tổ chức lễ hội', 'Kế hoạch tổ chức'],
        steps: [check, assess, consult, draft, sign],
        fee: 0,
        charge: 0,
      },
    ],
  },
  {
    number: '14',
    name: 'Sở Thông tin và Truyền thông',
    procedures: [
      {
        code: '1.003725',
        name: 'Cấp giấy phép xuất bản tài liệu không kinh doanh',
        field: 'Xuất bản, in và phát hành',
        days: 10,
        papers: ['Đơn đề nghị cấp giấy phép', 'Bản thảo tài liệu'],
        steps: [check, assess, draft, sign],
        fee: 50_000,
        charge: 0,
      },
    ],
  },
  {
    number: '13',
    name: 'Sở Tài chính',
    procedures: [
      {
        code: '1.005434',
        name: 'Mua quyển hóa đơn',
        field: 'Quản lý công sản',
        days: 5,
        papers: ['Văn bản đề nghị mua hóa đơn'],
        steps: [check, draft, sign],
        fee: 30_000,
        charge: 0,
      },
      {
        code: '3.000020',
        name: 'Đăng ký mã số đơn vị có quan hệ với ngân sách',
        field: 'Tin học - Thống kê',
        days: 2,
        papers: ['Tờ khai đăng ký mã số'],
        steps: [check, sign],
        fee: 0,
        charge: 0,
      },
    ],
  },
  {
    number: '04',
    name: 'Sở Giáo dục và Đào tạo',
    procedures: [
      {
        code: '1.005061',
        name: 'Cấp giấy phép kinh doanh dịch vụ tư vấn du học',
        field: 'Đào tạo với nước ngoài',
        days: 15,
        papers: ['Đơn đề nghị', 'Danh sách nhân viên tư vấn', 'Văn bằng của nhân viên'],
        steps: [check, assess, 'Xác minh tại cơ sở', draft, sign],
        fee: 0,
        charge: 300_000,
      },
      {
        code: '1.005092',
        name: 'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc',
        field: 'Văn bằng, chứng chỉ',
        days: 1,
        papers: ['Đơn đề nghị cấp bản sao'],
        steps: [check, sign],
        fee: 0,
        charge: 0,
      },
    ],
  },
  {
    number: '03',
    name: 'Sở Công thương',
    procedures: [
      {
        code: '2.000674',
        name: 'Cấp giấy chứng nhận đủ điều kiện bán lẻ xăng dầu',
        field: 'Lưu thông hàng hóa trong nước',
        days: 20,
        papers: ['Đơn đề nghị', 'Bản kê cơ sở vật chất', 'Hợp đồng cung ứng'],
        steps: [check, 'Thẩm định thực tế', consult, draft, sign],
        fee: 0,
        charge: 1_200_000,
      },
      {
        code: '2.000033',
        name: 'Thông báo hoạt động khuyến mại',
        field: 'Xúc tiến thương mại',
        days: 5,
        papers: ['Thông báo thực hiện khuyến mại', 'Thể lệ chương trình'],
        steps: [check, draft, sign],
        fee: 0,
        charge: 0,
      },
    ],
  },
  {
    number: '19',
    name: 'Ban Quản lý các Khu công nghiệp',
    headTitle: 'Trưởng Ban',
    procedures: [
      {
        code: '1.009755',
        name: 'Cấp giấy chứng nhận đăng ký đầu tư',
        field: 'Đầu tư tại Việt Nam',
        days: 15,
        papers: ['Văn bản đề nghị thực hiện dự án', 'Đề xuất dự án', 'Bản sao giấy tờ pháp lý'],
        steps: [check, assess, consult, draft, sign],
        fee: 100_000,
        charge: 0,
      },
    ],
  },
];

/** It has a counter of its own, and no turn (TQ Đ10). */
export const foreignAffairs: Department = {
  number: '11',
  name: 'Sở Ngoại vụ',
  procedures: [
    {
      code: '2.002314',
      name: 'Cho phép sử dụng thẻ đi lại của doanh nhân APEC',
      field: 'Công tác lãnh sự',
      days: 15,
      papers: ['Văn bản đề nghị', 'Bản sao hộ chiếu', 'Hợp đồng với đối tác nước ngoài'],
      steps: [check, consult, draft, sign],
      fee: 0,
      charge: 0,
    },
    {
      code: '2.002312',
      name: 'Cho phép tổ chức hội nghị, hội thảo quốc tế',
      field: 'Hội nghị, hội thảo quốc tế',
      days: 10,
      papers: ['Công văn đề nghị', 'Đề án tổ chức'],
      steps: [check, assess, draft, sign],
      fee: 0,
      charge: 0,
    },
  ],
};
