/** What the words of a dossier promise to the door, beside what all words do (../vocabularies.test.ts). */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type DossierEvent, dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { Definition } from '../../../src/domain/vocabulary.ts';

/** What a foreign log can be counted on to know: enough for an import of it. */
const least: { readonly [Type in DossierEvent['type']]?: Readonly<Record<string, unknown>> } = {
  DossierReceived: { code: 'wabo:case-10011' },
  StepCompleted: { step: 'Confirmation of receipt' },
  ResultReturned: {},
};

test.each(Object.entries(least))('%s needs no more than a foreign log knows', (type, data) => {
  const definition = Object.entries<Definition>(dossier).find(([name]) => name === type)?.[1];
  const latest = definition?.latest;
  const parsed = latest?.parse(data);
  expect(parsed).toMatchObject(data);
  expect(Object.values(parsed ?? {}).filter((value) => value === undefined)).toEqual([]);
});

test.each([
  ['to the instant', { at: '2026-03-06T17:00:00+07:00' }, { at: '2026-03-06T10:00:00.000Z' }],
  ['to the day', { on: '2026-03-06' }, { on: '2026-03-06' }],
  ['not at all', null, null],
])('an appointment is stated %s', (_, appointment, kept) => {
  const data = dossier.DossierReceived.latest.parse({ code: 'H42.17-260302-0001', appointment });
  expect(data.appointment).toEqual(kept);
});

test.each([
  ['to both', { at: '2026-03-06T17:00:00+07:00', on: '2026-03-06' }],
  ['without a zone', { at: '2026-03-06T17:00:00' }],
  ['on a day that does not exist', { on: '2026-02-30' }],
])('an appointment %s is refused', (_, appointment) => {
  const data = { code: 'H42.17-260302-0001', appointment };
  expect(dossier.DossierReceived.latest.safeParse(data).success).toBe(false);
});

test('a move says what the appointment was before, be it that there was none', () => {
  const { latest } = dossier.AppointmentMoved;
  expect(
    latest.safeParse({ by: 'cv-1203', before: null, after: { on: '2026-03-06' } }).success,
  ).toBe(true);
  expect(latest.safeParse({ by: 'cv-1203', after: { on: '2026-03-06' } }).success).toBe(false);
});

const [first, second] = ['2026-03-06', '2026-03-07'];
const [sooner, later] = ['2026-03-06T09:59:59.999Z', '2026-03-06T10:00:00Z'];

test.each([
  ['a result valid from its last day on', 'DossierDecided', { from: first, to: first }, true],
  ['a result that ends before it begins', 'DossierDecided', { from: second, to: first }, false],
  ['a result valid without end', 'DossierDecided', { from: second, to: null }, true],
  ['a result kept for one day', 'ResultKept', { from: first, to: first }, true],
  ['a result kept backwards', 'ResultKept', { from: second, to: first }, false],
  ['an extension by nothing', 'ExtensionProposed', ats(later, later), true],
  ['an extension into the past', 'ExtensionProposed', ats(later, sooner), false],
  ['an extension by a day', 'ExtensionProposed', ons(first, second), true],
  ['an extension back by a day', 'ExtensionProposed', ons(second, first), false],
  [
    'an extension from an instant to a day',
    'ExtensionProposed',
    { current: { at: later }, proposed: { on: first } },
    true,
  ],
] as const)('%s', (_, type, data, isAccepted) => {
  expect(dossier[type].latest.safeParse(data).success).toBe(isAccepted);
});

const regulations = '../shared/regulations.md';

test.skipIf(!existsSync(regulations))(
  `every event that the regulations name on a dossier is a word here (${regulations})`,
  () => {
    const section =
      readFileSync(regulations, 'utf8').match(/## Dossiers\n[\s\S]*?\n## /)?.[0] ?? '';
    const named = [...section.matchAll(/`([A-Z][a-z]+[A-Z]\w+)`/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(10);
    const missing = named.filter((name) => name !== undefined && !(name in dossier));
    expect(new Set(missing)).toEqual(elsewhere);
  },
);

/** Said of a procedure and of an official's account: words of other families. */
const elsewhere = new Set(['AccountClosed', 'AccountIssued', 'ProcessAgreed']);

function ats(current: string, proposed: string) {
  return { current: { at: current }, proposed: { at: proposed } };
}

function ons(current: string, proposed: string) {
  return { current: { on: current }, proposed: { on: proposed } };
}
