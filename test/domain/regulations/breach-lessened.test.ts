/** A breach that is corrected away is itself a finding: who, when, and what it was before. */
import { describe, test } from 'vitest';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { AnyEvent, Stated } from '../../../src/domain/entry.ts';
import { noAppointment } from '../../../src/domain/regulations/rules/no-appointment.ts';
import { processingDeadline } from '../../../src/domain/regulations/rules/processing-deadline.ts';
import { supplementOnce } from '../../../src/domain/regulations/rules/supplement-once.ts';
import { workAfterEnd } from '../../../src/domain/regulations/rules/work-after-end.ts';
import { ActorId } from '../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../support/rule-spec.ts';
import { backfilled, entry, eventId, imported, proposalsOf } from '../../support/stated.ts';

const fact = proposalsOf(dossier);
const { given } = specifyRule(processingDeadline);

/** On a day of March 2026, in Vietnam. The dossier is due at 10:00 on the 10th. */
function march(day: number, hour = '10:00:00'): string {
  return `2026-03-${String(day).padStart(2, '0')}T${hour}+07:00`;
}

function receivedWith(appointment: { readonly at: string } | null, also: Partial<Stated> = {}) {
  return fact('DossierReceived', { code: 'd1', appointment }, march(2), also);
}

function movedTo(at: string, when: string) {
  return fact('AppointmentMoved', { by: 'gd-1', before: null, after: { at } }, when);
}

const received = entry(0, receivedWith({ at: march(10) }));
const late = entry(1, fact('ResultReturned', {}, march(10, '11:30:00')));

/** Corrects what stands as event number `corrects`. */
function correcting<Event extends AnyEvent>(corrects: number, event: Event) {
  return { ...event, corrects: eventId(corrects), actor: ActorId.parse('admin-1') };
}

const byAdmin = (day: number) => `by admin-1 at 2026-03-${day}T03:00:00.000Z`;
const on16 = byAdmin(16);

describe('a finish date', () => {
  test('set back to the due date takes a breach away, and says so', () => {
    const setBack = enteredAt(2, correcting(1, fact('ResultReturned', {}, march(10))), march(16));
    given(received, late, setBack).thenDuty({ state: 'kept' });
    given(received, late, setBack).thenFindings({
      rule: 'breach-lessened',
      citation: 'article 7',
      at: setBack.recordedAt,
      bearer: { kind: 'agency', code: null },
      evidence: [setBack.id, late.id, received.id],
      detail: `processing-deadline: late by 90 minutes before and by 0 minutes after, ${on16}`,
    });
  });

  test('set back a little lessens it', () => {
    const setBack = correcting(1, fact('ResultReturned', {}, march(10, '10:00:00.001')));
    given(received, late, enteredAt(2, setBack, march(16))).thenLessened(
      `processing-deadline: late by 90 minutes before and by 1 minutes after, ${on16}`,
    );
  });

  test.each([
    ['set later', march(11)],
    ['left as it was', march(10, '11:30:00')],
  ])('%s takes nothing away', (_, when) => {
    const corrected = correcting(1, fact('ResultReturned', { document: '5/QĐ' }, when));
    given(received, late, enteredAt(2, corrected, march(16))).thenLessened();
  });

  test('that was in time takes nothing away, wherever it is set', () => {
    const early = entry(1, fact('ResultReturned', {}, march(9)));
    const corrected = correcting(1, fact('ResultReturned', {}, march(5)));
    given(received, early, enteredAt(2, corrected, march(16))).thenLessened();
  });

  test('that is withdrawn takes nothing away: the dossier is overdue again', () => {
    const withdrawn = enteredAt(2, correcting(1, fact('EntryWithdrawn', {}, march(16))), march(16));
    given(received, late, withdrawn).thenLessened();
  });

  test('set back under an appointment that was moved too late takes the strict breach away', () => {
    const moved = entry(2, movedTo(march(20), march(11)));
    const setBack = correcting(1, fact('ResultReturned', {}, march(9)));
    const entries = [received, late, moved, enteredAt(3, setBack, march(16))];
    given(...entries).thenDuty({ state: 'kept', breached: false, closedPastCustomaryDue: false });
    given(...entries).thenLessened(
      'processing-deadline: late by 90 minutes before and by 0 minutes after, by clerk-9 at 2026-03-11T03:00:00.000Z',
      `processing-deadline: late by 90 minutes before and by 0 minutes after, ${on16}`,
    );
  });
});

