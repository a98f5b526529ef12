/** What people complain of in a demo, and what they are told: all of it sealed. */
import type { Grievance } from '../desk.ts';

export const grieved: Readonly<Record<Grievance['about'], readonly string[]>> = {
  lateness: [
    'Đã quá ngày hẹn nhiều ngày vẫn chưa có kết quả, gọi điện không ai trả lời',
    'Đến lấy kết quả theo giấy hẹn thì được báo hồ sơ chưa giải quyết xong',
    'Cán bộ thụ lý nghỉ, không ai nhận bàn giao hồ sơ của tôi',
  ],
  conduct: [
    'Cán bộ tại quầy trả lời cộc lốc, không hướng dẫn',
    'Cán bộ yêu cầu nộp thêm giấy tờ không có trong quy định',
    'Phải chờ rất lâu trong khi cán bộ dùng điện thoại riêng',
  ],
  result: [
    'Hồ sơ bị trả lại mà không nêu rõ lý do',
    'Kết quả ghi sai diện tích so với hồ sơ đã nộp',
  ],
  guidance: [
    'Hướng dẫn lần trước và lần này khác nhau, phải đi lại hai lần',
    'Bị từ chối nhưng không được ghi phiếu hướng dẫn',
  ],
  delivery: [
    'Bì hồ sơ gửi qua bưu điện bị ướt, giấy tờ nhòe chữ',
    'Bưu tá giao chậm một tuần so với cam kết',
  ],
};

/** Of the centre itself. */
export const ofTheCentre = [
  'Máy lấy số hỏng, không ai hướng dẫn thứ tự',
  'Quạt và điều hòa khu vực chờ không hoạt động',
  'Bảng điện tử gọi số quá nhỏ, người lớn tuổi không đọc được',
];

/** Of nobody's dossier: questions, suggestions and feedback as they come. */
export const unprompted = [
  ['question', 'guidance', 'Thủ tục đăng ký biến động đất đai cần những giấy tờ gì?'],
  ['question', 'processing', 'Tra cứu hồ sơ trên cổng báo lỗi, xin cho biết hồ sơ đến bước nào?'],
  ['question', 'fee', 'Mức thu phí cấp phiếu lý lịch tư pháp hiện nay là bao nhiêu?'],
  ['suggestion', 'rules', 'Đề nghị bỏ yêu cầu bản sao giấy tờ đã có trong cơ sở dữ liệu'],
  ['suggestion', 'centre', 'Nên có thêm ghế chờ và máy lấy số ở cửa phụ'],
  ['feedback', 'centre', 'Máy lấy số hỏng hai ngày liền'],
  ['feedback', 'centre', 'Bãi gửi xe không đủ chỗ vào sáng thứ Hai'],
  ['feedback', 'fee', 'Thu tiền sao chụp cao hơn giá niêm yết'],
  ['feedback', 'conduct', 'Cán bộ tại quầy không đeo thẻ'],
] as const;

export const accusation =
  'Cán bộ thẩm định nhận tiền của một số người nộp hồ sơ để giải quyết trước hạn';

export const explanations = [
  'Tôi nghỉ phép, hồ sơ chưa được bàn giao cho người khác',
  'Hồ sơ phải xác minh tại hai xã nên chậm, tôi đã báo nhưng chưa ghi vào hệ thống',
  'Tôi đã hướng dẫn đầy đủ, có phiếu hướng dẫn lưu tại quầy',
];

export const conclusions = [
  'Phản ánh là đúng; đã rút kinh nghiệm với cán bộ và giải quyết xong hồ sơ',
  'Việc chậm trả là đúng, việc không nghe điện thoại không có căn cứ',
  'Đã kiểm tra camera và sổ quầy, phản ánh không có căn cứ',
];

export const replies = [
  'Trung tâm xin lỗi ông/bà; kết quả đã có tại quầy trả kết quả',
  'Trung tâm đã nhắc nhở cán bộ và bố trí lại quầy',
  'Nội dung đã được chuyển cơ quan có thẩm quyền xem xét',
];
