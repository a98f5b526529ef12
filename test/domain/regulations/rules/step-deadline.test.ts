import { describe, test } from 'vitest';
import { procedure } from '../../../../src/domain/centre/procedure/vocabulary.ts';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { stepDeadline } from '../../../../src/domain/regulations/rules/step-deadline.ts';
import { CentreCode } from '../../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(stepDeadline);
const [fact, said] = [proposalsOf(dossier), proposalsOf(procedure)];
const kt = konTum(null);

const received = entry(
  0,
  fact(
    'DossierReceived',
    { code: 'd1', procedure: '1.001', solvingUnit: 'H42.17' },
    '2026-03-02T08:00:00+07:00',
  ),
);
const began = (when: string, data: object = {}, number = 10) =>
  entry(number, fact('StepStarted', { step: 'Thẩm định', ...data }, when));
const done = (when: string, data: object = {}, number = 20) =>
  entry(number, fact('StepCompleted', { step: 'Thẩm định', ...data }, when));

/** A process of one step, approved in 2025 at a centre. */
const approved = (duration: object | null, centre = 'NB', number = 1) =>
  entry(
    number,
    said(
      'ProcessApproved',
      {
        from: '2025-07-01',
        steps: [
          {
            step: 'Thẩm định',
            duration: duration === null ? null : { days: 2, ...duration },
            official: 'cv-2',
            unit: 'H42.17',
          },
        ],
      },
      '2025-06-20T08:00:00+07:00',
      { centre: CentreCode.parse(centre) },
    ),
    undefined,
    { stream: 'procedure-1.001' },
  );

const friday = '2026-03-06T09:00:00+07:00';
const due = '2026-03-10T17:30:00+07:00';

test.each([
  ['before', '2026-03-09T09:00:00+07:00', 'kept'],
  ['at the very instant', due, 'kept'],
  ['a millisecond later', '2026-03-10T17:30:00.001+07:00', 'late'],
] as const)('two working days, over a weekend, done %s', (_, when, state) => {
  const [process, begin, end] = [approved({}), began(friday), done(when)];
  given(process, received, begin, end)
    .at(ninhBinh)
    .thenDuty({
      state,
      due,
      detail: 'Thẩm định',
      bearer: { kind: 'official', code: 'cv-2' },
      evidence: [begin, end],
    });
});

