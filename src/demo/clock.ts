/** Clock times as a record writes them. */

/** `07:30` of 450 minutes after midnight. */
export function clockText(minutes: number): string {
  const part = (number: number) => String(number).padStart(2, '0');
  return `${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`;
}
