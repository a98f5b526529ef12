import { describe, expect, test } from 'vitest';
import { agency } from '../../../src/domain/centre/agency/vocabulary.ts';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { tuyenQuang } from '../../../src/domain/regulations/centres/tuyen-quang.ts';
import { historyOf } from '../../../src/domain/regulations/history.ts';
import { supplementOnce } from '../../../src/domain/regulations/rules/supplement-once.ts';
import { CalendarDate, CentreCode } from '../../../src/domain/units.ts';
import { verdictOf } from '../../support/registers.ts';
import { centreWith, enteredAt, specifyRule } from '../../support/rule-spec.ts';
import { entry, eventId, monday, proposalsOf } from '../../support/stated.ts';

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

test('it is whoever asked again whose breach it is', () => {
  const again = (data: object) => entry(3, fact('SupplementRequested', data, three));
  given(received, first, again({ official: 'cb-1', unit: 'H42.17' })).thenFindings({
    bearer: { kind: 'official', code: 'cb-1' },
  });
  given(received, first, again({ unit: 'H42.17' })).thenFindings({
    bearer: { kind: 'agency', code: 'H42.17' },
  });
  given(received, first, again({})).thenFindings({ bearer: null });
});

describe('what came online', () => {
  const checked = (number: number, when: string, outcome: 'notice-sent' | 'received') =>
    entry(number, fact('OnlineDossierChecked', { outcome }, when));

  test('is asked for with the notice that ends a check: a second such check is a breach', () => {
    const [checkedOnce, again] = [
      checked(5, monday, 'notice-sent'),
      checked(6, three, 'notice-sent'),
    ];
    given(checkedOnce, again).thenBreaches([checkedOnce, again]);
  });

  test('a check that ends otherwise asks for nothing', () => {
    given(checked(5, monday, 'notice-sent'), checked(6, three, 'received')).thenBreaches();
    given(checked(5, monday, 'received'), checked(6, three, 'notice-sent')).thenBreaches();
  });

  test('a check and a request may be one and the same', () => {
    given(checked(5, monday, 'notice-sent'), first).thenBreaches();
  });
});

describe('the count', () => {
  const guided = entry(7, fact('SupplementRequested', {}, '2026-02-26T09:00:00+07:00'));
  const again = entry(8, fact('SupplementRequested', {}, '2026-02-27T09:00:00+07:00'));

  test('is of the dossier from start to end', () => {
    given(guided, received, first).thenBreaches([guided, first]);
  });

  test('is of its intake, where the centre reads it so', () => {
    const intake = { supplementScope: 'intake' } as const;
    given(guided, received, first).under(intake).thenBreaches();
    given(guided, again, received).under(intake).thenBreaches([guided, again]);
    given(guided, again).under(intake).thenBreaches([guided, again]);
  });
});

describe('in Tuyên Quang', () => {
  const established = (name: string) =>
    entry(
      9,
      proposalsOf(agency)('AgencyEstablished', { name }, '2020-01-01T08:00:00+07:00', {
        centre: CentreCode.parse('TQ'),
      }),
      undefined,
      { stream: 'agency-H60.17' },
    );
  const dossierOf = entry(0, fact('DossierReceived', { code: 'd1', solvingUnit: 'H60.17' }));
  const second = asked(2, three);

  test('an agency that the regulation does not name is not bound', () => {
    given(established('Sở Tài nguyên và Môi trường'), dossierOf, first, second)
      .at(tuyenQuang)
      .thenBreaches();
  });

  test('one that it names is, and so is one of which nothing is on record', () => {
    given(established('Sở Tài chính'), dossierOf, first, second)
      .at(tuyenQuang)
      .thenBreaches([first, second]);
    given(dossierOf, first, second).at(tuyenQuang).thenBreaches([first, second]);
  });
});

test('a breach is judged by what was in force when it was committed', () => {
  const centre = centreWith(supplementOnce);
  const [demand] = centre.demands;
  if (demand === undefined) throw new TypeError('the centre demands something');
  const ruled = (from: string | null, to: string | null) => {
    const dated = { ...centre, demands: [{ ...demand, from: dateOf(from), to: dateOf(to) }] };
    const history = historyOf([received, first, asked(2, three)]);
    return verdictOf('dossier', history, dated).findings.length;
  };
  expect(ruled('2026-03-03', null)).toBe(1); // on its first day
  expect(ruled('2026-03-04', null)).toBe(0);
  expect(ruled(null, '2026-03-03')).toBe(1); // on its last day
  expect(ruled(null, '2026-03-02')).toBe(0);
});

function dateOf(text: string | null): CalendarDate | null {
  return text === null ? null : CalendarDate.parse(text);
}
