/**
 * Phiếu ghi việc khi hệ thống gián đoạn: the form on which acts are noted while the software stands still
 * (SL Đ2.7, BL Đ3.3), as CSV to fill in at a screen and as HTML to print and fill in by hand.
 *
 * Both are made from the mapping that reads the sheet, so that nobody is asked for what is not read.
 */
import type { Vocabulary } from '../domain/vocabulary.ts';
import type { Mapping } from './mapping.ts';
import type { Expression } from './mapping-values.ts';
import { templateColumns } from './text-template.ts';

/** A column: what a clerk writes in it, and how wide it is on paper, in millimetres of the 277 that there are. */
type SheetColumn = { readonly name: string; readonly says: string; readonly width: number };

/** From left to right. The page stands above the printed lines, and not in them. */
export const sheetColumns: readonly SheetColumn[] = [
  { name: 'Trang', width: 0, says: 'số trang của tờ giấy' },
  { name: 'Dòng', width: 8, says: 'số dòng trên trang' },
  { name: 'Ngày', width: 15, says: 'ngày xảy ra, như 02/03/2026' },
  { name: 'Giờ', width: 10, says: 'giờ xảy ra, như 8:05; để trống nếu chỉ biết ngày' },
  { name: 'Việc', width: 25, says: 'một việc trong danh sách' },
  { name: 'Mã hồ sơ', width: 27, says: 'mã trên giấy tiếp nhận và hẹn trả' },
  { name: 'Cán bộ', width: 15, says: 'mã của người làm việc đó' },
  { name: 'Thủ tục', width: 14, says: 'mã thủ tục' },
  { name: 'Người nộp', width: 23, says: 'tên người nộp, người nhận' },
  { name: 'Ngày hẹn', width: 15, says: 'ngày hẹn trả, hạn bổ sung' },
  { name: 'Giờ hẹn', width: 10, says: 'giờ hẹn, nếu có' },
  { name: 'Nội dung', width: 28, says: 'tên bước, giấy tờ cần bổ sung, lý do' },
  { name: 'Số văn bản', width: 17, says: 'số phiếu, số kết quả' },
  { name: 'Đơn vị', width: 14, says: 'mã đơn vị nhận, giao hoặc xử lý' },
  { name: 'Số tiền', width: 15, says: 'đồng, như 150.000' },
  { name: 'Quyển', width: 13, says: 'ký hiệu quyển biên lai' },
  { name: 'Số biên lai', width: 13, says: 'số trong quyển' },
  { name: 'Người ghi', width: 15, says: 'mã của người ghi dòng này' },
];

/** Filled in for every act. */
const always = new Set(['Trang', 'Dòng', 'Ngày', 'Giờ', 'Việc', 'Người ghi']);

/** An act that the sheet knows. */
export type SheetAct = {
  /** As it is written in the column `Việc`. */
  readonly label: string;
  readonly type: string;
  readonly category: string;
  /** The other columns that it is made of, from left to right. */
  readonly columns: readonly string[];
};

/** The acts of the mapping of the sheet, in its order. */
export function sheetActs(
  mapping: Mapping,
  words: ReadonlyMap<string, { readonly vocabulary: Vocabulary }>,
): readonly SheetAct[] {
  return mapping.records.flatMap(({ stream, perRow }) =>
    perRow.map(({ event: type, data }) => {
      const used = new Set(columnsIn({ fields: { ...stream.parts, ...data } }));
      const label = words.get(stream.category)?.vocabulary[type]?.label.vi ?? type;
      const columns = sheetColumns
        .map(({ name }) => name)
        .filter((name) => used.has(name) && !always.has(name));
      return { label, type, category: stream.category, columns };
    }),
  );
}

function* columnsIn({ column, template, fields, list, first }: Expression): Generator<string> {
  if (column !== undefined) yield column;
  if (template !== undefined) yield* templateColumns(template);
  for (const part of [...Object.values(fields ?? {}), ...(list ?? []), ...(first ?? [])]) {
    yield* columnsIn(part);
  }
}

/** A header and no row. With the mark by which spreadsheets know UTF-8. */
export function sheetCsv(): string {
  return `\uFEFF${sheetColumns.map(({ name }) => name).join(',')}\r\n`;
}

/** Rows that fit on a page that lies on its side, at a height in which one can write. */
const rowsOfPage = 15;

/** A page with lines to fill in, and a page that says how. Needs nothing but the file itself. */
export function sheetHtml(acts: readonly SheetAct[]): string {
  const columns = sheetColumns.filter(({ width }) => width > 0);
  const head = columns
    .map(({ name, width }) => `<th style="width: ${width}mm">${escaped(name)}</th>`)
    .join('');
  const rows = Array.from({ length: rowsOfPage }, (_, at) => {
    const cells = columns.map(({ name }) => `<td>${name === 'Dòng' ? at + 1 : ''}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<title>Phiếu ghi việc khi hệ thống gián đoạn</title>
<style>${style}</style>
<section>
<h1>Phiếu ghi việc khi hệ thống gián đoạn</h1>
<p class="of">Trung tâm: <i></i> Sự cố số: <i></i> Trang: <i></i></p>
<table class="form"><thead><tr>${head}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
<p>Mỗi dòng một việc, ghi ngay khi việc xảy ra. Dòng ghi sai: gạch ngang, ký tên, ghi lại ở dòng mới. Nhập vào sổ cái ngay khi hệ thống hoạt động lại.</p>
</section>
<section>
<h2>Cách ghi</h2>
<table><thead><tr><th>Việc</th><th>Ghi thêm các cột</th></tr></thead>
<tbody>${acts.map(actRow).join('\n')}</tbody></table>
<table><thead><tr><th>Cột</th><th>Ghi gì</th></tr></thead>
<tbody>${sheetColumns.map(({ name, says }) => pairRow([name, says])).join('\n')}</tbody></table>
</section>
</html>
`;
}

const style = `
@page { size: A4 landscape; margin: 10mm }
body { font: 10pt/1.3 "Times New Roman", serif; margin: 0 }
section + section { break-before: page }
h1, h2 { font-size: 13pt; text-align: center; margin: 0 0 3mm; text-transform: uppercase }
table { border-collapse: collapse; width: 100%; margin-bottom: 3mm }
th, td { border: .3mm solid #000; padding: .5mm 1mm; text-align: left; vertical-align: top }
.form { table-layout: fixed }
.form th { font-size: 8pt }
.form td { height: 8mm }
.of i { display: inline-block; min-width: 55mm; border-bottom: .3mm dotted #000 }
`;

function actRow({ label, columns }: SheetAct): string {
  return pairRow([label, columns.join(', ')]);
}

function pairRow([name, text]: readonly [string, string]): string {
  return `<tr><td>${escaped(name)}</td><td>${escaped(text)}</td></tr>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
