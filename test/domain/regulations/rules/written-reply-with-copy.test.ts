import { describe, expect, test } from 'vitest';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { writtenReply } from '../../../../src/domain/regulations/rules/written-reply-with-copy.ts';
import { replyCopied } from '../../../../src/domain/regulations/rules/written-reply-with-copy-copied.ts';
import { outcomeCopied } from '../../../../src/domain/regulations/rules/written-reply-with-copy-outcome.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { specifyRule } from '../../../support/rule-spec.ts';

/** Monday. */
const received = (data: object = {}) =>
  said(
    0,
    'ComplaintReceived',
    { kind: 'feedback', againstAgency: 'S1', ...data },
    '2026-03-02T09:00:00+07:00',
  );
const aboutCentre = said(
  1,
  'ComplaintClassified',
  { matter: 'centre' },
  '2026-03-02T10:00:00+07:00',
);
const aboutProcessing = said(
  1,
  'ComplaintClassified',
  { matter: 'processing' },
  '2026-03-02T10:00:00+07:00',
);
const centre = { kind: 'centre', code: 'NB' } as const;

describe('written-reply-with-copy', () => {
  const { given } = specifyRule(writtenReply, complaintOfTests);
  const due = '2026-03-16T17:30:00+07:00';
  const replied = (when: string, written: boolean | null = true) =>
    said(2, 'ComplaintReplied', { written }, when);

  test.each([
    ['at the very instant', due, 'kept'],
    ['a millisecond later', '2026-03-16T17:30:00.001+07:00', 'late'],
  ] as const)('replied %s, over two weekends: %s', (_, when, state) => {
    given(received(), aboutCentre, replied(when))
      .at(ninhBinh)
      .thenDuty({ due, state, bearer: centre });
  });

  test('a reply by telephone is none; one that does not say how it was given counts', () => {
    given(received(), aboutCentre, replied(due, false)).at(ninhBinh).thenDuty({ state: 'open' });
    given(received(), aboutCentre, replied(due, null)).at(ninhBinh).thenDuty({ state: 'kept' });
  });

  test('of processing no written reply is demanded, nor of a complaint in the sense of the law', () => {
    given(received(), aboutProcessing).at(ninhBinh).thenNoDuty();
    given(received({ kind: 'complaint' }), aboutCentre)
      .at(ninhBinh)
      .thenNoDuty();
    given(received()).at(ninhBinh).thenNoDuty();
  });

  test('a reply that is entered late with an earlier time is told apart', () => {
    const late = saidLate(
      2,
      'ComplaintReplied',
      { written: true },
      '2026-03-10T09:00:00+07:00',
      '2026-03-18T09:00:00+07:00',
    );
    const judged = given(received(), aboutCentre, late).at(ninhBinh);
    judged.thenDuty({ state: 'kept' });
    judged.thenLessened(expect.stringContaining('written-reply-with-copy: '));
  });
});

describe('written-reply-with-copy-copied', () => {
  const { given } = specifyRule(replyCopied, complaintOfTests);
  /** A Friday: the next working day is Monday. */
  const replied = (copyTo: string[] | null, number = 2, when = '2026-03-06T09:00:00+07:00') =>
    said(number, 'ComplaintReplied', { written: true, copyTo }, when);
  const due = '2026-03-09T17:30:00+07:00';

  test('a reply that was copied keeps it at once; one that does not say owes nothing', () => {
    given(received(), aboutCentre, replied(['S1']))
      .at(ninhBinh)
      .thenDuty({ state: 'kept', due, bearer: centre });
    given(received(), aboutCentre, replied(null)).at(ninhBinh).thenNoDuty();
  });

  test.each([
    ['as Monday ends', due, 'kept'],
    ['a millisecond later', '2026-03-09T17:30:00.001+07:00', 'late'],
  ] as const)('a reply that nobody was sent is made good %s: %s', (_, when, state) => {
    given(received(), aboutCentre, replied([]), replied(['S1'], 3, when))
      .at(ninhBinh)
      .thenDuty({ state });
    const told = said(3, 'ComplaintForwarded', { to: 'S1', why: 'to-know' }, when);
    given(received(), aboutCentre, replied([]), told).at(ninhBinh).thenDuty({ state });
  });

  test('where no agency is concerned there is none to send it to', () => {
    given(received({ againstAgency: null }), aboutCentre, replied([]))
      .at(ninhBinh)
      .thenNoDuty();
    given(received(), aboutProcessing, replied([])).at(ninhBinh).thenNoDuty();
  });

  test('a reply corrected to say that it was copied, after the day, is told apart', () => {
    const wrong = replied([]);
    const right = saidLate(
      3,
      'ComplaintReplied',
      { written: true, copyTo: ['S1'] },
      '2026-03-06T09:00:00+07:00',
      '2026-03-12T09:00:00+07:00',
    );
    const judged = given(received(), aboutCentre, wrong, { ...right, corrects: wrong.id }).at(
      ninhBinh,
    );
    judged.thenDuty({ state: 'kept' });
    judged.thenLessened(expect.stringContaining('written-reply-with-copy-copied: '));
  });
});

