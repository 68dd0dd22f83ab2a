import { createHash } from 'node:crypto';

/** What happens by chance, the same for the same words. */
export type Chance = {
  /** At least 0, less than 1. */
  draw(): number;
  /** Whether something of this probability happens. */
  happens(probability: number): boolean;
  anyOf<Value>(values: readonly Value[]): Value;
  /** One of those there are, or none where there are none. */
  oneOf<Value>(values: readonly Value[]): Value | undefined;
};

export function chanceOf(words: string): Chance {
  let state = createHash('sha256').update(words).digest().readUInt32LE();
  // mulberry32: 32 bits of state are plenty for some hundred draws a day.
  const draw = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const oneOf = <Value>(values: readonly Value[]) => values[Math.floor(draw() * values.length)];
  return {
    draw,
    happens: (probability) => draw() < probability,
    oneOf,
    anyOf(values) {
      const value = oneOf(values);
      if (value === undefined) throw new Error('there is nothing to choose from');
      return value;
    },
  };
}
