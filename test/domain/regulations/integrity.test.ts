/** The findings that no article demands: what cannot well be, and is on record. */
import { describe, test } from 'vitest';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { endBeforeStart } from '../../../src/domain/regulations/rules/end-before-start.ts';
import { neverReceived } from '../../../src/domain/regulations/rules/never-received.ts';
import { noAppointment } from '../../../src/domain/regulations/rules/no-appointment.ts';
import { receivedTwice } from '../../../src/domain/regulations/rules/received-twice.ts';
import { stepBeforeReception } from '../../../src/domain/regulations/rules/step-before-reception.ts';
import { undeclaredOutage } from '../../../src/domain/regulations/rules/undeclared-outage.ts';
import { workAfterEnd } from '../../../src/domain/regulations/rules/work-after-end.ts';
import { enteredAt, specifyRule } from '../../support/rule-spec.ts';
import { backfilled, entry, eventId, imported, proposalsOf } from '../../support/stated.ts';

const fact = proposalsOf(dossier);

const [before, start, after] = [
  '2026-03-02T07:59:59.999+07:00',
  '2026-03-02T08:00:00+07:00',
  '2026-03-02T08:00:00.001+07:00',
];
const midnight = '2026-03-02T00:00:00+07:00';
const [dayBefore, dayAfter] = ['2026-03-01T00:00:00+07:00', '2026-03-03T00:00:00+07:00'];

const received = entry(0, fact('DossierReceived', { code: 'd1' }, start));
const step = (number: number, when: string) =>
  entry(number, fact('StepCompleted', { step: 'Thẩm định' }, when));
const returned = (number: number, when: string) => entry(number, fact('ResultReturned', {}, when));
const ofDay = { precision: 'day' } as const;

describe('end-before-start', () => {
  const { given } = specifyRule(endBeforeStart);

  test.each(['DossierDecided', 'ResultHandedOver', 'ResultReturned'] as const)(
    '%s a millisecond before the reception is found, at its instant it is not',
    (type) => {
      const early = entry(1, fact(type, {}, before));
      given(received, early).thenBreaches([received, early]);
      given(received, entry(1, fact(type, {}, start))).thenBreaches();
    },
  );

  test('several on one dossier are one finding', () => {
    const [decided, handed] = [
      entry(1, fact('DossierDecided', {}, dayBefore)),
      entry(2, fact('ResultHandedOver', {}, before)),
    ];
    given(received, decided, handed, returned(3, after)).thenBreaches([received, decided, handed]);
  });

  test('a day is before a reception only if it is another day', () => {
    const on = (when: string) => entry(1, fact('ResultReturned', {}, when, ofDay));
    given(received, on(midnight)).thenBreaches();
    given(received, on(dayBefore)).thenBreaches([received, on(dayBefore)]);
    const receivedThatDay = entry(0, fact('DossierReceived', { code: 'd1' }, midnight, ofDay));
    given(receivedThatDay, returned(1, '2026-03-01T23:59:59.999+07:00')).thenBreaches([
      receivedThatDay,
      returned(1, before),
    ]);
  });

  test('a dossier that was never received has no start', () => {
    given(returned(1, before)).thenBreaches();
  });
});

describe('step-before-reception', () => {
  const { given } = specifyRule(stepBeforeReception);

  test('a step a millisecond before the reception is found, at its instant it is not', () => {
    given(received, step(1, before)).thenBreaches([received, step(1, before)]);
    given(received, step(1, start)).thenBreaches();
  });

  test('several are one finding, proved by each of them', () => {
    const [one, two] = [step(1, dayBefore), step(2, before)];
    given(received, two, one, step(3, after)).thenBreaches([received, one, two]);
  });

  test('a supplement may be asked for and come before the reception: that is the counter’s work', () => {
    const asked = entry(1, fact('SupplementRequested', {}, dayBefore));
    const brought = entry(2, fact('SupplementReceived', {}, before));
    given(received, asked, brought).thenBreaches();
  });

  test('a day is before a reception only if it is another day', () => {
    const on = (when: string) =>
      entry(1, fact('StepCompleted', { step: 'Thẩm định' }, when, ofDay));
    given(received, on(midnight)).thenBreaches();
    given(received, on(dayBefore)).thenBreaches([received, on(dayBefore)]);
  });

  test('a reception that is corrected to an earlier hour ends the finding', () => {
    const corrected = fact('DossierReceived', { code: 'd1' }, dayBefore, { corrects: eventId(0) });
    given(received, step(1, before), enteredAt(2, corrected, after)).thenBreaches();
  });
});

describe('work-after-end', () => {
  const { given } = specifyRule(workAfterEnd);
  const end = returned(9, start);

  test('a step a millisecond after the result is found, at its instant it is not', () => {
    given(step(1, after), end).thenBreaches([end, step(1, after)]);
    given(step(1, start), end).thenBreaches();
  });

  test.each(['DossierReturned', 'DossierStopped', 'DossierWithdrawn'] as const)(
    '%s is an end like the result',
    (type) => {
      const ended = entry(0, fact(type, {}, start));
      given(ended, step(1, after), returned(2, dayAfter)).thenBreaches([ended, step(1, after)]);
      given(ended, step(1, start)).thenBreaches();
    },
  );

  test('several are one finding, proved by each of them', () => {
    const [one, two] = [step(1, after), step(2, dayAfter)];
    given(step(3, before), two, one, end).thenBreaches([end, one, two]);
  });

  test('the end is the first return: work towards another one is after it', () => {
    const again = entry(10, fact('ResultReturned', { again: true }, dayAfter));
    given(step(1, after), end, again).thenBreaches([end, step(1, after)]);
  });

  test('of a result of which only the day is known, work on that day may have been before', () => {
    const onDay = entry(9, fact('ResultReturned', {}, midnight, ofDay));
    given(step(1, after), onDay).thenBreaches();
    given(step(1, dayAfter), onDay).thenBreaches([onDay, step(1, dayAfter)]);
  });

  test('what is no work on the dossier may come after it, and without an end nothing does', () => {
    given(entry(1, fact('ApplicantTold', {}, after)), end).thenBreaches();
    given(step(1, after)).thenBreaches();
  });
});

