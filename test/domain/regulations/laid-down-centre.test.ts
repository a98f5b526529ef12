/** What a centre lays down for itself, where the regulation can be read in two ways. */
import { describe, test } from 'vitest';
import { attendance } from '../../../src/domain/attendance/attendance/vocabulary.ts';
import { centre as words } from '../../../src/domain/centre/centre/vocabulary.ts';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { bacLieu } from '../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../src/domain/regulations/centres/kon-tum.ts';
import { sonLa } from '../../../src/domain/regulations/centres/son-la.ts';
import { transferTwiceDaily } from '../../../src/domain/regulations/rules/transfer-twice-daily.ts';
import { uniformAndBadge } from '../../../src/domain/regulations/rules/uniform-and-badge.ts';
import { keptOn, march } from '../../support/kept.ts';
import { specifyRule } from '../../support/rule-spec.ts';

const subject = 'attendance-clerk-2026-03';
const { given } = specifyRule(uniformAndBadge, subject);
const at = (code: string) => ({
  noted: keptOn(attendance, subject, code),
  says: keptOn(words, `centre-${code}-2026`, code),
});
const week = (
  hours: { readonly from: string; readonly to: string },
  ...days: ('mon' | 'tue' | 'sat')[]
) => [{ days, ...hours }];
const morning = { from: '08:00', to: '11:00' };
const early = { from: '06:00', to: '11:00' };

describe('the hours of some procedures alone', () => {
  const { noted, says } = at('BL');
  const on = (when: string) => noted(1, 'ConductNoted', { act: 'no-badge' }, when);
  const said = (data: object) =>
    says(
      2,
      'ServiceHoursSet',
      { week: week(morning, 'mon'), procedures: ['1.004199'], from: '2026-03-10', ...data },
      '2026-03-02T08:00:00+07:00',
    );

  test('are those of the regulation until the centre says otherwise', () => {
    const [before, after] = [on(march(7, '09:00')), on(march(14, '09:00'))];
    given(said({}), before).at(bacLieu).thenBreaches([before]);
    given(said({}), after).at(bacLieu).thenBreaches();
  });

  test('on the weekdays that it does not name are those of every procedure', () => {
    const tuesday = on(march(10, '16:59'));
    given(said({ week: week(morning, 'sat') }), tuesday)
      .at(bacLieu)
      .thenBreaches([tuesday]);
    const saturday = on(march(14, '08:00'));
    given(said({ week: week(morning, 'sat') }), saturday)
      .at(bacLieu)
      .thenBreaches([saturday]);
    given(said({ week: week(morning, 'sat') }), on(march(14, '07:59')))
      .at(bacLieu)
      .thenBreaches();
  });

  test('stay when the hours of every procedure change', () => {
    const every = said({ week: week(early, 'mon', 'tue'), procedures: null });
    const [saturday, tuesday] = [on(march(14, '09:00')), on(march(10, '06:00'))];
    given(every, saturday).at(bacLieu).thenBreaches([saturday]);
    given(every, tuesday).at(bacLieu).thenBreaches([tuesday]);
    given(every, on(march(10, '16:00')))
      .at(bacLieu)
      .thenBreaches();
  });

  test('can be set where the regulation has none', () => {
    const there = at('SL');
    const saturday = there.noted(1, 'ConductNoted', { act: 'no-badge' }, march(14, '09:00'));
    const set = there.says(
      2,
      'ServiceHoursSet',
      { week: week(morning, 'sat'), procedures: ['1.004199'], from: '2026-03-10' },
      '2026-03-02T08:00:00+07:00',
    );
    given(saturday).at(sonLa).thenBreaches();
    given(set, saturday).at(sonLa).thenBreaches([saturday]);
  });
});

test('an hour after which paper waits for the next day can be done away with', () => {
  const { says } = at('KT');
  const received = keptOn(dossier, 'dossier-H34.17-260302-0001', 'KT')(
    1,
    'DossierReceived',
    { code: 'd1', channel: 'direct' },
    march(3, '16:30'),
  );
  const none = says(
    2,
    'ProfileValueSet',
    { parameter: 'cutoff', value: null, from: '2026-03-03' },
    march(2),
  );
  const spec = specifyRule(transferTwiceDaily, 'dossier-H34.17-260302-0001');
  spec
    .given(received)
    .at(konTum(null))
    .thenDuty({ due: march(4, '07:30') });
  spec
    .given(received, none)
    .at(konTum(null))
    .thenDuty({ due: march(3, '17:00') });
});
