/** Of whom a text is that names nobody: of the one whom the record is about, or of somebody new. */
import { assert, describe, expect, test } from 'vitest';
import type { AnyEvent, Entry, Proposal } from '../../src/domain/entry.ts';
import { families } from '../../src/domain/families.ts';
import type { PersonalKind } from '../../src/domain/personal.ts';
import { withdrawal } from '../../src/domain/timeline.ts';
import { openKeyRing } from '../../src/ledger/key-ring.ts';
import { isSealed, personalFieldsOf } from '../../src/ledger/personal.ts';
import { sealer } from '../../src/ledger/sealer.ts';
import { fixedRandom } from '../support/fixed-random.ts';
import { entry, eventId, stated } from '../support/stated.ts';

/** The kinds of which the records of a family speak of one person; of every other kind of several. */
const oneOf: Readonly<Record<string, readonly PersonalKind[]>> = {
  dossier: ['applicant'],
  complaint: ['complainant', 'denouncer'],
  violation: ['official', 'applicant'],
  datarequest: ['complainant'],
  databreach: [],
  leave: ['official'],
  attendance: ['official'],
  official: ['official'],
  receipt: ['payer'],
  roster: [],
  agency: [],
  centre: [],
  month: [],
  procedure: [],
  statement: [],
  fees: [],
  access: [],
  ledger: [],
};

/** Every type of every family that tells about a person, with its field and the kind. */
const telling = [...families.values()].flatMap(({ category, vocabulary }) =>
  Object.entries(vocabulary).flatMap(([type, { latest }]) =>
    personalFieldsOf(latest).map(({ name, kind }) => ({ category, type, name, kind })),
  ),
);

test('every family says of whom it speaks of one alone', () => {
  const said = [...families.values()].map((one) => [one.category, one.oneOf]);
  expect(Object.fromEntries(said)).toEqual(oneOf);
});

test.each(telling)(
  'two texts of $category $type $name are about one $kind only where the record is',
  async ({ category, type, name, kind }) => {
    const texts = [{ [name]: 'Trần Thị Mai' }, { [name]: 'Lê Văn Nam' }];
    const [first, second] = await sealed(
      category,
      texts.map((data) => ({ type, data })),
    );
    expect(personIn(first, name) === personIn(second, name)).toBe(
      oneOf[category]?.includes(kind) === true,
    );
  },
);

describe('in one entry', () => {
  test('what is told of one kind is of one person: who it was, and what happened', async () => {
    const data = { applicant: 'Lê Văn Nam', account: 'Nam đã lớn tiếng' };
    const [noted] = await sealed('attendance', [{ type: 'ApplicantActNoted', data }]);
    expect(personIn(noted, 'account')).toBe(personIn(noted, 'applicant'));
  });
});

describe('of what is on record', () => {
  const denounced = (denouncer: string) => ({
    type: 'ComplaintReceived',
    data: { kind: 'denunciation', denouncer },
  });

  test('what stands says whom the record is about', async () => {
    const [before] = await sealed('complaint', [denounced('Trần Thị Mai')]);
    assert(before);
    const corrected = await sealed('complaint', [denounced('Trần Thị Mai A')], [recorded(before)]);
    expect(personIn(corrected[0], 'denouncer')).toBe(personIn(before, 'denouncer'));
  });

  test('what was withdrawn was about somebody else', async () => {
    const [before] = await sealed('complaint', [denounced('Trần Thị Mai')]);
    assert(before);
    const taken = entry<AnyEvent>(2, { type: withdrawal, data: {} }, undefined, {
      corrects: eventId(1),
    });
    const [after] = await sealed('complaint', [denounced('Lê Văn Nam')], [recorded(before), taken]);
    expect(personIn(after, 'denouncer')).not.toBe(personIn(before, 'denouncer'));
  });
});

const ring = openKeyRing(':memory:', fixedRandom('sealer'));

async function sealed(
  category: string,
  events: readonly AnyEvent[],
  entries: readonly Entry<AnyEvent>[] = [],
): Promise<readonly Proposal<AnyEvent>[]> {
  const family = families.get(category);
  assert(family);
  const { seal } = sealer(ring, fixedRandom('salts'));
  return seal(
    family,
    entries,
    events.map((event) => ({ ...event, ...stated() })),
  );
}

function recorded({ type, data }: Proposal<AnyEvent>): Entry<AnyEvent> {
  return entry<AnyEvent>(1, { type, data });
}

function personIn(proposal: Proposal<AnyEvent> | undefined, name: string): string {
  const field = proposal?.data[name];
  assert(isSealed(field));
  return field.person;
}
