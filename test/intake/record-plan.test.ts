/** What a plan becomes on the record. */
import { expect, test } from 'vitest';
import { families } from '../../src/domain/families.ts';
import { compileMapping } from '../../src/intake/compile.ts';
import { parseMapping } from '../../src/intake/mapping.ts';
import { entriesOf, importLines, newLedger } from './recording.ts';

const mapping = compileMapping(
  parseMapping({
    source: 'so-tay',
    centre: { column: 'nơi' },
    zone: 'Asia/Ho_Chi_Minh',
    actor: { const: 'sổ tay' },
    case: 'tờ',
    stream: { category: 'dossier', parts: { code: { column: 'mã' } } },
    perRow: [
      {
        event: 'StepCompleted',
        id: { column: 'dòng' },
        occurredAt: { column: 'lúc' },
        data: { step: { column: 'bước' } },
      },
    ],
  }),
  families,
);

const header = 'tờ,dòng,nơi,mã,lúc,bước';
const code = 'H42.17-260302-0001';

test('two cases of one record are both recorded, one after the other', async () => {
  const ledger = newLedger();
  const lines = [
    header,
    `A,1,H42,${code},2026-03-02 08:00,Thẩm định`,
    `B,1,H42,${code},2026-03-02 09:00,Ký`,
    `C,1,H42,H42.17-260302-0002,2026-03-02 09:00,Ký`,
    `D,1,H42,${code},2026-03-02 10:00,Trả`,
  ];
  expect(await importLines(ledger, mapping, lines)).toMatchObject({ events: 4, refused: [] });
  const steps = (await entriesOf(ledger, `dossier-${code}`)).map(({ data }) => data['step']);
  expect(steps).toEqual(['Thẩm định', 'Ký', 'Trả']);
  expect(await importLines(ledger, mapping, lines)).toMatchObject({ events: 0, known: 4 });
});

test('the centre of a row is the centre of its entry; one that is stated otherwise is a correction', async () => {
  const ledger = newLedger();
  const row = (centre: string) => [header, `A,1,${centre},${code},2026-03-02 08:00,Ký`];
  await importLines(ledger, mapping, row('H42.TD'));
  await importLines(ledger, mapping, row('H42'));
  const entries = await entriesOf(ledger, `dossier-${code}`);
  expect(entries.map(({ centre, corrects }) => [centre, corrects])).toEqual([
    ['H42.TD', null],
    ['H42', entries[0]?.id],
  ]);
});
