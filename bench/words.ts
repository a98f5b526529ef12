/** Numbers as people read them. */

/** 200,000 as 200 k, 1,000,000 as 1 M. */
export function inWords(events: number): string {
  if (events >= 1_000_000) return `${events / 1_000_000} M`;
  return events >= 1_000 ? `${events / 1_000} k` : String(events);
}

/** As many digits as mean something: 31,204; 4.37; 0.082. */
export function figure(value: number): string {
  if (value >= 1_000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}
