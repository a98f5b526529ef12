/** How often a thing is owed. */
export type PeriodLength = 'week' | 'month' | 'quarter' | 'half-year' | 'year';
