/** The complaints of a demo, as properties of what is planned. */
import { expect, test } from 'vitest';
import { factsOf, ofType, recordsOf, said, threeMonths } from './told.ts';

const all = factsOf(threeMonths);
const received = ofType(all, 'ComplaintReceived');

test('they come over many channels, and are of every kind', () => {
  const kinds = new Set(received.map((fact) => said(fact, 'kind')));
  const expected = [
    'complaint',
    'denunciation',
    'feedback',
    'postal-complaint',
    'question',
    'second-complaint',
    'suggestion',
  ];
  expect(kinds).toEqual(new Set(expected));
  expect(new Set(received.map((fact) => said(fact, 'channel'))).size).toBeGreaterThan(7);
});

test('whoever complains of the lateness of a dossier does so when it was not finished as promised', () => {
  const late = received.filter(
    (fact) => said(fact, 'about') === 'lateness' && typeof said(fact, 'dossier') === 'string',
  );
  const dossiers = recordsOf(threeMonths, 'dossier');
  expect(late.length).toBeGreaterThan(0);
  for (const fact of late) {
    const life = dossiers.get(`dossier-${String(said(fact, 'dossier'))}`) ?? [];
    const [taken] = ofType(life, 'DossierReceived');
    const promised = String(Object(said(taken, 'appointment'))['at']);
    expect(fact.occurredAt > promised).toBe(true);
  }
});

test.each(['1', '2', 'ban công'])(
  'some are denunciations at every centre, and tell nobody who denounces: seed %s',
  (seed) => {
    const secret = ofType(factsOf({ ...threeMonths, seed }), 'ComplaintReceived').filter(
      (fact) => said(fact, 'kind') === 'denunciation',
    );
    expect(new Set(secret.map(({ centre }) => centre)).size).toBe(5);
    for (const fact of secret) {
      expect(typeof said(fact, 'denouncer')).toBe('string'); // no number that leads to other records
      expect(said(fact, 'complainant')).toBeUndefined();
    }
  },
);

test('a violation follows from a complaint that is on record', () => {
  const recorded = ofType(all, 'ViolationRecorded');
  expect(recorded.length).toBeGreaterThan(0);
  const complaints = new Set(received.map(({ stream }) => stream.slice('complaint-'.length)));
  for (const fact of recorded) {
    expect(complaints).toContain(Object(said(fact, 'sources'))[0].id);
  }
});
