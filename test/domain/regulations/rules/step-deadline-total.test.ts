import { test } from 'vitest';
import { procedure } from '../../../../src/domain/centre/procedure/vocabulary.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { stepDeadlineTotal } from '../../../../src/domain/regulations/rules/step-deadline-total.ts';
import { CentreCode } from '../../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(stepDeadlineTotal, 'procedure-1.001');
const said = proposalsOf(procedure);

type Term = { days: number } | { minutes: number } | { calendarDays: number } | { sameDay: true };

const approval = (durations: readonly (Term | null)[], total: Term | null, also: object = {}) =>
  said(
    'ProcessApproved',
    {
      agency: 'H42.17',
      total,
      steps: durations.map((duration, place) => ({ step: `Bước ${place}`, duration })),
    },
    '2026-03-02T08:00:00+07:00',
    { centre: CentreCode.parse('NB'), ...also },
  );
const inStream = { stream: 'procedure-1.001' };
const approved = (durations: readonly (Term | null)[], total: Term | null) =>
  entry(1, approval(durations, total), undefined, inStream);

test.each<[string, (Term | null)[], Term | null]>([
  ['as long as the whole', [{ days: 2 }, { minutes: 3_840 }], { days: 10 }],
  ['shorter than the whole', [{ days: 2 }, { days: 3 }], { days: 10 }],
  ['of unknown length in part', [{ days: 20 }, null], { days: 10 }],
  ['of days that cannot be compared', [{ calendarDays: 20 }], { days: 10 }],
  ['of no whole that is known', [{ days: 20 }], null],
  ['on the same day', [{ minutes: 480 }], { sameDay: true }],
])('steps %s are no breach', (_, durations, total) => {
  given(approved(durations, total)).at(ninhBinh).thenBreaches();
});

test.each<[string, (Term | null)[], Term]>([
  ['by a minute', [{ days: 2 }, { minutes: 3_841 }], { days: 10 }],
  ['by a calendar day', [{ calendarDays: 16 }], { calendarDays: 15 }],
  ['by more than the day', [{ minutes: 481 }], { sameDay: true }],
])('steps longer than the whole, %s, are one', (_, durations, total) => {
  const process = approved(durations, total);
  given(process).at(ninhBinh).thenBreaches([process]);
  given(process)
    .at(ninhBinh)
    .thenFindings({ bearer: { kind: 'agency', code: 'H42.17' }, citation: 'NB Đ5.2a' });
});

test('what the process does not say of the whole, the published term says', () => {
  const published = entry(
    0,
    said('ProcedurePublished', { code: '1.001', term: { days: 3 } }, '2026-02-02T08:00:00+07:00', {
      centre: CentreCode.parse('NB'),
    }),
    undefined,
    inStream,
  );
  const process = approved([{ days: 4 }], null);
  given(published, process).at(ninhBinh).thenBreaches([published, process]);
});

test('each centre answers for its own processes', () => {
  const process = approved([{ days: 4 }], { days: 3 });
  given(process).at(konTum(null)).thenBreaches();
});

test('a correction that mends it shows', () => {
  const process = approved([{ days: 4 }], { days: 3 });
  const mended = enteredAt(
    2,
    approval([{ days: 3 }], { days: 3 }, { corrects: eventId(1) }),
    '2026-03-05T08:00:00+07:00',
  );
  given(process, { ...mended, ...inStream })
    .at(ninhBinh)
    .thenBreaches();
  given(process, { ...mended, ...inStream })
    .at(ninhBinh)
    .thenLessened(
      'step-deadline-total: 1 breaches before and 0 after, by clerk-9 at 2026-03-05T01:00:00.000Z',
    );
});
