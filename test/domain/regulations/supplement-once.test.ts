import { expect, test } from 'vitest';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { historyOf } from '../../../src/domain/regulations/history.ts';
import { judge } from '../../../src/domain/regulations/judge.ts';
import { supplementOnce } from '../../../src/domain/regulations/rules/supplement-once.ts';
import { CalendarDate } from '../../../src/domain/units.ts';
import { centreWith, enteredAt, specifyRule } from '../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../support/stated.ts';

const { given } = specifyRule(supplementOnce);
const fact = proposalsOf(dossier);

const asked = (number: number, when: string) =>
  entry(number, fact('SupplementRequested', { reference: `${number}/PBS` }, when));
const [two, three, four] = [
  '2026-03-02T09:00:00+07:00',
  '2026-03-03T09:00:00+07:00',
  '2026-03-04T09:00:00+07:00',
];

const received = entry(0, fact('DossierReceived', { code: 'd1' }));
const first = asked(1, two);

test('one request is what the rule allows', () => {
  given(received, first).thenBreaches();
  given(received).thenBreaches();
});

test('a second is a breach, and proved by both', () => {
  const second = asked(3, three);
  given(received, first, second).thenBreaches([first, second]);
  given(received, first, second).thenFindings({ at: second.occurredAt, citation: 'article 7' });
});

test('a third is another', () => {
  const [second, third] = [asked(2, three), asked(3, four)];
  given(received, first, second, third).thenBreaches([first, second], [first, third]);
});

test('also where the supplement came in between, and where the second is at the counter', () => {
  const brought = entry(2, fact('SupplementReceived', {}, three));
  const second = entry(3, fact('SupplementRequested', { place: 'centre' }, four));
  given(received, first, brought, second).thenBreaches([first, second]);
});

test('the first is the one that happened first, whichever was entered first', () => {
  const earlier = enteredAt(2, fact('SupplementRequested', {}, two), four);
  const later = asked(1, three);
  given(received, later, earlier).thenBreaches([earlier, later]);
});

test('of one instant the first is the one that was entered first', () => {
  const same = asked(2, two);
  given(received, first, same).thenBreaches([first, same]);
});

test('a second that is withdrawn was none', () => {
  const withdrawn = entry(3, fact('EntryWithdrawn', {}, four, { corrects: eventId(2) }));
  given(received, first, asked(2, three), withdrawn).thenBreaches();
});

test('of three, of which the first is withdrawn, one is too many', () => {
  const [second, third] = [asked(2, three), asked(3, four)];
  const withdrawn = entry(4, fact('EntryWithdrawn', {}, four, { corrects: eventId(1) }));
  given(received, first, second, third, withdrawn).thenBreaches([second, third]);
});

test('a request that is corrected is still one', () => {
  const corrected = enteredAt(
    2,
    fact('SupplementRequested', { reference: '9/PBS' }, two, { corrects: eventId(1) }),
    three,
  );
  given(received, first, corrected).thenBreaches();
  const second = asked(3, four);
  given(received, first, corrected, second).thenBreaches([corrected, second]);
});

test('a breach is judged by what was in force when it was committed', () => {
  const centre = centreWith(supplementOnce);
  const [demand] = centre.demands;
  if (demand === undefined) throw new TypeError('the centre demands something');
  const ruled = (from: string | null, to: string | null) => {
    const dated = { ...centre, demands: [{ ...demand, from: dateOf(from), to: dateOf(to) }] };
    const history = historyOf([received, first, asked(2, three)]);
    return judge('dossier', history, dated).findings.length;
  };
  expect(ruled('2026-03-03', null)).toBe(1); // on its first day
  expect(ruled('2026-03-04', null)).toBe(0);
  expect(ruled(null, '2026-03-03')).toBe(1); // on its last day
  expect(ruled(null, '2026-03-02')).toBe(0);
});

function dateOf(text: string | null): CalendarDate | null {
  return text === null ? null : CalendarDate.parse(text);
}