describe('a finish entered late', () => {
  const backdated = (when: string) => fact('DossierDecided', {}, when);

  test('with a date in time takes away what was overdue, and says so', () => {
    const decided = enteredAt(1, backdated(march(10, '09:00:00')), march(16));
    given(received, decided).thenDuty({ state: 'kept' });
    given(received, decided).thenLessened(
      'processing-deadline: late by 8640 minutes before and by 0 minutes after, by clerk-9 at 2026-03-16T03:00:00.000Z',
    );
  });

  test.each([
    ['within the lag of a counter', march(10, '09:58:00'), march(10, '10:13:00')],
    ['late, but before it was due', march(5), march(9)],
    ['as late as it was', march(16), march(16, '10:15:00')],
  ])('%s takes nothing away', (_, when, entered) => {
    given(received, enteredAt(1, backdated(when), entered)).thenLessened();
  });

  test('one minute past the lag is looked at twice', () => {
    const decided = backdated(march(10, '09:50:00'));
    given(received, enteredAt(1, decided, march(10, '10:05:00'))).thenLessened();
    given(received, enteredAt(1, decided, march(10, '10:05:00.001'))).thenLessened(
      'processing-deadline: late by 6 minutes before and by 0 minutes after, by clerk-9 at 2026-03-10T03:05:00.001Z',
    );
  });

  test('with a day alone, it is from the end of that day at the centre', () => {
    const onTheDay = { ...backdated(march(10, '00:00:00')), precision: 'day' } as const;
    given(received, enteredAt(1, onTheDay, march(11, '00:15:00'))).thenLessened();
    given(received, enteredAt(1, onTheDay, march(11, '00:15:00.001'))).thenLessened(
      'processing-deadline: late by 856 minutes before and by 0 minutes after, by clerk-9 at 2026-03-10T17:15:00.001Z',
    );
  });

  test('a stop or a withdrawal with a date in time is no way around it', () => {
    const stopped = enteredAt(1, fact('DossierStopped', {}, march(9)), march(16));
    given(received, stopped).thenLessened(
      'processing-deadline: late by 8640 minutes before and by 0 minutes after, by clerk-9 at 2026-03-16T03:00:00.000Z',
    );
  });

  const found =
    'processing-deadline: late by 8640 minutes before and by 0 minutes after, by clerk-9 at 2026-03-16T03:00:00.000Z';

  test('by a backfill is looked at like any other', () => {
    given(
      received,
      enteredAt(1, { ...backdated(march(9)), ...backfilled }, march(16)),
    ).thenLessened(found);
  });
});

describe('what an import tells', () => {
  const longer = {
    recordedVia: { mode: 'import', file: 'receipt-2.csv', digest: '1'.repeat(64) },
  } as const;
  const decided = (via: Partial<Stated>) => ({ ...fact('DossierDecided', {}, march(9)), ...via });
  const readOn = (day: number) => enteredAt(0, { ...received, ...imported }, march(day));
  const found =
    'processing-deadline: late by 8640 minutes before and by 0 minutes after, by clerk-9 at 2026-03-16T03:00:00.000Z';

  test('was known when it happened, where one file tells it all', () => {
    given(readOn(12), enteredAt(1, decided(imported), march(16))).thenLessened();
  });

  test('of a record that was entered live is new', () => {
    given(received, enteredAt(1, decided(imported), march(16))).thenLessened(found);
    const noted = enteredAt(1, fact('ProgressQueried', {}, march(11)), march(11));
    given(readOn(3), noted, enteredAt(2, decided(imported), march(16))).thenLessened(found);
  });

  test.each([
    ['before it happened, is not new', 5, []],
    ['at that very instant, is not new', 9, []],
    ['after it and did not tell it, is new', 12, [found]],
  ])('after an earlier file that was read %s', (_, day, details) => {
    given(readOn(day), enteredAt(1, decided(longer), march(16))).thenDuty({ state: 'kept' });
    given(readOn(day), enteredAt(1, decided(longer), march(16))).thenLessened(...details);
  });

  test('is known when it is recorded, if it is dated after that', () => {
    const moved = { ...movedTo(march(30), march(25)), ...imported };
    given(readOn(3), enteredAt(1, moved, march(9))).thenDuty({ due: march(30) });
  });
});

