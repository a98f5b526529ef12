/** Which of a centre's events end something, and what they say of it. */
import type { Instant } from '../../units.ts';
import type { Ended, ProceedingEvent } from './proceeding.ts';
import { lastDay } from './times.ts';

/** What an event says of the end of something; null: it begins something. */
export function endedBy({ type, data }: ProceedingEvent, at: Instant): Ended | null {
  if (type === 'RegulationRepealed') {
    if (data.articles !== null) return null; // a part of it goes, and the rest holds on
    return {
      kind: 'regulation',
      id: data.number,
      outcome: 'repealed',
      answer: data.by,
      to: lastDay(data.to, at),
    };
  }
  if (type === 'MatterDecided') {
    return {
      kind: 'matter',
      id: data.matter,
      outcome: 'decided',
      answer: data.document,
      about: data.about,
      agencies: data.agencies ?? [],
    };
  }
  if (type === 'ConsultationReplied') {
    return {
      kind: 'consultation',
      id: data.matter,
      outcome: replyOf(data.agreed),
      answer: data.document,
      agencies: [data.agency],
    };
  }
  if (type === 'MeasureDecided') {
    return answered('measure', data.measure, data.outcome ?? 'decided', data.document);
  }
  if (type === 'IssueAnswered') {
    return answered('issue', data.issue, 'answered', data.document);
  }
  if (type === 'RewardDecided') {
    return answered('reward', data.reward, data.outcome ?? 'decided', data.document);
  }
  if (type === 'DisputeSettled') {
    return answered('dispute', data.dispute, data.outcome, data.document);
  }
  return null;
}

function replyOf(agreed: boolean | null): string {
  if (agreed === null) return 'replied';
  return agreed ? 'agreed' : 'disagreed';
}

function answered(kind: Ended['kind'], id: string, outcome: string, answer: string | null): Ended {
  return { kind, id, outcome, answer };
}
