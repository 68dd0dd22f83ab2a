import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { CallContext } from '@healthbooker/runtime/context';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import type { Measures } from './measures.ts';
import type { ReadBack } from './tables/read-back.ts';
import type { Store } from './tables/store.ts';

export type SchedulerClient = GrpcClient<SchedulerServiceDefinition>;

/** What the RPCs work with. */
export type Parts = {
  readonly store: Store;
  readonly scheduler: SchedulerClient;
  /** Who acts for whom; the scheduler keeps it. */
  readonly proxies: GrpcClient<ProxyServiceDefinition>;
  readonly measures: Measures;
  readonly readBack: ReadBack;
  readonly clock: () => Date;
  /** Our own token for the scheduler. */
  readonly workloadToken: () => Promise<string>;
  /** From how many hours before a visit a cancellation is late, by the policy. */
  readonly lateHours: (context: CallContext) => Promise<number>;
};
