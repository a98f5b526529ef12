/** What the regulation of each centre of the demo has its officials ask for before they are away. */
import type { Scene } from '../scene.ts';

/** What a regulation asks for: SL Đ8.đ, BL Đ4.4, KT Đ3.6, NB Đ6.2b; Tuyên Quang's says nothing, and does as Sơn La. */
type Manner = {
  readonly request: boolean;
  readonly confirmed: boolean;
  readonly notice: 'centre' | 'both' | null;
  readonly approved: boolean;
  readonly announced: boolean;
};

const asSonLa: Manner = {
  request: true,
  confirmed: true,
  notice: null,
  approved: true,
  announced: false,
};

const manners: Readonly<Record<string, Manner>> = {
  SL: asSonLa,
  TQ: asSonLa,
  BL: { request: false, confirmed: false, notice: 'both', approved: false, announced: false },
  KT: { request: false, confirmed: true, notice: 'centre', approved: false, announced: false },
  NB: { request: true, confirmed: false, notice: null, approved: true, announced: true },
};

export function mannerOf({ place }: Scene): Manner {
  return manners[place.centre] ?? asSonLa;
}