describe('what is late and handed to another', () => {
  const owedBy = (official: string | null) =>
    fact('DossierReceived', { code: 'd1', appointment: { at: march(10) }, official }, march(2));
  const opened = entry(0, owedBy('cv-1'));

  test.each([
    ['late', [late]],
    ['overdue', []],
  ])('is found when it is %s', (_, done) => {
    const another = enteredAt(2, correcting(0, owedBy('cv-2')), march(16));
    given(opened, ...done, another).thenFindings({
      rule: 'breach-lessened',
      bearer: { kind: 'official', code: 'cv-1' },
      detail: `processing-deadline: late, and owed by official cv-1 before and by official cv-2 after, ${on16}`,
    });
  });

  test('is found when nobody is named in the place', () => {
    given(opened, late, enteredAt(2, correcting(0, owedBy(null)), march(16))).thenLessened(
      `processing-deadline: late, and owed by official cv-1 before and by an unnamed agency after, ${on16}`,
    );
  });

  test.each([
    ['before it is late', 'cv-2', 9],
    ['late, to the same', 'cv-1', 16],
  ])('%s is not found', (_, official, day) => {
    given(opened, enteredAt(1, correcting(0, owedBy(official)), march(day))).thenLessened();
  });
});

describe('an appointment', () => {
  test('moved after it had passed lessens what is overdue', () => {
    const moved = entry(1, movedTo(march(20), march(11)));
    given(received, moved).thenFindings({
      rule: 'breach-lessened',
      at: moved.occurredAt,
      evidence: [moved.id, received.id],
      detail:
        'processing-deadline: late by 1440 minutes before and by 0 minutes after, by clerk-9 at 2026-03-11T03:00:00.000Z',
    });
  });

  test('moved a little lessens it a little', () => {
    const moved = entry(1, movedTo(march(10, '12:00:00'), march(11)));
    given(received, moved).thenLessened(
      'processing-deadline: late by 1440 minutes before and by 1320 minutes after, by clerk-9 at 2026-03-11T03:00:00.000Z',
    );
  });

  test.each([
    ['before it had passed', march(20), march(9)],
    ['at the very instant', march(20), march(10)],
    ['to an earlier time', march(5), march(11)],
  ])('moved %s takes nothing away', (_, to, when) => {
    given(received, entry(1, movedTo(to, when))).thenLessened();
  });

  test('moved in time takes nothing away, though an import tells of it long afterwards', () => {
    const facts = [receivedWith({ at: march(10) }), movedTo(march(20), march(9)), late];
    const [opened, moved, returned] = facts.map((one, number) =>
      enteredAt(number, { ...one, ...imported }, march(30)),
    );
    if (opened === undefined || moved === undefined || returned === undefined) return;
    given(opened, moved, returned).thenDuty({ state: 'kept' });
    given(opened, moved, returned).thenLessened();
  });

  test('moved too late is found, though a backfill says that it was in time', () => {
    const moved = { ...movedTo(march(20), march(9)), ...backfilled };
    given(received, late, enteredAt(2, moved, march(16))).thenDuty({ state: 'late' });
    given(received, late, enteredAt(2, moved, march(16))).thenLessened(
      'processing-deadline: late by 90 minutes before and by 0 minutes after, by clerk-9 at 2026-03-16T03:00:00.000Z',
    );
  });

  test('moved too late is found, though only an import tells of it', () => {
    const [opened, moved] = [receivedWith({ at: march(10) }), movedTo(march(20), march(11))];
    given(
      enteredAt(0, { ...opened, ...imported }, march(30)),
      enteredAt(1, { ...moved, ...imported }, march(30)),
    ).thenFindings({ rule: 'breach-lessened', at: moved.occurredAt });
  });

  test('of a dossier that was done in time, moved afterwards, takes nothing away', () => {
    const early = entry(1, fact('ResultReturned', {}, march(9)));
    given(received, early, entry(2, movedTo(march(20), march(11)))).thenLessened();
  });

  test('corrected in the reception after it had passed lessens it', () => {
    const corrected = correcting(0, receivedWith({ at: march(20) }));
    given(received, late, enteredAt(2, corrected, march(16))).thenLessened(
      `processing-deadline: late by 90 minutes before and by 0 minutes after, ${on16}`,
    );
  });

  test('corrected by an import is found when the import tells of it, and says how late it was', () => {
    const told = enteredAt(0, { ...receivedWith({ at: march(10) }), ...imported }, march(12));
    const result = enteredAt(1, { ...late, ...imported }, march(12));
    const corrected = { ...correcting(0, receivedWith({ at: march(20) })), ...imported };
    given(told, result, enteredAt(2, corrected, march(16))).thenLessened(
      `processing-deadline: late by 90 minutes before and by 0 minutes after, ${on16}`,
    );
  });

  test('corrected together with what shows that it was kept takes nothing away', () => {
    const told = enteredAt(0, { ...receivedWith({ at: march(10) }), ...imported }, march(9));
    const corrected = { ...correcting(0, receivedWith({ at: march(20) })), ...imported };
    const result = { ...fact('ResultReturned', {}, march(9)), ...imported };
    given(told, enteredAt(1, corrected, march(16)), enteredAt(2, result, march(16))).thenLessened();
  });
});

