import type { CatalogueService } from '../../catalogue.ts';

/** Answers that are our fault. A client's mistake, a refusal or a caller who left is not. */
const rpcFaults = 'UNKNOWN|DEADLINE_EXCEEDED|INTERNAL|UNAVAILABLE|DATA_LOSS|UNIMPLEMENTED';

/** Paths that are open for minutes by design, and addresses that do not exist. */
const notTimed = 'none|.*/live';

type Source = { metric: string; faults: string; also: string };

function sourceOf({ kind, name }: Pick<CatalogueService, 'kind' | 'name'>): Source {
  return kind === 'edge'
    ? {
        metric: 'http_server_request_duration_seconds',
        faults: 'code=~"5.."',
        also: `app="${name}",route!~"${notTimed}"`,
      }
    : { metric: 'rpc_server_duration_seconds', faults: `code=~"${rpcFaults}"`, also: `app="${name}"` };
}

/** Adds label matchers to those that a query already has, if any. */
const join = (...matchers: string[]) => matchers.filter((matcher) => matcher !== '').join(',');

/** Answers per second over a window; `extra` are further label matchers. */
export function requestRate(service: CatalogueService, window: string, extra = ''): string {
  const { metric, also } = sourceOf(service);
  return `sum(rate(${metric}_count{${join(also, extra)}}[${window}]))`;
}

/** Answers within a window. */
export function requestCount(service: CatalogueService, window: string, extra = ''): string {
  const { metric, also } = sourceOf(service);
  return `sum(increase(${metric}_count{${join(also, extra)}}[${window}]))`;
}

/** Share of answers that were our fault: 0 without any fault, nothing without any answer. */
export function errorRatio(service: CatalogueService, window: string, extra = ''): string {
  const { metric, faults, also } = sourceOf(service);
  const all = requestRate(service, window, extra);
  const faulty = `sum(rate(${metric}_count{${join(also, extra, faults)}}[${window}]))`;
  return `(${faulty} or 0 * ${all}) / (${all} > 0)`;
}

/** Share of answers that took longer than 99 of 100 may. */
export function slowRatio(service: CatalogueService, window: string, extra = ''): string {
  const { metric, also } = sourceOf(service);
  const all = requestRate(service, window, extra);
  const bound = `le=~"${leMatcher(service.slo.latency_ms.p99 / 1000)}"`;
  const inTime = `sum(rate(${metric}_bucket{${join(also, extra, bound)}}[${window}]))`;
  return `1 - ${inTime} / (${all} > 0)`;
}

/** The latency that 99 of 100 answers stay within, in seconds. */
export function p99(service: CatalogueService, window: string, extra = ''): string {
  const { metric, also } = sourceOf(service);
  return `histogram_quantile(0.99, sum by (le) (rate(${metric}_bucket{${join(also, extra)}}[${window}])))`;
}

/** A bucket's bound as clients write it (`1`) and as Prometheus 3 stores it (`1.0`). */
function leMatcher(bound_s: number): string {
  const text = String(bound_s);
  return text.includes('.') ? text.replace('.', '[.]') : `${text}|${text}[.]0`;
}
