import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import type { NotificationServiceDefinition } from '@healthbooker/protos/gen/healthbooker/notification/v1/NotificationService';
import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import type { LatenessServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LatenessService';
import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import type { PolicyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/PolicyService';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { ReferralServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReferralService';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import { type Accounts, type AccountsConfig, createAccounts } from '@healthbooker/runtime/accounts';
import { type CallContext, forward, type OutgoingContext } from '@healthbooker/runtime/context';
import type { EdgeParts } from '@healthbooker/runtime/edge-service';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import { type CachedDirectory, createDirectory } from './directory.ts';

/** The services that routes ask. */
export type Peers = {
  readonly appointment: GrpcClient<AppointmentServiceDefinition>;
  readonly identity: GrpcClient<IdentityServiceDefinition>;
  readonly scheduler: GrpcClient<SchedulerServiceDefinition>;
  readonly waitlist: GrpcClient<WaitlistServiceDefinition>;
  readonly availability: GrpcClient<AvailabilityServiceDefinition>;
  readonly leave: GrpcClient<LeaveServiceDefinition>;
  readonly policy: GrpcClient<PolicyServiceDefinition>;
  readonly decisions: GrpcClient<DecisionServiceDefinition>;
  readonly series: GrpcClient<SeriesServiceDefinition>;
  readonly proxies: GrpcClient<ProxyServiceDefinition>;
  readonly referrals: GrpcClient<ReferralServiceDefinition>;
  readonly lateness: GrpcClient<LatenessServiceDefinition>;
  readonly ehr: GrpcClient<EhrServiceDefinition>;
  readonly notification: GrpcClient<NotificationServiceDefinition>;
  readonly directory: CachedDirectory;
  readonly accounts: Accounts;
  /**
   * A call with the person's token for which this edge vouches: the request holds data that the edge has looked up,
   * such as a verified address, which the callee does not accept from a person alone.
   */
  vouched(context: CallContext, callee: 'appointment' | 'scheduler'): OutgoingContext;
  /** An idempotent call with this edge's own token, for people who are not signed in. */
  inOwnName(context: CallContext, callee: 'scheduler'): OutgoingContext;
};

/** Their addresses. */
export type PeersConfig = AccountsConfig & {
  APPOINTMENT_ADDRESS: string;
  SCHEDULER_ADDRESS: string;
  EHR_ADDRESS: string;
  NOTIFICATION_ADDRESS: string;
};

/** Connects to the services and the user pool; nothing is sent before the first request. */
export function connectPeers(config: PeersConfig, { client, onClose, workloads }: EdgeParts): Peers {
  const { SCHEDULER_ADDRESS } = config;
  const scheduler = client<SchedulerServiceDefinition>(
    'healthbooker.scheduler.v1.SchedulerService',
    SCHEDULER_ADDRESS,
  );
  const accounts = createAccounts(config);
  onClose('accounts', accounts.close);
  return {
    scheduler,
    waitlist: client('healthbooker.scheduler.v1.WaitlistService', SCHEDULER_ADDRESS),
    availability: client('healthbooker.scheduler.v1.AvailabilityService', SCHEDULER_ADDRESS),
    leave: client('healthbooker.scheduler.v1.LeaveService', SCHEDULER_ADDRESS),
    policy: client('healthbooker.scheduler.v1.PolicyService', SCHEDULER_ADDRESS),
    decisions: client('healthbooker.scheduler.v1.DecisionService', SCHEDULER_ADDRESS),
    series: client('healthbooker.scheduler.v1.SeriesService', SCHEDULER_ADDRESS),
    proxies: client('healthbooker.scheduler.v1.ProxyService', SCHEDULER_ADDRESS),
    referrals: client('healthbooker.scheduler.v1.ReferralService', SCHEDULER_ADDRESS),
    lateness: client('healthbooker.scheduler.v1.LatenessService', SCHEDULER_ADDRESS),
    appointment: client('healthbooker.appointment.v1.AppointmentService', config.APPOINTMENT_ADDRESS),
    identity: client('healthbooker.appointment.v1.IdentityService', config.APPOINTMENT_ADDRESS),
    ehr: client('healthbooker.ehr.v1.EhrService', config.EHR_ADDRESS),
    notification: client('healthbooker.notification.v1.NotificationService', config.NOTIFICATION_ADDRESS),
    directory: createDirectory(scheduler),
    accounts,
    vouched: (context, callee) => ({
      ...forward(context, { idempotent: true }),
      workloadToken: () => workloads.tokenFor(callee),
    }),
    inOwnName: ({ deadline, trace, signal }, callee) => ({
      token: () => workloads.tokenFor(callee),
      deadline,
      trace,
      signal,
      idempotent: true,
    }),
  };
}
