/** The shipped mapping of a bank statement, on small files as Vietnamese banks export them. */
import { expect, test } from 'vitest';
import { foldStatement } from '../../src/domain/fees/statement/fold.ts';
import { timeline } from '../../src/domain/timeline.ts';
import { MappingRefused } from '../../src/intake/refusal.ts';
import { entriesOf, importLines, newLedger, shippedMapping } from './recording.ts';

const header = 'STT,Ngày giao dịch,Số tham chiếu,Ghi nợ,Ghi có,Số dư,Nội dung';
const lines = [
  header,
  '1,02/03/2026,FT26061884120,,"650,000","183,100,000",NGUYEN THI MAI nop phi ho so H42.17-260302-0005',
  '2,02/03/2026,FT26061884377,0,120000,183220000,"TRAN VAN NAM, le phi bien lai 124"',
  '3,02/03/2026,FT26061900011,"24,500,000.00",0.00,"158,720,000.00",UNC 118 chuyen phi thang 2 cho So TNMT',
  '4,03/03/2026,FT26062000902,-,"35,000","158,755,000",VNPAY quyet toan POS 02/03',
];
const [march2, march3] = ['statement-113000042042-2026-03-02', 'statement-113000042042-2026-03-03'];

const mapping = (account = '1130 0004 2042') =>
  shippedMapping('bank-statement', { centre: 'H42.TTPVHCC', given: { account } });

test('each day of an account is a statement, with what came and what went', async () => {
  const ledger = newLedger();
  const imported = await importLines(ledger, await mapping(), lines);
  expect(imported).toMatchObject({ events: 6, refused: [], notes: [], skipped: 0 });

  const entries = await entriesOf(ledger, march2);
  const { credits, debits, opened } = foldStatement(timeline(entries));
  const vnd = (amount: number) => ({ amount, currency: 'VND' });
  expect(opened).toMatchObject({ from: '2026-03-02', to: '2026-03-02' });
  expect([...credits].map(([credit, one]) => [credit, one.amount, one.balance])).toEqual([
    ['FT26061884120', vnd(650_000), vnd(183_100_000)],
    ['FT26061884377', vnd(120_000), vnd(183_220_000)],
  ]);
  expect([...debits].map(([debit, one]) => [debit, one.amount, one.balance])).toEqual([
    ['FT26061900011', vnd(24_500_000), vnd(158_720_000)],
  ]);
  expect((await entriesOf(ledger, march3)).map(({ type }) => type)).toEqual([
    'StatementOpened',
    'BankCreditRecorded',
  ]);
});

test('a day is a day, in Vietnam, and what the bank prints is sealed', async () => {
  const ledger = newLedger();
  await importLines(ledger, await mapping(), lines);
  const [, credit] = await entriesOf(ledger, march2);
  expect(credit).toMatchObject({
    type: 'BankCreditRecorded',
    occurredAt: '2026-03-01T17:00:00.000Z',
    precision: 'day',
    centre: 'H42.TTPVHCC',
    recordedVia: { mode: 'import', file: 'export.csv' },
    data: {
      bookedOn: '2026-03-02',
      valueDate: null,
      text: { person: expect.stringMatching(/^p-/), sealed: expect.any(String) },
    },
  });
  const all = (await entriesOf(ledger, march2)).map(({ data }) => data);
  expect(JSON.stringify(all)).not.toMatch(/MAI|NAM/);
});

test('a longer export of the same account doubles nothing', async () => {
  const ledger = newLedger();
  await importLines(ledger, await mapping(), lines.slice(0, 3));
  const longer = await importLines(ledger, await mapping('113000042042'), lines);
  expect(longer).toMatchObject({ events: 3, known: 3, refused: [] });
});

test('an entry without a reference is told by its day and the balance after it', async () => {
  const ledger = newLedger();
  const fees = [
    header,
    '1,02/03/2026,,"11,000",,"100,000",Phi dich vu',
    '2,02/03/2026,,"11,000",,"89,000",Phi dich vu',
  ];
  expect(await importLines(ledger, await mapping(), fees)).toMatchObject({
    events: 3,
    refused: [],
  });
  const { debits } = foldStatement(timeline(await entriesOf(ledger, march2)));
  expect([...debits.keys()]).toEqual(['02/03/2026, số dư 100,000', '02/03/2026, số dư 89,000']);
});

test('a bank that also names the payer and the value date, with semicolons', async () => {
  const ledger = newLedger();
  const named = [
    'Ngày giao dịch;Ngày hiệu lực;Số tham chiếu;Ghi nợ;Ghi có;Số dư;Tên người chuyển;Nội dung',
    '02/03/2026;03/03/2026;FT1;;650,000;650,000;NGUYEN THI MAI;nop phi',
  ];
  await importLines(ledger, await mapping(), named);
  const [, credit] = await entriesOf(ledger, march2);
  expect(credit?.data).toMatchObject({
    valueDate: '2026-03-03',
    payer: { sealed: expect.any(String) },
  });
});

test.each([
  ['an amount that is grouped otherwise', '02/03/2026,FT1,,"1.500.000","1,500,000",phi', /Ghi có/],
  ['a part of a đồng', '02/03/2026,FT1,,"1,500.50","1,500",phi', /Ghi có/],
  ['a day that there is not', '30/02/2026,FT1,,"1,500","1,500",phi', /30\/02\/2026/],
  ['a row of neither', '02/03/2026,FT1,,,"1,500",phi', /no event of this row/],
])('%s is refused, and the rest is kept', async (_, row, reason) => {
  const ledger = newLedger();
  const found = await importLines(ledger, await mapping(), [
    header,
    `1,${row}`,
    '2,03/03/2026,FT2,,"35,000","36,500",phi',
  ]);
  expect(found.notes).toEqual([
    expect.objectContaining({ line: 2, reason: expect.stringMatching(reason) }),
  ]);
  expect(await entriesOf(ledger, march3)).toHaveLength(2);
});

test('without its account, a file is not read; with a name that is none, no row of it', async () => {
  await expect(shippedMapping('bank-statement')).rejects.toThrow(MappingRefused);
  const found = await importLines(newLedger(), await mapping('tài khoản'), lines);
  expect(found).toMatchObject({ events: 0 });
  expect(found.notes.map(({ line, kind }) => [line, kind])).toEqual(
    [2, 3, 4, 5].map((line) => [line, 'refused']),
  );
});
