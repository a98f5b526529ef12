/** The names of streams: `{category}-{part}-{part}…`, by what the record is about. */

/** The record family of a stream: `dossier` of `dossier-H42.17-250923-0005`. */
export function categoryOf(stream: string): string {
  return stream.slice(0, stream.indexOf('-'));
}

/**
 * The stream of something: every part in Unicode's composed form, and all but the last
 * percent-encoded, `-` too, so that two things never share a stream.
 */
export function streamName(category: string, ...parts: readonly [string, ...string[]]): string {
  const encoded = parts.map((part, place) => {
    const text = part.normalize('NFC');
    if (place === parts.length - 1) return text;
    return encodeURIComponent(text).replaceAll('-', '%2D');
  });
  return [category, ...encoded].join('-');
}

/**
 * The parts that `streamName` made a stream of, under their names; null where the stream does not
 * have so many.
 *
 * @param names of the parts, in order: at least one.
 */
export function partsOf(
  stream: string,
  names: readonly string[],
): Readonly<Record<string, string>> | null {
  const [, ...pieces] = stream.split('-');
  if (names.length === 0 || pieces.length < names.length) return null;
  const encoded = pieces.slice(0, names.length - 1);
  const parts = [...encoded.map(decoded), pieces.slice(names.length - 1).join('-')];
  return parts.includes('')
    ? null
    : Object.fromEntries(names.map((name, place) => [name, parts[place] ?? '']));
}

/** Empty for what no part is encoded as. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
