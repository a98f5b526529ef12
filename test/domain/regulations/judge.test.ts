import { describe, expect, test } from 'vitest';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { AnyEvent, Entry } from '../../../src/domain/entry.ts';
import { reference } from '../../../src/domain/regulations/centres/reference.ts';
import { historyOf } from '../../../src/domain/regulations/history.ts';
import { centreOf } from '../../../src/domain/regulations/home.ts';
import { referenceWorkingTime } from '../../../src/domain/regulations/reference-time.ts';
import type { Rule } from '../../../src/domain/regulations/rule.ts';
import { processingDeadline } from '../../../src/domain/regulations/rules/processing-deadline.ts';
import { CalendarDate, CentreCode } from '../../../src/domain/units.ts';
import { verdictOf } from '../../support/registers.ts';
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
  const { duties, findings, failures } = verdictOf('dossier', history, centre);
  expect(duties.map(({ rule, citation }) => [rule, citation])).toEqual([
    ['processing-deadline', 'reference: no article'],
  ]);
  expect(findings.map(({ rule }) => rule)).toEqual(['supplement-once']);
  expect(failures).toEqual([]);
});

test('of another category of records no rule says anything', () => {
  expect(verdictOf('receipt', history, centre)).toEqual({ duties: [], findings: [], failures: [] });
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
  const { duties, findings, failures } = verdictOf('dossier', history, { ...centre, demands });
  expect(failures).toEqual([{ rule: 'broken', message: 'RangeError: no such day' }]);
  expect(duties).toEqual(verdictOf('dossier', history, centre).duties);
  expect(findings).toEqual(verdictOf('dossier', history, centre).findings);
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
  const { duties, failures } = verdictOf('dossier', amended, centreWith(half));
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
  const { duties } = verdictOf('dossier', history, { ...centre, demands: [dated] });
  expect(duties).toHaveLength(owed);
});

describe('the centre of a subject', () => {
  const at = <Event extends AnyEvent>(code: string, one: Entry<Event>) => ({
    ...one,
    centre: CentreCode.parse(code),
  });
  const queried = at('H1', entry(1, fact('ProgressQueried', {})));
  const submitted = at('H2', entry(2, fact('DossierSubmitted', { code: 'd1' })));
  const reception = at('H3', { ...received, id: eventId(3), index: 3n });

  test('is that of its reception, or else of its submission, or else of its first entry', () => {
    expect(centreOf([queried, submitted, reception])).toBe('H3');
    expect(centreOf([queried, submitted])).toBe('H2');
    expect(centreOf([queried])).toBe('H1');
    expect(centreOf([])).toBeNull();
  });

  test('is not that of a reception that was withdrawn', () => {
    const withdrawn = entry(4, fact('EntryWithdrawn', {}, undefined, { corrects: eventId(3) }));
    expect(centreOf([queried, submitted, reception, withdrawn])).toBe('H2');
  });

  test('is that of the first on record of two receptions', () => {
    const second = { ...received, id: eventId(4), index: 4n, corrects: eventId(1) };
    expect(centreOf([queried, reception, at('H4', second)])).toBe('H3');
  });
});

test('however often a record is corrected, a rule judges it once for each correction', () => {
  let judged = 0;
  const counting: Rule = {
    ...processingDeadline,
    judge(seen, context) {
      judged += 1;
      const rule: Rule = processingDeadline;
      return rule.judge(seen, context);
    },
  };
  const corrections = Array.from({ length: 300 }, (_, number) =>
    entry(number + 1, { ...received, corrects: eventId(number) }, undefined, {
      id: eventId(number + 1),
      revision: number + 1,
      index: BigInt(number + 1),
    }),
  );
  verdictOf('dossier', historyOf([received, ...corrections]), centreWith(counting));
  expect(judged).toBe(301); // what stands now, and what stood before each
});

function dateOf(text: string | null): CalendarDate | null {
  return text === null ? null : CalendarDate.parse(text);
}
