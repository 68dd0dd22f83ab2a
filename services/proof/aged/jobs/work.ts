import { setTimeout as sleep } from 'node:timers/promises';
import { openEhrPool } from '@healthbooker/ehr/pool';
import { openNotificationPool } from '@healthbooker/notification/pool';
import { connectionsOf } from '@healthbooker/runtime/catalogue';
import type { CallContext } from '@healthbooker/runtime/context';
import { createLogger, type Logger } from '@healthbooker/runtime/log';
import { createMetrics, type Metrics } from '@healthbooker/runtime/metrics';
import type { Pool, PoolOptions } from '@healthbooker/runtime/postgres';
import { newTrace } from '@healthbooker/runtime/trace';
import { createTieBreak } from '@healthbooker/scheduler/engine/tie-break';
import { createMeasures } from '@healthbooker/scheduler/measures';
import type { Parts } from '@healthbooker/scheduler/parts';
import { openSchedulerPool } from '@healthbooker/scheduler/pool';
import { served } from '@healthbooker/scheduler/rpcs';
import type pg from 'pg';
import { connect } from '../fill/bulk.ts';
import type { ServiceName } from '../hospital.ts';
import type { Copies } from './copy.ts';

/** What a job works with: the pools that the services open, with their limits, a clock, and a log whose warnings fail it. */
export type Work = {
  clock: () => Date;
  metrics: Metrics;
  log: Logger;
  pools: Record<ServiceName, Pool>;
  owners: Record<ServiceName, pg.Client>;
  scheduler: Parts;
  /** Calls the scheduler as a service does, without the way there. */
  call(
    caller: 'ehr' | 'notification',
    protoService: string,
    method: string,
    request: object,
  ): Promise<unknown>;
  /** Waits until this holds; fails when it takes too long. */
  until(what: string, holds: () => Promise<boolean>): Promise<void>;
  /** Waits until nobody has used the pool for a while. */
  untilQuiet(pool: Pool): Promise<void>;
  /** What was warned of since the last look. */
  warnings(): string[];
  close(): Promise<void>;
};

/** The loops pause for half a second and more between two rounds. */
const QUIET_MS = 450;
const LOOK_EVERY_MS = 20;

/** @param mostMs how long a job may take */
export async function beginWork({ urls }: Copies, now: Date, mostMs: number): Promise<Work> {
  const metrics = createMetrics('aged');
  const lines: string[] = [];
  const log = createLogger('aged', 'warn', { write: (line: string) => void lines.push(line) });
  const clock = () => now;
  const poolOf = (service: ServiceName, open: (options: Omit<PoolOptions, 'name' | 'plansOnce'>) => Pool) =>
    open({ url: urls[service].url, max: connectionsOf(service), metrics: createMetrics('aged'), log });
  const pools = {
    scheduler: poolOf('scheduler', openSchedulerPool),
    ehr: poolOf('ehr', openEhrPool),
    notification: poolOf('notification', openNotificationPool),
  };
  const owners = {
    scheduler: await connect(urls.scheduler.ownerUrl),
    ehr: await connect(urls.ehr.ownerUrl),
    notification: await connect(urls.notification.ownerUrl),
  };
  const scheduler: Parts = {
    pool: pools.scheduler,
    clock,
    log,
    measures: createMeasures(metrics.registry),
    relay: { wake: () => undefined },
    settler: { settle: () => undefined, settleAtOnce: async () => undefined },
    tieBreak: createTieBreak(undefined),
    holdMs: 300_000,
    reserveQueueMax: 100,
  };
  const rpcs = served(scheduler);

  async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const end = performance.now() + mostMs;
    while (!(await holds())) {
      if (performance.now() > end) throw new Error(`${what}: not within ${mostMs / 1000} s`);
      await sleep(LOOK_EVERY_MS);
    }
  }

  return {
    clock,
    metrics,
    log,
    pools,
    owners,
    scheduler,
    async call(service, protoService, method, request) {
      const rpc = rpcs.find((each) => each.protoService === protoService)?.rpcs.get(method);
      if (rpc === undefined) throw new Error(`the scheduler does not serve ${protoService}.${method}`);
      const context: CallContext = {
        caller: { kind: 'workload', service },
        deadline: Date.now() + mostMs,
        trace: newTrace(),
        log,
        signal: new AbortController().signal,
      };
      return rpc.handle(request, context);
    },
    until,
    async untilQuiet(pool) {
      let quietSince = performance.now();
      await until('its statements', async () => {
        if (pool.idleCount < pool.totalCount || pool.waitingCount > 0) quietSince = performance.now();
        return performance.now() - quietSince > QUIET_MS;
      });
    },
    warnings: () => lines.splice(0),
    async close() {
      await Promise.all([
        ...Object.values(pools).map((pool) => pool.end()),
        ...Object.values(owners).map((owner) => owner.end()),
      ]);
    },
  };
}
