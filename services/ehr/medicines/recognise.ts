import { substanceKey, wordsOf } from './key.ts';
import { type Meaning, type MedicineIndex, medicines } from './table.ts';

/** What the table knows of what somebody wrote. */
export type Recognised = {
  /** International names. */
  ingredients: ReadonlySet<string>;
  /** Ids of classes that were named themselves, e.g. in an allergy to "penicillins". */
  namedClasses: ReadonlySet<string>;
  /** Words of a substance that the table does not know. */
  unknown: readonly string[];
};

export type Coded = { system: string; code: string; display: string } | null;

/** No name in the table has more words than this. */
const longest_name = 8;
const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const snomed = 'http://snomed.info/sct';

/**
 * The substances in the words and the code of a medicine or an allergy: by ingredient, salt, brand, combination or class.
 * Doses, forms and similar words are ignored; every other word that the table does not know is in `unknown`.
 */
export function recognise(words: string, coding: Coded, index: MedicineIndex = medicines): Recognised {
  const written = read(words, index);
  const display = read(coding?.display ?? '', index);
  const coded = byCode(coding, index);
  const meanings = [...written.meanings, ...display.meanings, ...coded];
  // The table knows none of the words, but it knows the code: then the words are a name for that substance.
  const isCodedOnly = written.meanings.length === 0 && coded.length > 0;
  return {
    ingredients: new Set(meanings.flatMap(({ ingredients }) => ingredients)),
    namedClasses: new Set(meanings.flatMap(({ classes }) => classes)),
    unknown: isCodedOnly ? [] : written.unknown,
  };
}

function byCode(coding: Coded, { byRxnorm, bySnomed }: MedicineIndex): Meaning[] {
  const codes = coding?.system === rxnorm ? byRxnorm : coding?.system === snomed ? bySnomed : undefined;
  const meaning = codes?.get(coding?.code ?? '');
  return meaning ? [meaning] : [];
}

/** Finds the longest known name at each word. A text of which nothing is known is unknown as a whole. */
function read(text: string, index: MedicineIndex): { meanings: Meaning[]; unknown: string[] } {
  const words = wordsOf(text);
  const meanings: Meaning[] = [];
  const unknown: string[][] = [];
  let isRunning = false;
  for (let at = 0; at < words.length; ) {
    const found =
      meanings.length > 0 && isPlain(words[at] ?? '', index) ? undefined : nameAt(words, at, index);
    if (found) {
      meanings.push(found.meaning);
      at += found.length;
      isRunning = false;
      continue;
    }
    const word = words[at] ?? '';
    if (isPlain(word, index)) isRunning = false;
    else if (isRunning) unknown.at(-1)?.push(word);
    else {
      unknown.push([word]);
      isRunning = true;
    }
    at += 1;
  }
  if (meanings.length === 0 && text.trim() !== '') return { meanings, unknown: [text.trim()] };
  return { meanings, unknown: unknown.map((run) => run.join(' ')) };
}

function nameAt(
  words: readonly string[],
  at: number,
  { byName }: MedicineIndex,
): { meaning: Meaning; length: number } | undefined {
  for (let length = Math.min(longest_name, words.length - at); length > 0; length--) {
    const key = substanceKey(words.slice(at, at + length).join(''));
    const meaning = byName.get(key);
    if (meaning) return { meaning, length };
  }
  return undefined;
}

function isPlain(word: string, { plainWords }: MedicineIndex): boolean {
  return /^\p{Number}/u.test(word) || word.length === 1 || plainWords.has(substanceKey(word));
}
