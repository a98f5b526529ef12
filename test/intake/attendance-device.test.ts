/** The shipped mapping of attendance devices, on a small file as their software exports it. */
import { expect, test } from 'vitest';
import { timeline } from '../../src/domain/timeline.ts';
import { entriesOf, importLines, newLedger, shippedMapping } from './recording.ts';

const header = 'Department,Name,No.,Date/Time,Status,Location ID,ID Number,VerifyCode,CardNo';

/** A passing of an official whose own number the device knows. */
const mai = (at: string, status: string, how = 'FP') =>
  `So TNMT,Tran Thi Mai,17,${at},${status},1,cb-0417,${how},`;

const day = [
  mai('02/03/2026 06:58:12', 'C/In'),
  mai('02/03/2026 11:31:05', 'C/Out', 'FACE'),
  mai('02/03/2026 12:57:40', 'C/In'),
  mai('02/03/2026 17:02:33', 'C/Out'),
];

const stream = 'attendance-cb%2D0417-2026-03';

test('every passing is on the month of the official, at its time in Vietnam', async () => {
  const ledger = newLedger();
  const mapping = await shippedMapping('attendance-device', { centre: 'H42.TTPVHCC' });
  const imported = await importLines(ledger, mapping, [header, ...day]);
  expect(imported).toMatchObject({ events: 4, refused: [], notes: [], skipped: 0 });
  const entries = await entriesOf(ledger, stream);
  expect(entries.map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
    ['CheckedIn', '2026-03-01T23:58:12.000Z'],
    ['CheckedOut', '2026-03-02T04:31:05.000Z'],
    ['CheckedIn', '2026-03-02T05:57:40.000Z'],
    ['CheckedOut', '2026-03-02T10:02:33.000Z'],
  ]);
  expect(entries[1]).toMatchObject({
    centre: 'H42.TTPVHCC',
    precision: 'instant',
    recordedVia: { mode: 'import', file: 'export.csv' },
    data: { how: 'face', device: '1', counter: null },
  });
  expect(JSON.stringify(entries.map(({ data }) => data))).not.toContain('Mai');
});

test('a longer export doubles nothing, and keeps a finger that was laid on twice', async () => {
  const ledger = newLedger();
  const mapping = await shippedMapping('attendance-device');
  await importLines(ledger, mapping, [header, ...day]);
  const [first = ''] = day;
  const again = [header, ...day, first, mai('03/03/2026 07:01:00', 'C/In')];
  expect(await importLines(ledger, mapping, again)).toMatchObject({ events: 2, known: 4 });
  const entries = await entriesOf(ledger, stream);
  expect(entries.map(({ occurredAt }) => occurredAt).slice(4)).toEqual([
    '2026-03-01T23:58:12.000Z',
    '2026-03-03T00:01:00.000Z',
  ]);
});

test('an export that says how it was recognised is of the same passings as one that did not', async () => {
  const ledger = newLedger();
  const mapping = await shippedMapping('attendance-device');
  const [short, more] = [
    'Department,Name,No.,Date/Time,Status,ID Number',
    'So TNMT,Tran Thi Mai,17,02/03/2026 06:58:12,C/In,cb-0417',
  ];
  await importLines(ledger, mapping, [short, more]);
  const again = [header, mai('02/03/2026 06:58:12', 'C/In')];
  expect(await importLines(ledger, mapping, again)).toMatchObject({ events: 1, refused: [] });
  const stated = timeline(await entriesOf(ledger, stream));
  expect(stated).toMatchObject([{ type: 'CheckedIn', data: { how: 'fingerprint', device: '1' } }]);
});

test('the last evening of a month and the first morning of the next are two records', async () => {
  const ledger = newLedger('2026-04-02T09:00:00.000Z');
  const mapping = await shippedMapping('attendance-device');
  const lines = [
    header,
    mai('31/03/2026 23:59:59', 'C/Out'),
    mai('01/04/2026 00:00:00', 'OverTime In'),
  ];
  expect(await importLines(ledger, mapping, lines)).toMatchObject({ events: 2, notes: [] });
  expect(await entriesOf(ledger, stream)).toMatchObject([{ type: 'CheckedOut' }]);
  expect(await entriesOf(ledger, 'attendance-cb%2D0417-2026-04')).toMatchObject([
    { type: 'CheckedIn', occurredAt: '2026-03-31T17:00:00.000Z' },
  ]);
});

test('a short layout does, and an official whom the device alone has numbered', async () => {
  const ledger = newLedger();
  const mapping = await shippedMapping('attendance-device');
  const lines = [
    'Department;Name;No.;Date/Time;Status',
    'So TNMT;Le Van Hung;23;02/03/2026 07:05:00;Vào',
  ];
  expect(await importLines(ledger, mapping, lines)).toMatchObject({ events: 1, notes: [] });
  const [entry] = await entriesOf(ledger, 'attendance-attendance%2Ddevice%3A23-2026-03');
  expect(entry).toMatchObject({ type: 'CheckedIn', data: { how: 'device', device: null } });
});

test.each([
  ['a status that says neither in nor out', mai('02/03/2026 07:00:00', 'Invalid')],
  ['a time that does not exist', mai('30/02/2026 07:00:00', 'C/In')],
  ['a way to be recognised that nobody told us of', mai('02/03/2026 07:00:00', 'C/In', 'XYZ')],
  ['nobody', ',,,02/03/2026 07:00:00,C/In,1,,FP,'],
])('%s is refused with its line, and the rest is recorded', async (_, bad) => {
  const ledger = newLedger();
  const mapping = await shippedMapping('attendance-device');
  const imported = await importLines(ledger, mapping, [header, bad, ...day]);
  expect(imported).toMatchObject({ events: 4, notes: [{ line: 2, kind: 'refused' }] });
});
