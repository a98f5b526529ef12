/** Nothing takes a breach away unseen: not an entry of the record that is judged, and none of what it is judged by. */
import { describe, expect, test } from 'vitest';
import { centre } from '../../../src/domain/centre/centre/vocabulary.ts';
import { official } from '../../../src/domain/centre/official/vocabulary.ts';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { AnyEvent, Entry, Stated } from '../../../src/domain/entry.ts';
import { processingDeadline } from '../../../src/domain/regulations/rules/processing-deadline.ts';
import { signatureWithoutAuthority } from '../../../src/domain/regulations/rules/signature-without-authority.ts';
import { transferIn30Minutes } from '../../../src/domain/regulations/rules/transfer-in-30-minutes.ts';
import { ActorId } from '../../../src/domain/units.ts';
import { keptOn, march } from '../../support/kept.ts';
import { specifyRule } from '../../support/rule-spec.ts';
import { backfilled, eventId, imported } from '../../support/stated.ts';

const stream = 'dossier-H42.17-260302-0001';
const onRecord = keptOn(dossier, stream, 'reference');
const laidDown = keptOn(centre, 'centre-reference-2026', 'reference');
const ofLeader = keptOn(official, 'official-pgd-1', 'reference');
const { given } = specifyRule(processingDeadline, stream);

const admin = { actor: ActorId.parse('admin-1') };

/** By the administrator, on the 16th at nine, whatever it states. */
function on16(also: Partial<Stated> = {}) {
  return { ...admin, ...also, recordedAt: march(16, '09:00') };
}

const received = (also: object = {}) =>
  onRecord(
    0,
    'DossierReceived',
    { code: 'd1', appointment: { at: march(10, '10:00') }, ...also },
    march(2),
  );
const late = onRecord(1, 'ResultReturned', {}, march(12, '10:00'));

/** The finding that names the act, and what was broken. */
function naming({ id }: Entry<AnyEvent>, rule: string, also: object = {}) {
  return {
    rule: 'breach-lessened',
    evidence: expectFirst(id),
    lessened: { rule, by: 'admin-1', entry: id, ...also },
  };
}

function expectFirst(id: string) {
  return expect.arrayContaining([id]);
}

const wasLate = { state: 'late', late: { from: utc(10, '10:00'), until: utc(12, '10:00') } };
const wasOverdue = { state: 'overdue', late: { from: utc(10, '10:00'), until: utc(16, '09:00') } };

function utc(day: number, clock: string): string {
  return new Date(march(day, clock)).toISOString();
}

describe('who wants a late dossier to look in time, and', () => {
  test('corrects the date of its result, is named', () => {
    const act = onRecord(2, 'ResultReturned', {}, march(10), on16({ corrects: late.id }));
    given(received(), late, act).thenFindings(
      naming(act, 'processing-deadline', {
        at: utc(16, '09:00'),
        before: wasLate,
        after: { state: 'kept', late: null, bearer: { kind: 'agency', code: null }, acts: null },
      }),
    );
  });

  test('moves its appointment, is named', () => {
    const data = { by: 'admin-1', before: null, after: { at: march(20) } };
    const act = onRecord(2, 'AppointmentMoved', data, march(16, '09:00'), on16());
    given(received(), late, act).thenFindings(
      naming(act, 'processing-deadline', { before: wasLate, after: { state: 'late', late: null } }),
    );
  });

  test('withdraws its reception, is named', () => {
    const also = on16({ corrects: eventId(0) });
    const act = onRecord(2, 'EntryWithdrawn', {}, march(16, '09:00'), also);
    given(received(), late, act).thenFindings(
      naming(act, 'processing-deadline', { before: wasLate, after: { state: null, late: null } }),
    );
  });

  test.each([
    ['backfills a request for papers', backfilled],
    ['imports a file that tells of one', imported],
    ['enters one with an earlier date', {}],
  ])('%s, is named', (_, via) => {
    const act = onRecord(1, 'SupplementRequested', {}, march(9), on16(via));
    given(received(), act)
      .under({ supplementPause: 'extend' })
      .thenFindings(
        naming(act, 'processing-deadline', { before: wasOverdue, after: { state: 'open' } }),
      );
  });

  test('imports a file that gives it another end, is named', () => {
    const act = onRecord(1, 'DossierDecided', {}, march(9), on16(imported));
    given(received(), act).thenFindings(
      naming(act, 'processing-deadline', { before: wasOverdue, after: { state: 'kept' } }),
    );
  });
});

