/** Demands that no demo of three months can break: what is owed for a period that does not lie whole within it. */
export const tooLongFor92Days: readonly string[] = [
  'agency-sessions BL', // every three months
  'longer-reports SL', // by the quarter
  'merit-proposed NB', // by the year
  'officials-reviewed BL', // every six months
  'officials-reviewed KT', // every six months
  'officials-reviewed SL', // every three months
  'rating-shared NB', // by the year
  'rotation-readiness TQ', // once, before 30 November 2023
  'yearly-training NB', // by the year
];