describe('written-reply-with-copy-outcome', () => {
  const { given } = specifyRule(outcomeCopied, complaintOfTests);
  const forwarded = (data: object = {}, number = 2, when = '2026-03-03T09:00:00+07:00') =>
    said(number, 'ComplaintForwarded', { to: 'S1', why: 'to-resolve', ...data }, when);
  const copied = (when: string, from: string | null = 'S1') =>
    said(4, 'ComplaintOutcomeCopied', { from }, when);
  const agency = { kind: 'agency', code: 'S1' } as const;

  test.each([
    ['at the very instant', '2026-03-17T17:30:00+07:00', 'kept'],
    ['a millisecond later', '2026-03-17T17:30:00.001+07:00', 'late'],
  ] as const)('the agency’s copy is there %s: %s', (_, when, state) => {
    const due = '2026-03-17T17:30:00+07:00';
    given(received(), aboutProcessing, forwarded(), copied(when))
      .at(ninhBinh)
      .thenDuty({ due, state, bearer: agency });
  });

  test('where the centre asks for a day, that day; a Sunday lasts until its end', () => {
    given(received(), forwarded({ due: '2026-03-13' }))
      .at(ninhBinh)
      .thenDuty({ due: '2026-03-13T17:30:00+07:00' });
    given(received(), forwarded({ due: '2026-03-15' }))
      .at(ninhBinh)
      .thenDuty({ due: '2026-03-15T23:59:59.999+07:00' });
  });

  test('another agency’s copy is not its own; one that does not say whose may be', () => {
    const when = '2026-03-05T09:00:00+07:00';
    given(received(), forwarded(), copied(when, 'S2')).at(ninhBinh).thenDuty({ state: 'open' });
    given(received(), forwarded(), copied(when, null)).at(ninhBinh).thenDuty({ state: 'kept' });
  });

  test('what was passed on as another’s business is owed by the other alone', () => {
    const on = forwarded({ to: 'S2', why: 'not-competent' }, 3, '2026-03-04T09:00:00+07:00');
    given(received(), forwarded(), on)
      .at(ninhBinh)
      .thenDuty({ bearer: { kind: 'agency', code: 'S2' } });
  });

  test('what was only told, and a complaint in the sense of the law, open nothing', () => {
    given(received(), forwarded({ why: 'to-know' }))
      .at(ninhBinh)
      .thenNoDuty();
    given(received({ kind: 'complaint' }), forwarded())
      .at(ninhBinh)
      .thenNoDuty();
  });

  test('a copy that is entered late with an earlier time is told apart', () => {
    const late = saidLate(
      4,
      'ComplaintOutcomeCopied',
      { from: 'S1' },
      '2026-03-12T09:00:00+07:00',
      '2026-03-20T09:00:00+07:00',
    );
    const judged = given(received(), forwarded(), late).at(ninhBinh);
    judged.thenDuty({ state: 'kept' });
    judged.thenLessened(expect.stringContaining('written-reply-with-copy-outcome: '));
  });
});