test('over holidays the days off do not count', () => {
  given(approved({}), received, began('2026-04-29T09:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ state: 'open', due: '2026-05-05T17:30:00+07:00' });
});

describe('who owes it', () => {
  const named = began(friday, { official: 'cv-9', unit: 'H42.41' });

  test('whoever the step was given to comes before whom the process names', () => {
    given(approved({}), received, named)
      .at(ninhBinh)
      .thenDuty({ bearer: { kind: 'official', code: 'cv-9' } });
  });

  test('in Kon Tum the agency', () => {
    given(approved({}, 'KT'), received, named)
      .at(kt)
      .thenDuty({ bearer: { kind: 'agency', code: 'H42.41' } });
    given(approved({}, 'KT'), received, began(friday))
      .at(kt)
      .thenDuty({ bearer: { kind: 'agency', code: 'H42.17' }, due: '2026-03-09T17:00:00+07:00' });
  });

  test('the solving agency where nobody else is named', () => {
    given(received, began(friday, { due: { on: '2026-03-10' } }))
      .at(ninhBinh)
      .thenDuty({ bearer: { kind: 'agency', code: 'H42.17' } });
  });
});

describe('at Kon Tum, where the day of reception counts, the steps add up to the whole', () => {
  /** Five days, of a dossier received on Monday, 2 March: due on Friday. */
  const process = entry(
    1,
    said(
      'ProcessApproved',
      {
        from: '2025-07-01',
        total: { days: 5 },
        steps: [
          { step: 'Thụ lý', duration: { days: 2 } },
          { step: 'Thẩm định', duration: { days: 3 } },
        ],
      },
      '2025-06-20T08:00:00+07:00',
      { centre: CentreCode.parse('KT') },
    ),
    undefined,
    { stream: 'procedure-1.001' },
  );
  const first = (when: string) => began(when, { step: 'Thụ lý' }, 8);
  const closing = (day: string) => `2026-03-${day}T17:00:00+07:00`;

  test('the step that begins the work counts its own day, the next one the day after', () => {
    const [one, two] = [first('2026-03-02T08:00:00+07:00'), began(closing('03'))];
    given(process, received, one, two)
      .at(kt)
      .thenDuties({ due: closing('03') }, { due: closing('06') });
  });

  test.each([
    ['at the very instant', closing('06'), 'kept'],
    ['a millisecond later', '2026-03-06T17:00:00.001+07:00', 'late'],
  ] as const)('the second done %s', (_, when, state) => {
    const [one, two] = [first('2026-03-02T08:00:00+07:00'), began(closing('03'))];
    const ended = done(closing('03'), { step: 'Thụ lý' }, 9);
    given(process, received, one, ended, two, done(when))
      .at(kt)
      .thenDuties({ state: 'kept' }, { state });
  });

  test('a first step that turns out to be entered wrong leaves the other one the first', () => {
    const [one, two] = [first('2026-03-02T08:00:00+07:00'), began('2026-03-03T09:00:00+07:00')];
    const withdrawn = enteredAt(
      12,
      fact('EntryWithdrawn', {}, '2026-03-03T10:00:00+07:00', { corrects: eventId(8) }),
      '2026-03-03T10:00:00+07:00',
    );
    given(process, received, one, two, withdrawn)
      .at(kt)
      .thenDuties({ due: closing('05') });
  });

  test('where the day after is the first (NB Đ5.2a), each step begins with the day after', () => {
    const [one, two] = [began('2026-03-02T08:00:00+07:00', { instance: 'a' }, 8), began(friday)];
    given(approved({}), received, one, two)
      .at(ninhBinh)
      .thenDuties({ due: '2026-03-04T17:30:00+07:00' }, { due });
  });

  test('a step of minutes starts again with as many, a step of days with as many days', () => {
    const asked = entry(20, fact('SupplementRequested', {}, '2026-03-04T08:00:00+07:00'));
    const brought = entry(21, fact('SupplementReceived', {}, '2026-03-10T15:30:00+07:00'));
    const two = began('2026-03-03T09:00:00+07:00');
    given(process, received, first('2026-03-02T08:00:00+07:00'), two, asked, brought)
      .at(kt)
      .thenDuties({ due: closing('03') }, { due: closing('13') });
    const hours = entry(
      1,
      said(
        'ProcessApproved',
        { from: '2025-07-01', steps: [{ step: 'Thẩm định', duration: { minutes: 240 } }] },
        '2025-06-20T08:00:00+07:00',
        { centre: CentreCode.parse('KT') },
      ),
      undefined,
      { stream: 'procedure-1.001' },
    );
    given(hours, received, began('2026-03-04T07:00:00+07:00'), asked, brought)
      .at(kt)
      .thenDuty({ due: '2026-03-11T09:30:00+07:00' });
  });
});

describe('how long it may take', () => {
  test('is what the process in force at that centre says, not what another centre has', () => {
    const elsewhere = approved({}, 'KT');
    given(elsewhere, received, began(friday)).at(ninhBinh).thenNoDuty();
  });

  test('is what the procedure is published with, where no process is approved', () => {
    const published = entry(
      1,
      said(
        'ProcedurePublished',
        { code: '1.001', steps: [{ step: 'Thẩm định', duration: { minutes: 240 } }] },
        '2025-06-20T08:00:00+07:00',
        { centre: CentreCode.parse('NB') },
      ),
      undefined,
      { stream: 'procedure-1.001' },
    );
    given(published, received, began('2026-03-06T15:30:00+07:00'))
      .at(ninhBinh)
      .thenDuty({ due: '2026-03-09T09:30:00+07:00' });
  });

  test('is what its beginning says, where nothing else does', () => {
    const [on, at] = [
      began(friday, { due: { on: '2026-03-10' } }),
      began(friday, { due: { at: '2026-03-07T10:00:00+07:00' } }),
    ];
    given(received, on).at(ninhBinh).thenDuty({ due });
    given(received, at).at(ninhBinh).thenDuty({ due: '2026-03-07T10:00:00+07:00' });
    given(approved(null), received, on).at(ninhBinh).thenDuty({ due });
  });

  test('is not known: nothing is owed', () => {
    given(received, began(friday)).at(ninhBinh).thenNoDuty();
  });

  test('is that of the version in force when the step was begun', () => {
    const shorter = entry(
      2,
      said(
        'ProcessChanged',
        { from: '2026-03-07', steps: [{ step: 'Thẩm định', duration: { days: 1 } }] },
        '2026-03-01T08:00:00+07:00',
        { centre: CentreCode.parse('NB') },
      ),
      undefined,
      { stream: 'procedure-1.001' },
    );
    given(approved({}), shorter, received, began(friday)).at(ninhBinh).thenDuty({ due });
    given(approved({}), shorter, received, began('2026-03-09T09:00:00+07:00'))
      .at(ninhBinh)
      .thenDuty({ due });
  });
});

test('a step that is run twice is done twice, and another step is none of it', () => {
  const [first, second] = [
    began(friday, { instance: 'a' }, 10),
    began(friday, { instance: 'b' }, 11),
  ];
  const ended = done('2026-03-09T09:00:00+07:00', { instance: 'b' });
  const other = done('2026-03-09T09:00:00+07:00', { step: 'Ký duyệt' }, 21);
  given(approved({}), received, first, second, ended, other)
    .at(ninhBinh)
    .thenDuties({ state: 'open' }, { state: 'kept' });
});

test('it stands still while the applicant supplements, and then begins anew', () => {
  const asked = entry(11, fact('SupplementRequested', {}, '2026-03-09T09:00:00+07:00'));
  const brought = entry(12, fact('SupplementReceived', {}, '2026-03-16T09:00:00+07:00'));
  const whole = '2026-03-18T17:30:00+07:00'; // Friday 9:00 to Tuesday's close, again
  given(approved({}), received, began(friday), asked).at(ninhBinh).thenDuty({ suspended: true });
  given(approved({}), received, began(friday), asked, brought)
    .at(ninhBinh)
    .thenDuty({ due: whole, suspended: false });
});

test('what nobody completed is over with the dossier', () => {
  const returned = (when: string) => entry(30, fact('ResultReturned', {}, when));
  given(approved({}), received, began(friday), returned(due))
    .at(ninhBinh)
    .thenDuty({ state: 'ended', breached: false });
  given(approved({}), received, began(friday), returned('2026-03-11T08:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ state: 'ended', breached: true });
});

test('a completion that is set back takes the breach away, and shows', () => {
  const late = done('2026-03-11T08:30:00+07:00');
  const back = enteredAt(
    21,
    fact('StepCompleted', { step: 'Thẩm định' }, due, { corrects: eventId(20) }),
    '2026-03-12T08:00:00+07:00',
  );
  given(approved({}), received, began(friday), late, back).at(ninhBinh).thenDuty({ state: 'kept' });
  given(approved({}), received, began(friday), late, back)
    .at(ninhBinh)
    .thenLessened(
      'step-deadline: late by 900 minutes before and by 0 minutes after, by clerk-9 at 2026-03-12T01:00:00.000Z',
    );
});
