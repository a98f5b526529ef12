/** Dossiers of every fate, many alike: due at one instant, owed by one official, at two centres. */
import { dossier } from '../../src/domain/dossier/vocabulary.ts';
import { CentreCode } from '../../src/domain/units.ts';
import type { Happened } from './model.ts';
import { proposalsOf } from './stated.ts';

const fact = proposalsOf(dossier);

/** A day of March 2026, in the afternoon unless another hour is said. */
export function march(day: number, hour = '14:00:00'): string {
  return `2026-03-${String(day).padStart(2, '0')}T${hour}+07:00`;
}

/** What became of dossier `n`, by `n` modulo their number. */
const fates = [
  () => [],
  () => [fact('ResultReturned', {}, march(9))],
  () => [fact('ResultReturned', {}, march(20))],
  () => [fact('DossierWithdrawn', {}, march(9))],
  () => [fact('DossierWithdrawn', {}, march(20))],
  () => [fact('SupplementRequested', {}, march(8))],
  () => [
    fact('SupplementRequested', {}, march(8)),
    fact('SupplementReceived', {}, march(9)),
    fact('SupplementRequested', {}, march(9)),
    fact('SupplementReceived', {}, march(10)),
  ],
  () => [
    fact('StepCompleted', { step: 'Thẩm định', official: 'cv-3', unit: 'Q1' }, march(1)),
    fact('SupplementRequested', {}, march(15)),
    fact('ResultReturned', {}, march(20)),
  ],
  () => [
    fact('ResultReturned', {}, march(9)),
    fact('StepCompleted', { step: 'Thẩm định', official: 'cv-1', unit: 'Q1' }, march(15)),
  ],
  // Kept by the appointment that stood then, late by the one that was set afterwards.
  () => [fact('ResultReturned', {}, march(9)), movedTo(march(5), march(20))],
  () => [fact('ResultReturned', {}, march(20)), movedTo(march(28), march(21))],
];

function movedTo(at: string, when: string) {
  return fact('AppointmentMoved', { by: 'lead-1', before: null, after: { at } }, when);
}

export const variedCentres = ['H42', 'reference'] as const;

/** In the order in which it happened: the dossiers come on record in turns. */
export function variedDossiers(count: number): Happened[] {
  return Array.from({ length: count }, (_, n) => dossierNumber(n))
    .flat()
    .toSorted((a, b) => Date.parse(a.fact.occurredAt) - Date.parse(b.fact.occurredAt));
}

function dossierNumber(n: number): Happened[] {
  const code = `${n % 3 === 0 ? 'wabo:' : 'H42.17-'}${String(n).padStart(4, '0')}`;
  const received = fact(
    'DossierReceived',
    {
      code,
      appointment: n % 13 === 12 ? null : { at: march(10 + (n % 4), '17:00:00') },
      official: n % 5 === 4 ? null : `cv-${n % 3}`,
      solvingUnit: `Q${n % 2}`,
      procedure: n % 7 === 0 ? null : `1.00${n % 2}`,
      channel: n % 2 === 0 ? 'online' : null,
    },
    march(2 + (n % 5)),
  );
  const centre = CentreCode.parse(variedCentres[Math.floor(n / 2) % 2]);
  const fate = fates[n % fates.length]?.() ?? [];
  return [received, ...fate].map((one) => ({
    stream: `dossier-${code}`,
    fact: { ...one, centre },
  }));
}

/** Instants at which duties are compared: before all, at a due time and just after it, after all. */
export const instants = [
  march(5),
  march(10, '17:00:00'),
  march(10, '17:00:00.001'),
  march(25),
] as const;
