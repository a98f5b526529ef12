/** What is laid down about money before the demo begins: the share that is kept, and by when agencies settle. */
import { centre } from '../../domain/centre/centre/vocabulary.ts';
import { fees } from '../../domain/fees/month/vocabulary.ts';
import type { Planned } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { firstDayOf, settingUp, told, yearRecord } from '../telling.ts';
import { monthOf } from './books.ts';

/** Hundredths of a percent that Ninh Bình keeps back by decision (NB Đ9.1c). */
export const keptShare = 500;

/** Working days in which Ninh Bình has the agencies settle, where its regulation sets no time (NB Đ9.2d). */
export const settledWithin = 30;

/** Decided before the demo begins. */
export function laidDownBefore(scene: Scene): readonly Planned[] {
  const { place, options } = scene;
  if (place.centre !== 'NB') return [];
  const first = firstDayOf(options);
  const share = { share: keptShare, from: first, by: place.committee, document: '955/QĐ-UBND' };
  const telling = { at: settingUp(scene, 30), by: place.accountant };
  return [
    told(scene, monthOf(scene, first), telling, [fees, 'RetentionShareDecided', share]),
    told(scene, yearRecord(scene, first), telling, [
      centre,
      'ProfileValueSet',
      {
        parameter: 'settlement.days',
        value: settledWithin,
        from: first,
        by: place.director,
        document: '12/QĐ-TTPVHCC',
      },
    ]),
  ];
}