describe('what was passed on after half an hour', () => {
  const rule = transferIn30Minutes;
  const vietnam = { rule, hours: 'vietnam', transferWithin: 30 } as const;
  const slip = { slip: 'PTN-1', channel: 'direct', receiver: 'cv-1' } as const;
  // Received on Monday the 2nd at 08:00, so due at 08:30; passed on at 09:30.
  const passedOn = onRecord(1, 'DossierTransferred', {}, march(2, '09:30'));
  const opened = received(slip);
  const anHourLate = { state: 'late', late: { from: utc(2, '08:30'), until: utc(2, '09:30') } };
  const inTime = { before: anHourLate, after: { state: 'kept', late: null } };

  const closing = (day: number) => ({
    notice: 'TB-1',
    source: '1/TB',
    off: [{ date: march(day).slice(0, 10), reason: 'mất điện' }],
  });

  test('is late', () => {
    given(opened, passedOn)
      .under(vietnam)
      .thenDuty({ state: 'late', due: march(2, '08:30') });
  });

  test('a closed day entered afterwards shows', () => {
    const act = laidDown(2, 'CalendarNoticeIssued', closing(2), march(16, '09:00'), on16());
    given(opened, passedOn, act).under(vietnam).thenDuty({ state: 'kept' });
    given(opened, passedOn, act)
      .under(vietnam)
      .thenFindings(naming(act, 'transfer-in-30-minutes', inTime));
  });

  test('so does one that says it was issued in time', () => {
    const act = laidDown(
      2,
      'CalendarNoticeIssued',
      closing(2),
      '2026-02-20T08:00:00+07:00',
      on16(),
    );
    given(opened, passedOn, act)
      .under(vietnam)
      .thenFindings(naming(act, 'transfer-in-30-minutes', inTime));
  });

  test('so does one of the same day, once it was late', () => {
    const issued = (clock: string) =>
      laidDown(2, 'CalendarNoticeIssued', closing(2), march(2, clock), admin);
    given(opened, issued('08:31'), passedOn)
      .under(vietnam)
      .thenFindings(naming(issued('08:31'), 'transfer-in-30-minutes'));
    given(opened, issued('08:30'), passedOn).under(vietnam).thenFindings();
  });

  test('a notice of another day, or one that was there before, shows nothing', () => {
    const other = laidDown(2, 'CalendarNoticeIssued', closing(6), march(16, '09:00'), on16());
    given(opened, passedOn, other).under(vietnam).thenFindings();
    const early = laidDown(2, 'CalendarNoticeIssued', closing(2), '2026-02-20T08:00:00+07:00');
    given(opened, passedOn, early).under(vietnam).thenDuty({ state: 'kept' });
    given(opened, passedOn, early).under(vietnam).thenFindings();
  });

  test('a notice that is corrected to say that the day was closed shows', () => {
    const early = laidDown(2, 'CalendarNoticeIssued', closing(6), '2026-02-20T08:00:00+07:00');
    const act = laidDown(
      3,
      'CalendarNoticeIssued',
      closing(2),
      '2026-02-20T08:00:00+07:00',
      on16({ corrects: early.id }),
    );
    given(opened, passedOn, early, act)
      .under(vietnam)
      .thenFindings(naming(act, 'transfer-in-30-minutes', inTime));
  });

  test('other hours from an earlier day show', () => {
    const act = laidDown(
      2,
      'ServiceHoursSet',
      { week: [{ days: ['mon'], from: '09:00', to: '17:00' }], from: '2026-03-01' },
      march(16, '09:00'),
      on16(),
    );
    given(opened, passedOn, act)
      .under(vietnam)
      .thenFindings(naming(act, 'transfer-in-30-minutes', inTime));
  });

  const longer = (from: string) => ({
    parameter: 'transferWithin',
    value: 240,
    from,
    document: '1/QĐ',
  });

  test.each([
    ['of an earlier date shows', '2026-03-02', 1],
    ['of the next day shows nothing', '2026-03-03', 0],
  ])('a value %s', (_, from, times) => {
    const act = laidDown(2, 'ProfileValueSet', longer(from), march(16, '09:00'), on16());
    given(opened, passedOn, act)
      .under(vietnam)
      .thenFindings(...Array.from({ length: times }, () => naming(act, rule.key, inTime)));
  });

  test('two steps hide no more than one: the first still shows', () => {
    const first = onRecord(2, 'DossierTransferred', {}, march(2, '08:20'), {
      ...admin,
      corrects: passedOn.id,
      recordedAt: march(5),
    });
    const second = laidDown(3, 'CalendarNoticeIssued', closing(2), march(16, '09:00'), on16());
    given(opened, passedOn, first, second).under(vietnam).thenFindings(naming(first, rule.key));
  });

  test('nor do two of other records, in either order', () => {
    const notice = laidDown(2, 'CalendarNoticeIssued', closing(2), march(14), admin);
    const value = laidDown(3, 'ProfileValueSet', longer('2026-03-01'), march(16, '09:00'), on16());
    given(opened, passedOn, notice, value).under(vietnam).thenFindings(naming(notice, rule.key));
    const earlier = laidDown(2, 'ProfileValueSet', longer('2026-03-01'), march(14), admin);
    const later = laidDown(3, 'CalendarNoticeIssued', closing(2), march(16, '09:00'), on16());
    given(opened, passedOn, earlier, later).under(vietnam).thenFindings(naming(earlier, rule.key));
  });

  test('what is taken away and given back was taken away all the same', () => {
    const act = laidDown(2, 'CalendarNoticeIssued', closing(2), march(14), admin);
    const back = laidDown(3, 'EntryWithdrawn', {}, march(16, '09:00'), on16({ corrects: act.id }));
    given(opened, passedOn, act, back).under(vietnam).thenDuty({ state: 'late' });
    given(opened, passedOn, act, back)
      .under(vietnam)
      .thenFindings(naming(act, rule.key, inTime));
  });

  test('what was never late is not taken away', () => {
    const quick = onRecord(1, 'DossierTransferred', {}, march(2, '08:30'));
    const act = laidDown(2, 'CalendarNoticeIssued', closing(2), march(16, '09:00'), on16());
    given(opened, quick, act).under(vietnam).thenFindings();
  });
});

