/** What a request for supplements does to the time of a dossier: one that may not be made gains none, and none goes on after its end. */
import { describe, expect, test } from 'vitest';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { sonLa } from '../../../src/domain/regulations/centres/son-la.ts';
import { latenessUnder } from '../../../src/domain/regulations/conventions.ts';
import { historyOf } from '../../../src/domain/regulations/history.ts';
import { processingDeadline } from '../../../src/domain/regulations/rules/processing-deadline.ts';
import { Instant } from '../../../src/domain/units.ts';
import { verdictOf } from '../../support/registers.ts';
import { specifyRule } from '../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../support/stated.ts';

const { given } = specifyRule(processingDeadline);
const fact = proposalsOf(dossier);

const march = (day: number, hour = '09:00') =>
  `2026-03-${String(day).padStart(2, '0')}T${hour}:00+07:00`;
/** Of two working days: due on Wednesday, 4 March. */
const received = entry(
  0,
  fact('DossierReceived', { code: 'd1', appointment: { on: '2026-03-04' } }, march(2)),
);
const asked = (number: number, when: string) =>
  entry(number, fact('SupplementRequested', {}, when));
const brought = (number: number, when: string) =>
  entry(number, fact('SupplementReceived', {}, when));
/** Started again on Thursday, 5 March: due on Monday. */
const first = [asked(1, march(3)), brought(2, march(5))];
const [appointed, again] = [march(4, '17:30'), march(9, '17:30')];

describe('a second request, which may not be made', () => {
  const second = asked(3, march(6));

  test('stops no time by the strict convention, and does by the customary one', () => {
    given(received, ...first, second)
      .at(sonLa)
      .thenDuty({
        state: 'open',
        suspended: false,
        due: again,
        customaryDue: again,
        pauses: [
          { strict: 'restarts', customary: 'restarts', evidence: [eventId(1), eventId(2)] },
          { strict: 'nothing', customary: 'stops', evidence: [eventId(3)], until: null },
        ],
      });
  });

  test.each([
    ['until the due time', again, false],
    ['a minute later', march(9, '17:31'), true],
    ['weeks later', march(30), true],
  ])('so that while it waits the two differ: %s', (_, when, strict) => {
    const [duty] = verdictOf('dossier', historyOf([received, ...first, second]), sonLa).duties;
    expect(duty && latenessUnder(duty, Instant.parse(when))).toEqual({ strict, customary: false });
  });

  test('once it is answered, has moved the customary due time alone', () => {
    const entries = [received, ...first, second, brought(4, march(10))];
    const done = entry(5, fact('DossierDecided', {}, march(12)));
    given(...entries, done)
      .at(sonLa)
      .thenDuty({
        state: 'late',
        due: again,
        customaryDue: march(12, '17:30'),
        breached: true,
        customarilyLateAfter: null,
      });
  });

  test('of what was withdrawn as a mistake was the first', () => {
    const mistake = entry(
      2,
      fact('EntryWithdrawn', {}, march(3, '09:05'), { corrects: eventId(1) }),
    );
    given(received, asked(1, march(3)), mistake, asked(3, march(4)), brought(4, march(5)))
      .at(sonLa)
      .thenDuty({ due: again, customaryDue: again });
  });

  test('counts from the start of the dossier, or where the centre says so from none after its intake', () => {
    const before = asked(1, '2026-02-27T09:00:00+07:00');
    const entries = [before, brought(2, '2026-02-28T09:00:00+07:00'), received];
    const after = [asked(3, march(3)), brought(4, march(5))];
    given(...entries, ...after)
      .at(sonLa)
      .thenDuty({ due: appointed, customaryDue: again });
    given(...entries, ...after)
      .under({ supplementPause: 'restart', supplementScope: 'intake', hours: 'vietnam' })
      .thenDuty({ due: again, customaryDue: again });
  });

  test('or where there is no limit, stops it as the first does', () => {
    given(received, ...first, second)
      .under({ supplementPause: 'restart', supplementRequestsMax: null, hours: 'vietnam' })
      .thenDuty({ suspended: true });
  });
});

describe('what ends while it waits', () => {
  const ended = (type: 'DossierStopped' | 'DossierWithdrawn' | 'DossierReturned', when: string) =>
    entry(9, fact(type, {}, when));

  test.each(['DossierStopped', 'DossierWithdrawn', 'DossierReturned'] as const)(
    '%s: was due as it was appointed, and is not late',
    (type) => {
      for (const supplementPause of ['extend', 'restart'] as const) {
        given(received, asked(1, march(3)), ended(type, march(25)))
          .under({ supplementPause, hours: 'vietnam' })
          .thenDuty({
            state: 'ended',
            due: appointed,
            customaryDue: appointed,
            breached: false,
            closedPastCustomaryDue: false,
            pauses: [{ strict: 'stops', customary: 'stops' }],
          });
      }
    },
  );

  test('or as it was after the waits that were over', () => {
    given(received, ...first, asked(3, march(6)), ended('DossierStopped', march(25)))
      .under({ supplementPause: 'restart', supplementRequestsMax: 2, hours: 'vietnam' })
      .thenDuty({ due: again, customaryDue: again, breached: false });
  });

  test('for what may not be asked for, is late by the strict convention', () => {
    given(received, ...first, asked(3, march(6)), ended('DossierStopped', march(25)))
      .at(sonLa)
      .thenDuty({ due: again, breached: true, closedPastCustomaryDue: false });
  });

  test('when the time was up before, stays late', () => {
    given(received, asked(1, march(5)), ended('DossierStopped', march(25)))
      .at(sonLa)
      .thenDuty({ due: appointed, breached: true });
  });
});
