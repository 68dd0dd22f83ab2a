import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { countCalls, createSqs } from '@healthbooker/runtime/aws';
import { callersOf } from '@healthbooker/runtime/catalogue';
import { startFollower } from '@healthbooker/runtime/follower';
import { createClient } from '@healthbooker/runtime/grpc-client';
import { createGrpcServer, serve } from '@healthbooker/runtime/grpc-server';
import { createHealth } from '@healthbooker/runtime/health';
import { listenProbes } from '@healthbooker/runtime/health-server';
import { createVerifier } from '@healthbooker/runtime/identity';
import { waitForKeys } from '@healthbooker/runtime/keys-gate';
import { createLifecycle, type Service } from '@healthbooker/runtime/lifecycle';
import { createLogger, type Logger } from '@healthbooker/runtime/log';
import { createMetrics, type Metrics } from '@healthbooker/runtime/metrics';
import { createWorkloadTokens } from '@healthbooker/runtime/workload';
import type { Config } from './config.ts';
import { handleEvent } from './events/handle-event.ts';
import { startReconciler } from './events/reconciler.ts';
import { lateCancellationHours } from './late-cancellation.ts';
import { createMeasures } from './measures.ts';
import type { Parts } from './parts.ts';
import { appointmentRpcs, identityRpcs } from './rpcs.ts';
import { createReadBack } from './tables/read-back.ts';
import { openStore } from './tables/store.ts';

/**
 * The appointment service with its table; nothing listens before `start`. It is ready without the table, since
 * booking works without it.
 */
export async function create(
  config: Config,
  overrides: { clock?: () => Date; log?: Logger; metrics?: Metrics } = {},
): Promise<Service> {
  const { clock = () => new Date(), log = createLogger('appointment', config.LOG_LEVEL) } = overrides;
  const metrics = overrides.metrics ?? createMetrics('appointment');
  const health = createHealth();
  const lifecycle = createLifecycle({ health, log, shutdownDelayMs: config.SHUTDOWN_DELAY_MS });

  return {
    async start() {
      const probes = await listenProbes({ health, metrics, log, lifecycle, config });

      const verifier = createVerifier(config, { callee: 'appointment', callers: callersOf('appointment') });
      lifecycle.onClose('keys', waitForKeys({ verifier, health, log }).close);

      const { DYNAMODB_ENDPOINT: endpoint, AWS_REGION: region, DYNAMODB_TABLE: table } = config;
      const store = openStore({ endpoint, region, table });
      countCalls(store.client, 'dynamodb', metrics);
      lifecycle.onClose('table', store.close);

      const scheduler = createClient<SchedulerServiceDefinition>({
        protoService: 'healthbooker.scheduler.v1.SchedulerService',
        address: config.SCHEDULER_ADDRESS,
        metrics,
        tls: config,
      });
      lifecycle.onClose('scheduler client', scheduler.close);
      const proxies = createClient<ProxyServiceDefinition>({
        protoService: 'healthbooker.scheduler.v1.ProxyService',
        address: config.SCHEDULER_ADDRESS,
        metrics,
        tls: config,
      });
      lifecycle.onClose('proxies client', proxies.close);
      const measures = createMeasures(metrics.registry);
      const readBack = createReadBack({ store, measures, log });
      lifecycle.onClose('reading back', readBack.close);
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

      const sqs = createSqs(config);
      countCalls(sqs, 'sqs', metrics);
      lifecycle.onClose('sqs', () => sqs.destroy());
      const queueUrl = config.EVENTS_QUEUE_URL;
      const handle = (event: Parameters<typeof handleEvent>[1]) => handleEvent(parts, event);
      const follower = startFollower({ sqs, queueUrl, handle, metrics, log });
      lifecycle.onClose('follower', follower.close);

      const reconciler = startReconciler({
        parts,
        log,
        token: workloadToken,
        intervalMs: config.RECONCILE_INTERVAL_MS,
      });
      lifecycle.onClose('reconciler', reconciler.close);

      const server = createGrpcServer({
        services: [
          serve<AppointmentServiceDefinition>(
            'healthbooker.appointment.v1.AppointmentService',
            appointmentRpcs(parts),
          ),
          serve<IdentityServiceDefinition>(
            'healthbooker.appointment.v1.IdentityService',
            identityRpcs(parts),
          ),
        ],
        verifier,
        metrics,
        log,
        health,
        tls: config,
      });
      lifecycle.onClose('grpc', server.close);
      const grpc = await server.listen(config.HOST, config.GRPC_PORT);
      health.started();
      return { ports: { ...probes, grpc } };
    },
    close: lifecycle.close,
  };
}
