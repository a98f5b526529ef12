/** What could not be shown: by stream, and to those only who may see whose it is. */
import { afterAll, describe, expect, test } from 'vitest';
import { complaint } from '../../../src/domain/complaints/complaint/vocabulary.ts';
import { Instant } from '../../../src/domain/units.ts';
import { listQuarantine } from '../../../src/projections/lists/quarantine.ts';
import { openModelWriter } from '../../../src/projections/model-file.ts';
import { quarantineOn } from '../../../src/projections/quarantine.ts';
import { centresNamed, inPages, modelOf, pagesOf, seenOn } from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march, variedCentres, variedDossiers } from '../../support/varied.ts';

describe('of two dossiers and a stream that cannot be read', async () => {
  const model = await modelOf(variedDossiers(3), centresNamed(...variedCentres));
  afterAll(() => model[Symbol.dispose]());
  using writer = openModelWriter(model.file);
  const quarantine = quarantineOn(writer);
  const failed = (part: string) => [{ part, message: `no ${part}` }];
  quarantine.subject('duties', 'dossier-wabo:0000', [...failed('supplement-once'), ...failed('x')]);
  quarantine.subject('dossiers', 'dossier-H42.17-0002', failed('view'));
  quarantine.subject('duties', 'dossier-unread', failed('centre'));

  const at = Instant.parse(march(25));
  const ask = (filters: object, centres: readonly string[] | null, limit: number) =>
    pagesOf((cursor) => listQuarantine(model.database, { filters, limit, cursor, centres, at }));
  const row = (subject: string, part: string, centre: string | null) => {
    return { subject: `dossier-${subject}`, part, message: `no ${part.split(': ')[1]}`, centre };
  };
  const all = [
    row('H42.17-0002', 'dossiers: view', 'reference'),
    row('unread', 'duties: centre', null),
    row('wabo:0000', 'duties: supplement-once', 'H42'),
    row('wabo:0000', 'duties: x', 'H42'),
  ];

  test.each([1, 2, 3, 4, 5])('in pages of %i, each once', (limit) => {
    expect(seenOn(ask({}, null, limit))).toEqual(inPages(all, limit));
  });

  test('who sees one centre sees nothing of another, nor what belongs to none', () => {
    expect(seenOn(ask({}, ['H42'], 1))).toEqual(inPages(all.slice(2), 1));
    expect(seenOn(ask({ centre: 'reference' }, ['H42'], 1))).toEqual(inPages([], 1));
  });

  test('by stream and by part', () => {
    expect(seenOn(ask({ subject: 'dossier-unread' }, null, 5))).toEqual(
      inPages(all.slice(1, 2), 5),
    );
    expect(seenOn(ask({ part: 'duties' }, null, 2))).toEqual(inPages(all.slice(1), 2));
  });
});

describe('of a record that is no dossier', async () => {
  const fact = proposalsOf(complaint)('ComplaintReceived', { kind: 'feedback' }, march(2));
  const model = await modelOf([{ stream: 'complaint-PA-1', fact }]);
  afterAll(() => model[Symbol.dispose]());
  using writer = openModelWriter(model.file);
  quarantineOn(writer).subject('complaints', 'complaint-PA-1', [{ part: 'view', message: 'no' }]);

  test.each([
    ['its own', ['reference'], ['reference']],
    ['another', ['other'], []],
  ])('what failed is seen by %s centre as its own', (_, centres, seen) => {
    const at = Instant.parse(march(25));
    const page = listQuarantine(model.database, {
      filters: {},
      limit: 5,
      cursor: null,
      centres,
      at,
    });
    expect(page.items.map(({ centre }) => centre)).toEqual(seen);
  });
});
