/** Acts by whoever was not posted, and signatures of whoever had no authority. */
import { describe, expect, test } from 'vitest';
import { official } from '../../../../src/domain/centre/official/vocabulary.ts';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { signatureWithoutAuthority } from '../../../../src/domain/regulations/rules/signature-without-authority.ts';
import { unpostedAccount } from '../../../../src/domain/regulations/rules/unposted-account.ts';
import { ActorId } from '../../../../src/domain/units.ts';
import { asked } from '../../../support/privacy.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, imported, proposalsOf } from '../../../support/stated.ts';

const [said, fact] = [proposalsOf(official), proposalsOf(dossier)];
const january = '2026-01-05T08:00:00+07:00';
const on = <Fact extends Parameters<typeof entry>[1]>(number: number, told: Fact, id = 'cv-1') =>
  entry(number, told, undefined, { stream: `official-${id}` });

describe('unposted-account', () => {
  const { given } = specifyRule(unpostedAccount);
  const posted = on(0, said('OfficialPosted', { from: '2026-01-05', to: '2026-03-31' }, january));
  const received = (number: number, when: string, also: object = {}) =>
    entry(number, fact('DossierReceived', { code: 'd1', receiver: 'cv-1' }, when, also));

  test('on the last day of the posting it is none, on the next it is found', () => {
    given(posted, received(1, '2026-03-31T23:59:59.999+07:00')).thenBreaches();
    const after = received(1, '2026-04-01T00:00:00+07:00');
    given(posted, after).thenBreaches([posted, after]);
    given(posted, after).thenFindings({
      bearer: { kind: 'official', code: 'cv-1' },
      detail: 'cv-1 not posted on 2026-04-01',
    });
  });

  test('before the first day it is found; an imported act is judged alike', () => {
    const before = received(1, '2026-01-04T23:59:59.999+07:00', imported);
    given(posted, before).thenBreaches([posted, before]);
  });

  test('who was never posted, or holds an office, need not be', () => {
    given(received(1, '2026-04-01T08:00:00+07:00')).thenBreaches();
    const office = on(
      2,
      said('OfficeTaken', { office: 'section-head', from: '2026-01-05' }, january),
    );
    given(posted, office, received(1, '2026-04-01T08:00:00+07:00')).thenBreaches();
  });

  test('an extension that is entered later takes it away', () => {
    const longer = on(
      3,
      said('PostingExtended', { to: '2026-06-30' }, '2026-04-10T08:00:00+07:00'),
    );
    given(posted, received(1, '2026-04-01T08:00:00+07:00'), longer).thenBreaches();
  });

  describe('the account that entered it', () => {
    const actor = { actor: ActorId.parse('tk-7') };
    const issued = on(4, said('AccountIssued', { account: 'tk-7' }, january), 'cv-2');
    const closed = on(
      5,
      said('AccountClosed', { account: 'tk-7' }, '2026-03-02T09:00:00+07:00'),
      'cv-2',
    );
    const other = (when: string, also: object = {}) =>
      entry(1, fact('DossierReceived', { code: 'd1' }, when, { ...actor, ...also }));

    test('on the day on which it was closed it is none, on the next it is found', () => {
      given(issued, closed, other('2026-03-02T23:59:59.999+07:00')).thenBreaches();
      const after = other('2026-03-03T00:00:00+07:00');
      given(issued, closed, after).thenBreaches([issued, closed, after]);
      given(issued, closed, other('2026-03-03T00:00:00+07:00', imported)).thenBreaches();
    });

    test('is its holder’s, who must be posted', () => {
      const holder = on(
        6,
        said('OfficialPosted', { from: '2026-01-05', to: '2026-03-31' }, january),
        'cv-2',
      );
      const after = other('2026-04-01T08:00:00+07:00');
      given(issued, holder, after).thenBreaches([holder, after]);
      given(issued, holder, other('2026-03-31T08:00:00+07:00')).thenBreaches();
    });
  });

  test('work that is not at the counter is none', () => {
    const decided = entry(
      1,
      fact('DossierDecided', { signer: 'cv-1' }, '2026-04-01T08:00:00+07:00'),
    );
    given(posted, decided).thenBreaches();
  });
});

describe('signature-without-authority, of a request about personal data', () => {
  const { given } = specifyRule(signatureWithoutAuthority, 'datarequest-YC-1');

  test('what a person is answered is signed, too', () => {
    const delegated = on(
      0,
      said('AuthorityDelegated', { by: 'gd-1', from: '2026-01-05', to: '2026-03-31' }, january),
      'pgd-1',
    );
    const answered = asked(
      1,
      'DataRequestAnswered',
      { outcome: 'done', signer: 'pgd-1' },
      '2026-04-01T08:00:00+07:00',
    );
    given(delegated, answered).thenBreaches([delegated, answered]);
  });
});

describe('signature-without-authority', () => {
  const { given } = specifyRule(signatureWithoutAuthority);
  const delegated = on(
    0,
    said('AuthorityDelegated', { by: 'gd-1', from: '2026-01-05', to: '2026-03-31' }, january),
    'pgd-1',
  );
  const signed = (when: string) =>
    entry(1, fact('DossierDecided', { outcome: 'granted', signer: 'pgd-1' }, when));

  test('on the last day it is none, on the next it is found', () => {
    given(delegated, signed('2026-03-31T23:59:59.999+07:00')).thenBreaches();
    const after = signed('2026-04-01T00:00:00+07:00');
    given(delegated, after).thenBreaches([delegated, after]);
    given(delegated, after).thenFindings({ bearer: { kind: 'official', code: 'pgd-1' } });
  });

  test('an office is an authority, from its first day', () => {
    const office = on(
      2,
      said('OfficeTaken', { office: 'director', from: '2026-04-01' }, january),
      'pgd-1',
    );
    given(delegated, office, signed('2026-04-01T00:00:00+07:00')).thenBreaches();
    const before = signed('2026-03-31T23:59:59.999+07:00');
    given(office, before).thenBreaches([office, before]);
  });

  test('of whom nothing is on record nothing is known, nor where nobody is said to have signed', () => {
    given(signed('2026-04-01T08:00:00+07:00')).thenBreaches();
    given(
      delegated,
      entry(1, fact('DossierDecided', {}, '2026-04-01T08:00:00+07:00')),
    ).thenBreaches();
  });

  test('a signer who is corrected shows as a breach that was taken away', () => {
    const right = fact('DossierDecided', { signer: 'gd-1' }, '2026-04-01T08:00:00+07:00', {
      corrects: eventId(1),
    });
    given(delegated, signed('2026-04-01T08:00:00+07:00'), entry(2, right)).thenLessened(
      expect.stringContaining('1 breaches before and 0 after'),
    );
  });
});
