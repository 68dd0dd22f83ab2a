import type { Operation } from './operations.ts';
import { type Random, shuffled } from './random.ts';

/** Up to three operations, one after the other. */
export type Chain = readonly Operation[];

/** Which operations came one after the other in a chain, at once or with another between. */
export class Pairs {
  readonly #index: ReadonlyMap<Operation, number>;
  readonly #done: Uint8Array;
  #count = 0;

  constructor(operations: readonly Operation[]) {
    this.#index = new Map(operations.map((operation, index) => [operation, index]));
    this.#done = new Uint8Array(operations.length ** 2);
  }

  get count(): number {
    return this.#count;
  }

  has(before: Operation, after: Operation): boolean {
    return this.#done[this.#place(before, after)] === 1;
  }

  add(chain: Chain): void {
    for (const [index, before] of chain.entries())
      for (const after of chain.slice(index + 1)) {
        const place = this.#place(before, after);
        this.#count += this.#done[place] === 1 ? 0 : 1;
        this.#done[place] = 1;
      }
  }

  #place(before: Operation, after: Operation): number {
    return (this.#index.get(before) ?? 0) * this.#index.size + (this.#index.get(after) ?? 0);
  }
}

const tries = 12;

/**
 * Chains in which each of `first` comes before each of `all`, itself too. The third operation of each is drawn: of a
 * dozen, the one with which most that is new comes together.
 */
export function chainsOver(
  first: readonly Operation[],
  all: readonly Operation[],
  pairs: Pairs,
  random: Random,
): Chain[] {
  const chains: Chain[] = [];
  const isFirst = new Set(first);
  for (const one of shuffled(first, random))
    for (const two of shuffled(all, random)) {
      if (pairs.has(one, two)) continue;
      // What may change something comes before what is asked afterwards.
      let best: Operation | undefined;
      let most = -1;
      for (let each = 0; each < tries && most < 2; each += 1) {
        const three = random.of(all) ?? one;
        const isNew = (before: Operation) => isFirst.has(before) && !pairs.has(before, three);
        const gain = Number(isNew(one)) + Number(isNew(two));
        if (gain > most) [best, most] = [three, gain];
      }
      const chain = [one, two, best ?? two];
      pairs.add(chain);
      chains.push(chain);
    }
  return shuffled(chains, random);
}
