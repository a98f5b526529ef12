/** Entries on the records of a centre and of those around it, for rules that see several records. */
import { agency } from '../../src/domain/centre/agency/vocabulary.ts';
import { centre } from '../../src/domain/centre/centre/vocabulary.ts';
import { month } from '../../src/domain/centre/month/vocabulary.ts';
import { official } from '../../src/domain/centre/official/vocabulary.ts';
import { procedure } from '../../src/domain/centre/procedure/vocabulary.ts';
import type { AnyEvent, Entry } from '../../src/domain/entry.ts';
import { CentreCode } from '../../src/domain/units.ts';
import type { Vocabulary } from '../../src/domain/vocabulary.ts';
import { entry } from './stated.ts';

type Also = Partial<Omit<Entry<AnyEvent>, 'type' | 'data'>>;

/** Event number `number`, its data checked as at the door; `when` is the time at the centre. */
type Tell = (
  number: number,
  type: string,
  data: object,
  when: string,
  also?: Also,
) => Entry<AnyEvent>;

/** What centre `code` records: of itself and of its months, each on the record of its time, and of officials, agencies and procedures. */
export function recordsOf(code: string) {
  const at = CentreCode.parse(code);
  const teller =
    (words: Vocabulary, streamAt: (when: string) => string): Tell =>
    (number, type, data, when, also = {}) => {
      const checked = words[type]?.latest.parse(data);
      if (checked === undefined) throw new TypeError(`no such event: ${type}`);
      const stream = streamAt(when);
      return entry(number, { type, data: checked }, `${when}+07:00`, {
        centre: at,
        stream,
        ...also,
      });
    };
  const ofYear = teller(centre, (when) => `centre-${code}-${when.slice(0, 4)}`);
  return {
    ofYear,
    ofMonth: teller(month, (when) => `month-${code}-${when.slice(0, 7)}`),
    ofOfficial: (id: string) => teller(official, () => `official-${id}`),
    ofAgency: (id: string) => teller(agency, () => `agency-${id}`),
    ofProcedure: (id: string) => teller(procedure, () => `procedure-${id}`),
    /** The centre's records begin: event number 0. */
    begins: (when: string) => ofYear(0, 'CentreEstablished', { name: 'Trung tâm' }, when),
  };
}
