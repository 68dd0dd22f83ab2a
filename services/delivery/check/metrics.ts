import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/** Metrics that every process has by prom-client's own measuring. */
const ownOfNode = ['process_start_time_seconds', 'process_resident_memory_bytes'];
/** Metrics of Argo Rollouts and cert-manager. */
const ofThirdParties = ['rollout_info', 'certmanager_certificate_expiration_timestamp_seconds'];

/** Every metric that some service or third party exports, with its kind; a histogram stands for its three series. */
export function exportedMetrics(): Map<string, 'Gauge' | 'Counter' | 'Histogram'> {
  const found = new Map<string, 'Gauge' | 'Counter' | 'Histogram'>(
    [...ownOfNode, ...ofThirdParties].map((name) => [name, 'Gauge']),
  );
  for (const entry of readdirSync(join(root, 'services'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts') || entry.name.endsWith('.test.ts')) continue;
    if (entry.parentPath.includes('node_modules')) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const [, kind, name] of text.matchAll(/new (Gauge|Counter|Histogram)\(\{\s*name: '(\w+)'/g)) {
      if (name !== undefined) found.set(name, kind as 'Gauge' | 'Counter' | 'Histogram');
    }
  }
  return found;
}

/** The series that a PromQL expression reads: `x_count` of a histogram is told as such. */
export function seriesIn(expression: string): string[] {
  const bare = expression
    .replaceAll(/"[^"]*"/g, '""')
    .replaceAll(/\{[^{}]*\}/g, '{}')
    .replaceAll(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ')
    .replaceAll(/\[[^\]]*\]/g, ' ');
  const words = [...bare.matchAll(/[a-zA-Z_:][a-zA-Z0-9_:]*(?=(\s*\()?)/g)];
  return words
    .filter(({ 0: word, 1: opening }) => opening === undefined && !keywords.has(word))
    .map(([word]) => word);
}

const keywords = new Set(['and', 'or', 'unless', 'bool', 'le', 'offset']);

/** The name of the metric that a series belongs to. */
export function metricOf(series: string, exported: ReadonlyMap<string, string>): string | undefined {
  if (exported.has(series)) return series;
  const base = series.replace(/_(bucket|count|sum)$/, '');
  return exported.get(base) === 'Histogram' ? base : undefined;
}
