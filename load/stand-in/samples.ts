import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { current } from './context.ts';

export type MetricType = 'counter' | 'gauge' | 'rate' | 'trend';
export type Tags = Readonly<Record<string, string>>;

/** k6's columns, in its order. */
const columns = [
  ...[
    'metric_name',
    'timestamp',
    'metric_value',
    'check',
    'error',
    'error_code',
    'expected_response',
    'group',
  ],
  ...['method', 'name', 'proto', 'scenario', 'service', 'status', 'subproto', 'tls_version', 'url'],
  ...['extra_tags', 'metadata'],
];

/** The samples of a metric, or of those that have some tags. */
export type Series = { type: MetricType; count: number; sum: number; last: number; values: number[] };

type Wanted = { metric: string; tags: [string, string][]; series: Series };

const types = new Map<string, MetricType>();
const wanted = new Map<string, Wanted>();
let write: ((line: string) => void) | undefined;

/** Makes a metric known. */
export function declareMetric(name: string, type: MetricType): void {
  types.set(name, type);
  watch(name);
}

/** Keeps the samples of `metric` or `metric{tag:value,…}`, for thresholds and the summary. */
export function watch(name: string): void {
  if (wanted.has(name)) return;
  const [, metric = '', list = ''] = /^([a-z_]+)(?:\{(.*)\})?$/.exec(name) ?? [];
  const type = types.get(metric);
  if (type === undefined) throw new Error(`no metric ${name}`);
  const tags =
    list === ''
      ? []
      : list.split(',').map((pair): [string, string] => {
          const [tag = '', value = ''] = pair.split(':');
          return [tag, value];
        });
  wanted.set(name, { metric, tags, series: { type, count: 0, sum: 0, last: 0, values: [] } });
}

/** Takes one sample, with the tags of the user whose code is running. */
export function addSample(name: string, value: number, given: Tags = {}): void {
  const user = current();
  const tags: Record<string, string> = {
    ...(user && { scenario: user.scenario.name, ...user.scenario.tags, ...user.tags }),
    ...given,
  };
  for (const { metric, tags: needed, series } of wanted.values()) {
    if (metric !== name || !needed.every(([tag, needs]) => tags[tag] === needs)) continue;
    series.count += 1;
    series.sum += value;
    series.last = value;
    if (series.type === 'trend') series.values.push(value);
  }
  if (write === undefined) return;
  const known = new Set(columns);
  const extra = Object.entries(tags).filter(([tag]) => !known.has(tag));
  const row: Record<string, string> = {
    ...tags,
    metric_name: name,
    timestamp: String(Date.now()),
    metric_value: String(value),
    extra_tags: pairs(extra),
    metadata: pairs(Object.entries(user?.metadata ?? {})),
  };
  write(columns.map((column) => quoted(row[column] ?? '')).join(','));
}

/** Every series that was kept, by name. */
export function allSeries(): ReadonlyMap<string, Series> {
  return new Map([...wanted].map(([name, { series }]) => [name, series]));
}

/** Writes every sample into a file, packed when its name ends with .gz; the result closes it. */
export async function openCsv(file: string): Promise<() => Promise<void>> {
  const target = createWriteStream(file);
  await new Promise<void>((resolve, reject) => target.once('open', () => resolve()).once('error', reject));
  const gzip = file.endsWith('.gz') ? createGzip({ level: 1 }) : undefined;
  gzip?.pipe(target);
  const out = gzip ?? target;
  target.on('error', (error) => {
    console.error(`samples cannot be written: ${error.message}`);
    process.exit(1);
  });
  write = (line) => void out.write(`${line}\n`);
  write(columns.join(','));
  return async () => {
    write = undefined;
    out.end();
    await finished(target);
  };
}

function pairs(entries: readonly [string, string][]): string {
  return entries.map(([name, value]) => `${name}=${value}`).join('&');
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