test('a reception that is withdrawn takes what was overdue away', () => {
  const withdrawn = correcting(0, fact('EntryWithdrawn', {}, march(16)));
  given(received, entry(1, withdrawn)).thenNoDuty();
  given(received, entry(1, withdrawn)).thenLessened(
    `processing-deadline: late by 8640 minutes before and by 0 minutes after, ${on16}`,
  );
});

test('while a supplement is waited for, nothing is late that could be lessened', () => {
  const waiting = { supplementPause: 'extend' } as const;
  const asked = entry(1, fact('SupplementRequested', {}, march(5)));
  const moved = entry(2, movedTo(march(25), march(20)));
  given(received, asked, moved).under(waiting).thenLessened();
});

test('of several amendments each is found that took something away, and no other', () => {
  const moved = entry(2, movedTo(march(10, '11:00:00'), march(11)));
  const noted = correcting(1, fact('ResultReturned', { document: '5/QĐ' }, march(10, '11:30:00')));
  const setBack = correcting(3, fact('ResultReturned', {}, march(10)));
  given(
    received,
    late,
    moved,
    enteredAt(3, noted, march(15)),
    enteredAt(4, setBack, march(16)),
  ).thenLessened(
    'processing-deadline: late by 90 minutes before and by 30 minutes after, by clerk-9 at 2026-03-11T03:00:00.000Z',
    `processing-deadline: late by 90 minutes before and by 0 minutes after, ${on16}`,
  );
});

test('what was taken away and put back was taken away all the same', () => {
  const setBack = enteredAt(2, correcting(1, fact('ResultReturned', {}, march(10))), march(16));
  const putBack = entry(3, correcting(2, fact('EntryWithdrawn', {}, march(17))));
  const entries = [received, late, setBack, putBack];
  given(...entries).thenDuty({ state: 'late' });
  given(...entries).thenLessened(
    `processing-deadline: late by 90 minutes before and by 0 minutes after, ${on16}`,
  );
});

describe('an act that is a breach', () => {
  const asked = (number: number, day: number) =>
    entry(number, fact('SupplementRequested', {}, march(day)));

  test('and is withdrawn was one', () => {
    const withdrawn = entry(2, correcting(1, fact('EntryWithdrawn', {}, march(16))));
    given(asked(0, 3), asked(1, 4), withdrawn)
      .under({ rule: supplementOnce })
      .thenLessened(`supplement-once: 1 breaches before and 0 after, ${on16}`);
  });

  test('of which there were more, together one finding, is lessened', () => {
    const steps = [12, 13].map((day, place) =>
      entry(place + 2, fact('StepCompleted', { step: 'Thẩm định' }, march(day))),
    );
    const setBack = correcting(2, fact('StepCompleted', { step: 'Thẩm định' }, march(9)));
    given(received, late, ...steps, enteredAt(4, setBack, march(16)))
      .under({ rule: workAfterEnd })
      .thenLessened(`work-after-end: breached by 3 events before and by 2 after, ${on16}`);
  });

  test('and is only described otherwise is as it was', () => {
    const described = correcting(1, fact('SupplementRequested', { reference: '9/PBS' }, march(4)));
    given(asked(0, 3), asked(1, 4), enteredAt(2, described, march(16)))
      .under({ rule: supplementOnce })
      .thenLessened();
  });

  test('is taken away by an appointment that is put into the reception afterwards', () => {
    const without = entry(0, receivedWith(null));
    const corrected = correcting(0, receivedWith({ at: march(20) }));
    given(without, enteredAt(1, corrected, march(16)))
      .under({ rule: noAppointment })
      .thenLessened(`no-appointment: 1 breaches before and 0 after, ${on16}`);
  });

  test('is taken away by an appointment that is given later, but not after the end', () => {
    const without = entry(0, receivedWith(null));
    const appointed = entry(2, movedTo(march(20), march(9)));
    given(without, appointed)
      .under({ rule: noAppointment })
      .thenLessened(
        'no-appointment: 1 breaches before and 0 after, by clerk-9 at 2026-03-09T03:00:00.000Z',
      );
    const done = entry(1, fact('DossierDecided', {}, march(8)));
    given(without, done, appointed).under({ rule: noAppointment }).thenLessened();
  });
});
