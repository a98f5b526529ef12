/** The shipped mappings of complaints and ratings, on small files as their systems export them. */
import { expect, test } from 'vitest';
import { timeline } from '../../src/domain/timeline.ts';
import { entriesOf, importLines, newLedger, shippedMapping } from './recording.ts';

/** Cells by their columns, in the order of the header. */
function table(header: string) {
  const names = header.split(';');
  return (cells: Readonly<Record<string, string>>): string => {
    for (const name of Object.keys(cells)) expect(names).toContain(name);
    return names.map((name) => cells[name] ?? '').join(';');
  };
}

const hotline =
  'Số phiếu;Thời điểm;Kênh;Loại;Nội dung về;Cơ quan bị phản ánh;Cán bộ bị phản ánh;Mã hồ sơ;Người gọi;Số điện thoại;Số CCCD;Nội dung;Người tiếp nhận;Phân loại;Thời điểm phân loại;Người phân loại;Cơ quan xử lý;Thời điểm chuyển;Số văn bản chuyển;Hạn xử lý;Kết quả;Thời điểm giải quyết;Thời điểm trả lời;Hình thức trả lời;Số văn bản trả lời;Nội dung trả lời';

/** A call about a dossier that is late. */
const call = {
  'Số phiếu': '1022-000417',
  'Thời điểm': '03/03/2026 09:12',
  Kênh: 'Tổng đài',
  Loại: 'Phản ánh',
  'Nội dung về': 'Chậm trễ',
  'Cơ quan bị phản ánh': 'H42.17',
  'Mã hồ sơ': 'H42.17-260202-0005',
  'Người gọi': 'Trần Thị Mai',
  'Số điện thoại': '0912 345 678',
  'Số CCCD': '037190001234',
  'Nội dung': 'Hẹn ngày 23/2 mà chưa có kết quả',
  'Người tiếp nhận': 'cb-0417',
};
const dealtWith = {
  ...call,
  'Phân loại': 'Giải quyết TTHC',
  'Thời điểm phân loại': '03/03/2026 10:00',
  'Người phân loại': 'kn-0102',
  'Cơ quan xử lý': 'H42.17',
  'Thời điểm chuyển': '03/03/2026 15:30',
  'Số văn bản chuyển': '31/TTPVHCC',
  'Hạn xử lý': '10/03/2026',
  'Kết quả': 'Đúng một phần',
  'Thời điểm giải quyết': '06/03/2026 08:00',
  'Thời điểm trả lời': '06/03/2026 14:00',
  'Hình thức trả lời': 'Văn bản',
  'Số văn bản trả lời': '35/TTPVHCC',
  'Nội dung trả lời': 'Kết quả đã có, mời bà Mai đến quầy 7',
};
const denounced = {
  'Số phiếu': '1022-000418',
  'Thời điểm': '03/03/2026 09:40',
  Kênh: 'Đường dây nóng',
  Loại: 'TỐ CÁO',
  'Cán bộ bị phản ánh': 'cv-1203',
  'Người gọi': 'Lê Văn Nam',
  'Số CCCD': '037090004321',
  'Nội dung': 'Cán bộ nhận tiền để trả kết quả sớm',
};

test('hotline-log: a call, and in a later export what became of it', async () => {
  const row = table(hotline);
  const ledger = newLedger();
  const mapping = await shippedMapping('hotline-log', { centre: 'H42.TTPVHCC' });
  const first = await importLines(ledger, mapping, [hotline, row(call)]);
  expect(first).toMatchObject({ events: 1, refused: [], notes: [] });

  const lines = [hotline, row(dealtWith)];
  expect(await importLines(ledger, mapping, lines)).toMatchObject({
    events: 4,
    known: 1,
    refused: [],
    notes: [],
  });
  const entries = await entriesOf(ledger, 'complaint-hotline:1022-000417');
  expect(entries.map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
    ['ComplaintReceived', '2026-03-03T02:12:00.000Z'],
    ['ComplaintClassified', '2026-03-03T03:00:00.000Z'],
    ['ComplaintForwarded', '2026-03-03T08:30:00.000Z'],
    ['ComplaintResolved', '2026-03-06T01:00:00.000Z'],
    ['ComplaintReplied', '2026-03-06T07:00:00.000Z'],
  ]);
  expect(entries.map(({ data }) => data)).toMatchObject([
    {
      kind: 'feedback',
      channel: 'call-centre',
      about: 'lateness',
      dossier: 'H42.17-260202-0005',
      complainant: { sealed: expect.any(String) },
      text: { sealed: expect.any(String) },
    },
    { matter: 'processing', official: 'kn-0102' },
    { to: 'H42.17', due: '2026-03-10', document: '31/TTPVHCC' },
    { verdict: 'partly-upheld' },
    { written: true, means: 'letter', document: '35/TTPVHCC' },
  ]);
  expect(await importLines(ledger, mapping, lines)).toMatchObject({ events: 0, known: 5 });
});

