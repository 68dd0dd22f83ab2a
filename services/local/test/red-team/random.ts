/** Numbers that are the same for the same seed. */
export type Random = {
  /** From 0 to below `limit`. */
  below(limit: number): number;
  /** True in `share` of all cases. */
  chance(share: number): boolean;
  /** One of them; undefined of none. */
  of<T>(some: readonly T[]): T | undefined;
};

/** mulberry32 */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, chance: (share) => next() < share, of: (some) => some[below(some.length)] };
}

/** In an order of chance. */
export function shuffled<T>(some: readonly T[], random: Random): T[] {
  const order = [...some];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}
