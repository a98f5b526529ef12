import { expect, test } from 'vitest';
import { agency } from '../../../../src/domain/centre/agency/vocabulary.ts';
import { leave } from '../../../../src/domain/leave/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { substituteOnList } from '../../../../src/domain/regulations/rules/substitute-announced-on-list.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const stream = 'leave-NP-5';
const { given } = specifyRule(substituteOnList, stream);
const [fact, listed] = [proposalsOf(leave), proposalsOf(agency)];
const substitute = 'cv-1209';

const announced = (data: object = {}) =>
  entry(
    1,
    fact(
      'SubstituteAnnounced',
      { agency: 'S1', substitute, ...data },
      '2026-03-06T09:00:00+07:00', // a Friday
    ),
    undefined,
    { stream },
  );
const arrived = (when: string) =>
  entry(2, fact('SubstituteArrived', { agency: 'S1', substitute }, when), undefined, { stream });
const list = (officials: readonly string[], from = '2026-03-01') =>
  entry(
    0,
    listed(
      'StaffListApproved',
      {
        people: officials.map((official) => ({ official, capacity: 'reserve' as const })),
        from,
      },
      '2026-03-01T08:00:00+07:00',
    ),
    undefined,
    { stream: 'agency-S1' },
  );

test('on the list: no breach; on none of those in force: one, of the agency', () => {
  given(list([substitute]), announced())
    .at(ninhBinh)
    .thenBreaches();
  const [other, said] = [list(['cv-1210']), announced()];
  given(other, said).at(ninhBinh).thenBreaches([other, said]);
  given(other, said)
    .at(ninhBinh)
    .thenFindings({ citation: 'NB Đ6.2b', bearer: { kind: 'agency', code: 'S1' } });
});

test('announced and come is one breach', () => {
  const [other, said] = [list(['cv-1210']), announced()];
  const came = arrived('2026-03-09T08:00:00+07:00'); // the Monday after
  given(other, said, came).at(ninhBinh).thenBreaches([other, said, came]);
});

test('judged by the list of the day: from its first day on, and not on the day before', () => {
  const earlier = list(['cv-1210'], '2026-03-07');
  given(earlier, announced()).at(ninhBinh).thenBreaches(); // no list in force on the 6th
  const came = arrived('2026-03-07T00:00:00+07:00');
  given(earlier, came).at(ninhBinh).thenBreaches([earlier, came]);
});

test('where no list is on record, by what the agency says', () => {
  const said = announced({ onApprovedList: false });
  given(said).at(ninhBinh).thenBreaches([said]);
  given(announced({ onApprovedList: true }))
    .at(ninhBinh)
    .thenBreaches();
  given(announced()).at(ninhBinh).thenBreaches();
});

test('an announcement that is corrected to another name is told apart', () => {
  const said = announced();
  const right = enteredAt(
    3,
    fact(
      'SubstituteAnnounced',
      { agency: 'S1', substitute: 'cv-1210' },
      '2026-03-06T09:00:00+07:00',
    ),
    '2026-03-10T08:00:00+07:00',
  );
  const judged = given(list(['cv-1210']), said, { ...right, stream, corrects: said.id }).at(
    ninhBinh,
  );
  judged.thenBreaches();
  judged.thenLessened(expect.stringContaining('1 breaches before and 0 after'));
});