test('hotline-log: who denounces is sealed in fields of their own, and never by their number', async () => {
  const ledger = newLedger();
  const mapping = await shippedMapping('hotline-log');
  const earlier = { ...call, 'Số CCCD': denounced['Số CCCD'] };
  const lines = [hotline, table(hotline)(earlier), table(hotline)(denounced)];
  expect(await importLines(ledger, mapping, lines)).toMatchObject({
    events: 2,
    refused: [],
    notes: [],
  });
  const [complaint] = await entriesOf(ledger, 'complaint-hotline:1022-000417');
  const [entry] = await entriesOf(ledger, 'complaint-hotline:1022-000418');
  expect(entry?.data).toMatchObject({ kind: 'denunciation', againstOfficial: 'cv-1203' });
  expect(Object.keys(entry?.data ?? {})).not.toContain('complainant');
  expect(Object.keys(entry?.data ?? {})).not.toContain('text');
  for (const field of ['denouncer', 'accusation']) {
    expect(personIn(entry?.data[field])).not.toBe(personIn(complaint?.data['complainant']));
  }
});

test.each([
  ['Phản ánh', 'TỐ CÁO', 'denunciation', ['denouncer', 'accusation']],
  ['TỐ CÁO', 'Phản ánh', 'feedback', ['complainant', 'text']],
])(
  'hotline-log: a call written down as %s and later as %s is one call, corrected',
  async (first, then, kind, fields) => {
    const row = table(hotline);
    const ledger = newLedger();
    const mapping = await shippedMapping('hotline-log');
    await importLines(ledger, mapping, [hotline, row({ ...call, Loại: first })]);
    const lines = [hotline, row({ ...call, Loại: then })];
    expect(await importLines(ledger, mapping, lines)).toMatchObject({ events: 1, refused: [] });
    expect(await importLines(ledger, mapping, lines)).toMatchObject({ events: 0, known: 1 });
    const entries = await entriesOf(ledger, 'complaint-hotline:1022-000417');
    const stated = timeline(entries);
    expect(entries).toHaveLength(2);
    expect(stated).toMatchObject([{ type: 'ComplaintReceived', data: { kind } }]);
    expect(Object.keys(stated[0]?.data ?? {})).toEqual(expect.arrayContaining(fields));
  },
);

test('hotline-log: a call of which little was written down', async () => {
  const ledger = newLedger();
  const little = { 'Số phiếu': '1022-000419', 'Thời điểm': '03/03/2026 10:05' };
  const lines = [hotline, table(hotline)(little)];
  const imported = await importLines(ledger, await shippedMapping('hotline-log'), lines);
  expect(imported).toMatchObject({ events: 1, refused: [], notes: [] });
  const [entry] = await entriesOf(ledger, 'complaint-hotline:1022-000419');
  expect(entry?.data).toMatchObject({ kind: 'feedback', channel: 'hotline', about: null });
});

test('hotline-log: a kind that nobody has heard of is not guessed at', async () => {
  const lines = [hotline, table(hotline)({ ...call, Loại: 'Nhờ vả' })];
  const imported = await importLines(newLedger(), await shippedMapping('hotline-log'), lines);
  expect(imported).toMatchObject({ events: 0, notes: [{ line: 2, kind: 'refused' }] });
});

