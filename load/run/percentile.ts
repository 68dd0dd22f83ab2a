/** A percentile of sorted values: between the two that its rank lies between, in a straight line, as k6 does it. */
export function percentileOf(sorted: Float64Array, percentile: number): number {
  if (sorted.length === 0) return 0;
  const rank = (percentile / 100) * (sorted.length - 1);
  const below = sorted[Math.floor(rank)] ?? 0;
  const above = sorted[Math.ceil(rank)] ?? below;
  return below + (above - below) * (rank - Math.floor(rank));
}
