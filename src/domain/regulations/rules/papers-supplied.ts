/**
 * papers-supplied: the People's Committee of a district supplies what it is asked for (NB Đ5.4b), or
 * confirms papers (SL Đ2.5), in time.
 *
 * No text says by when: the request does, or else the centre sets it. Whoever else is asked, as far as
 * the record of agencies knows them, is bound by neither article. A dossier that has ended needs none.
 */
import type { AgencyKind } from '../../centre/agency/vocabulary.ts';
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { appointedTime } from '../appointed.ts';
import { ends } from '../dossier-work.ts';
import { duty } from '../duty.ts';
import { isSameReference } from '../reference.ts';
import { agencies } from '../registers/agencies.ts';
import type { Context } from '../rule.ts';
import { dueWithin } from '../term.ts';

const key = 'papers-supplied';

/** Whatever is asked for: NB Đ5.4b. */
export const papersSupplied = supplied(['supply', 'confirm', null]);

/** Papers to be confirmed: SL Đ2.5. */
export const papersConfirmed = supplied(['confirm']);

/** @param purposes of the requests that oblige; null: it states none. */
function supplied(purposes: readonly ('supply' | 'confirm' | null)[]) {
  return duty<DossierEvent>({
    key,
    version: 2,
    title: {
      vi: 'Ủy ban nhân dân huyện cung cấp, xác nhận giấy tờ',
      en: 'Papers supplied or confirmed by the district',
    },
    subject: 'dossier',
    openedBy: ['PaperAsked'],
    opens(entry, context) {
      if (entry.type !== 'PaperAsked') return null;
      const { from, purpose, due } = entry.data;
      if (!purposes.includes(purpose) || !isDistrict(from, context)) return null;
      const otherwise = () => dueWithin(key, { days: 3 }, entry, context);
      return {
        due: appointedTime(due, context) ?? otherwise(),
        bearer: { kind: 'agency', code: from },
      };
    },
    discharges: ['PaperSupplied'],
    answers: isSameReference,
    oneForOne: true,
    ends,
  });
}

const districts: readonly (AgencyKind | null)[] = ['district', 'people-committee', null];

/** Of an agency that nothing is known of, it is taken for granted: as a rule nobody else is asked. */
function isDistrict(code: string, { registers, centre }: Context): boolean {
  const known = registers.look(agencies, centre).find((one) => one.code === code);
  return districts.includes(known?.kind ?? null);
}
