/** Who denounces is told apart from who complains, and what is denounced is read by few. */
import { describe, expect, test } from 'vitest';
import { isSecret } from '../../../src/domain/complaints/complaint/secrecy.ts';
import { complaint } from '../../../src/domain/complaints/complaint/vocabulary.ts';
import { personalKindOf } from '../../../src/domain/personal.ts';
import { proposalsOf } from '../../support/stated.ts';

const fact = proposalsOf(complaint);
const { latest } = complaint.ComplaintReceived;

/** What somebody says, and who it is, is told in these two pairs. */
const openly = { complainant: 'Trần Thị Mai', text: 'Chậm trả kết quả' };
const secretly = { denouncer: 'Lê Văn Nam', accusation: 'Cán bộ nhận tiền' };

const otherKinds = latest.shape.kind.options.filter((kind) => kind !== 'denunciation');

test.each(otherKinds)('a %s has a complainant, or none, and never a denouncer', (kind) => {
  expect(accepts({ kind })).toBe(true);
  expect(accepts({ kind, ...openly })).toBe(true);
  for (const field of fields(secretly)) expect(accepts({ kind, ...field })).toBe(false);
});

test('a denunciation has a denouncer, or none, and never a complainant', () => {
  const kind = 'denunciation';
  expect(accepts({ kind })).toBe(true);
  expect(accepts({ kind, ...secretly })).toBe(true);
  for (const field of fields(openly)) expect(accepts({ kind, ...field })).toBe(false);
});

test('the fields of a denunciation are marked as a denouncer’s, the others as a complainant’s', () => {
  const { denouncer, accusation, complainant, text } = latest.shape;
  expect([denouncer, accusation].map(personalKindOf)).toEqual(['denouncer', 'denouncer']);
  expect([complainant, text].map(personalKindOf)).toEqual(['complainant', 'complainant']);
});

const person = `p-${'0'.repeat(32)}`;

test.each([
  ['their national number', { text: 'Lê Văn Nam', nationalNumber: '037090001234' }, false],
  ['the person of another record', { text: 'Lê Văn Nam', person }, false],
  ['a text alone', { text: 'Lê Văn Nam' }, true],
  ['what is sealed already', { person, commitment: '0'.repeat(64), sealed: 'AAAA' }, true],
])('a denouncer is told by %s', (_, denouncer, isAccepted) => {
  expect(accepts({ kind: 'denunciation', denouncer })).toBe(isAccepted);
  expect(accepts({ kind: 'denunciation', accusation: denouncer })).toBe(isAccepted);
});

test('a complainant may be known from other records', () => {
  expect(accepts({ kind: 'feedback', complainant: { text: 'Trần Thị Mai', person } })).toBe(true);
});

describe('a record is kept secret', () => {
  const feedback = fact('ComplaintReceived', { kind: 'feedback' });
  const denounced = fact('ComplaintReceived', { kind: 'denunciation' });
  const turnedOut = fact('ComplaintClassified', { kind: 'denunciation' });
  const classified = fact('ComplaintClassified', { kind: 'question' });
  const resolved = fact('ComplaintResolved', {});

  test.each([
    ['of a denunciation', [denounced, resolved], true],
    ['of what turned out to be one', [feedback, turnedOut], true],
    ['of what was once entered as one', [denounced, feedback], true],
    ['of anything else', [feedback, classified, resolved], false],
    ['of nothing', [], false],
  ])('%s: %#', (_, entries, expected) => {
    expect(isSecret(entries)).toBe(expected);
  });
});

test('a hotline’s log need not know more than the kind', () => {
  const data = latest.parse({ kind: 'feedback' });
  expect(Object.values(data).filter((value) => value !== null)).toEqual(['feedback']);
});

function accepts(data: object): boolean {
  return latest.safeParse(data).success;
}

/** Each field by itself. */
function fields(data: Readonly<Record<string, string>>): Record<string, string>[] {
  return Object.entries(data).map(([name, value]) => ({ [name]: value }));
}
