import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { SearchSlotsResponse } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SearchSlotsResponse';
import { loadService } from '@healthbooker/protos/load';
import { connectionsOf } from '@healthbooker/runtime/catalogue';
import type { CallContext } from '@healthbooker/runtime/context';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import type { Pool } from '@healthbooker/runtime/postgres';
import { newTrace } from '@healthbooker/runtime/trace';
import { createTieBreak } from '@healthbooker/scheduler/engine/tie-break';
import { createMeasures } from '@healthbooker/scheduler/measures';
import { openSchedulerPool } from '@healthbooker/scheduler/pool';
import { schedulerRpcs } from '@healthbooker/scheduler/rpcs';

const TIMEOUT_MS = 60_000;

/** Requests are made into bytes and back, so that what they leave out is filled in as the wire does it. */
const definition = loadService(
  'healthbooker.scheduler.v1.SchedulerService',
) as unknown as SchedulerServiceDefinition;

const answers = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };

/** What a patient wants of Reserve: a slot, or the earliest of a specialty. */
export type Wanted = { slotId: string } | { specialtyId: string; visitTypeId: string };

export type InProcess = {
  pool: Pool;
  /** One page of free slots of a specialty, as a patient searches. */
  search(specialtyId: string, wishes?: { visitTypeId?: string; providerId?: string }): Promise<unknown>;
  /** The page of 20 behind this token. */
  searchPage(specialtyId: string, pageToken: string): Promise<SearchSlotsResponse>;
  /** Books for somebody new and returns how long it took, in milliseconds. */
  reserve(wanted: Wanted): Promise<number>;
  close(): Promise<void>;
};

/**
 * The scheduler's RPCs without gRPC: each handler is called in this process, on a real database and on a pool as the
 * service opens it. It waits longer than a service would: what is too slow is measured, not refused.
 *
 * @param max connections; as many as a pod has, unless told otherwise
 */
export function inProcess(databaseUrl: string, { max = connectionsOf('scheduler') } = {}): InProcess {
  const metrics = createMetrics('bench');
  const log = createLogger('bench', 'silent');
  const pool = openSchedulerPool({
    url: databaseUrl,
    max,
    metrics,
    log,
    statementTimeoutMs: TIMEOUT_MS,
    maxWaiting: 10_000,
  });
  const { SearchSlots, Reserve } = schedulerRpcs({
    pool,
    clock: () => new Date(),
    log,
    measures: createMeasures(metrics.registry),
    relay: { wake: () => undefined },
    settler: { settle: () => undefined, settleAtOnce: async () => undefined },
    tieBreak: createTieBreak(undefined),
    holdMs: 300_000,
    reserveQueueMax: 10_000,
  });
  const { signal } = new AbortController();
  const patient = (personId: string): CallContext => ({
    caller: { kind: 'person', personId, capacity: 'patient', groups: ['Patients'] },
    deadline: Date.now() + TIMEOUT_MS,
    trace: newTrace(),
    log,
    signal,
  });
  const searchPage = async (specialtyId: string, pageToken: string, wishes: object = {}) => {
    const request = { ...wishes, specialtyId, pageToken, pageSize: 20, urgency: 'URGENCY_ROUTINE' } as const;
    return SearchSlots.handle(
      definition.SearchSlots.requestDeserialize(definition.SearchSlots.requestSerialize(request)),
      patient(randomUUID()),
    );
  };
  return {
    pool,
    search: (specialtyId, wishes) => searchPage(specialtyId, '', wishes),
    searchPage,
    async reserve(wanted) {
      const patientId = randomUUID();
      const said = {
        appointmentId: randomUUID(),
        patientId,
        reason: 'Palpitations',
        operationKey: randomUUID(),
        urgency: 'URGENCY_ROUTINE',
      } as const;
      const request =
        'slotId' in wanted ? { ...said, ...wanted } : { ...said, need: { ...wanted, symptoms: answers } };
      const began = performance.now();
      await Reserve.handle(
        definition.Reserve.requestDeserialize(definition.Reserve.requestSerialize(request)),
        patient(patientId),
      );
      return performance.now() - began;
    },
    close: () => pool.end(),
  };
}

/** Does each piece of work, so many at once; returns what they returned, and the seconds it took in all. */
export async function atOnce<Item>(
  clients: number,
  items: readonly Item[],
  work: (item: Item) => Promise<number>,
): Promise<{ seconds: number; took: number[] }> {
  const waiting = items.values();
  const took: number[] = [];
  const began = performance.now();
  const client = async () => {
    for (const item of waiting) took.push(await work(item));
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { seconds: (performance.now() - began) / 1000, took };
}

/** The value below which this share of them lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
