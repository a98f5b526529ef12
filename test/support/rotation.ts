/** The six agencies of Tuyên Quang that take turns (TQ Đ6.5), as its record knows them. */
import { roster } from '../../src/domain/attendance/roster/vocabulary.ts';
import { agency } from '../../src/domain/centre/agency/vocabulary.ts';
import { keptOn } from './kept.ts';

const names = {
  VH: 'Sở Văn hóa, Thể thao và Du lịch',
  TT: 'Sở Thông tin và Truyền thông',
  TC: 'Sở Tài chính tỉnh Tuyên Quang',
  GD: 'Sở Giáo dục và Đào tạo',
  CT: 'Sở Công thương',
  KCN: 'Ban Quản lý các Khu công nghiệp tỉnh',
};
export type Rotating = keyof typeof names;

/** That they are there: entries 900 and on. */
export const rotating = Object.entries(names).map(([code, name], place) =>
  keptOn(agency, `agency-${code}`, 'TQ')(
    900 + place,
    'AgencyEstablished',
    { name, rotating: true },
    '2020-01-02T08:00:00+07:00',
  ),
);

/** On a roster of the centre: by its month. */
export const onRoster = (month: string) => keptOn(roster, `roster-TQ-${month}`, 'TQ');

/** A turn of a calendar month, taken on its first morning. */
export function turnTaken(number: number, code: string, month: string, also: object = {}) {
  const data = { agency: code, from: `${month}-01`, official: `clerk-${code}`, ...also };
  return onRoster(month)(number, 'RotationTurnTaken', data, `${month}-01T08:00:00+07:00`);
}
