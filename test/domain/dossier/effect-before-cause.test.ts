/** What follows from something else did not happen before it: to the millisecond, or to the day, as it was stated. */
import { test } from 'vitest';
import { dossierDecider } from '../../../src/domain/dossier/dossier.ts';
import { type DossierEvent, dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { Instant } from '../../../src/domain/units.ts';
import { specify } from '../../support/decider-spec.ts';
import { proposalsOf } from '../../support/stated.ts';

const { given } = specify(dossierDecider);
const fact = proposalsOf(dossier);

type Fact = Proposal<DossierEvent>;

const code = 'H42.17-260302-0001';
const [eight, nine, ten] = [clock('08'), clock('09'), clock('10')];
/** The first instant of that Monday in Vietnam: what is stated of an event of which only the day is known. */
const onMonday = { occurredAt: '2026-03-02T00:00:00+07:00', precision: 'day' } as const;

const submitted = fact('DossierSubmitted', { code, channel: 'online' }, eight);
const received = fact('DossierReceived', { code }, nine);
const transferred = fact('DossierTransferred', { reference: '1/BG' }, nine);
const acknowledged = fact('TransferAcknowledged', { reference: '1/BG' }, ten);
const asked = fact('SupplementRequested', { reference: '18/PBS' }, nine);
const supplemented = fact('SupplementReceived', { reference: '18/PBS' }, ten);
const queried = fact('ProgressQueried', {}, nine);
const answered = fact('ProgressAnswered', {}, ten);
const withdrawn = fact('DossierWithdrawn', {}, ten);
const returned = fact('ResultReturned', {}, ten);

test.each<[string, readonly Fact[], Fact]>([
  ['a result, before the reception', [received], returned],
  ['a reception, before the submission', [at(submitted, nine)], received],
  ['an acknowledgement, before its transfer', [at(received, eight), transferred], acknowledged],
  ['supplements, before they were asked for', [asked], supplemented],
  ['a withdrawal, before the submission', [at(submitted, nine)], withdrawn],
  ['an answer, before its question', [queried], answered],
])('%s: a millisecond is too soon, the same instant is not', (_, past, proposed) => {
  given(...past)
    .when(at(proposed, '2026-03-02T01:59:59.999Z'))
    .thenRefuses('dossier/effect-before-cause');
  given(...past)
    .when(at(proposed, nine))
    .thenAccepts();
});

test('a result of which only the day is known is not before a reception in that day', () => {
  const { occurredAt, precision } = onMonday;
  const thatDay = fact('ResultReturned', {}, occurredAt, { precision });
  const dayBefore = fact('ResultReturned', {}, '2026-03-01T00:00:00+07:00', { precision });
  given(received).when(thatDay).thenAccepts();
  given(received).when(dayBefore).thenRefuses('dossier/effect-before-cause');
  given(at(received, '2026-03-02T23:59:59.999+07:00')).when(thatDay).thenAccepts();
  given(at(received, '2026-03-03T00:00:00+07:00'))
    .when(thatDay)
    .thenRefuses('dossier/effect-before-cause');
});

test('a reception of which only the day is known comes before the rest of that day', () => {
  const { occurredAt, precision } = onMonday;
  given({ ...received, occurredAt: Instant.parse(occurredAt), precision })
    .when(at(returned, eight))
    .thenAccepts();
});

test('what answers one of two requests is not before the one that it names', () => {
  const again = fact('SupplementRequested', { reference: '19/PBS' }, ten);
  const toTheSecond = fact(
    'SupplementReceived',
    { reference: '19/PBS' },
    '2026-03-02T09:30:00+07:00',
  );
  given(asked, again).when(toTheSecond).thenRefuses('dossier/effect-before-cause');
  given(asked, again)
    .when(fact('SupplementReceived', {}, '2026-03-02T09:30:00+07:00'))
    .thenAccepts();
});

test('a day at the end of time has a decision too', () => {
  const { precision } = onMonday;
  given(received)
    .when(fact('ResultReturned', {}, '9999-12-31T00:00:00Z', { precision }))
    .thenAccepts();
});

test('what may come before the reception is not held to it', () => {
  given(received).when(at(queried, eight)).thenAccepts();
  given(received).when(at(asked, eight)).thenAccepts();
});

function clock(hour: string): string {
  return `2026-03-02T${hour}:00:00+07:00`;
}

function at(event: Fact, occurredAt: string): Fact {
  return { ...event, occurredAt: Instant.parse(occurredAt) };
}
