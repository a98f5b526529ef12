import { expect, test } from 'vitest';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { reference } from '../../../src/domain/regulations/centres/reference.ts';
import { historyOf } from '../../../src/domain/regulations/history.ts';
import { centreOf, judge } from '../../../src/domain/regulations/judge.ts';
import { referenceWorkingTime } from '../../../src/domain/regulations/reference-time.ts';
import type { Rule } from '../../../src/domain/regulations/rule.ts';
import { processingDeadline } from '../../../src/domain/regulations/rules/processing-deadline.ts';
import { CalendarDate, CentreCode } from '../../../src/domain/units.ts';
import { centreWith } from '../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../support/stated.ts';

const fact = proposalsOf(dossier);
const centre = reference(referenceWorkingTime('Asia/Ho_Chi_Minh', 'always'));

const received = entry(
  0,
  fact('DossierReceived', { code: 'd1', appointment: { on: '2026-03-06' } }),
);
const asked = [1, 2].map((number) =>
  entry(number, fact('SupplementRequested', {}, `2026-03-0${number + 2}T09:00:00+07:00`)),
);
const history = historyOf([received, ...asked]);

test('each rule of the centre judges, and cites its article', () => {
  const { duties, findings, failures } = judge('dossier', history, centre);
  expect(duties.map(({ rule, citation }) => [rule, citation])).toEqual([
    ['processing-deadline', 'reference: no article'],
  ]);
  expect(findings.map(({ rule }) => rule)).toEqual(['supplement-once']);
  expect(failures).toEqual([]);
});

test('of another category of records no rule says anything', () => {
  expect(judge('receipt', history, centre)).toEqual({ duties: [], findings: [], failures: [] });
});

const broken: Rule = {
  ...processingDeadline,
  key: 'broken',
  judge() {
    throw new RangeError('no such day');
  },
};

test('a rule that throws is set aside, and the others go on', () => {
  const demands = [
    { rule: broken, citation: 'article 1', from: null, to: null },
    ...centre.demands,
  ];
  const { duties, findings, failures } = judge('dossier', history, { ...centre, demands });
  expect(failures).toEqual([{ rule: 'broken', message: 'RangeError: no such day' }]);
  expect(duties).toEqual(judge('dossier', history, centre).duties);
  expect(findings).toEqual(judge('dossier', history, centre).findings);
});

test('a rule that throws on an earlier state of the record says nothing at all', () => {
  const deadline: Rule = processingDeadline;
  const half: Rule = {
    ...processingDeadline,
    judge: (seen, context) =>
      seen.entries.length < 2 ? broken.judge(seen, context) : deadline.judge(seen, context),
  };
  const corrected = fact('DossierReceived', { code: 'd1' }, undefined, { corrects: eventId(0) });
  const amended = historyOf([received, entry(1, corrected)]);
  const { duties, failures } = judge('dossier', amended, centreWith(half));
  expect(duties).toEqual([]);
  expect(failures).toMatchObject([{ rule: 'processing-deadline' }]);
});

test.each([
  ['the first day of the article', '2026-03-02', null, 1],
  ['the day before it', '2026-03-03', null, 0],
  ['its last day', null, '2026-03-02', 1],
  ['the day after it', null, '2026-03-01', 0],
])('a duty that was opened on %s', (_, from, to, owed) => {
  const [demand] = centreWith(processingDeadline).demands;
  if (demand === undefined) throw new TypeError('the centre demands something');
  const dated = { ...demand, from: dateOf(from), to: dateOf(to) };
  const { duties } = judge('dossier', history, { ...centre, demands: [dated] });
  expect(duties).toHaveLength(owed);
});

test('the centre of a subject is that of its first entry, in the order of the ledger', () => {
  const elsewhere = { ...received, centre: CentreCode.parse('H42') };
  expect(centreOf([elsewhere, ...asked])).toBe('H42');
  expect(centreOf([])).toBeNull();
});

function dateOf(text: string | null): CalendarDate | null {
  return text === null ? null : CalendarDate.parse(text);
}
