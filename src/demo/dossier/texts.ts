/** What people write in the dossiers of a demo: all of it about the applicant, and so sealed. */
export const supplementReasons = [
  'Bản chụp chưa rõ, thiếu chữ ký của người nộp',
  'Bản vẽ đã nộp không có xác nhận của đơn vị đo đạc',
  'Thông tin trên tờ khai không khớp với giấy tờ kèm theo',
  'Thiếu bản chính để đối chiếu',
  'Giấy tờ nộp kèm đã hết giá trị sử dụng',
];

export const supplementGuidance = [
  'Nộp lại bản chụp rõ, có chữ ký ở từng trang',
  'Liên hệ văn phòng đăng ký đất đai để xác nhận bản vẽ, rồi nộp tại quầy',
  'Sửa tờ khai theo giấy tờ kèm theo và ký lại',
  'Mang bản chính đến quầy tiếp nhận để đối chiếu',
];

export const refusalReasons = [
  'Đất đang có tranh chấp, chưa có quyết định giải quyết',
  'Người nộp không thuộc đối tượng của thủ tục',
  'Hồ sơ không có giấy ủy quyền của người có quyền',
  'Thành phần hồ sơ không đúng mẫu quy định',
];

export const refusalGuidance = [
  'Nộp lại khi có quyết định giải quyết tranh chấp',
  'Lập giấy ủy quyền có công chứng và nộp lại',
  'Khai lại theo mẫu niêm yết tại quầy',
];

export const noticeContents = [
  'Thiếu bản vẽ sơ đồ thửa đất',
  'Tệp đính kèm không mở được',
  'Tờ khai điện tử chưa được ký số',
];

export const latenessReasons = [
  'Cán bộ thụ lý nghỉ phép, hồ sơ chưa được bàn giao',
  'Chờ kết quả xác minh của Ủy ban nhân dân xã',
  'Việc xác minh thực địa kéo dài hơn dự kiến do mưa',
  'Hồ sơ nhiều thành phần, cần lấy thêm ý kiến',
  'Số lượng hồ sơ tăng đột biến trong tháng',
];

export const progressNotes = [
  'Đã kiểm tra đủ thành phần, chuyển thẩm định',
  'Đã đo lại ranh giới, chờ ký biên bản',
  'Đã trình lãnh đạo sở xem xét',
  'Đã có ý kiến của cơ quan phối hợp',
];

export const withdrawalReasons = [
  'Gia đình chưa thống nhất việc chia thửa',
  'Người nộp xin rút để bổ sung hồ sơ',
  'Người nộp không còn nhu cầu',
];

export const writtenAnswers = [
  'Thửa đất không đủ điều kiện theo Luật Đất đai',
  'Người nộp chưa đủ thời gian thực hành theo quy định',
  'Công trình nằm trong hành lang bảo vệ đường bộ',
];

export const ratingRemarks = [
  'Cán bộ hướng dẫn tận tình',
  'Phải đi lại nhiều lần vì hướng dẫn không rõ',
  'Chờ lâu, trả kết quả chậm hơn hẹn',
  'Thủ tục nhanh gọn',
];
