import { describe, test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import {
  misdirectedDossierGuided,
  misdirectedOnlineDossierGuided,
} from '../../../../src/domain/regulations/rules/misdirected-dossier-guided.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const fact = proposalsOf(dossier);

const monday = '2026-03-02T09:00:00+07:00';
const received = (data: object = {}, when = monday) =>
  entry(
    0,
    fact(
      'DossierReceived',
      { code: 'd1', channel: 'direct', withinCompetence: false, receiver: 'cb-1', ...data },
      when,
    ),
  );
const guided = (when: string) =>
  entry(5, fact('DossierRedirected', { authority: 'UBND xã' }, when));

describe('in Kon Tum the centre', () => {
  const { given } = specifyRule(misdirectedDossierGuided);
  const kt = konTum(null);
  const due = '2026-03-02T10:00:00+07:00';

  test.each([
    ['at the very instant', due, 'kept'],
    ['a millisecond later', '2026-03-02T10:00:00.001+07:00', 'late'],
    ['before the reception was entered', '2026-03-02T08:55:00+07:00', 'kept'],
  ] as const)('guides within the hour: %s', (_, when, state) => {
    given(received(), guided(when))
      .at(kt)
      .thenDuty({ state, due, bearer: { kind: 'centre', code: 'KT' } });
  });

  test('however it came, and on Monday what comes on Friday evening', () => {
    given(received({ channel: 'online' }, '2026-03-06T16:30:00+07:00'))
      .at(kt)
      .thenDuty({ state: 'open', due: '2026-03-09T07:30:00+07:00' });
  });

  test('owes nothing of what is its own, or of what nobody says is another’s', () => {
    given(received({ withinCompetence: true }))
      .at(kt)
      .thenNoDuty();
    given(received({ withinCompetence: null }))
      .at(kt)
      .thenNoDuty();
  });

  test('owes it, too, where a check of what came online found it', () => {
    const found = entry(0, fact('OnlineDossierChecked', { outcome: 'redirected' }, monday));
    given(found)
      .at(kt)
      .thenDuty({ bearer: { kind: 'centre', code: 'KT' } });
  });

  test('owes nothing any more of what was corrected to be its own, which shows', () => {
    const own = fact('DossierReceived', { code: 'd1', withinCompetence: true }, monday, {
      corrects: eventId(0),
    });
    given(received(), enteredAt(1, own, '2026-03-02T11:00:00+07:00'))
      .at(kt)
      .thenNoDuty();
    given(received(), enteredAt(1, own, '2026-03-02T11:00:00+07:00'))
      .at(kt)
      .thenLessened(
        'misdirected-dossier-guided: late by 60 minutes before and by 0 minutes after, by clerk-9 at 2026-03-02T04:00:00.000Z',
      );
  });
});

describe('in Tuyên Quang the agency’s official', () => {
  const { given } = specifyRule(misdirectedOnlineDossierGuided);
  const checked = (data: object = {}) =>
    entry(
      1,
      fact('OnlineDossierChecked', { outcome: 'redirected', official: 'cv-1', ...data }, monday),
    );

  test('guides who submitted it online', () => {
    given(checked(), guided('2026-03-02T09:30:00+07:00'))
      .at(tuyenQuang)
      .thenDuty({ state: 'kept', bearer: { kind: 'official', code: 'cv-1' } });
    given(received({ channel: 'online' }))
      .at(tuyenQuang)
      .thenDuty({ state: 'open', bearer: { kind: 'official', code: 'cb-1' } });
  });

  test('or the agency, where nobody is named', () => {
    given(checked({ official: null, unit: 'H60.17' }))
      .at(tuyenQuang)
      .thenDuty({ bearer: { kind: 'agency', code: 'H60.17' } });
  });

  test('once, where the check and the reception both say it', () => {
    given(checked(), { ...received({ channel: 'online' }), index: 7n })
      .at(tuyenQuang)
      .thenDuty({ opening: eventId(1) });
  });

  test('not what came over the counter, nor what was received', () => {
    given(received()).at(tuyenQuang).thenNoDuty();
    given(checked({ outcome: 'received' }))
      .at(tuyenQuang)
      .thenNoDuty();
  });
});
