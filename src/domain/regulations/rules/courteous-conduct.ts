/**
 * courteous-conduct: officials are friendly, attentive and polite, and do nothing of what their
 * regulation lists (SL Đ2.8, Đ8.e; TQ Đ9.1, which binds by NĐ 61 Đ5.1; BL Đ3.4, and Đ4.5 on the culture
 * of the office; KT Đ2.5, Đ5.1).
 *
 * Each conduct note of such an act is a breach; which acts they are is said by `conductForbidden`. At KT
 * some acts of KT Đ5.1 have a rule of their own, and are breaches of that alone (`actsOfOtherRules`).
 */
import type { AttendanceEvent, AttendanceEventOf } from '../../attendance/attendance/vocabulary.ts';
import { officialOfMonth } from '../conduct.ts';
import { prohibition } from '../prohibition.ts';

type Act = AttendanceEventOf<'ConductNoted'>['data']['act'];

/** NĐ 61/2018 Đ5.1, as amended by NĐ 107/2021. KT Đ5.1 has the same acts. */
export const actsOfDecree61: readonly Act[] = [
  'overbearing',
  'harassment',
  'trouble-caused',
  'channel-choice-hindered',
  'data-obstructed',
  'data-tampered',
  'secrets-disclosed',
  'secrets-used-for-gain',
  'service-refused',
  'drawn-out',
  'extra-papers-demanded',
  'dealt-directly',
  'responsibility-shifted',
  'uncooperative',
  'unfair',
  'handled-unlawfully',
  'office-culture-broken',
  'other-violation',
];

/** Acts of KT Đ5.1 for which a conduct note is a breach of another rule there. */
export const actsOfOtherRules: readonly Act[] = [
  'channel-choice-hindered', // channel-as-chosen
  'data-obstructed', // data-not-tampered
  'data-tampered', // the same
  'secrets-disclosed', // confidentiality
  'secrets-used-for-gain', // the same
  'extra-papers-demanded', // no-extra-papers
  'dealt-directly', // sole-gateway
];

/** What SL Đ2.8 and Đ8.e, BL Đ3.4 and KT Đ2.5 say alike. */
export const actsOfDiscourtesy: readonly Act[] = [
  'discourteous',
  'harassment',
  'trouble-caused',
  'corrupt-conduct',
  'other-violation',
];

export const courteousConduct = prohibition<AttendanceEvent>({
  key: 'courteous-conduct',
  version: 2,
  title: {
    vi: 'Ứng xử đúng mực, không gây phiền hà, sách nhiễu',
    en: 'Courteous conduct, without harassment or trouble',
  },
  subject: 'attendance',
  watches: ['ConductNoted'],
  gathered: false,
  offends: (entry, _, { parameters }) =>
    entry.type === 'ConductNoted' && parameters.conductForbidden.includes(entry.data.act)
      ? []
      : null,
  blames: (_entry, _timeline, context) => officialOfMonth(context),
  tells: (entry) => (entry.type === 'ConductNoted' ? entry.data.act : null),
});
