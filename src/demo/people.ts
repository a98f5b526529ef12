/** Who a demo speaks of: believable names, invented people. */
import { type Chance, chanceFrom } from './chance.ts';
import type { Place } from './places.ts';

/** Somebody who comes to a centre. */
export type Person = {
  readonly name: string;
  readonly isWoman: boolean;
  /** Where they live. */
  readonly address: string;
  /** Twelve digits: province, century and sex, year of birth, six of chance. */
  readonly nationalNumber: string;
};

type Names = {
  readonly families: readonly string[];
  /** Between family and given name; empty: none. */
  readonly women: { readonly middles: readonly string[]; readonly givens: readonly string[] };
  readonly men: { readonly middles: readonly string[]; readonly givens: readonly string[] };
};

/** Most people anywhere. Family names stand as often as they are met. */
const common: Names = {
  families: [
    ...Array<string>(12).fill('Nguyễn'),
    ...Array<string>(5).fill('Trần'),
    ...Array<string>(4).fill('Lê'),
    ...Array<string>(3).fill('Phạm'),
    'Hoàng',
    'Hoàng',
    'Vũ',
    'Vũ',
    'Đặng',
    'Bùi',
    'Bùi',
    'Đỗ',
    'Đỗ',
    'Ngô',
    'Dương',
    'Đinh',
    'Phan',
    'Phan',
    'Trịnh',
    'Mai',
    'Lưu',
    'Đào',
    'Tạ',
    'Cao',
    'Tống',
    'Phùng',
    'Lương',
  ],
  women: {
    middles: ['Thị', 'Thị', 'Thị', 'Thị Thu', 'Thị Thanh', 'Ngọc', 'Thu', 'Thanh', 'Minh', 'Bích'],
    givens: [
      'Mai',
      'Lan',
      'Hương',
      'Hà',
      'Hoa',
      'Hằng',
      'Nga',
      'Yến',
      'Quỳnh',
      'Trang',
      'Linh',
      'Thảo',
      'Ngân',
      'Dung',
      'Phương',
      'Loan',
      'Oanh',
      'Thủy',
      'Xuân',
      'Tuyết',
      'Chi',
      'Vân',
      'Hiền',
      'Hòa',
      'Liên',
      'Nhung',
      'Hạnh',
      'Tâm',
      'Giang',
      'Ánh',
      'Duyên',
      'Thơm',
      'Lụa',
    ],
  },
  men: {
    middles: ['Văn', 'Văn', 'Văn', 'Đức', 'Minh', 'Quang', 'Hữu', 'Xuân', 'Ngọc', 'Công', 'Đình'],
    givens: [
      'Hùng',
      'Dũng',
      'Nam',
      'Sơn',
      'Tuấn',
      'Cường',
      'Thắng',
      'Hải',
      'Long',
      'Minh',
      'Phúc',
      'Bình',
      'Khánh',
      'Tùng',
      'Trung',
      'Kiên',
      'Đạt',
      'Huy',
      'Toàn',
      'Thành',
      'Quân',
      'Lâm',
      'An',
      'Hiếu',
      'Vinh',
      'Tiến',
      'Mạnh',
      'Khoa',
      'Thái',
      'Duy',
      'Việt',
      'Chiến',
      'Phong',
    ],
  },
};

/** The peoples who live there beside the Kinh: Thái, Tày, Khmer and Hoa, Ba Na and Xơ Đăng. */
const local: Readonly<Record<string, Names>> = {
  SL: {
    families: ['Lò', 'Quàng', 'Cầm', 'Lường', 'Tòng', 'Hà', 'Bạc', 'Vì'],
    women: { middles: ['Thị'], givens: ['Inh', 'Pâng', 'Phương', 'Xuân', 'Hặc', 'Ngoan', 'Lả'] },
    men: { middles: ['Văn'], givens: ['Pản', 'Ón', 'Thoan', 'Hặc', 'Tướng', 'Biên', 'Thiêm'] },
  },
  TQ: {
    families: ['Ma', 'Nông', 'Hà', 'Quan', 'Hoàng', 'Chẩu', 'La', 'Bàn'],
    women: { middles: ['Thị'], givens: ['Nhâm', 'Chanh', 'Xuyến', 'Liễu', 'Bông', 'Huệ'] },
    men: { middles: ['Văn', 'Đình'], givens: ['Chiến', 'Thiệp', 'Phúc', 'Hòa', 'Sinh', 'Dìn'] },
  },
  BL: {
    families: ['Danh', 'Thạch', 'Sơn', 'Kim', 'Lâm', 'Quách', 'Trịnh', 'Huỳnh', 'Huỳnh', 'Võ'],
    women: { middles: ['Thị', 'Mỹ', 'Kim'], givens: ['Sa Rây', 'Diễm', 'Tiên', 'Út', 'Phượng'] },
    men: { middles: ['Hoàng', 'Văn', 'Chí'], givens: ['Sà Ry', 'Khải', 'Nghĩa', 'Tài', 'Lợi'] },
  },
  KT: {
    families: ['A', 'A', 'Y', 'U', 'Siu', 'Đinh', 'Rơ Châm'],
    women: { middles: [''], givens: ['Blong', 'Nhiên', 'Đreng', 'Bưng', 'Hlơi', 'Thoai'] },
    men: { middles: [''], givens: ['Thiu', 'Khương', 'Đeng', 'Byơh', 'Long', 'Tơih'] },
  },
};

/** How many in a hundred have a name of their province's own. */
const localShare: Readonly<Record<string, number>> = { SL: 45, TQ: 30, BL: 35, KT: 30 };

/** The first three digits of a national number, by province (Thông tư 07/2016/TT-BCA). */
const provinceDigits: Readonly<Record<string, string>> = {
  SL: '014',
  TQ: '008',
  BL: '095',
  KT: '062',
  NB: '037',
};

export function personFrom(chance: Chance, { centre, wards }: Place): Person {
  const isWoman = chance.happens(0.5);
  const born = chance.between(1950, 2005);
  const centurySex = (born < 2000 ? 0 : 2) + (isWoman ? 1 : 0);
  const digits = String(chance.between(0, 999_999)).padStart(6, '0');
  return {
    name: nameFrom(chance, centre, isWoman),
    isWoman,
    address: chance.pick(wards),
    nationalNumber: `${provinceDigits[centre] ?? '001'}${centurySex}${String(born).slice(2)}${digits}`,
  };
}

/** What an event is told of a person: the text is sealed, the number finds or makes the person. */
export function toldOf({ name, address, nationalNumber }: Person) {
  return { text: `${name}, ${address}`, nationalNumber };
}

/** The name of an official, always the same for the same seed. */
export function officialName(seed: string, official: string, centre: string): string {
  const chance = chanceFrom(seed, 'official', official);
  return nameFrom(chance, centre, chance.happens(0.5));
}

function nameFrom(chance: Chance, centre: string, isWoman: boolean): string {
  const own = chance.happens((localShare[centre] ?? 0) / 100) ? local[centre] : undefined;
  const { families, women, men } = own ?? common;
  const { middles, givens } = isWoman ? women : men;
  const parts = [chance.pick(families), chance.pick(middles), chance.pick(givens)];
  return parts.filter((part) => part !== '').join(' ');
}
