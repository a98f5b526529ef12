/** The sheet for what happens while the software stands still: what a clerk enters, and what is on record of it. */
import { expect, test } from 'vitest';
import { families } from '../../src/domain/families.ts';
import { loadMapping } from '../../src/intake/mapping.ts';
import { sheetActs, sheetColumns, sheetCsv, sheetHtml } from '../../src/intake/outage-sheet.ts';
import { entriesOf, importLines, newLedger, shippedMapping } from './recording.ts';

const names = sheetColumns.map(({ name }) => name);
const declared = await loadMapping('outage-sheet');
const mapping = await shippedMapping('outage-sheet', { centre: 'H42.TTPVHCC' });
const acts = sheetActs(declared, families);

test('the sheet has every column that its mapping reads, and no other', () => {
  expect(mapping.columns.names.toSorted()).toEqual(names.toSorted());
});

test('an act is chosen by the Vietnamese label of its event, or by its type', () => {
  const chosen = declared.records.flatMap(({ perRow }) => perRow.map(({ when }) => when?.is));
  expect(chosen).toEqual(acts.map(({ label, type }) => [label, type]));
  for (const { when, perRow } of declared.records) {
    expect(when?.is).toEqual(perRow.flatMap((row) => row.when?.is ?? []));
  }
  expect(new Set(acts.map(({ label }) => label)).size).toBe(acts.length);
});

test('the CSV is a header that spreadsheets read as UTF-8', () => {
  expect(sheetCsv()).toBe(`\uFEFF${names.join(',')}\r\n`);
});

test('the page to print has lines to fill in, names every act and every column, and fits on A4', () => {
  const html = sheetHtml(acts);
  for (const { label } of acts) expect(html).toContain(`<td>${label}</td>`);
  for (const name of names) expect(html).toContain(name);
  expect(html.match(/<tr><td>\d+<\/td>/g)).toHaveLength(15);
  expect(html).not.toMatch(/https?:|<script|<link/);
  expect(sheetColumns.reduce((sum, { width }) => sum + width, 0)).toBe(277);
});

/** A sheet as a spreadsheet saves it here: semicolons, and the mark of UTF-8. */
function sheet(...rows: readonly Readonly<Record<string, string>>[]): string[] {
  const lines = rows.map((cells, at) => {
    const all: Readonly<Record<string, string>> = {
      Trang: '1',
      Dòng: String(at + 1),
      Ngày: '2/3/2026',
      'Mã hồ sơ': 'H42.17-260302-0001',
      'Cán bộ': 'cb-0417',
      'Người ghi': 'cb-0420',
      ...cells,
    };
    for (const name of Object.keys(all)) expect(names).toContain(name);
    return names.map((name) => all[name] ?? '').join(';');
  });
  return [`\uFEFF${names.join(';')}`, ...lines];
}

const morning = sheet(
  {
    Giờ: '8:05',
    Việc: 'Tiếp nhận hồ sơ',
    'Thủ tục': '1.004238',
    'Người nộp': 'Trần Thị Mai',
    'Ngày hẹn': '9/3/2026',
    'Giờ hẹn': '17:00',
  },
  { Giờ: '8:20', Việc: 'chuyển hồ sơ', 'Số văn bản': 'BG-1', 'Đơn vị': 'H42.17' },
  { Giờ: '08:40', Việc: 'StepStarted', 'Nội dung': 'Thẩm định', 'Cán bộ': 'cv-1203' },
  { Giờ: '9:00', Việc: 'Yêu cầu bổ sung hồ sơ', 'Nội dung': 'Bản vẽ', 'Ngày hẹn': '6/3/2026' },
  { Việc: 'Báo cho người nộp', 'Nội dung': 'Mời bà Mai bổ sung bản vẽ' },
  {
    Giờ: '9:10',
    Việc: 'Phát hành biên lai',
    'Số tiền': '150.000',
    Quyển: '01BLP0-001',
    'Số biên lai': '0000123',
    'Người nộp': 'Trần Thị Mai',
  },
  { Giờ: '7:25', Việc: 'Chấm công đến', 'Mã hồ sơ': '' },
  { Giờ: '17:05', Việc: 'Chấm công về', 'Mã hồ sơ': '' },
);

