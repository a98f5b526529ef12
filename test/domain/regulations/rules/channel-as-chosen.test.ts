import { test } from 'vitest';
import { attendance } from '../../../../src/domain/attendance/attendance/vocabulary.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { channelAsChosen } from '../../../../src/domain/regulations/rules/channel-as-chosen.ts';
import { streamName } from '../../../../src/domain/stream.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const stream = streamName('attendance', 'cv-1203', '2026-03');
const { given } = specifyRule(channelAsChosen, stream);
const fact = proposalsOf(attendance);
const centre = konTum(null);

const noted = (
  number: number,
  act: 'channel-choice-hindered' | 'discourteous',
  also: object = {},
) =>
  entry(number, fact('ConductNoted', { act }, '2026-03-04T09:00:00+07:00'), undefined, {
    stream,
    ...also,
  });

test('each note of a choice that was hindered is a breach of that official', () => {
  const notes = [noted(0, 'channel-choice-hindered'), noted(1, 'channel-choice-hindered')] as const;
  given(...notes)
    .at(centre)
    .thenBreaches([notes[0]], [notes[1]]);
  given(...notes)
    .at(centre)
    .thenFindings(
      { bearer: { kind: 'official', code: 'cv-1203' }, citation: 'KT Đ5.1b' },
      { bearer: { kind: 'official', code: 'cv-1203' } },
    );
});

test('a note of something else is none', () => {
  given(noted(0, 'discourteous')).at(centre).thenBreaches();
});

test('a note that is corrected into another act is none any more, and that shows', () => {
  const note = noted(0, 'channel-choice-hindered');
  const corrected = noted(1, 'discourteous', {
    corrects: eventId(0),
    recordedAt: Instant.parse('2026-03-05T09:00:00+07:00'),
  });
  given(note, corrected).at(centre).thenBreaches();
  given(note, corrected)
    .at(centre)
    .thenLessened(
      'channel-as-chosen: 1 breaches before and 0 after, by clerk-9 at 2026-03-05T02:00:00.000Z',
    );
});

test('a note from before the regulation is none', () => {
  const early = entry(
    0,
    fact('ConductNoted', { act: 'channel-choice-hindered' }, '2018-12-31T09:00:00+07:00'),
    undefined,
    { stream },
  );
  given(early).at(centre).thenBreaches();
});