test('rating-software: ratings of two dossiers, one of them found untrue', async () => {
  const header =
    'Mã đánh giá;Mã hồ sơ;Thời điểm;Mức độ;Kênh;Cán bộ;Đơn vị;Nội dung đánh giá;Góp ý;Xác minh;Thời điểm xác minh;Người xác minh;Số biên bản;Lý do';
  const row = table(header);
  const rated = (number: number, score: string, others = {}) => ({
    'Mã đánh giá': `DG-${number}`,
    'Mã hồ sơ': 'H42.17-260302-0001',
    'Thời điểm': `06/03/2026 10:15:0${number}`,
    'Mức độ': score,
    Kênh: 'Thiết bị tại quầy',
    'Cán bộ': 'cb-0417',
    'Đơn vị': 'H42.TTPVHCC',
    ...others,
  });
  const untrue = {
    'Xác minh': 'Không đúng thực tế',
    'Thời điểm xác minh': '07/03/2026 08:00:00',
    'Người xác minh': 'kn-0102',
    'Lý do': 'Bà Mai chỉ đến một lần',
  };
  const second = rated(2, 'Rất không hài lòng', { 'Góp ý': 'Phải đi lại ba lần' });
  const ledger = newLedger();
  const mapping = await shippedMapping('rating-software');
  const lines = [
    header,
    row(rated(1, 'Hài lòng')),
    row(second),
    row(rated(3, '5', { 'Mã hồ sơ': 'H42.17-260302-0002' })),
    row(rated(4, 'Tuyệt vời')),
    row(rated(5, 'Hài lòng', { 'Mã hồ sơ': '' })),
  ];
  expect(await importLines(ledger, mapping, lines)).toMatchObject({
    events: 3,
    notes: [
      { line: 5, kind: 'refused' },
      { line: 6, kind: 'refused' },
    ],
  });
  const later = [header, row(rated(1, 'Hài lòng')), row({ ...second, ...untrue })];
  expect(await importLines(ledger, mapping, later)).toMatchObject({ events: 1, known: 2 });
  const entries = await entriesOf(ledger, 'dossier-H42.17-260302-0001');
  expect(entries.map(({ data }) => data)).toMatchObject([
    { reference: 'DG-1', score: 4, best: 5, channel: 'device', official: 'cb-0417' },
    { reference: 'DG-2', score: 1, remark: { sealed: expect.any(String) } },
    { reference: 'DG-2', finding: 'untrue', by: 'kn-0102' },
  ]);
  const other = await entriesOf(ledger, 'dossier-H42.17-260302-0002');
  expect(other.map(({ data }) => data['score'])).toEqual([5]);
});

test('portal-feedback: a question and its answer, a suggestion that waits, a denunciation', async () => {
  const header =
    'Mã phản ánh;Loại;Nguồn;Thời điểm gửi;Người gửi;Số CCCD;Nội dung;Mã hồ sơ;Cơ quan trả lời;Thời điểm chuyển;Hạn trả lời;Thời điểm trả lời;Người trả lời;Nội dung trả lời;Thời điểm công khai';
  const row = table(header);
  const sent = (number: number, kind: string, others = {}) =>
    row({
      'Mã phản ánh': `PA-${number}`,
      Loại: kind,
      Nguồn: 'Trang thông tin của Trung tâm',
      'Thời điểm gửi': '02/03/2026 21:40:05',
      'Người gửi': 'Trần Thị Mai',
      'Nội dung': 'Hồ sơ của tôi cần thêm giấy tờ gì?',
      ...others,
    });
  const lines = [
    header,
    sent(1, 'Hỏi đáp', {
      'Mã hồ sơ': 'H42.17-260302-0001',
      'Cơ quan trả lời': 'H42.17',
      'Thời điểm chuyển': '03/03/2026 08:00:00',
      'Hạn trả lời': '06/03/2026',
      'Thời điểm trả lời': '05/03/2026 16:20:00',
      'Người trả lời': 'cv-1203',
      'Nội dung trả lời': 'Chị Mai bổ sung bản vẽ có xác nhận',
      'Thời điểm công khai': '06/03/2026 08:00:00',
    }),
    sent(2, 'Kiến nghị', { Nguồn: 'Cổng Dịch vụ công quốc gia' }),
    sent(3, 'Tố cáo'),
  ];
  const ledger = newLedger();
  const mapping = await shippedMapping('portal-feedback');
  expect(await importLines(ledger, mapping, lines)).toMatchObject({
    events: 6,
    refused: [],
    notes: [],
  });
  const entries = await entriesOf(ledger, 'complaint-portal-feedback:PA-1');
  expect(entries.map(({ type }) => type)).toEqual([
    'ComplaintReceived',
    'ComplaintForwarded',
    'ComplaintAnswered',
    'ComplaintOutcomePublished',
  ]);
  expect(entries.map(({ data }) => data)).toMatchObject([
    { kind: 'question', channel: 'website', dossier: 'H42.17-260302-0001' },
    { to: 'H42.17', why: 'to-answer', due: '2026-03-06' },
    { unit: 'H42.17', official: 'cv-1203', where: 'website' },
    { where: 'website' },
  ]);
  const [waiting] = await entriesOf(ledger, 'complaint-portal-feedback:PA-2');
  expect(waiting?.data).toMatchObject({ kind: 'suggestion', channel: 'national-portal' });
  const [secret] = await entriesOf(ledger, 'complaint-portal-feedback:PA-3');
  expect(Object.keys(secret?.data ?? {})).toEqual(
    expect.arrayContaining(['denouncer', 'accusation']),
  );
  expect(await importLines(ledger, mapping, lines)).toMatchObject({ events: 0, known: 6 });
});

function personIn(field: unknown): unknown {
  expect(field).toHaveProperty('person');
  return typeof field === 'object' && field !== null && 'person' in field ? field.person : null;
}
