/** The mappings that come with the program, on small files as their systems export them. */
import { expect, test } from 'vitest';
import { families } from '../../src/domain/families.ts';
import { compileMapping } from '../../src/intake/compile.ts';
import { loadMapping, shippedMappings } from '../../src/intake/mapping.ts';
import { entriesOf, importLines, newLedger, shippedMapping } from './recording.ts';

test.each(shippedMappings())('%s fits the vocabularies', async (name) => {
  const mapping = await loadMapping(name);
  const given = Object.fromEntries(Object.keys(mapping.asks).map((asked) => [asked, '1']));
  expect(compileMapping({ ...mapping, given }, families).records).not.toEqual([]);
});

/** Cells by their columns, in the order of the header. */
function table(header: string, delimiter = ',') {
  const names = header.split(delimiter);
  return (cells: Readonly<Record<string, string>>): string => {
    for (const name of Object.keys(cells)) expect(names).toContain(name);
    return names.map((name) => cells[name] ?? '').join(delimiter);
  };
}

test('one-stop-export: a dossier from its reception to its result', async () => {
  const header =
    'STT;Mã hồ sơ;Mã thủ tục;Hình thức tiếp nhận;Cơ quan giải quyết;Người tiếp nhận;Ngày tiếp nhận;Ngày hẹn trả;Người nộp;Số CCCD;Ngày trả kết quả;Người trả;Số kết quả;Mã thao tác;Thao tác;Bước;Thời điểm;Người thực hiện;Đơn vị;Đơn vị nhận;Người nhận;Số phiếu;Hạn xử lý;Nội dung';
  const row = table(header, ';');
  const dossier = {
    'Mã hồ sơ': 'H42.17-260302-0001',
    'Mã thủ tục': '1.004238',
    'Hình thức tiếp nhận': 'Trực tiếp',
    'Cơ quan giải quyết': 'H42.17',
    'Người tiếp nhận': 'cb-0417',
    'Ngày tiếp nhận': '02/03/2026 08:05:30',
    'Ngày hẹn trả': '09/03/2026 17:00:00',
    'Người nộp': 'Trần Thị Mai',
    'Số CCCD': '037190001234',
    'Ngày trả kết quả': '06/03/2026 10:15:00',
    'Người trả': 'cb-0418',
    'Số kết quả': '512/QĐ-STNMT',
  };
  const acts = [
    { 'Thao tác': 'Xem hồ sơ', 'Thời điểm': '02/03/2026 08:20:00' },
    {
      'Thao tác': 'Chuyển hồ sơ',
      'Thời điểm': '02/03/2026 14:00:00',
      'Người thực hiện': 'cb-0417',
      'Đơn vị nhận': 'H42.17',
      'Số phiếu': 'BG-1',
    },
    {
      'Thao tác': 'Nhận hồ sơ',
      'Thời điểm': '02/03/2026 15:10:00',
      'Người thực hiện': 'cv-1203',
      'Đơn vị': 'H42.17',
      'Số phiếu': 'BG-1',
    },
    {
      'Thao tác': 'Bắt đầu bước',
      Bước: 'Thẩm định',
      'Thời điểm': '03/03/2026 08:00:00',
      'Người thực hiện': 'cv-1203',
      'Hạn xử lý': '05/03/2026 17:00:00',
    },
    {
      'Thao tác': 'Yêu cầu bổ sung',
      'Thời điểm': '03/03/2026 09:00:00',
      'Người thực hiện': 'cv-1203',
      'Nội dung': 'Bản vẽ có xác nhận',
    },
    { 'Thao tác': 'Nhận bổ sung', 'Thời điểm': '04/03/2026 09:00:00' },
    { 'Thao tác': 'Hoàn thành bước', Bước: 'Thẩm định', 'Thời điểm': '05/03/2026 09:00:00' },
    { 'Thao tác': 'Ký duyệt', 'Thời điểm': '05/03/2026 16:00:00', 'Người thực hiện': 'gd-1701' },
    { 'Thao tác': 'Chuyển kết quả', 'Thời điểm': '06/03/2026 08:00:00' },
  ].map((act, number) => ({ ...dossier, ...act, 'Mã thao tác': `${number}` }));
  const lines = [header, ...acts.map(row)];

  const ledger = newLedger();
  const mapping = await shippedMapping('one-stop-export', { centre: 'H42.TTPVHCC' });
  const imported = await importLines(ledger, mapping, lines);
  expect(imported).toMatchObject({ events: 10, refused: [], notes: [], skipped: 1 });
  const entries = await entriesOf(ledger, 'dossier-H42.17-260302-0001');
  expect(entries.map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
    ['DossierReceived', '2026-03-02T01:05:30.000Z'],
    ['DossierTransferred', '2026-03-02T07:00:00.000Z'],
    ['TransferAcknowledged', '2026-03-02T08:10:00.000Z'],
    ['StepStarted', '2026-03-03T01:00:00.000Z'],
    ['SupplementRequested', '2026-03-03T02:00:00.000Z'],
    ['SupplementReceived', '2026-03-04T02:00:00.000Z'],
    ['StepCompleted', '2026-03-05T02:00:00.000Z'],
    ['DossierDecided', '2026-03-05T09:00:00.000Z'],
    ['ResultHandedOver', '2026-03-06T01:00:00.000Z'],
    ['ResultReturned', '2026-03-06T03:15:00.000Z'],
  ]);
  expect(entries[0]).toMatchObject({
    centre: 'H42.TTPVHCC',
    recordedVia: { mode: 'import', file: 'export.csv' },
    data: {
      channel: 'direct',
      appointment: { at: '2026-03-09T10:00:00.000Z' },
      applicant: { sealed: expect.any(String) },
    },
  });
  expect(await importLines(ledger, mapping, lines)).toMatchObject({ events: 0, known: 10 });

  // A later export, in which the appointment was moved over there.
  const moved = lines.map((line) => line.replace('09/03/2026 17:00:00', '12/03/2026 17:00:00'));
  expect(await importLines(ledger, mapping, moved)).toMatchObject({ events: 1, known: 9 });
  expect((await entriesOf(ledger, 'dossier-H42.17-260302-0001')).at(-1)).toMatchObject({
    type: 'DossierReceived',
    corrects: entries[0]?.id,
    data: { appointment: { at: '2026-03-12T10:00:00.000Z' } },
  });
});

