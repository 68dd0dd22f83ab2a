import { randomFillSync } from 'node:crypto';

/** W3C trace context of one unit of work. Ids are lower-case hex: 32 and 16 digits. */
export type TraceContext = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly sampled: boolean;
};

const traceparentPattern = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** A trace that begins here. */
export function newTrace(): TraceContext {
  return { traceId: hexId(16), spanId: hexId(8), sampled: true };
}

/** The next span of the same trace: what one hop does on behalf of another. */
export function childOf(parent: TraceContext): TraceContext {
  return {
    traceId: parent.traceId,
    spanId: hexId(8),
    parentSpanId: parent.spanId,
    sampled: parent.sampled,
  };
}

/**
 * The span that serves a request carrying this `traceparent` header; a new trace when it is absent or
 * malformed, as https://www.w3.org/TR/trace-context/ asks.
 */
export function traceFrom(traceparent: string | undefined): TraceContext {
  const match = traceparent === undefined ? null : traceparentPattern.exec(traceparent);
  const [, version, traceId, spanId, flags, rest] = match ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return newTrace();
  if (version === 'ff' || (version === '00' && rest !== undefined)) return newTrace();
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return newTrace();
  return childOf({ traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 });
}

/** The `traceparent` value to send on. */
export function toTraceparent(trace: TraceContext): string {
  return `00-${trace.traceId}-${trace.spanId}-${trace.sampled ? '01' : '00'}`;
}

/** Random bytes are drawn in bulk: one draw costs as much as a hundred ids. */
const pool = Buffer.allocUnsafe(4096);
let used = pool.length;

/** Random, never all zero: the standard reserves that for "invalid". */
function hexId(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const id = pool.toString('hex', used, used + bytes);
  used += bytes;
  return /[^0]/.test(id) ? id : hexId(bytes);
}
