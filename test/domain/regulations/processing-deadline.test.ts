import { describe, expect, test } from 'vitest';
import { type DossierEvent, dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { Entry, Proposal } from '../../../src/domain/entry.ts';
import { historyOf } from '../../../src/domain/regulations/history.ts';
import { processingDeadline } from '../../../src/domain/regulations/rules/processing-deadline.ts';
import { verdictOf } from '../../support/registers.ts';
import { centreWith, enteredAt, specifyRule } from '../../support/rule-spec.ts';
import { backfilled, entry, eventId, imported, proposalsOf } from '../../support/stated.ts';

const { given } = specifyRule(processingDeadline);
const fact = proposalsOf(dossier);

/** 10:00 on a day of March 2026, in Vietnam, unless another hour is said. */
function march(day: number, hour = '10:00:00'): string {
  return `2026-03-${String(day).padStart(2, '0')}T${hour}+07:00`;
}

type Appointment = { readonly at: string } | { readonly on: string } | null;

function receivedWith(appointment: Appointment, when = march(2)) {
  return fact('DossierReceived', { code: 'd1', appointment, official: 'cv-1' }, when);
}

function movedTo(appointment: Appointment, when: string) {
  return fact('AppointmentMoved', { by: 'gd-1', before: null, after: appointment }, when);
}

const due = march(10);
const received = entry(0, receivedWith({ at: due }));
const returnedOn = (when: string) => fact('ResultReturned', {}, when);

describe('in time is up to the very instant', () => {
  test.each([
    ['long before', march(3), 'kept'],
    ['at the due time', due, 'kept'],
    ['a millisecond past it', march(10, '10:00:00.001'), 'late'],
    ['long past it', march(20), 'late'],
  ] as const)('a result %s', (_, when, state) => {
    const returned = entry(1, returnedOn(when));
    given(received, returned).thenDuty({
      state,
      due,
      customaryDue: due,
      breached: state === 'late',
      closedPastCustomaryDue: state === 'late',
      closedAt: returned.occurredAt,
      evidence: [received, returned],
    });
  });

  test('without a result the duty is open, and nothing says by itself that it is overdue', () => {
    given(received).thenDuty({
      state: 'open',
      breached: false,
      suspended: false,
      closedAt: null,
      opening: received.id,
      openedAt: received.occurredAt,
      evidence: [received],
    });
  });

  test('of a result of which only the day is known, up to the end of the day on which it was due', () => {
    const onDay = (day: number) =>
      entry(1, { ...returnedOn(march(day, '00:00:00')), precision: 'day' as const });
    given(received, onDay(10)).thenDuty({ state: 'kept' });
    given(received, onDay(11)).thenDuty({ state: 'late' });
  });
});

describe('what closes it', () => {
  const [decided, handedOver, returned] = [
    fact('DossierDecided', {}, march(5)),
    fact('ResultHandedOver', {}, march(6)),
    returnedOn(march(7)),
  ];

  test.each([
    [[decided, handedOver, returned], decided],
    [[handedOver, returned], handedOver],
    [[returned], returned],
    [[returned, decided], decided], // entered in another order than it happened
  ])('is the first of decision, hand-over and return', (facts, first) => {
    const entries = facts.map((one, number) => entry(number + 1, one));
    given(received, ...entries).thenDuty({ state: 'kept', closedAt: first.occurredAt });
  });

  test.each(['DossierReturned', 'DossierStopped', 'DossierWithdrawn'] as const)(
    '%s ends it, and the breach that there was by then is kept',
    (type) => {
      const ended = (when: string) => entry(1, fact(type, {}, when));
      given(received, ended(march(9))).thenDuty({ state: 'ended', breached: false });
      given(received, ended(due)).thenDuty({ state: 'ended', breached: false });
      const late = { state: 'ended', breached: true, closedPastCustomaryDue: true } as const;
      given(received, ended(march(11))).thenDuty(late);
    },
  );

  test.each(['DossierReturned', 'DossierStopped', 'DossierWithdrawn'] as const)(
    '%s ends nothing that there is a result of, before it or after it',
    (type) => {
      const ended = entry(1, fact(type, {}, march(8)));
      given(received, ended, entry(2, returnedOn(march(9)))).thenDuty({ state: 'kept' });
      given(received, ended, entry(2, returnedOn(march(15)))).thenDuty({ state: 'late' });
      const after = entry(2, fact(type, {}, march(15)));
      given(received, entry(1, returnedOn(march(9))), after).thenDuty({ state: 'kept' });
    },
  );

  test('a result dated before the reception discharges it: that it is odd is another finding', () => {
    const early = entry(1, returnedOn('2026-02-27T10:00:00+07:00'));
    given(received, early).thenDuty({ state: 'kept', closedAt: early.occurredAt });
  });

  test('a withdrawal before the reception ends nothing that was not there', () => {
    const withdrawn = entry(1, fact('DossierWithdrawn', {}, march(1)));
    given(received, withdrawn).thenDuty({ state: 'open' });
  });

  test('but one on the day of the reception does, if no hour was stated', () => {
    const onTheDay = fact('DossierWithdrawn', {}, march(2, '00:00:00'), { precision: 'day' });
    given(received, entry(1, onTheDay)).thenDuty({ state: 'ended', breached: false });
  });
});

describe('an appointment for a date', () => {
  const inOffice = { hours: 'vietnam' } as const;

  test.each([
    ['a working day ends with its service hours', '2026-03-06', '2026-03-06T17:30:00+07:00'],
    ['a Saturday, which has none, with the date', '2026-03-07', '2026-03-07T23:59:59.999+07:00'],
    ['a holiday, too', '2026-04-30', '2026-04-30T23:59:59.999+07:00'],
    ['a day worked instead', '2026-08-22', '2026-08-22T17:30:00+07:00'],
  ])('%s', (_, on, ends) => {
    given(entry(0, receivedWith({ on })))
      .under(inOffice)
      .thenDuty({ due: ends, customaryDue: ends });
  });

  test('is kept at its closing and late a millisecond after', () => {
    const friday = entry(0, receivedWith({ on: '2026-03-06' }));
    const at = (hour: string) => entry(1, returnedOn(march(6, hour)));
    given(friday, at('17:30:00')).under(inOffice).thenDuty({ state: 'kept' });
    given(friday, at('17:30:00.001')).under(inOffice).thenDuty({ state: 'late' });
  });
});

describe('nothing is owed', () => {
  test('where no appointment is on record', () => {
    given(entry(0, receivedWith(null))).thenNoDuty();
    given(entry(0, receivedWith(null)), entry(1, movedTo(null, march(3)))).thenNoDuty();
  });

  test('where the dossier was never received', () => {
    given(entry(0, returnedOn(march(3)))).thenNoDuty();
    given(entry(0, movedTo({ at: due }, march(3)))).thenNoDuty();
  });

  test('where the reception was entered by mistake', () => {
    const withdrawn = entry(2, fact('EntryWithdrawn', {}, march(4), { corrects: eventId(0) }));
    given(received, entry(1, returnedOn(march(20))), withdrawn).thenNoDuty();
  });

  test('and it is again, if that was the mistake', () => {
    const withdrawn = entry(1, fact('EntryWithdrawn', {}, march(4), { corrects: eventId(0) }));
    const restored = entry(2, fact('EntryWithdrawn', {}, march(5), { corrects: eventId(1) }));
    given(received, withdrawn, restored).thenDuty({ state: 'open', due, opening: received.id });
  });
});

test('an appointment that is given after the reception is owed from the reception', () => {
  const without = entry(0, receivedWith(null));
  const given10 = entry(1, movedTo({ at: due }, march(3)));
  given(without, given10).thenDuty({
    due,
    customaryDue: due,
    openedAt: without.occurredAt,
    evidence: [without, given10],
  });
});

test('an appointment that is first given after the end was not kept: there is no duty', () => {
  const without = entry(0, receivedWith(null));
  const done = entry(1, returnedOn(march(15)));
  const givenOn = (when: string) => entry(2, movedTo({ at: march(19) }, when));
  given(without, done, givenOn(march(20))).thenNoDuty();
  given(without, done, givenOn(march(15))).thenDuty({ state: 'kept' });
  const corrected = fact('ResultReturned', { document: '5/QĐ' }, march(15));
  const entries = [without, done, givenOn(march(20))];
  given(...entries, enteredAt(3, { ...corrected, corrects: eventId(1) }, march(21))).thenNoDuty();
});

test('of two receptions that stand the first on record opens it', () => {
  const asked = entry(0, fact('ProgressQueried', {}, march(1)));
  const real = entry(1, receivedWith({ at: due }));
  const second = { ...receivedWith({ at: march(30) }), corrects: eventId(0) };
  given(asked, real, entry(2, returnedOn(march(15))), enteredAt(3, second, march(20))).thenDuty({
    opening: real.id,
    due,
    state: 'late',
  });
});

describe('who owes it', () => {
  const accountable = (official: string | null) =>
    entry(
      0,
      fact('DossierReceived', {
        code: 'd1',
        appointment: { at: due },
        official,
        solvingUnit: 'H42.17',
      }),
    );
  const [official, agency] = [
    { kind: 'official', code: 'cv-1' },
    { kind: 'agency', code: 'H42.17' },
  ] as const;

  test('is the accountable official or the agency, as the centre says', () => {
    given(accountable('cv-1'))
      .under({ processingBearer: 'official' })
      .thenDuty({ bearer: official });
    given(accountable('cv-1')).under({ processingBearer: 'agency' }).thenDuty({ bearer: agency });
  });

  test('is the agency where no official is named', () => {
    given(accountable(null)).under({ processingBearer: 'official' }).thenDuty({ bearer: agency });
  });

  test('is whoever the corrected reception names', () => {
    const corrected = fact(
      'DossierReceived',
      { code: 'd1', appointment: { at: due }, official: 'cv-2' },
      march(2),
      { corrects: eventId(0) },
    );
    given(received, enteredAt(1, corrected, march(3))).thenDuty({
      bearer: { kind: 'official', code: 'cv-2' },
      opening: received.id,
    });
  });
});

describe('an appointment that is moved', () => {
  const later = march(20);
  const returned = entry(9, returnedOn(march(15)));

  test('before it had passed is a new due time', () => {
    const moved = entry(1, movedTo({ at: later }, march(9)));
    given(received, moved, returned).thenDuty({
      state: 'kept',
      due: later,
      customaryDue: later,
      evidence: [received, moved, returned],
    });
  });

  test('at the very instant is in time', () => {
    given(received, entry(1, movedTo({ at: later }, due))).thenDuty({ due: later });
  });

  test('after it had passed stands as it was, and the new one is shown beside it', () => {
    const moved = entry(1, movedTo({ at: later }, march(10, '10:00:00.001')));
    given(received, moved, returned).thenDuty({
      state: 'late',
      due,
      customaryDue: later,
      breached: true,
      closedPastCustomaryDue: false,
    });
  });

  test('is moved when that is entered, whatever date it is given', () => {
    const backdated = enteredAt(1, movedTo({ at: later }, march(9)), march(12));
    given(received, backdated).thenDuty({ due, customaryDue: later });
  });

  test('was moved when it happened, where an import tells of it from the start', () => {
    const opened = enteredAt(0, { ...received, ...imported }, march(30));
    const told = enteredAt(1, { ...movedTo({ at: later }, march(9)), ...imported }, march(30));
    given(opened, told).thenDuty({ due: later, customaryDue: later });
  });

  test.each([
    ['a backfill', backfilled],
    ['an import onto what was entered live', imported],
  ])('was not moved before it was recorded, where %s tells of it', (_, via) => {
    const told = enteredAt(1, { ...movedTo({ at: later }, march(9)), ...via }, march(30));
    given(received, told).thenDuty({ due, customaryDue: later });
  });

  test('forth and back, each in time, is where it was', () => {
    const forth = entry(1, movedTo({ at: later }, march(5)));
    const back = entry(2, movedTo({ at: due }, march(6)));
    given(received, forth, back, returned).thenDuty({ state: 'late', due, customaryDue: due });
  });

  test('forth in time and back too late stands where it was moved to', () => {
    const forth = entry(1, movedTo({ at: march(12) }, march(5)));
    const back = entry(2, movedTo({ at: due }, march(13)));
    given(received, forth, back).thenDuty({ due: march(12), customaryDue: due });
  });

  test('too late, and then again before the new one passed, stands as it was at first', () => {
    const first = entry(1, movedTo({ at: march(14) }, march(11)));
    const second = entry(2, movedTo({ at: later }, march(13)));
    given(received, first, second).thenDuty({ due, customaryDue: later });
  });

  test('by mistake, which is withdrawn in time, is where it was', () => {
    const moved = entry(1, movedTo({ at: later }, march(5)));
    const withdrawn = entry(2, fact('EntryWithdrawn', {}, march(6), { corrects: eventId(1) }));
    given(received, moved, withdrawn).thenDuty({
      due,
      customaryDue: due,
      evidence: [received, moved, withdrawn],
    });
  });

  test('by mistake, which is withdrawn when it had passed, stands where it was moved to', () => {
    const moved = entry(1, movedTo({ at: march(12) }, march(5)));
    const withdrawn = entry(2, fact('EntryWithdrawn', {}, march(13), { corrects: eventId(1) }));
    given(received, moved, withdrawn).thenDuty({ due: march(12), customaryDue: due });
  });

  test('to a date that is corrected when it had passed stands where it was moved to in time', () => {
    const moved = entry(1, movedTo({ at: march(12) }, march(5)));
    const corrected = { ...movedTo({ at: later }, march(5)), corrects: eventId(1) };
    const entries = [received, moved];
    given(...entries, enteredAt(2, corrected, march(13))).thenDuty({
      due: march(12),
      customaryDue: later,
    });
    given(...entries, enteredAt(2, corrected, march(11))).thenDuty({
      due: later,
      customaryDue: later,
    });
  });

  test('to no date at all is no other due time', () => {
    given(received, entry(1, movedTo(null, march(5)))).thenDuty({ due, customaryDue: due });
  });

  test('on a slip that is entered before the reception still moves it', () => {
    const moved = enteredAt(0, movedTo({ at: later }, march(5)), march(6));
    const reception = enteredAt(1, receivedWith({ at: due }), march(7));
    given(moved, reception).thenDuty({ due: later, customaryDue: later });
  });
});

describe('a correction of the appointment in the reception', () => {
  const corrected = (at: string | null) => ({
    ...receivedWith(at === null ? null : { at }),
    corrects: eventId(0),
  });
  const live = (at: string | null, when: string, number = 1) =>
    enteredAt(number, corrected(at), when);

  test('before it had passed is judged as corrected', () => {
    given(received, live(march(20), march(9))).thenDuty({
      due: march(20),
      customaryDue: march(20),
      opening: received.id,
    });
  });

  test('after it had passed stands as it was stated, and the corrected one is shown beside it', () => {
    given(received, live(march(20), march(11))).thenDuty({ due, customaryDue: march(20) });
  });

  test('is known when it is recorded, also where an import brings it', () => {
    const told = entry(0, { ...receivedWith({ at: due }), ...imported });
    const inTime = enteredAt(1, { ...corrected(march(20)), ...imported }, march(9));
    const tooLate = enteredAt(1, { ...corrected(march(20)), ...imported }, march(11));
    given(told, inTime).thenDuty({ due: march(20) });
    given(told, tooLate).thenDuty({ due, customaryDue: march(20) });
  });

  test('that is itself corrected: each counts from when it was known', () => {
    const first = live(march(12), march(9));
    const second = enteredAt(2, { ...corrected(march(20)), corrects: eventId(1) }, march(11));
    const third = enteredAt(3, { ...corrected(march(25)), corrects: eventId(2) }, march(21));
    given(received, first, second).thenDuty({ due: march(20), customaryDue: march(20) });
    given(received, first, second, third).thenDuty({ due: march(20), customaryDue: march(25) });
  });

  test('takes nothing from the move that came after the reception, though it is recorded later', () => {
    const moved = entry(1, movedTo({ at: march(15) }, march(5)));
    given(received, moved, live(march(20), march(9), 2)).thenDuty({
      due: march(15),
      customaryDue: march(15),
    });
  });

  test('to none, in time: nothing is owed; too late: what had passed stands', () => {
    given(received, live(null, march(9))).thenNoDuty();
    given(received, live(null, march(11)), entry(9, returnedOn(march(15)))).thenDuty({
      state: 'late',
      due,
      customaryDue: due,
    });
  });
});

describe('a late or a corrected entry changes the verdict', () => {
  const late = entry(1, returnedOn(march(15)));

  test('an earlier decision that is entered afterwards', () => {
    given(received, late).thenDuty({ state: 'late' });
    const decided = enteredAt(2, fact('DossierDecided', {}, march(8)), march(16));
    given(received, late, decided).thenDuty({ state: 'kept', closedAt: decided.occurredAt });
  });

  test('a finish date that is corrected', () => {
    const set = { ...returnedOn(due), corrects: eventId(1) };
    const back = enteredAt(2, set, march(16));
    given(received, late, back).thenDuty({ state: 'kept', evidence: [received, back] });
  });

  test('a result that is withdrawn', () => {
    const withdrawn = entry(2, fact('EntryWithdrawn', {}, march(16), { corrects: eventId(1) }));
    given(received, late, withdrawn).thenDuty({ state: 'open', closedAt: null });
  });

  test('whatever the order in which all that was entered by an import', () => {
    const facts = [receivedWith({ at: due }), movedTo({ at: march(12) }, march(5)), late];
    const told = facts.map((one) => ({ ...one, ...imported }));
    for (const order of permutations(told)) {
      const entries = order.map((one, number) => enteredAt(number, one, march(30)));
      given(...entries).thenDuty({ state: 'late', due: march(12), customaryDue: march(12) });
    }
  });
});

describe('waiting for a supplement', () => {
  const asked = (when: string, number = 1) => entry(number, fact('SupplementRequested', {}, when));
  const brought = (when: string, number = 2) => entry(number, fact('SupplementReceived', {}, when));
  const extending = { supplementPause: 'extend' } as const;
  const restarting = { supplementPause: 'restart' } as const;

  test('does nothing to the due time where the centre says so, and hides nothing that is overdue', () => {
    given(received, asked(march(5)), brought(march(8))).thenDuty({ due, suspended: false });
    given(received, asked(march(5))).thenDuty({ due, state: 'open', suspended: false });
  });

  test('moves it by as much where it extends', () => {
    const [request, answer] = [asked(march(5)), brought(march(8))];
    given(received, request, answer)
      .under(extending)
      .thenDuty({
        due: march(13),
        customaryDue: march(13),
        suspended: false,
        evidence: [received, request, answer],
      });
  });

  test('starts the whole time again where it restarts', () => {
    given(received, asked(march(5)), brought(march(8)))
      .under(restarting)
      .thenDuty({ due: march(16) });
  });

  test('counts again for a second request by custom, from when it was made, and strictly where two may be', () => {
    const entries = [asked(march(5)), brought(march(6)), asked(march(8), 3), brought(march(10), 4)];
    given(received, ...entries)
      .under(extending)
      .thenDuty({ due: march(11), customaryDue: march(13) });
    given(received, ...entries)
      .under(restarting)
      .thenDuty({ due: march(14), customaryDue: march(18) });
    given(received, ...entries)
      .under({ ...restarting, supplementRequestsMax: 2 })
      .thenDuty({ due: march(18), customaryDue: march(18) });
  });

  test('counts once for two requests at a time', () => {
    const entries = [asked(march(5)), asked(march(6), 3), brought(march(8))];
    given(received, ...entries)
      .under(extending)
      .thenDuty({ due: march(13) });
  });

  test('is counted in working time, over a weekend and holidays', () => {
    const inOffice = { ...extending, hours: 'vietnam' } as const;
    const dueOnWednesday = entry(0, receivedWith({ on: '2026-04-29' }));
    const request = asked('2026-04-29T15:30:00+07:00'); // the last two hours before four days off
    const answer = brought('2026-05-04T07:30:00+07:00');
    given(dueOnWednesday, request, answer)
      .under(inOffice)
      .thenDuty({ due: '2026-05-04T09:30:00+07:00' });
  });

  test.each([
    ['extending', extending],
    ['restarting', restarting],
  ])('stops the time while it lasts, %s', (_, profile) => {
    given(received, asked(march(5)))
      .under(profile)
      .thenDuty({ state: 'open', suspended: true });
  });

  test.each([
    ['extending', extending],
    ['restarting', restarting],
  ])('gives no time back once it was up, %s', (_, profile) => {
    given(received, asked(march(11)))
      .under(profile)
      .thenDuty({ due, suspended: false });
    given(received, asked(march(11)), brought(march(15)))
      .under(profile)
      .thenDuty({ due });
  });

  test('is over when the dossier is: what ends it while it lasts is in time', () => {
    const stopped = entry(2, fact('DossierStopped', {}, march(25)));
    given(received, asked(march(5)), stopped)
      .under(extending)
      .thenDuty({
        state: 'ended',
        breached: false,
        suspended: false,
      });
  });

  test('is no wait of a dossier that was not received yet', () => {
    const before = asked('2026-02-27T10:00:00+07:00');
    given(received, before, brought(march(1)))
      .under(extending)
      .thenDuty({ due, suspended: false });
    given(received, before).under(extending).thenDuty({ suspended: false });
  });

  test('of which only the days are known begins and ends with them', () => {
    const day = { precision: 'day' } as const;
    const request = entry(1, fact('SupplementRequested', {}, march(2, '00:00:00'), day));
    const answer = entry(2, fact('SupplementReceived', {}, march(4, '00:00:00'), day));
    given(received, request).under(extending).thenDuty({ suspended: true });
    given(received, request, answer)
      .under(extending)
      .thenDuty({ due: '2026-03-12T00:00:00+07:00' });
    const sameDay = entry(2, fact('SupplementReceived', {}, march(5, '00:00:00'), day));
    given(received, asked(march(5)), sameDay)
      .under(extending)
      .thenDuty({ due, suspended: false });
  });

  test('keeps an appointment open to be moved: it had not passed', () => {
    const moved = (when: string) => entry(3, movedTo({ at: march(20) }, when));
    const wait = [asked(march(5)), brought(march(8))]; // due on the 13th
    given(received, ...wait, moved(march(12)))
      .under(extending)
      .thenDuty({ due: march(20) });
    given(received, ...wait, moved(march(14)))
      .under(extending)
      .thenDuty({ due: march(13) });
    given(received, asked(march(5)), moved(march(19)))
      .under(extending)
      .thenDuty({ due: march(20) });
  });

  test('that was over is not added to an appointment that was given after it', () => {
    const moved = entry(3, movedTo({ at: march(20) }, march(9)));
    given(received, asked(march(5)), brought(march(8)), moved)
      .under(extending)
      .thenDuty({
        due: march(20),
        customaryDue: march(20),
      });
  });

  test('of a dossier promised before it came starts no time again', () => {
    const promised = entry(0, receivedWith({ at: march(1) }));
    given(promised, asked(march(2)), brought(march(3)))
      .under(restarting)
      .thenDuty({ due: march(1) });
  });
});

test('as of an earlier entry the earlier verdict stands', () => {
  const centre = centreWith(processingDeadline);
  const entries: Entry<DossierEvent>[] = [
    received,
    entry(1, returnedOn(march(15))),
    enteredAt(2, { ...returnedOn(due), corrects: eventId(1) }, march(16)),
  ];
  const states = entries.map(
    (_, last) =>
      verdictOf('dossier', historyOf(entries.slice(0, last + 1)), centre).duties[0]?.state,
  );
  expect(states).toEqual(['open', 'late', 'kept']);
});

function permutations(facts: readonly Proposal<DossierEvent>[]): Proposal<DossierEvent>[][] {
  if (facts.length === 0) return [[]];
  return facts.flatMap((first, place) =>
    permutations(facts.toSpliced(place, 1)).map((rest) => [first, ...rest]),
  );
}