test('what was noted on paper is on record as a catch-up: when it happened, and when it was entered', async () => {
  const ledger = newLedger('2026-03-03T01:00:00.000Z');
  const imported = await importLines(ledger, mapping, morning, 'SC-2026-01');
  expect(imported).toMatchObject({ events: 8, refused: [], notes: [] });
  const entries = await entriesOf(ledger, 'dossier-H42.17-260302-0001');
  expect(entries.map(({ type, occurredAt, precision }) => [type, occurredAt, precision])).toEqual([
    ['DossierReceived', '2026-03-02T01:05:00.000Z', 'instant'],
    ['DossierTransferred', '2026-03-02T01:20:00.000Z', 'instant'],
    ['StepStarted', '2026-03-02T01:40:00.000Z', 'instant'],
    ['SupplementRequested', '2026-03-02T02:00:00.000Z', 'instant'],
    ['ApplicantTold', '2026-03-01T17:00:00.000Z', 'day'],
  ]);
  for (const entry of entries) {
    expect(entry).toMatchObject({
      recordedAt: '2026-03-03T01:00:00.000Z',
      recordedVia: { mode: 'backfill', outage: 'SC-2026-01' },
      actor: 'cb-0420',
      centre: 'H42.TTPVHCC',
    });
  }
  expect(entries[3]?.correlation).toBe('tờ 1, dòng 4');
  expect(entries[0]?.data).toMatchObject({
    receiver: 'cb-0417',
    procedure: '1.004238',
    appointment: { at: '2026-03-09T10:00:00.000Z' },
  });
  expect(entries[3]?.data).toMatchObject({ due: { on: '2026-03-06' } });
  const [receipt] = await entriesOf(ledger, 'receipt-H42.TTPVHCC-01BLP0%2D001-2026-123');
  expect(receipt?.data).toMatchObject({
    total: { amount: 150_000, currency: 'VND' },
    dossier: 'H42.17-260302-0001',
    collector: 'cb-0417',
  });
  const passed = await entriesOf(ledger, 'attendance-cb%2D0417-2026-03');
  expect(passed.map(({ type, occurredAt, data }) => [type, occurredAt, data['by']])).toEqual([
    ['CheckedIn', '2026-03-02T00:25:00.000Z', 'cb-0420'],
    ['CheckedOut', '2026-03-02T10:05:00.000Z', 'cb-0420'],
  ]);
});

test('a sheet that is entered again adds nothing; a line that was corrected corrects its entry', async () => {
  const ledger = newLedger();
  await importLines(ledger, mapping, morning, 'SC-2026-01');
  expect(await importLines(ledger, mapping, morning, 'SC-2026-01')).toMatchObject({
    events: 0,
    known: 8,
  });
  const corrected = morning.map((line) => line.replace(';9:00;', ';9:30;'));
  expect(await importLines(ledger, mapping, corrected, 'SC-2026-01')).toMatchObject({
    events: 1,
    known: 7,
  });
  const entries = await entriesOf(ledger, 'dossier-H42.17-260302-0001');
  expect(entries.at(-1)).toMatchObject({
    type: 'SupplementRequested',
    occurredAt: '2026-03-02T02:30:00.000Z',
    corrects: entries[3]?.id,
  });
});

test('the first page of another outage is another page', async () => {
  const ledger = newLedger();
  await importLines(ledger, mapping, morning, 'SC-2026-01');
  const again = sheet({ Giờ: '10:00', Việc: 'Chuyển hồ sơ', Ngày: '4/3/2026', 'Đơn vị': 'H42.41' });
  expect(await importLines(ledger, mapping, again, 'SC-2026-02')).toMatchObject({ events: 1 });
  const last = (await entriesOf(ledger, 'dossier-H42.17-260302-0001')).at(-1);
  expect(last).toMatchObject({ corrects: null, recordedVia: { outage: 'SC-2026-02' } });
});

test.each([
  [
    'an act that is not in the list',
    { Việc: 'Tiếp nhận' },
    'the mapping makes no event of this row',
  ],
  ['no act', { Việc: '' }, 'the mapping makes no event of this row'],
  ['no day', { Ngày: '' }, 'Ngày is empty'],
  ['a time as nobody writes it', { Giờ: '8 giờ' }, 'not written as d/M/yyyy H:mm'],
  ['nobody who noted it', { 'Người ghi': '' }, 'who recorded it is not stated'],
  ['no code', { 'Mã hồ sơ': '' }, 'the code of the record is not stated'],
])('a line with %s is refused, and the others are recorded', async (_, cells, reason) => {
  const ledger = newLedger();
  const line = { Giờ: '8:05', Việc: 'Trả kết quả' };
  const imported = await importLines(ledger, mapping, sheet(line, { ...line, ...cells }), 'SC-1');
  expect(imported.notes).toEqual([
    { line: 3, kind: 'refused', reason: expect.stringContaining(reason) },
  ]);
  expect(imported.events).toBe(1);
});

test('what is yet to happen is not entered from paper', async () => {
  const ledger = newLedger('2026-03-02T01:00:00.000Z');
  const imported = await importLines(ledger, mapping, morning, 'SC-2026-01');
  expect(imported.refused[0]).toMatchObject({
    line: 2,
    reason: expect.stringContaining('entry/in-the-future'),
  });
});
