import { parseArgs } from 'node:util';

export type Arguments = { scale: number; seed: number; json: string | undefined };

/** What the command line asks for. Throws a sentence that says what is wrong. */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: { scale: { type: 'string' }, seed: { type: 'string' }, json: { type: 'string' } },
  });
  const scale = Number(values.scale ?? '1');
  const seed = Number(values.seed ?? '1');
  if (!(scale > 0 && scale <= 2))
    throw new Error(`--scale is a number above 0 and up to 2, not "${values.scale}"`);
  if (!Number.isInteger(seed) || seed < 0 || seed > 1_000_000) {
    throw new Error(`--seed is a whole number from 0 to a million, not "${values.seed}"`);
  }
  return { scale, seed, json: values.json };
}