describe('never-received', () => {
  const { given } = specifyRule(neverReceived);

  test('work and a result without a reception are one finding', () => {
    given(step(1, start), returned(2, after)).thenBreaches([step(1, start), returned(2, after)]);
    given(received, step(1, start), returned(2, after)).thenBreaches();
  });

  test('so it is when the reception was withdrawn', () => {
    const withdrawn = entry(2, fact('EntryWithdrawn', {}, after, { corrects: eventId(0) }));
    given(received, step(1, start), withdrawn).thenBreaches([step(1, start)]);
  });

  test('what happens at the counter before a reception needs none', () => {
    const [asked, refused] = [fact('SupplementRequested', {}), fact('DossierRefused', {})];
    given(entry(0, asked), entry(1, refused)).thenBreaches();
  });

  const [submitted, told] = [
    entry(1, fact('DossierSubmitted', { code: 'd1' })),
    entry(2, fact('ApplicantTold', { about: 'other' })),
  ];

  test.each([
    ['the applicant was told', told],
    ['somebody asked how far it is', entry(2, fact('ProgressQueried', {}))],
    ['it was rated', entry(2, fact('SatisfactionRated', { score: 4, best: 5 }))],
  ])('%s of a dossier that nobody has seen', (_, one) => {
    given(one).thenBreaches([one]);
    given(submitted, one).thenBreaches();
    given(entry(1, fact('SupplementRequested', {})), one).thenBreaches();
    given(received, one).thenBreaches();
  });

  test('a submission is enough to withdraw it, and for nothing that is done to what was received', () => {
    const [withdrawn, digitised] = [
      entry(2, fact('DossierWithdrawn', {})),
      entry(3, fact('DossierDigitised', {})),
    ];
    given(submitted).thenBreaches();
    given(withdrawn).thenBreaches([withdrawn]);
    given(submitted, withdrawn).thenBreaches();
    given(submitted, digitised).thenBreaches([digitised]);
    given(received, digitised).thenBreaches();
  });

  test('all of it is one finding', () => {
    const moved = entry(3, fact('DossierTransferred', { to: 'H42.17' }));
    given(told, moved).thenBreaches([told, moved]);
  });
});

describe('no-appointment', () => {
  const { given } = specifyRule(noAppointment);
  const moved = (number: number, to: { readonly on: string } | null) =>
    entry(number, fact('AppointmentMoved', { by: 'gd-1', before: null, after: to }, dayAfter));

  test('a reception without one is found', () => {
    given(received).thenBreaches([received]);
    const appointed = fact('DossierReceived', { code: 'd1', appointment: { on: '2026-03-09' } });
    given(entry(0, appointed)).thenBreaches();
  });

  test('until one is given', () => {
    given(received, moved(1, { on: '2026-03-09' })).thenBreaches();
    given(received, moved(1, null)).thenBreaches([received]);
  });

  test.each(['DossierDecided', 'ResultReturned', 'DossierStopped'] as const)(
    'one that is given after %s comes too late, at its instant it does not',
    (type) => {
      const appointed = moved(2, { on: '2026-03-09' });
      given(received, entry(1, fact(type, {}, after)), appointed).thenBreaches([received]);
      given(received, entry(1, fact(type, {}, dayAfter)), appointed).thenBreaches();
    },
  );

  test('a dossier that was not received needs none', () => {
    given(entry(0, fact('DossierSubmitted', { code: 'd1' }))).thenBreaches();
  });
});

describe('received-twice', () => {
  const { given } = specifyRule(receivedTwice);
  const asked = entry(0, fact('ProgressQueried', {}, before));
  const real = entry(1, fact('DossierReceived', { code: 'd1' }, start));
  const second = entry(2, fact('DossierReceived', { code: 'd1' }, before), undefined, {
    corrects: eventId(0),
  });

  test('an earlier entry that is corrected into a second reception is found', () => {
    given(asked, real, second).thenBreaches([real, second]);
  });

  test('one reception is none, however often it is corrected', () => {
    const corrected = { ...second, corrects: eventId(1) };
    given(asked, real, corrected).thenBreaches();
    given(asked).thenBreaches();
  });
});

describe('undeclared-outage', () => {
  const { given } = specifyRule(undeclaredOutage);
  const caughtUp = entry(1, fact('StepCompleted', { step: 'check' }, after, backfilled));

  test('a catch-up of an outage that nobody declared is shown', () => {
    given(received, caughtUp).thenBreaches([caughtUp]);
  });

  test('what was entered as it happened, or imported, is none', () => {
    given(received, returned(1, after)).thenBreaches();
    const told = fact('StepCompleted', { step: 'check' }, after, imported);
    given(received, entry(1, told)).thenBreaches();
  });
});
