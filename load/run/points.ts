import { percentileOf } from './percentile.ts';
import type { Acknowledged, Sample } from './samples.ts';
import { cores, type Usage, usageBetween } from './usage.ts';
import type { Workload } from './workloads.ts';

export type Latencies = { n: number; p50: number; p95: number; p99: number };

/** One point of a plot: a rung of a ladder, or a few seconds of another workload. */
export type Point = {
  /** Users, or seconds since the start. */
  x: number;
  /** When it was measured, in milliseconds since 1970, without the warm-up. */
  from: number;
  to: number;
  requests: number;
  /** Requests a second that were answered as they must be. */
  throughput: number;
  failed: number;
  /** Over all operations, in ms; of an open workload from when a request was due. */
  latency: Latencies;
  operations: Record<string, Latencies>;
  /** Cores in use, by process. */
  cores: Record<string, number>;
  memory_mb: Record<string, number>;
  /** Why the point is void; empty when it is valid. */
  void: string[];
};

type Bucket = {
  x: number;
  from: number;
  to: number;
  requests: number;
  failed: number;
  refused: number;
  unauthorized: number;
  spent: number;
  dropped: number;
  due: number[];
  durations: Map<string, number[]>;
};

/** Above these shares of the cores, the generator (k6) or the whole machine may have delayed what is measured. */
const busy_generator = 0.85;
const busy_host = 0.97;
const slices = 24;

/** Makes points of samples, which come one by one, and keeps what was acknowledged. */
export function createPoints(workload: Workload, warm_s: number) {
  const buckets = new Map<number, Bucket>();
  const acknowledged = new Map<string, Acknowledged>();
  let lost = 0;
  let began: number | undefined;
  const isLadder = workload === 'ladder';

  return {
    add(sample: Sample): void {
      if (sample.metric === 'hb_lost') lost += sample.value;
      if (sample.acknowledged) {
        const known = acknowledged.get(sample.acknowledged.appointmentId);
        if (known === undefined || known.version < sample.acknowledged.version) {
          acknowledged.set(sample.acknowledged.appointmentId, sample.acknowledged);
        }
      }
      if (sample.phase === 'setup' || sample.scenario === '') return;
      began ??= sample.at;
      const second = Math.max(0, Math.floor((sample.at - began) / 1000));
      if (isLadder) count(bucketOf(Number(sample.scenario.replace('users_', ''))), sample);
      else if (second >= warm_s) count(bucketOf(second), sample);
    },
    acknowledged: () => [...acknowledged.values()],
    lost: () => lost,
    /** The points, once all samples have come. */
    finish(usages: readonly Usage[]): Point[] {
      const measured = isLadder ? [...buckets.values()] : slicesOf([...buckets.values()]);
      return measured
        .filter(({ requests }) => requests > 0)
        .sort((a, b) => a.x - b.x)
        .map((bucket) => pointOf(bucket, usages));
    },
  };

  function bucketOf(x: number): Bucket {
    const known = buckets.get(x);
    if (known) return known;
    const made = emptyBucket(x);
    buckets.set(x, made);
    return made;
  }

  function count(bucket: Bucket, { metric, value, phase, at, op }: Sample): void {
    if (metric === 'hb_refused') bucket.refused += value;
    if (metric === 'hb_unauthorized') bucket.unauthorized += value;
    if (metric === 'hb_people_spent') bucket.spent += value;
    if (metric === 'dropped_iterations') bucket.dropped += value;
    if (phase !== 'steady') return;
    if (metric === 'hb_since_due') bucket.due.push(value);
    if (metric === 'http_req_failed') bucket.failed += value;
    if (metric !== 'http_req_duration') return;
    bucket.requests += 1;
    bucket.from = Math.min(bucket.from, at - value);
    bucket.to = Math.max(bucket.to, at);
    const durations = bucket.durations.get(op) ?? [];
    durations.push(value);
    bucket.durations.set(op, durations);
  }
}

function emptyBucket(x: number): Bucket {
  return {
    x,
    from: Number.POSITIVE_INFINITY,
    to: 0,
    requests: 0,
    failed: 0,
    refused: 0,
    unauthorized: 0,
    spent: 0,
    dropped: 0,
    due: [],
    durations: new Map(),
  };
}

/**
 * Puts seconds together to slices of the same length. A tail shorter than half a slice is dropped: it would look like
 * a drop in load.
 */
function slicesOf(seconds: readonly Bucket[]): Bucket[] {
  const last = seconds.reduce((most, { x }) => Math.max(most, x), 0);
  const length = Math.max(1, Math.ceil((last + 1) / slices));
  const made = new Map<number, Bucket>();
  for (const second of seconds) {
    const x = Math.floor(second.x / length) * length;
    if (x > 0 && x + length / 2 > last + 1) continue;
    const slice = made.get(x) ?? emptyBucket(x);
    made.set(x, slice);
    addTo(slice, second);
  }
  return [...made.values()];
}

function addTo(slice: Bucket, second: Bucket): void {
  slice.from = Math.min(slice.from, second.from);
  slice.to = Math.max(slice.to, second.to);
  for (const name of ['requests', 'failed', 'refused', 'unauthorized', 'spent', 'dropped'] as const) {
    slice[name] += second[name];
  }
  slice.due.push(...second.due);
  for (const [op, values] of second.durations) {
    slice.durations.set(op, [...(slice.durations.get(op) ?? []), ...values]);
  }
}

function pointOf(bucket: Bucket, usages: readonly Usage[]): Point {
  const { x, from, to, requests, failed, due, durations } = bucket;
  const used = usageBetween(usages, from, to);
  return {
    x,
    from: Math.round(from),
    to,
    requests,
    failed,
    throughput: round(((requests - failed) / Math.max(1, to - from)) * 1000, 2),
    latency: latenciesOf(due.length > 0 ? due : [...durations.values()].flat()),
    operations: Object.fromEntries([...durations].map(([op, values]) => [op, latenciesOf(values)])),
    cores: rounded(used.cores, 3),
    memory_mb: rounded(used.memory_mb, 0),
    void: whyVoid(bucket, used.cores),
  };
}

function whyVoid(bucket: Bucket, used: Record<string, number>): string[] {
  const { refused, unauthorized, spent, dropped } = bucket;
  const reasons: [boolean, string][] = [
    [refused > 0, 'requests were refused by a limit of the system (429)'],
    [unauthorized > 0, 'requests had a token that had ended (401)'],
    [spent > 0, 'some people had booked as often as one person may'],
    [dropped > 0, 'arrivals were dropped, since too few users were free'],
    [(used['generator'] ?? 0) > busy_generator * cores, 'the generator had no time to spare'],
    [(used['host'] ?? 0) > busy_host * cores, `all ${cores} cores were busy, the generator on them`],
  ];
  return reasons.flatMap(([is, why]) => (is ? [why] : []));
}

/** Where points are void, by the reason. */
export function voidsOf(points: readonly Point[]): { why: string; xs: number[] }[] {
  const found = new Map<string, number[]>();
  for (const { x, void: reasons } of points) {
    for (const why of reasons) found.set(why, [...(found.get(why) ?? []), x]);
  }
  return [...found].map(([why, xs]) => ({ why, xs }));
}

function latenciesOf(values: readonly number[]): Latencies {
  const sorted = Float64Array.from(values).sort();
  const at = (percentile: number) => round(percentileOf(sorted, percentile), 1);
  return { n: sorted.length, p50: at(50), p95: at(95), p99: at(99) };
}

function rounded(values: Record<string, number>, digits: number): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, round(value, digits)]));
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
