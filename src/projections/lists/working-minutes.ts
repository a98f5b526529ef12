/** Measuring in working time where a time may be a mistake, which must not hide a list. */

/** What `measure` finds; null for a time outside the years in which working time is counted. */
export function ifMeasured<Measured>(measure: () => Measured): Measured | null {
  try {
    return measure();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
