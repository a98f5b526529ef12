/** Nhập bù: what was entered from paper after a declared outage is not entered late, unless the outage was declared to hide something. */
import { describe, expect, test } from 'vitest';
import { centre } from '../../../src/domain/centre/centre/vocabulary.ts';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { AnyEvent, Entry, Stated } from '../../../src/domain/entry.ts';
import { processingDeadline } from '../../../src/domain/regulations/rules/processing-deadline.ts';
import { ActorId } from '../../../src/domain/units.ts';
import { keptOn, march } from '../../support/kept.ts';
import { specifyRule } from '../../support/rule-spec.ts';
import { backfilled } from '../../support/stated.ts';

const stream = 'dossier-H42.17-260302-0001';
const onRecord = keptOn(dossier, stream, 'reference');
const laidDown = keptOn(centre, 'centre-reference-2026', 'reference');
const { given } = specifyRule(processingDeadline, stream);

const admin = { actor: ActorId.parse('admin-1') };

/** By the administrator, on the 16th at nine, whatever it states. */
function on16(also: Partial<Stated> = {}) {
  return { ...admin, ...also, recordedAt: march(16, '09:00') };
}

const received = onRecord(
  0,
  'DossierReceived',
  { code: 'd1', appointment: { at: march(10, '10:00') } },
  march(2),
);
const wasOverdue = { state: 'overdue', late: { from: utc(10, '10:00'), until: utc(16, '09:00') } };

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

function utc(day: number, clock: string): string {
  return new Date(march(day, clock)).toISOString();
}

describe('an entry caught up after an outage', () => {
  const outage = 'outage-2026-03-02';
  const declared = (when: string, began: string, also: object = {}) =>
    laidDown(5, 'OutageDeclared', { outage, began }, when, also);
  const ended = (when: string, also: object = {}) =>
    laidDown(6, 'OutageEnded', { outage, ended: when }, when, also);
  const decided = (recordedAt: string) =>
    onRecord(1, 'DossierDecided', {}, march(10, '09:00'), { ...admin, ...backfilled, recordedAt });
  // Due at 10:00 on Tuesday the 10th; within the outage it was decided at 09:00.
  const open = declared(march(10, '08:10'), march(10));
  const end = ended(march(10, '16:00'));
  const inTime = [open, end];

  test.each([
    ['takes nothing away, if it was declared before anything was late', march(10, '16:30'), 0],
    ['nor at the end of the term for it', '2026-03-11T16:00:00+07:00', 0],
    ['is late like any other after that', '2026-03-12T00:00:00.001+07:00', 1],
  ])('%s', (_, recordedAt, times) => {
    const act = decided(recordedAt);
    given(received, ...inTime, act).thenDuty({ state: 'kept' });
    given(received, ...inTime, act).thenFindings(
      ...Array.from({ length: times }, () => naming(act, 'processing-deadline')),
    );
  });

  test('of an outage that was declared when it was overdue already shows, as it stood then', () => {
    const act = decided(march(10, '16:30'));
    const at = (clock: string) =>
      declared(march(10, clock), march(10), { recordedAt: march(10, clock) });
    given(received, at('10:00'), ended(march(10, '16:00')), act).thenFindings();
    given(received, at('11:30'), ended(march(10, '16:00')), act).thenFindings(
      naming(act, 'processing-deadline', {
        before: { state: 'overdue', late: { from: utc(10, '10:00'), until: utc(10, '11:30') } },
        after: { state: 'kept', late: null },
      }),
    );
  });

  test('of an outage that is declared days afterwards shows, whenever it says that it was', () => {
    const act = decided(march(16, '09:30'));
    const outages = [
      declared(march(10, '08:10'), march(10), on16()),
      ended(march(16, '09:10')),
    ] as const;
    given(received, ...outages, act).thenFindings(
      naming(act, 'processing-deadline', { before: wasOverdue }),
    );
  });

  test('of an outage that goes on, or that was made longer afterwards, shows', () => {
    const act = decided(march(16, '09:30'));
    given(received, open, act).thenFindings(naming(act, 'processing-deadline'));
    const withdrawn = laidDown(7, 'EntryWithdrawn', {}, march(16), on16({ corrects: end.id }));
    const again = laidDown(8, 'OutageEnded', { outage, ended: march(16) }, march(16), on16());
    given(received, open, end, withdrawn, again, act).thenFindings(
      naming(act, 'processing-deadline', { before: wasOverdue }),
    );
  });

  test('of an outage that is said to have ended when nobody can count is late like any other', () => {
    const never = ended('9026-03-10T16:00:00+07:00', { recordedAt: march(10, '16:00') });
    const act = decided(march(10, '16:30'));
    given(received, open, never, act).thenFindings(naming(act, 'processing-deadline'));
  });

  test('that happened outside it is late like any other', () => {
    const early = declared(march(10, '09:30'), march(10, '09:10'));
    const act = decided(march(10, '16:30'));
    given(received, early, ended(march(10, '16:00')), act).thenFindings(
      naming(act, 'processing-deadline'),
    );
  });
});
