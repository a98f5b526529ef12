/** What is asked about personal data in a demo, what is answered, and what became of data: all of it sealed. */
import type { Ask } from '../../../domain/privacy/request/vocabulary.ts';

export const asked: Readonly<Record<Ask, readonly string[]>> = {
  view: [
    'Xin xem những thông tin nào của tôi đang lưu trong hệ thống một cửa',
    'Đề nghị cho biết ai đã tra cứu hồ sơ của tôi',
  ],
  correct: [
    'Số điện thoại trong hồ sơ của tôi ghi sai, đề nghị sửa lại',
    'Họ tên trong dữ liệu thiếu dấu, đề nghị chỉnh sửa theo căn cước',
  ],
  delete: [
    'Đề nghị xóa bản chụp căn cước sau khi đã trả kết quả',
    'Đề nghị xóa số điện thoại và địa chỉ của tôi khỏi hệ thống',
  ],
  provide: ['Đề nghị cung cấp bản sao dữ liệu của tôi'],
  restrict: ['Đề nghị tạm dừng chia sẻ thông tin của tôi cho cơ quan khác'],
  object: ['Không đồng ý dùng số điện thoại của tôi để khảo sát hài lòng'],
  'withdraw-consent': ['Rút lại sự đồng ý nhận tin nhắn thông báo'],
  other: ['Hỏi thời hạn lưu trữ dữ liệu cá nhân trong hồ sơ'],
};

export const refusals = {
  'state-duty': 'Dữ liệu thuộc thành phần hồ sơ thủ tục hành chính phải lưu trữ theo quy định',
  'not-held': 'Trung tâm không lưu giữ dữ liệu này',
  'identity-not-shown': 'Người yêu cầu chưa chứng minh được là chủ thể dữ liệu',
} as const;

export const accounts = [
  ['disclosed', 'Danh sách người nộp hồ sơ kèm số căn cước gửi nhầm vào nhóm Zalo của xã'],
  ['disclosed', 'Kết quả của người này được trả nhầm qua thư điện tử cho người khác'],
  ['lost', 'Mất một USB chứa bản chụp giấy tờ của người nộp hồ sơ'],
  ['accessed', 'Tài khoản của người đã nghỉ việc vẫn tra cứu được hồ sơ'],
] as const;
