import { knob } from './options.ts';

type Metric = { values: Record<string, number>; thresholds?: Record<string, { ok: boolean }> };
type Summary = { metrics: Record<string, Metric>; state: { testRunDurationMs: number } };

/** The summary of a run for people: latencies by operation, failures, and which thresholds were crossed. */
export function summaryText({ metrics, state }: Summary): string {
  const lines = [
    '',
    `  ${(state.testRunDurationMs / 1000).toFixed(0)} s, ${count(metrics, 'http_reqs')} requests, ` +
      `${count(metrics, 'hb_acknowledged')} acknowledged changes, ${count(metrics, 'hb_lost')} lost`,
    '',
    `  ${'operation'.padEnd(12)}${['p50', 'p95', 'p99', 'max'].map((name) => name.padStart(9)).join('')}  ms`,
  ];
  for (const [name, { values }] of Object.entries(metrics)) {
    const op = /^http_req_duration\{op:([a-z-]+),phase:steady\}$/.exec(name)?.[1];
    if (op === undefined || !(Number(values['max']) > 0)) continue;
    const columns = ['med', 'p(95)', 'p(99)', 'max'].map((key) => (values[key] ?? 0).toFixed(1).padStart(9));
    lines.push(`  ${op.padEnd(12)}${columns.join('')}`);
  }
  const crossed = Object.entries(metrics).flatMap(([name, { thresholds = {} }]) =>
    Object.entries(thresholds).flatMap(([rule, { ok }]) => (ok ? [] : [`  NOT HELD  ${name}: ${rule}`])),
  );
  lines.push('', ...(crossed.length > 0 ? crossed : ['  Every threshold was held.']), '', '');
  return lines.join('\n');
}

/** What `handleSummary` returns: words for people and, where the driver asks, the numbers as JSON. */
export function summarise(data: unknown): Record<string, string> {
  const file = knob('HB_SUMMARY');
  return {
    stdout: summaryText(data as Summary),
    ...(file !== '' && { [file]: JSON.stringify(data) }),
  };
}

function count(metrics: Record<string, Metric>, name: string): number {
  return metrics[name]?.values['count'] ?? 0;
}
