import { randomBytes } from 'node:crypto';

/** A word, or an id, that stands in one clinical field of one victim and nowhere else. */
export type Canary = { word: string; victim: string; field: string };

/** All canaries, and where in a text they stand. */
export class Canaries {
  readonly #prefix = `canary${randomBytes(4).toString('hex')}x`;
  readonly #byWord = new Map<string, Canary>();
  readonly #pattern = new RegExp(`${this.#prefix}[0-9a-f]{12}`, 'g');

  /** A word for a field of free text. */
  word(victim: string, field: string): string {
    return this.#keep(`${this.#prefix}${randomBytes(6).toString('hex')}`, victim, field);
  }

  /** An id that the attacker is not told, for facts that no word can stand in. */
  id(victim: string, field: string, id: string): string {
    return this.#keep(id, victim, field);
  }

  of(victim: string): Canary[] {
    return [...this.#byWord.values()].filter((canary) => canary.victim === victim);
  }

  /** Those in a text, of `victims` or of all. */
  in(text: string): Canary[] {
    const words = text.includes(this.#prefix) ? (text.match(this.#pattern) ?? []) : [];
    const found = new Set(words.flatMap((word) => this.#byWord.get(word) ?? []));
    for (const canary of this.#ids) if (text.includes(canary.word)) found.add(canary);
    return [...found];
  }

  readonly #ids: Canary[] = [];

  #keep(word: string, victim: string, field: string): string {
    const canary = { word, victim, field };
    this.#byWord.set(word, canary);
    if (!word.startsWith(this.#prefix)) this.#ids.push(canary);
    return word;
  }
}