describe('a signature of somebody who had no authority that day', () => {
  const rule = signatureWithoutAuthority;
  const signed = onRecord(1, 'DossierDecided', { signer: 'pgd-1' }, march(3));
  const leads = (number: number, from: string, when: string, also: object = {}) =>
    ofLeader(number, 'OfficeTaken', { office: 'deputy-director', from }, when, also);
  const later = leads(2, '2026-03-10', march(10));
  const gone = { state: null, acts: { breaches: 0, events: 0 } };
  const one = { before: { acts: { breaches: 1, events: 2 } }, after: gone };

  test('is found', () => {
    given(signed, later).under({ rule }).thenFindings({ rule: rule.key, lessened: null });
  });

  test.each([
    ['that is entered afterwards', null],
    ['that is corrected', later.id],
  ])('and shows as taken away by an office %s', (_, corrects) => {
    const act = leads(3, '2026-03-01', march(10), on16({ corrects }));
    given(signed, later, act)
      .under({ rule })
      .thenFindings(naming(act, rule.key, one));
  });

  test('and by the withdrawal of all that is known of the signer', () => {
    const act = ofLeader(3, 'EntryWithdrawn', {}, march(16, '09:00'), on16({ corrects: later.id }));
    given(signed, later, act)
      .under({ rule })
      .thenFindings(naming(act, rule.key, one));
  });
});
