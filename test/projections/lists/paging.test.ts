/** Cursors, limits, and answers that are of one state of the model. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Instant } from '../../../src/domain/units.ts';
import { type DossierFilters, listDossiers } from '../../../src/projections/lists/dossiers.ts';
import { listFindings } from '../../../src/projections/lists/findings.ts';
import { BadCursor, limitMax, Paging, reading } from '../../../src/projections/lists/paging.ts';
import { openModelWriter } from '../../../src/projections/model-file.ts';
import { centresNamed, modelOf, type SmallModel } from '../../support/model.ts';
import { march, variedCentres, variedDossiers } from '../../support/varied.ts';

const centres = centresNamed(...variedCentres);
const at = Instant.parse(march(25));
let model: SmallModel;

beforeAll(async () => {
  model = await modelOf(variedDossiers(20), centres);
});
afterAll(() => model[Symbol.dispose]());

function ask(filters: DossierFilters, cursor: string | null, limit = 2) {
  return listDossiers(model.database, { filters, limit, cursor, centres: null, at });
}

const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  test.each([
    ['nothing', ''],
    ['not one at all', 'page-2'],
    ['JSON of another kind', text({ place: 3 })],
    ['an offset', text([2])],
    ['its own, cut short', text([]).slice(0, 1)],
  ])('that is %s is refused, and says what to do', (_, cursor) => {
    expect(() => ask({}, cursor)).toThrow(BadCursor);
    expect(() => ask({}, cursor)).toThrow(/Leave it out/);
  });

  test('of other filters is refused', () => {
    const { next } = ask({}, null);
    expect(ask({}, next).items).toHaveLength(2);
    expect(() => ask({ status: 'returned' }, next)).toThrow(BadCursor);
  });

  test('of another list is refused', () => {
    const question = { filters: {}, limit: 2, cursor: null, centres: null, at };
    const { next } = listFindings(model.database, question, centres);
    expect(next).not.toBeNull();
    expect(() => ask({}, next)).toThrow(BadCursor);
  });

  test('with something else in its place is refused', () => {
    const { next } = ask({}, null);
    const [mark] = JSON.parse(Buffer.from(next ?? '', 'base64url').toString());
    expect(() => ask({}, text([mark, 'x']))).toThrow(BadCursor);
    expect(() => ask({}, text([mark]))).toThrow(BadCursor);
    expect(ask({}, text([mark, 0])).items).toEqual([]);
  });
});

describe('the limit', () => {
  test.each([0, limitMax + 1, 1.5, Number.NaN])('%d is out of bounds', (limit) => {
    expect(() => ask({}, null, limit)).toThrow(RangeError);
  });

  test('a page that holds them all has no next', () => {
    expect(ask({}, null, 19).next).not.toBeNull();
    expect(ask({}, null, 20).next).toBeNull();
    expect(ask({}, null, limitMax)).toMatchObject({ total: 20, next: null });
  });

  test('in a query string it is a number from 1 to 500, and 50 where none is said', () => {
    expect(Paging.parse({})).toEqual({ limit: 50 });
    expect(Paging.parse({ limit: '500' })).toEqual({ limit: 500 });
    for (const limit of ['0', '501', 'all', '-1'])
      expect(Paging.safeParse({ limit }).success).toBe(false);
  });
});

test('what is written meanwhile is not seen', async () => {
  using own = await modelOf(variedDossiers(3), centres);
  using writer = openModelWriter(own.file);
  const count = () => own.database.prepare('SELECT count(*) AS n FROM dossier').get();
  const before = count();
  writer.exec('BEGIN');
  const [one, other, after] = reading(own.database, () => {
    const first = count();
    writer.exec('DELETE FROM dossier WHERE place = (SELECT max(place) FROM dossier); COMMIT');
    return [first, count(), null];
  });
  expect([one, other, after]).toEqual([before, before, null]);
  expect(count()).not.toEqual(before);
});

test('an answer says up to which event it is true', () => {
  const happened = variedDossiers(20).length;
  expect(ask({}, null).position).toBe(BigInt(happened - 1));
});
