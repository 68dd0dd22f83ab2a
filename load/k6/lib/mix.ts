/** Draws among journeys by their shares, given as `search=60,book=15`. */
export type Mix = { pick(random: number): string };

/** Reads a mix; each name must be one of the known ones. @throws Error in one sentence */
export function readMix(text: string, known: readonly string[]): Mix {
  const shares = text.split(',').map((part) => {
    const [, name = '', share = ''] = /^\s*([a-z]+)\s*=\s*(\d+(?:\.\d+)?)\s*$/.exec(part) ?? [];
    return { name, share: Number(share) };
  });
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  if (!shares.every(({ name }) => known.includes(name)) || total <= 0) {
    throw new Error(`HB_MIX must give shares to ${known.join(', ')}, like search=60,book=40.`);
  }
  return {
    pick(random) {
      let left = random * total;
      for (const { name, share } of shares) {
        left -= share;
        if (left < 0) return name;
      }
      return shares.find(({ share }) => share > 0)?.name ?? '';
    },
  };
}
