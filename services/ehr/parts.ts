import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import type { Pool } from '@healthbooker/runtime/postgres';
import type { AccessFollower } from './access-follower.ts';
import type { ChartCache } from './chart/cache.ts';
import type { Visits } from './chart/visit.ts';
import type { Names } from './names.ts';

export type SchedulerClient = GrpcClient<SchedulerServiceDefinition>;

/** What the RPCs work with. */
export type Parts = {
  pool: Pool;
  cache: ChartCache;
  scheduler: SchedulerClient;
  /** Who acts for whom; the scheduler keeps it. */
  proxies: GrpcClient<ProxyServiceDefinition>;
  /** What people are called; the appointment service keeps it. */
  names: Names;
  /** Whose a visit is. */
  visits: Visits;
  /** Takes what the scheduler has put on record. */
  follower: Pick<AccessFollower, 'catchUp'>;
  relay: { wake(): void };
  denials: { inc(): void };
  medicineChecks: { inc(labels: { outcome: 'clear' | 'not-checked' | 'warned' | 'overridden' }): void };
  clock: () => Date;
};
