/** Working-time arithmetic: how many due times a second. */
import { referenceWorkingTime } from '../src/domain/regulations/reference-time.ts';
import { millisecondsOf } from '../src/domain/units.ts';
import { arrivalOf } from './dossier-life.ts';
import { inTurn, perSecond, type Row, rowOf } from './measure.ts';
import type { Sizes } from './sizes.ts';

const additions = 500_000;

export async function measureDueTimes({ rounds }: Sizes): Promise<Row[]> {
  const time = referenceWorkingTime('Asia/Ho_Chi_Minh', 'vietnam');
  const arrivals = Array.from({ length: 1_000 }, (_, number) => arrivalOf(number * 50));
  const inMs = arrivals.map(millisecondsOf);
  let sum = 0;
  const figures = await inTurn(
    {
      ms: () =>
        perSecond(additions, () => {
          for (let n = 0; n < additions; n += 1) {
            sum += time.addWorkingDaysMs(inMs[n % 1_000] ?? 0, 1 + (n % 20), 'next-day');
          }
        }),
      instants: () =>
        perSecond(additions, () => {
          for (let n = 0; n < additions; n += 1) {
            const from = arrivals[n % 1_000];
            if (from !== undefined)
              sum += time.addWorkingDays(from, 1 + (n % 20), 'next-day').length;
          }
        }),
    },
    rounds,
  );
  if (sum === 0) throw new Error('nothing was computed');
  return [
    rowOf('due times, in milliseconds', '/s', figures.ms),
    rowOf('due times, as texts', '/s', figures.instants),
  ];
}
