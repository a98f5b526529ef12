/** Words of a file and of a mapping, compared as people take them to be the same. */

/**
 * The form in which words are compared: without regard to case, to spaces at their ends and how many
 * stand between, and to the way in which Unicode writes their marks.
 */
export function foldedWord(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
