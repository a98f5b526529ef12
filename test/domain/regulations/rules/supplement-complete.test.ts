import { describe, expect, test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { supplementComplete } from '../../../../src/domain/regulations/rules/supplement-complete.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(supplementComplete);
const fact = proposalsOf(dossier);

type Form = 'supplement-form' | 'refusal-form' | 'letter' | 'spoken';
type Channel = 'direct' | 'by-proxy' | 'post' | 'hired-service' | 'online';

const received = (channel: Channel | null = 'direct') =>
  entry(0, fact('DossierReceived', { code: 'd1', channel }));
/** As it comes in, before it is received. */
const submitted = (channel: Channel | null) =>
  entry(0, fact('DossierSubmitted', { code: 'd1', channel }));
const later = '2026-03-03T09:00:00+07:00';
const next = '2026-03-04T09:00:00+07:00';
const asked = (data: object) => entry(1, fact('SupplementRequested', data, later));
const refused = (data: object) => entry(1, fact('DossierRefused', data, later));
const notice = (data: object) => entry(1, fact('NoticeSent', data, later));
const said = { contents: 'Bản vẽ', reason: 'Thiếu', guidance: 'Nộp thêm' };

describe.each([sonLa, tuyenQuang, bacLieu, konTum(null), ninhBinh])('$code', (centre) => {
  test('what is said to be full and accurate, or of what nobody says it, is no breach', () => {
    for (const complete of [true, null]) {
      for (const guided of [asked, refused, notice]) {
        given(
          received(),
          guided({ complete, ...(guided === refused ? { reason: 'x', guidance: 'y' } : said) }),
        )
          .at(centre)
          .thenBreaches();
      }
    }
  });

  test('what is said not to be is one, whose it is by whoever gave it', () => {
    const request = asked({ complete: false, official: 'cb-1', unit: 'H60.17', ...said });
    given(received(), request).at(centre).thenBreaches([request]);
    given(received(), request)
      .at(centre)
      .thenFindings({
        detail: 'not full and accurate',
        bearer: { kind: 'official', code: 'cb-1' },
      });
    const sent = notice({ complete: false, unit: 'H60.17', ...said });
    given(received(), sent)
      .at(centre)
      .thenFindings({ bearer: { kind: 'agency', code: 'H60.17' } });
  });
});

describe('in Tuyên Quang', () => {
  test('a request or a refusal says why', () => {
    given(received(), asked({})).at(tuyenQuang).thenFindings({ detail: 'without its reason' });
    given(received(), refused({ form: 'refusal-form' }))
      .at(tuyenQuang)
      .thenFindings({
        detail: 'without its reason',
        citation: 'TQ Đ7.1a, Đ7.2a',
      });
    given(received(), asked({ reason: 'Thiếu' }))
      .at(tuyenQuang)
      .thenBreaches();
  });

  test('online also what is missing, and what to do', () => {
    const online = received('online');
    given(online, asked({ reason: 'Thiếu' }))
      .at(tuyenQuang)
      .thenFindings({
        detail: 'without its contents, without guidance',
      });
    given(online, notice({ reason: 'Thiếu', contents: 'Bản vẽ' }))
      .at(tuyenQuang)
      .thenFindings({
        detail: 'without guidance',
      });
    given(online, notice(said)).at(tuyenQuang).thenBreaches();
    given(online, refused({ reason: 'Thiếu', guidance: 'Nộp lại' }))
      .at(tuyenQuang)
      .thenBreaches();
  });

  test.each<[Channel | null, Form, boolean]>([
    ['direct', 'supplement-form', true],
    ['direct', 'refusal-form', true],
    ['by-proxy', 'supplement-form', true],
    ['by-proxy', 'letter', false],
    ['direct', 'spoken', false],
    ['post', 'refusal-form', true],
    ['post', 'supplement-form', false],
    ['hired-service', 'supplement-form', false],
    ['online', 'letter', true],
    [null, 'letter', true],
  ])('%s on %s: %s', (channel, form, isRight) => {
    const request = asked({ form, ...said });
    const faults = isRight ? [] : [{ detail: 'not on its form' }];
    given(submitted(channel), request)
      .at(tuyenQuang)
      .thenFindings(...faults);
    const afterwards = entry(2, fact('DossierReceived', { code: 'd1', channel }, next));
    given(submitted(channel), request, afterwards)
      .at(tuyenQuang)
      .thenFindings(...faults);
  });

  test.each<[Channel, Form]>([
    ['direct', 'letter'],
    ['post', 'supplement-form'],
    ['hired-service', 'supplement-form'],
  ])('once it was received, a request on any form is lawful: %s, %s', (channel, form) => {
    given(received(channel), asked({ form, ...said }))
      .at(tuyenQuang)
      .thenBreaches();
  });

  test('a refusal says itself how the dossier had come', () => {
    given(refused({ channel: 'post', form: 'supplement-form', reason: 'x' }))
      .at(tuyenQuang)
      .thenFindings({
        detail: 'not on its form',
      });
  });

  test('elsewhere neither reason nor form is asked for', () => {
    given(received(), asked({ form: 'spoken' }))
      .at(ninhBinh)
      .thenBreaches();
  });
});

test('a correction that says it was complete after all shows', () => {
  const request = asked({ complete: false });
  const mended = enteredAt(
    2,
    fact('SupplementRequested', { complete: true }, later, { corrects: eventId(1) }),
    '2026-03-05T09:00:00+07:00',
  );
  given(received(), request, mended).at(ninhBinh).thenBreaches();
  given(received(), request, mended)
    .at(ninhBinh)
    .thenLessened(
      'supplement-complete: 1 breaches before and 0 after, by clerk-9 at 2026-03-05T02:00:00.000Z',
    );
});

test('it has no due time: when it happened makes no difference, on a holiday or not', () => {
  const holiday = entry(
    1,
    fact('SupplementRequested', { complete: false }, '2026-04-30T09:00:00+07:00'),
  );
  given(received(), holiday).at(ninhBinh).thenBreaches([holiday]);
  expect(supplementComplete.mechanism).toBe('prohibition');
});
