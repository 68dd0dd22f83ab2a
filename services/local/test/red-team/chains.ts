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

/**
 * Chains in which each of `first` comes before each of `all`, itself too. The third operation of each is the one with
 * which most that is new comes together.
 */
export function chainsOver(
  first: readonly Operation[],
  all: readonly Operation[],
  pairs: Pairs,
  random: Random,
): Chain[] {
  const chains: Chain[] = [];
  const isFirst = new Set(first);
  const thirds = shuffled(all, random);
  for (const one of shuffled(first, random))
    for (const two of shuffled(all, random)) {
      if (pairs.has(one, two)) continue;
      pairs.add([one, two]);
      const gain = (three: Operation) =>
        Number(!pairs.has(one, three)) + Number(isFirst.has(two) && !pairs.has(two, three));
      const chain = [one, two, mostOf(thirds, random, gain)];
      pairs.add(chain);
      chains.push(chain);
    }
  return shuffled(chains, random);
}

/** The one with the largest gain, of 0 to 2; of several one by chance. */
function mostOf(some: readonly Operation[], random: Random, gain: (one: Operation) => number): Operation {
  const begin = random.below(some.length);
  const inTurn = [...some.slice(begin), ...some.slice(0, begin)];
  let best = inTurn[0] as Operation;
  let most = gain(best);
  for (const one of inTurn) {
    if (most === 2) break;
    const gained = gain(one);
    if (gained > most) [best, most] = [one, gained];
  }
  return best;
}