test('portal-export: what was submitted, and what became of it', async () => {
  const header =
    'Mã hồ sơ,Mã thủ tục,Thời điểm nộp,Nơi nộp,Người nộp,Cơ quan giải quyết,Trạng thái,Thời điểm,Người xử lý,Đơn vị,Nội dung,Số văn bản,Hạn bổ sung,Số tiền';
  const row = table(header);
  const submitted = (number: number) => ({
    'Mã hồ sơ': `H42.17-260302-000${number}`,
    'Mã thủ tục': '1.004238',
    'Thời điểm nộp': '01/03/2026 21:40:05',
    'Nơi nộp': 'Cổng Dịch vụ công quốc gia',
    'Người nộp': 'Trần Thị Mai',
    'Cơ quan giải quyết': 'H42.17',
  });
  const status = (number: number, name: string, hour: number, others = {}) =>
    row({
      ...submitted(number),
      'Trạng thái': name,
      'Thời điểm': `02/03/2026 ${String(hour).padStart(2, '0')}:00:00`,
      'Người xử lý': 'cv-1203',
      'Đơn vị': 'H42.17',
      ...others,
    });
  const lines = [
    header,
    status(1, 'Mới đăng ký', 7),
    status(1, 'Được tiếp nhận', 8),
    status(2, 'Không được tiếp nhận', 8, { 'Nội dung': 'Đất đang có tranh chấp' }),
    status(1, 'Đang xử lý', 9),
    status(1, 'Yêu cầu bổ sung giấy tờ', 10, { 'Hạn bổ sung': '09/03/2026' }),
    status(1, 'Yêu cầu thực hiện nghĩa vụ tài chính', 11, { 'Số tiền': '12.450.000' }),
    status(1, 'Đã xử lý xong', 15, { 'Số văn bản': '512/QĐ-STNMT' }),
    status(1, 'Đã trả kết quả', 16),
  ];
  const ledger = newLedger();
  const mapping = await shippedMapping('portal-export');
  const imported = await importLines(ledger, mapping, lines);
  expect(imported).toMatchObject({ events: 8, refused: [], notes: [], skipped: 2 });
  const entries = await entriesOf(ledger, 'dossier-H42.17-260302-0001');
  expect(entries.map(({ type }) => type)).toEqual([
    'DossierSubmitted',
    'OnlineDossierChecked',
    'SupplementRequested',
    'FinancialDutyAsked',
    'DossierDecided',
    'ResultReturned',
  ]);
  expect(entries[0]?.data).toMatchObject({ channel: 'online', place: 'national-portal' });
  expect(entries[2]?.data).toMatchObject({ due: { on: '2026-03-09' } });
  expect(entries[3]?.data).toMatchObject({ amount: 12_450_000 });
  const other = await entriesOf(ledger, 'dossier-H42.17-260302-0002');
  expect(other.map(({ type }) => type)).toEqual(['DossierSubmitted', 'DossierRefused']);
  expect(await importLines(ledger, mapping, lines)).toMatchObject({ events: 0, known: 8 });
});

