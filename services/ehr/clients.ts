import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';

export type SchedulerClient = GrpcClient<SchedulerServiceDefinition>;
