/**
 * Where a demo takes place: five centres, the agencies that work there, their officials and procedures.
 *
 * The provinces and their departments are real, as the regulations know them; every person is
 * invented, and named by chance from `people.ts`.
 */

import { ActorId, AgencyCode, CentreCode, OfficialId, ProcedureCode } from '../domain/units.ts';
import { type Department, departments, type Procedure } from './departments.ts';
import { departmentsInRotation, foreignAffairs } from './departments-in-rotation.ts';

export type { Procedure } from './departments.ts';

/** A centre and everyone around it. */
export type Place = {
  readonly centre: CentreCode;
  /** The province, by the identifier that its codes begin with: `H42`. */
  readonly province: string;
  readonly name: string;
  readonly director: OfficialId;
  readonly deputy: OfficialId;
  /** Officials of the centre itself: they receive, return and keep the books. */
  readonly clerks: readonly OfficialId[];
  readonly accountant: OfficialId;
  readonly complaintOfficer: OfficialId;
  /** The account under which the one-stop system records what nobody enters by hand. */
  readonly system: ActorId;
  /** The centre as a unit that receives and returns. */
  readonly unit: AgencyCode;
  /** The public post of the province, which carries dossiers and results. */
  readonly post: AgencyCode;
  /** The tax authority, which asks for financial duties. */
  readonly tax: AgencyCode;
  /** The provincial People's Committee (UBND tỉnh), to which the centre reports. */
  readonly committee: AgencyCode;
  /** The Provincial Office (Văn phòng UBND tỉnh), whose chief answers for the centre. */
  readonly provincialOffice: AgencyCode;
  /** The account into which phí and lệ phí are paid. */
  readonly account: string;
  readonly offices: readonly Office[];
  /** Where its applicants live. */
  readonly wards: readonly string[];
};

/** An agency that works at a centre. */
export type Office = {
  readonly agency: AgencyCode;
  readonly name: string;
  readonly head: OfficialId;
  readonly headTitle: string;
  /** Whether it takes turns at a counter that agencies share. */
  readonly rotating: boolean;
  /** At the counters of the centre. */
  readonly posted: readonly OfficialId[];
  /** At the agency: they process. */
  readonly officers: readonly OfficialId[];
  readonly procedures: readonly Procedure[];
};

/** Saturday mornings and the like aside, what differs between the five are names and places, and the agencies at Tuyên Quang. */
export const places: readonly Place[] = [
  place('SL', 'H52', 'Sơn La', [
    'phường Tô Hiệu',
    'phường Chiềng Cơi',
    'phường Chiềng Sinh',
    'xã Mai Sơn',
    'phường Mộc Châu',
  ]),
  place('TQ', 'H60', 'Tuyên Quang', [
    'phường Minh Xuân',
    'phường Nông Tiến',
    'phường An Tường',
    'xã Sơn Dương',
    'xã Hàm Yên',
  ]),
  place('BL', 'H04', 'Bạc Liêu', [
    'phường Bạc Liêu',
    'phường Vĩnh Trạch',
    'phường Hiệp Thành',
    'phường Giá Rai',
    'xã Đông Hải',
  ]),
  place('KT', 'H34', 'Kon Tum', [
    'phường Kon Tum',
    'phường Đăk Cấm',
    'phường Đăk Bla',
    'xã Đăk Hà',
    'xã Kon Plông',
  ]),
  place('NB', 'H42', 'Ninh Bình', [
    'phường Hoa Lư',
    'phường Nam Hoa Lư',
    'phường Tây Hoa Lư',
    'xã Yên Khánh',
    'xã Gia Viễn',
  ]),
];

function place(code: string, province: string, name: string, wards: readonly string[]): Place {
  const own = code.toLowerCase();
  const official = (kind: string, number: string) => OfficialId.parse(`${kind}.${own}.${number}`);
  return {
    centre: CentreCode.parse(code),
    province,
    name,
    director: official('gd', '01'),
    deputy: official('pgd', '02'),
    clerks: ['11', '12', '13', '14'].map((number) => official('cb', number)),
    accountant: official('kt', '21'),
    complaintOfficer: official('pa', '22'),
    system: ActorId.parse(`he-thong.${own}`),
    unit: AgencyCode.parse(`${province}.TTPVHCC`),
    post: AgencyCode.parse(`VNPOST-${code}`),
    tax: AgencyCode.parse(`${province}.CT`),
    committee: AgencyCode.parse(`${province}.UBND`),
    provincialOffice: AgencyCode.parse(`${province}.VPUBND`),
    account: `1130${province.slice(1)}004${province.slice(1)}42`,
    offices: departmentsAt(code).map((department) => officeOf(department, code, province)),
    wards,
  };
}

/** Those that the regulation names, where it names some (TQ Đ3); or else what every province has. */
function departmentsAt(centre: string): readonly Department[] {
  return centre === 'TQ' ? [...departmentsInRotation, foreignAffairs] : departments;
}

/** By turns: the six of TQ Đ6.5, and at Kon Tum all (KT Đ13.10). */
function takesTurns(department: Department, centre: string): boolean {
  return centre === 'TQ' ? department !== foreignAffairs : centre === 'KT';
}

function officeOf(department: Department, centre: string, province: string): Office {
  const { number, name, headTitle = 'Giám đốc Sở', procedures } = department;
  const official = (kind: string, own: string) =>
    OfficialId.parse(`${kind}.${centre.toLowerCase()}.${own}`);
  return {
    agency: AgencyCode.parse(`${province}.${number}`),
    name,
    head: official('gds', `${number}00`),
    headTitle,
    rotating: takesTurns(department, centre),
    posted: ['01', '02'].map((one) => official('cv', number + one)),
    officers: ['11', '12', '13'].map((one) => official('cv', number + one)),
    procedures: procedures.map((procedure) => ({
      ...procedure,
      code: ProcedureCode.parse(`${procedure.code}.000.00.00.${province}`),
    })),
  };
}