test('post-handover: what went with the post, and what of it arrived', async () => {
  const header =
    'Số bảng kê\tMã hồ sơ\tLoại\tBưu cục\tBên giao\tNgười giao\tThời điểm giao\tBên nhận\tNgười nhận\tThời điểm nhận\tTình trạng';
  const row = table(header, '\t');
  const sent = (number: number, what: string, manifest: string) => ({
    'Số bảng kê': manifest,
    'Mã hồ sơ': `H42.17-260302-000${number}`,
    Loại: what,
    'Bưu cục': 'VNPOST-NB',
    'Bên giao': 'H42.TTPVHCC',
    'Người giao': 'cb-0417',
    'Thời điểm giao': '02/03/2026 16:00',
    'Bên nhận': 'H42.17',
  });
  const received = {
    'Người nhận': 'cv-1203',
    'Thời điểm nhận': '03/03/2026 08:10',
    'Tình trạng': 'Nguyên vẹn',
  };
  const first = [
    header,
    row(sent(1, 'Hồ sơ', 'BK-0302')),
    row(sent(2, 'Hồ sơ', 'BK-0302')),
    row({ ...sent(3, 'Hồ sơ', 'BK-0302'), 'Thời điểm giao': '' }),
  ];
  const ledger = newLedger();
  const mapping = await shippedMapping('post-handover');
  expect(await importLines(ledger, mapping, first)).toMatchObject({
    events: 2,
    notes: [{ line: 4, kind: 'refused', reason: 'the mapping makes no event of this row' }],
  });

  const later = [
    header,
    row({ ...sent(1, 'Hồ sơ', 'BK-0302'), ...received }),
    row({ ...sent(2, 'Hồ sơ', 'BK-0302'), ...received, 'Tình trạng': 'Hư hỏng' }),
    row(sent(1, 'Kết quả', 'BK-0306')),
  ];
  const imported = await importLines(ledger, mapping, later);
  expect(imported).toMatchObject({ events: 3, known: 2, refused: [], notes: [] });
  const entries = await entriesOf(ledger, 'dossier-H42.17-260302-0001');
  expect(entries.map(({ type, correlation, data }) => [type, correlation, data['what']])).toEqual([
    ['CourierHandedOver', 'bảng kê BK-0302', 'dossier'],
    ['CourierReceived', 'bảng kê BK-0302', 'dossier'],
    ['CourierHandedOver', 'bảng kê BK-0306', 'result'],
  ]);
  expect(entries[1]?.data).toMatchObject({ intact: true, receiver: 'cv-1203' });
  const damaged = await entriesOf(ledger, 'dossier-H42.17-260302-0002');
  expect(damaged[1]?.data).toMatchObject({ intact: false });
});
