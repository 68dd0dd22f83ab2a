/**
 * The form in which a name is looked up: without differences of case, accents, spaces, hyphens and the usual spellings. So
 * `Co-Amoxiclav`, `coamoxiclav`, `sulphadiazine` and `amoxycilin` are found.
 */
export function substanceKey(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
    .replace(/ph/g, 'f')
    .replace(/[ao]e/g, 'e')
    .replace(/y/g, 'i')
    .replace(/(\p{Letter})\1+/gu, '$1')
    .replace(/(?<=\p{Letter}{3})[aeo]?s?$/u, '');
}

/** The words of a text. Letters and digits are separated: `Amoxil500mg` is three words. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKC').match(/\p{Number}+|(?:\p{Letter}\p{Mark}*|[’'])+/gu) ?? [];
}
