import type { Calls } from './accounts.ts';

/** One sample of the text that /metrics answers with. */
export type Sample = { name: string; labels: Readonly<Record<string, string>>; value: number };

/** Reads the samples of Prometheus' text format; comments and what is no sample are passed over. */
export function parseSamples(text: string): Sample[] {
  return text.split('\n').flatMap((line) => {
    const [, name, labels = '', value] = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)/.exec(line) ?? [];
    if (name === undefined || value === undefined) return [];
    const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)];
    return [
      {
        name,
        labels: Object.fromEntries(pairs.map(([, key = '', text = '']) => [key, text])),
        value: Number(value),
      },
    ];
  });
}

/** The sum of a metric's samples whose labels hold what is asked for. */
export function sumOf(
  samples: readonly Sample[],
  name: string,
  wanted: Readonly<Record<string, string>> = {},
): number {
  return samples
    .filter((sample) => sample.name === name)
    .filter(({ labels }) => Object.entries(wanted).every(([key, value]) => labels[key] === value))
    .reduce((sum, { value }) => sum + value, 0);
}

/** How often a process called each system since it began. */
export function callsOf(samples: readonly Sample[]): Calls {
  return Object.fromEntries(
    samples
      .filter(({ name }) => name === 'outbound_calls_total')
      .map(({ labels, value }) => [labels['system'], value]),
  );
}

/** What was called between two readings. */
export function callsBetween(before: Calls, after: Calls): Calls {
  const old = new Map(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after)
      .map(([system, count]) => [system, count - (old.get(system) ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
}

/** The samples of one process. */
export async function scrape(metricsUrl: string): Promise<Sample[]> {
  const response = await fetch(`${metricsUrl}/metrics`, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${metricsUrl}/metrics answered ${response.status}`);
  return parseSamples(await response.text());
}
