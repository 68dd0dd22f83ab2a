import type { Series } from './samples.ts';

export type MetricSummary = {
  type: string;
  values: Record<string, number>;
  thresholds?: Record<string, { ok: boolean }>;
};

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

/** What the summary says of a series; a trend is sorted once, for all of its percentiles. */
export function summaryOf(series: Series, rules: readonly string[], seconds: number): MetricSummary {
  const { type, count, sum, last } = series;
  const sorted = Float64Array.from(series.values).sort();
  const value = (name: string): number => {
    const percentile = name === 'med' ? 50 : Number(/^p\(([\d.]+)\)$/.exec(name)?.[1]);
    if (!Number.isNaN(percentile)) return percentileOf(sorted, percentile);
    if (name === 'min') return sorted[0] ?? 0;
    if (name === 'max') return sorted.at(-1) ?? 0;
    if (name === 'avg') return count === 0 ? 0 : sum / count;
    if (name === 'value') return last;
    if (name === 'rate') return type === 'counter' ? sum / seconds : count === 0 ? 0 : sum / count;
    if (name === 'count') return type === 'trend' ? count : sum;
    throw new Error(`no aggregate ${name}`);
  };
  const names: Readonly<Record<string, string[]>> = {
    trend: ['avg', 'min', 'med', 'p(95)', 'p(99)', 'max', 'count'],
    counter: ['count', 'rate'],
    rate: ['rate'],
    gauge: ['value'],
  };
  const values = Object.fromEntries((names[type] ?? []).map((name) => [name, value(name)]));
  const thresholds = Object.fromEntries(
    rules.map((rule) => {
      const [, name = '', sign = '', bound = ''] =
        /^\s*([a-z]+(?:\([\d.]+\))?)\s*(<=|>=|==|!=|<|>)\s*([\d.]+)\s*$/.exec(rule) ?? [];
      const holds = comparisons[sign];
      if (holds === undefined) throw new Error(`no threshold ${rule}`);
      // As in k6: of nothing, only a counter is judged.
      const isJudged = count > 0 || type === 'counter';
      return [rule, { ok: !isJudged || holds(value(name), Number(bound)) }];
    }),
  );
  return { type, values, ...(rules.length > 0 && { thresholds }) };
}

/** Between the two values that the rank lies between, in a straight line, as k6 does it. */
export function percentileOf(sorted: Float64Array, percentile: number): number {
  if (sorted.length === 0) return 0;
  const rank = (percentile / 100) * (sorted.length - 1);
  const below = sorted[Math.floor(rank)] ?? 0;
  const above = sorted[Math.ceil(rank)] ?? below;
  return below + (above - below) * (rank - Math.floor(rank));
}
