import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { countCalls } from '@healthbooker/runtime/aws';
import { compose } from '@healthbooker/runtime/compose';
import { followEvents } from '@healthbooker/runtime/follower';
import { serve } from '@healthbooker/runtime/grpc-server';
import type { Service } from '@healthbooker/runtime/lifecycle';
import type { Overrides } from '@healthbooker/runtime/process';
import { createWorkloadTokens } from '@healthbooker/runtime/workload';
import type { Config } from './config.ts';
import { handleEvent } from './events/handle-event.ts';
import { startReconciler } from './events/reconciler.ts';
import { startRewriter } from './events/rewriter.ts';
import { lateCancellationHours } from './late-cancellation.ts';
import { createMeasures } from './measures.ts';
import type { Parts } from './parts.ts';
import { startTeller } from './regions/teller.ts';
import { appointmentRpcs, identityRpcs } from './rpcs.ts';
import { createReadBack } from './tables/read-back.ts';
import { openStore } from './tables/store.ts';

/**
 * The appointment service with its table; nothing listens before `start`. It is ready without the table, since
 * booking works without it.
 */
export async function create(config: Config, overrides: Overrides = {}): Promise<Service> {
  return compose({
    name: 'appointment',
    config,
    overrides,
    open(process) {
      const { clock, log, metrics, onClose, client } = process;
      const { DYNAMODB_ENDPOINT: endpoint, AWS_REGION: region, DYNAMODB_TABLE: table } = config;
      const store = openStore({ endpoint, region, table });
      countCalls(store.client, 'dynamodb', metrics);
      onClose('table', store.close);

      const scheduler = client<SchedulerServiceDefinition>(
        'healthbooker.scheduler.v1.SchedulerService',
        config.SCHEDULER_ADDRESS,
      );
      const proxies = client<ProxyServiceDefinition>(
        'healthbooker.scheduler.v1.ProxyService',
        config.SCHEDULER_ADDRESS,
      );
      const measures = createMeasures(metrics.registry);
      const readBack = createReadBack({ store, measures, log });
      onClose('reading back', readBack.close);
      const tokens = createWorkloadTokens(config.WORKLOAD_TOKEN_DIR);
      const workloadToken = () => tokens.tokenFor('scheduler');
      const lateHours = lateCancellationHours(scheduler);
      const parts: Parts = {
        store,
        scheduler,
        proxies,
        measures,
        readBack,
        clock,
        workloadToken,
        lateHours,
      };

      followEvents(process, config, (event) => handleEvent(parts, event));
      const intervalMs = config.RECONCILE_INTERVAL_MS;
      const following = { parts, log, token: workloadToken, intervalMs };
      onClose('reconciler', startReconciler(following).close);
      onClose('rewriter', startRewriter(following).close);
      onClose('teller', startTeller({ parts, log, intervalMs }).close);

      return [
        serve<AppointmentServiceDefinition>(
          'healthbooker.appointment.v1.AppointmentService',
          appointmentRpcs(parts),
        ),
        serve<IdentityServiceDefinition>('healthbooker.appointment.v1.IdentityService', identityRpcs(parts)),
      ];
    },
  });
}
