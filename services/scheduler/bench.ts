import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { CallContext } from '@healthbooker/runtime/context';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { openPool, query, statement } from '@healthbooker/runtime/postgres';
import { newTrace } from '@healthbooker/runtime/trace';
import { createTieBreak } from './allocate/tie-break.ts';
import { createMeasures } from './measures.ts';
import { schedulerRpcs } from './rpcs.ts';

export type BenchHospital = { specialtyId: string; slotIds: readonly string[] };

export type SchedulerBench = {
  /** The 99th percentile of one client's calls, in milliseconds. */
  search_p99_ms: number;
  select1_p99_ms: number;
  /** Bookings per second of `clients` callers of Reserve in this process. */
  reserve_per_s: number;
};

/** What the RPCs cost without gRPC: each handler is called in this process, on a real database. */
export async function benchScheduler(
  databaseUrl: string,
  { specialtyId, slotIds }: BenchHospital,
  { calls, clients }: { calls: number; clients: number },
): Promise<SchedulerBench> {
  const metrics = createMetrics('bench');
  const log = createLogger('bench', 'silent');
  const pool = openPool({ url: databaseUrl, max: 12, name: 'bench', metrics, log });
  const { SearchSlots, Reserve } = schedulerRpcs({
    pool,
    clock: () => new Date(),
    log,
    measures: createMeasures(metrics.registry),
    relay: { wake: () => undefined },
    settler: { settle: () => undefined },
    tieBreak: createTieBreak(undefined),
    holdMs: 300_000,
    reserveQueueMax: 10_000,
  });
  const anyTime = { visitTypeId: '', providerId: '', locationId: '', fromAt: '', toAt: '', pageToken: '' };
  const search = {
    ...{ specialtyId, ...anyTime, pageSize: 20 },
    urgency: 'URGENCY_ROUTINE',
    mode: 'VISIT_MODE_UNSPECIFIED',
  } as const;
  const select1 = statement('select-1', 'select 1');
  const patient = (): CallContext => ({
    caller: { kind: 'person', personId: randomUUID(), groups: ['Patients'] },
    deadline: Date.now() + 10_000,
    trace: newTrace(),
    log,
    signal: AbortSignal.timeout(10_000),
  });

  try {
    const searched: number[] = [];
    const selected: number[] = [];
    // In turns, so that whatever else the machine does falls on both alike.
    for (let call = 0; call < calls; call++) {
      searched.push(await timed(() => SearchSlots.handle(search, patient())));
      selected.push(await timed(() => query(pool, select1)));
    }
    const waiting = [...slotIds];
    const reserve_ms = await timed(async () => {
      await Promise.all(
        Array.from({ length: clients }, async () => {
          for (let slotId = waiting.pop(); slotId !== undefined; slotId = waiting.pop()) {
            const context = patient();
            const patientId = context.caller.kind === 'person' ? context.caller.personId : '';
            const ids = { appointmentId: randomUUID(), patientId, slotId, holdId: '' };
            const rest = {
              reason: 'Palpitations',
              urgency: 'URGENCY_ROUTINE',
              operationKey: randomUUID(),
              ...{ need: null, accessNeeds: [], referralId: '' },
            } as const;
            await Reserve.handle({ ...ids, ...rest }, context);
          }
        }),
      );
    });
    return {
      search_p99_ms: percentile(searched, 0.99),
      select1_p99_ms: percentile(selected, 0.99),
      reserve_per_s: (slotIds.length / reserve_ms) * 1000,
    };
  } finally {
    await pool.end();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
