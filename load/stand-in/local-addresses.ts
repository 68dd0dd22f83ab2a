/** The addresses of a range like `127.0.0.2-127.0.0.60`, within the last number; none without a range. */
export function addressesOf(range: string | undefined): string[] {
  if (range === undefined) return [];
  const [, net = '', first = '', sameNet = '', last = ''] =
    /^(\d+\.\d+\.\d+)\.(\d+)-(\d+\.\d+\.\d+)\.(\d+)$/.exec(range) ?? [];
  const count = Number(last) - Number(first) + 1;
  if (net === '' || net !== sameNet || !(count > 0 && count < 256))
    throw new Error(`no range of addresses: ${range}`);
  return Array.from({ length: count }, (_, index) => `${net}.${Number(first) + index}`);
}
