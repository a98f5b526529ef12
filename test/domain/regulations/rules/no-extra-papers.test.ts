import { describe, test } from 'vitest';
import { attendance } from '../../../../src/domain/attendance/attendance/vocabulary.ts';
import { procedure } from '../../../../src/domain/centre/procedure/vocabulary.ts';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import type { AnyEvent, Entry } from '../../../../src/domain/entry.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { noExtraPapers } from '../../../../src/domain/regulations/rules/no-extra-papers.ts';
import { streamName } from '../../../../src/domain/stream.ts';
import { CentreCode, Instant } from '../../../../src/domain/units.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

/** What is judged is the record of the last entry that is given. */
const given = (...entries: readonly Entry<AnyEvent>[]) =>
  specifyRule(noExtraPapers, entries.at(-1)?.stream).given(...entries);
const fact = proposalsOf(dossier);

const code = '1.004199';
const words = proposalsOf(procedure);
const at = { centre: CentreCode.parse('NB') };
const onRecord = { stream: `procedure-${code}` };
const published = (names: readonly string[] | null = ['Đơn đăng ký', 'Bản vẽ']) =>
  entry(
    0,
    words(
      'ProcedurePublished',
      { code, from: '2026-01-01', components: names?.map((name) => ({ name })) ?? null },
      '2025-12-22T08:00:00+07:00',
      at,
    ),
    undefined,
    onRecord,
  );
const changed = entry(
  1,
  words(
    'ProcedureChanged',
    { from: '2026-03-09', components: [{ name: 'Đơn đăng ký' }] },
    '2026-02-20T08:00:00+07:00',
    at,
  ),
  undefined,
  onRecord,
);
const received = entry(
  2,
  fact('DossierReceived', { code: 'd1', procedure: code }, '2026-03-02T08:00:00+07:00'),
);
const asked = (names: readonly string[], when = '2026-03-04T09:00:00+07:00') =>
  entry(
    3,
    fact(
      'SupplementRequested',
      { components: names.map((name) => ({ name })), official: 'cv-1' },
      when,
    ),
  );

test('a paper that is not published is a breach of whoever asked for it', () => {
  const request = asked(['Bản vẽ', 'Giấy khai sinh']);
  given(published(), received, request).at(ninhBinh).thenBreaches([published(), received, request]);
  given(published(), received, request)
    .at(ninhBinh)
    .thenFindings({ bearer: { kind: 'official', code: 'cv-1' }, citation: 'NB Đ5.2c' });
});

test('published papers may be asked for, however they are written', () => {
  given(published(), received, asked(['bản vẽ', ' ĐƠN ĐĂNG KÝ ']))
    .at(ninhBinh)
    .thenBreaches();
});

test('what is published on the day of the request counts, over a weekend, too', () => {
  const [sunday, monday] = ['2026-03-08T23:59:59.999+07:00', '2026-03-09T00:00:00+07:00'];
  given(published(), changed, received, asked(['Bản vẽ'], sunday))
    .at(ninhBinh)
    .thenBreaches();
  given(published(), changed, received, asked(['Bản vẽ'], monday))
    .at(ninhBinh)
    .thenBreaches([changed, received, asked(['Bản vẽ'], monday)]);
});

test('where nothing can be compared there is no breach', () => {
  given(received, asked(['Giấy khai sinh']))
    .at(ninhBinh)
    .thenBreaches();
  given(published(null), received, asked(['Giấy khai sinh']))
    .at(ninhBinh)
    .thenBreaches();
  given(published(), received, asked([])).at(ninhBinh).thenBreaches();
  given(published(), received, entry(3, fact('SupplementRequested', {})))
    .at(ninhBinh)
    .thenBreaches();
});

test('a request that is corrected takes the breach away, which shows', () => {
  const corrected = {
    ...asked(['Bản vẽ']),
    id: eventId(4),
    index: 4n,
    corrects: eventId(3),
    recordedAt: Instant.parse('2026-03-05T09:00:00+07:00'),
  };
  given(published(), received, asked(['Giấy khai sinh']), corrected)
    .at(ninhBinh)
    .thenBreaches();
  given(published(), received, asked(['Giấy khai sinh']), corrected)
    .at(ninhBinh)
    .thenLessened(
      'no-extra-papers: 1 breaches before and 0 after, by clerk-9 at 2026-03-05T02:00:00.000Z',
    );
});

describe('a conduct note', () => {
  const stream = streamName('attendance', 'cv-1203', '2026-03');
  const note = (act: 'extra-papers-demanded' | 'drawn-out') =>
    entry(
      0,
      proposalsOf(attendance)('ConductNoted', { act }, '2026-03-04T09:00:00+07:00'),
      undefined,
      {
        stream,
      },
    );

  test.each([
    [konTum(null), 'KT Đ5.1đ'],
    [ninhBinh, 'NB Đ5.2c'],
  ])('of papers beyond what is published is a breach of the official', (centre, citation) => {
    given(note('extra-papers-demanded'))
      .at(centre)
      .thenFindings({ bearer: { kind: 'official', code: 'cv-1203' }, citation });
  });

  test('of something else is none', () => {
    given(note('drawn-out')).at(ninhBinh).thenBreaches();
  });
});
