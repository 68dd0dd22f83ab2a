import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import type { NotificationServiceDefinition } from '@healthbooker/protos/gen/healthbooker/notification/v1/NotificationService';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { type Accounts, type AccountsConfig, createAccounts } from '@healthbooker/runtime/accounts';
import type { EdgeParts } from '@healthbooker/runtime/edge-service';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import { type CachedDirectory, createDirectory } from './directory.ts';

/** Whom the routes ask. */
export type Peers = {
  readonly appointment: GrpcClient<AppointmentServiceDefinition>;
  readonly scheduler: GrpcClient<SchedulerServiceDefinition>;
  readonly ehr: GrpcClient<EhrServiceDefinition>;
  readonly notification: GrpcClient<NotificationServiceDefinition>;
  readonly directory: CachedDirectory;
  readonly accounts: Accounts;
};

/** Where they are. */
export type PeersConfig = AccountsConfig & {
  APPOINTMENT_ADDRESS: string;
  SCHEDULER_ADDRESS: string;
  EHR_ADDRESS: string;
  NOTIFICATION_ADDRESS: string;
};

/** Connects to the services and the user pool; nothing is sent before the first request. */
export function connectPeers(config: PeersConfig, { client, onClose }: EdgeParts): Peers {
  const scheduler = client<SchedulerServiceDefinition>(
    'healthbooker.scheduler.v1.SchedulerService',
    config.SCHEDULER_ADDRESS,
  );
  const accounts = createAccounts(config);
  onClose('accounts', accounts.close);
  return {
    scheduler,
    appointment: client('healthbooker.appointment.v1.AppointmentService', config.APPOINTMENT_ADDRESS),
    ehr: client('healthbooker.ehr.v1.EhrService', config.EHR_ADDRESS),
    notification: client('healthbooker.notification.v1.NotificationService', config.NOTIFICATION_ADDRESS),
    directory: createDirectory(scheduler),
    accounts,
  };
}
