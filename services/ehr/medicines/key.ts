/**
 * A name as it is looked up: case, accents, spaces, hyphens and the usual spellings folded, so that `Co-Amoxiclav`,
 * `coamoxiclav`, `sulphadiazine` and `amoxycilin` find what they mean.
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

/** The words of a text: letters and digits apart, so that `Amoxil500mg` is three. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKC').match(/\p{Number}+|(?:\p{Letter}\p{Mark}*|[’'])+/gu) ?? [];
}
