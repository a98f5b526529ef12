/** Clock times as a record writes them. */

/** `07:30` of 450 minutes after midnight. */
export function clockText(minutes: number): string {
  return `${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`;
}

function part(number: number): string {
  return String(number).padStart(2, '0');
}

/** 450 of `07:30`. */
export function minutesOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}
