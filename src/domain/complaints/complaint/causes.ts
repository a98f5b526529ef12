/** What must have happened for something else to be possible: an explanation was asked for, who comes was called. */
import type { ComplaintEvent } from './vocabulary.ts';

type Type = ComplaintEvent['type'];

/** The event that each of these answers. Both carry a `reference`, which may be null: then any will do. */
export const questionOf = {
  ComplaintExplanationReceived: 'ComplaintExplanationAsked',
  ComplaintExplanationForwarded: 'ComplaintExplanationReceived',
  ComplaintOfficialArrived: 'ComplaintOfficialCalled',
} as const satisfies Partial<Record<Type, Type>>;

export type Answer = keyof typeof questionOf;
export type Question = (typeof questionOf)[Answer];

export function isAnswer(
  event: ComplaintEvent,
): event is Extract<ComplaintEvent, { type: Answer }> {
  return Object.hasOwn(questionOf, event.type);
}

const questions: ReadonlySet<Type> = new Set(Object.values(questionOf));

export function isQuestion(
  event: ComplaintEvent,
): event is Extract<ComplaintEvent, { type: Question }> {
  return questions.has(event.type);
}

/** What a complaint ends with. One that is reopened can end again. */
export const ends = [
  'ComplaintResolved',
  'ComplaintDeclined',
  'ComplaintWithdrawn',
  'PostalComplaintSettled',
] as const satisfies readonly Type[];
export type End = (typeof ends)[number];

/** Null for what is no end; to take back a part of a complaint is none. */
export function endOf(event: ComplaintEvent): End | null {
  if (event.type === 'ComplaintWithdrawn' && event.data.whole === false) return null;
  return ends.find((type) => type === event.type) ?? null;
}
