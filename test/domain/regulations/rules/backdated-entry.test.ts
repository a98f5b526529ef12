import { describe, expect, test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { families } from '../../../../src/domain/families.ts';
import { leave } from '../../../../src/domain/leave/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { backdatedEntry } from '../../../../src/domain/regulations/rules/backdated-entry.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { backfilled, entry, eventId, imported, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(backdatedEntry);
const fact = proposalsOf(dossier);

/** Friday, as the service ends: the working days after it are Monday and Tuesday. */
const friday = '2026-03-06T17:00:00+07:00';
const [atLimit, past] = ['2026-03-10T23:59:59.999+07:00', '2026-03-11T00:00:00+07:00'];
const step = (when: string = friday, also: object = {}) =>
  fact('StepCompleted', { step: 'Thẩm định' }, when, also);

test('over a weekend, to the last instant of the second working day, it is none; then it is found', () => {
  given(enteredAt(0, step(), atLimit))
    .at(ninhBinh)
    .thenBreaches();
  given(enteredAt(0, step(), past))
    .at(ninhBinh)
    .thenBreaches([enteredAt(0, step(), past)]);
});

test('holidays are no working days: from 29 April 2026 the second is 5 May', () => {
  const before = step('2026-04-29T09:00:00+07:00');
  given(enteredAt(0, before, '2026-05-05T23:59:59.999+07:00'))
    .at(ninhBinh)
    .thenBreaches();
  const late = enteredAt(0, before, '2026-05-06T00:00:00+07:00');
  given(late).at(ninhBinh).thenBreaches([late]);
});

test('it shows who entered it and when, and what is long after', () => {
  given(enteredAt(0, step(), past))
    .at(ninhBinh)
    .thenFindings({
      at: enteredAt(0, step(), past).occurredAt,
      detail:
        'entered by clerk-9 at 2026-03-10T17:00:00.000Z, more than 2 working days later (backdatedAfter: 2)',
    });
});

test('it names the threshold that the centre has set', () => {
  const late = enteredAt(0, step(), '2026-03-12T00:00:00+07:00');
  given(late).under({ backdatedAfter: 3, hours: 'vietnam' }).thenBreaches([late]);
  given(late)
    .under({ backdatedAfter: 3, hours: 'vietnam' })
    .thenFindings({ detail: expect.stringMatching(/more than 3 working days .*: 3\)$/) });
});

test('of a day alone it counts as of any time on that day', () => {
  const onDay = step('2026-03-06T00:00:00+07:00', { precision: 'day' });
  given(enteredAt(0, onDay, atLimit))
    .at(ninhBinh)
    .thenBreaches();
  given(enteredAt(0, onDay, past))
    .at(ninhBinh)
    .thenBreaches([enteredAt(0, onDay, past)]);
});

test('years afterwards it is found without a calendar', () => {
  const old = enteredAt(0, step('1975-05-01T08:00:00+07:00'), past);
  given(old).at(ninhBinh).thenBreaches([old]);
});

test('within the days that the centre sets', () => {
  const monday = enteredAt(0, step(), '2026-03-10T00:00:00+07:00');
  given(monday).under({ hours: 'vietnam', backdatedAfter: 1 }).thenBreaches([monday]);
  given(monday).under({ hours: 'vietnam', backdatedAfter: 2 }).thenBreaches();
});

test.each([
  ['an import', imported],
  ['a catch-up, which is judged by its outage', backfilled],
])('%s is none', (_, via) => {
  given(enteredAt(0, step(friday, via), past)).thenBreaches();
});

describe('a correction', () => {
  const first = entry(0, step());

  test('of the same act counts from when that was first stated', () => {
    const sooner = enteredAt(
      1,
      step('2026-03-06T16:00:00+07:00', { corrects: eventId(0) }),
      '2026-04-01T08:00:00+07:00',
    );
    given(first, sooner).at(ninhBinh).thenBreaches();
    const farBack = enteredAt(
      1,
      step('2026-03-03T16:59:59.999+07:00', { corrects: eventId(0) }),
      '2026-03-06T18:00:00+07:00',
    );
    given(first, farBack).at(ninhBinh).thenBreaches([farBack]);
  });

  test('into another act is the first word of it', () => {
    const another = enteredAt(
      1,
      fact('DossierDecided', {}, friday, { corrects: eventId(0) }),
      past,
    );
    given(first, another).at(ninhBinh).thenBreaches([another]);
  });

  test('that takes a backdated entry away shows', () => {
    const late = enteredAt(0, step(), past);
    const withdrawn = entry(
      1,
      fact('EntryWithdrawn', {}, '2026-03-12T08:00:00+07:00', { corrects: eventId(0) }),
    );
    given(late, withdrawn).at(ninhBinh).thenBreaches();
    given(late, withdrawn)
      .at(ninhBinh)
      .thenLessened(expect.stringContaining('1 breaches before and 0 after'));
  });
});

describe('what is gathered with a record from others', () => {
  const days = [{ from: '2026-03-02', to: '2026-03-02' }];
  const asked = proposalsOf(leave)('LeaveRequested', { official: 'cv-1', kind: 'annual', days });
  const late = { ...enteredAt(0, asked, '2026-05-01T08:00:00+07:00'), stream: 'leave-cv-1-1' };
  const attendance = specifyRule(backdatedEntry, 'attendance-cv-1-2026-03');
  const own = specifyRule(backdatedEntry, late.stream);

  test('is judged with those', () => {
    expect.hasAssertions();
    attendance.given(late).thenBreaches();
    own.given(late).thenBreaches([late]);
  });
});

test('every family of what people record is watched', () => {
  const kept = [...families.keys()].filter((category) => !['access', 'ledger'].includes(category));
  expect([backdatedEntry.subject].flat().toSorted()).toEqual(kept.toSorted());
});
