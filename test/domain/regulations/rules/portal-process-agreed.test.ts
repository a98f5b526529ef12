import { describe, test } from 'vitest';
import { procedure } from '../../../../src/domain/centre/procedure/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { portalProcessAgreed } from '../../../../src/domain/regulations/rules/portal-process-agreed.ts';
import { portalProcessAgreedSpecial } from '../../../../src/domain/regulations/rules/portal-process-agreed-special.ts';
import { CentreCode } from '../../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const said = proposalsOf(procedure);
const inStream = { stream: 'procedure-1.001' };
const nb = { centre: CentreCode.parse('NB') };
const kt = { centre: CentreCode.parse('KT') };

const monday = '2026-03-02T09:00:00+07:00';
const due = '2026-03-09T17:30:00+07:00';
const tooLate = '2026-03-09T17:30:00.001+07:00';

describe('an approved process', () => {
  const { given } = specifyRule(portalProcessAgreed, 'procedure-1.001');
  const approved = (when = monday, also: object = nb, process: string | null = '1', number = 1) =>
    entry(number, said('ProcessApproved', { process }, when, also), undefined, inStream);
  const agreed = (when: string, data: object = {}, number = 5) =>
    entry(number, said('ProcessAgreed', { process: '1', ...data }, when, nb), undefined, inStream);
  const onPortal = (when: string, data: object = {}) =>
    entry(6, said('ProcessPutOnPortal', { process: '1', ...data }, when, nb), undefined, inStream);

  test.each([
    ['at the very instant', due, 'kept'],
    ['a millisecond later', tooLate, 'late'],
  ] as const)('is agreed and on the portal within five working days: %s', (_, when, state) => {
    const [process, agreement, portal] = [approved(), agreed(when), onPortal(when)];
    const bearer = { kind: 'centre', code: 'NB' } as const;
    given(process, agreement, portal)
      .at(ninhBinh)
      .thenDuties(
        { state, due, bearer, detail: '1: agreed', evidence: [process, agreement] },
        { state, due, bearer, detail: '1: on the portal', evidence: [process, portal] },
      );
  });

  test('over holidays', () => {
    given(approved('2026-04-29T09:00:00+07:00'))
      .at(ninhBinh)
      .thenDuties(
        { state: 'open', due: '2026-05-08T17:30:00+07:00' },
        { state: 'open', due: '2026-05-08T17:30:00+07:00' },
      );
  });

  test('may be agreed and not put up, or the other way round, or both at once', () => {
    const [kept, open] = [{ state: 'kept' }, { state: 'open' }] as const;
    given(approved(), agreed(due)).at(ninhBinh).thenDuties(kept, open);
    given(approved(), onPortal(due)).at(ninhBinh).thenDuties(open, kept);
    given(approved(), agreed(due, { onPortal: true }))
      .at(ninhBinh)
      .thenDuties(kept, kept);
  });

  test('is another one than that of another version', () => {
    given(approved(), agreed(due, { process: '2' }))
      .at(ninhBinh)
      .thenDuties({ state: 'open' }, { state: 'open' });
    given(approved(), agreed(due, { process: null }))
      .at(ninhBinh)
      .thenDuties({ state: 'kept' }, { state: 'open' });
  });

  test('that another took the place of needs neither any more', () => {
    const next = entry(
      2,
      said('ProcessChanged', { process: '2' }, '2026-03-04T09:00:00+07:00', nb),
      undefined,
      inStream,
    );
    const ended = { state: 'ended', breached: false } as const;
    given(approved(), next)
      .at(ninhBinh)
      .thenDuties(ended, ended, { state: 'open' }, { state: 'open' });
  });

  test('of another centre is none of this one’s', () => {
    given(approved(monday, nb), approved(monday, kt, '9', 2))
      .at(ninhBinh)
      .thenDuties({ detail: '1: agreed' }, { detail: '1: on the portal' });
  });

  test('whose agreement is corrected to have been in time shows', () => {
    const set = enteredAt(
      8,
      said('ProcessAgreed', { process: '1' }, due, { ...nb, corrects: eventId(5) }),
      '2026-03-11T09:00:00+07:00',
    );
    const late = agreed('2026-03-09T18:30:00+07:00');
    given(approved(), late, onPortal(due), { ...set, ...inStream })
      .at(ninhBinh)
      .thenDuties({ state: 'kept' }, { state: 'kept' });
    given(approved(), late, onPortal(due), { ...set, ...inStream })
      .at(ninhBinh)
      .thenLessened(
        'portal-process-agreed: late by 60 minutes before and by 0 minutes after, by clerk-9 at 2026-03-11T02:00:00.000Z',
      );
  });
});

describe('the way of a special procedure', () => {
  const { given } = specifyRule(portalProcessAgreedSpecial, 'procedure-1.001');
  const published = (specialReturn: boolean | null, also: object = nb) =>
    entry(
      1,
      said('ProcedurePublished', { code: '1.001', specialReturn }, monday, also),
      undefined,
      inStream,
    );
  const way = (when: string) =>
    entry(5, said('SpecialWayAgreed', { way: 'return-by-agency' }, when, nb), undefined, inStream);

  test.each([
    ['at the very instant', due, 'kept'],
    ['a millisecond later', tooLate, 'late'],
    ['before it was published', '2026-02-27T09:00:00+07:00', 'kept'],
  ] as const)('is agreed within five working days: %s', (_, when, state) => {
    given(published(true), way(when))
      .at(ninhBinh)
      .thenDuty({ state, due, bearer: { kind: 'centre', code: 'NB' } });
  });

  test('needs no agreement where nothing is special, or it is at another centre', () => {
    given(published(false)).at(ninhBinh).thenNoDuty();
    given(published(null)).at(ninhBinh).thenNoDuty();
    given(published(true, kt)).at(ninhBinh).thenNoDuty();
  });

  test('is not needed any more once the procedure is repealed', () => {
    const repealed = entry(
      6,
      said('ProcedureRepealed', {}, '2026-03-05T09:00:00+07:00', nb),
      undefined,
      inStream,
    );
    given(published(true), repealed).at(ninhBinh).thenDuty({ state: 'ended', breached: false });
  });

  test('that is corrected to be none shows where it was late', () => {
    const plain = enteredAt(
      2,
      said('ProcedurePublished', { code: '1.001', specialReturn: false }, monday, {
        ...nb,
        corrects: eventId(1),
      }),
      '2026-03-09T18:30:00+07:00',
    );
    given(published(true), { ...plain, ...inStream })
      .at(ninhBinh)
      .thenNoDuty();
    given(published(true), { ...plain, ...inStream })
      .at(ninhBinh)
      .thenLessened(
        'portal-process-agreed-special: late by 60 minutes before and by 0 minutes after, by clerk-9 at 2026-03-09T11:30:00.000Z',
      );
  });
});
