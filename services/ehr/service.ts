import { fileURLToPath } from 'node:url';
import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import type { AccessServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AccessService';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { countCalls, createSns } from '@healthbooker/runtime/aws';
import { callersOf } from '@healthbooker/runtime/catalogue';
import { createClient } from '@healthbooker/runtime/grpc-client';
import { createGrpcServer, serve } from '@healthbooker/runtime/grpc-server';
import { createHealth } from '@healthbooker/runtime/health';
import { listenProbes } from '@healthbooker/runtime/health-server';
import { createVerifier } from '@healthbooker/runtime/identity';
import { waitForKeys } from '@healthbooker/runtime/keys-gate';
import { createLifecycle, type Service } from '@healthbooker/runtime/lifecycle';
import { createLogger, type Logger } from '@healthbooker/runtime/log';
import { createMetrics, type Metrics } from '@healthbooker/runtime/metrics';
import { startOutboxRelay } from '@healthbooker/runtime/outbox';
import { waitForSchema } from '@healthbooker/runtime/schema-gate';
import { createWorkloadTokens } from '@healthbooker/runtime/workload';
import { Counter } from 'prom-client';
import { startAccessFollower } from './access-follower.ts';
import { createChartCache } from './chart/cache.ts';
import { createVisits } from './chart/visit.ts';
import type { Config } from './config.ts';
import { startDraftExpiry } from './draft/expiry.ts';
import { createNames } from './names.ts';
import { openEhrPool } from './pool.ts';
import { addEntry } from './rpc/add-entry.ts';
import { amendEntry } from './rpc/amend-entry.ts';
import { answerCorrection } from './rpc/answer-correction.ts';
import { discardDraft } from './rpc/discard-draft.ts';
import { getChart } from './rpc/get-chart.ts';
import { getDraft } from './rpc/get-draft.ts';
import { getEntryHistory } from './rpc/get-entry-history.ts';
import { listAccess } from './rpc/list-access.ts';
import { requestCorrection } from './rpc/request-correction.ts';
import { saveDraft } from './rpc/save-draft.ts';

const migrations = fileURLToPath(new URL('./migrations', import.meta.url));

/** The ehr service with its stores; nothing listens before `start`. */
export async function create(
  config: Config,
  overrides: { clock?: () => Date; log?: Logger; metrics?: Metrics } = {},
): Promise<Service> {
  const { clock = () => new Date(), log = createLogger('ehr', config.LOG_LEVEL) } = overrides;
  const metrics = overrides.metrics ?? createMetrics('ehr');
  const registers = [metrics.registry];
  const health = createHealth();
  const lifecycle = createLifecycle({ health, log, shutdownDelayMs: config.SHUTDOWN_DELAY_MS });

  return {
    async start() {
      const probes = await listenProbes({ health, metrics, log, lifecycle, config });

      const verifier = createVerifier(config, { callee: 'ehr', callers: callersOf('ehr') });
      lifecycle.onClose('keys', waitForKeys({ verifier, health, log }).close);

      const { DATABASE_URL: url, DATABASE_PASSWORD: password, DATABASE_POOL_MAX: max } = config;
      const { DATABASE_PASSWORD_FILE: passwordFile } = config;
      const pool = openEhrPool({ url, password, passwordFile, max, metrics, log, health });
      lifecycle.onClose('pool', () => pool.end());
      lifecycle.onClose('schema', waitForSchema({ pool, dir: migrations, health, log }).close);

      const lookups = new Counter({
        name: 'chart_cache_lookups_total',
        help: 'Charts looked for in Redis',
        labelNames: ['outcome'] as const,
        registers,
      });
      const cache = createChartCache(config.REDIS_URL, lookups, log, metrics);
      lifecycle.onClose('cache', cache.close);

      const sns = createSns(config);
      countCalls(sns, 'sns', metrics);
      lifecycle.onClose('sns', () => sns.destroy());
      const topicArn = config.EVENTS_TOPIC_ARN;
      const relay = startOutboxRelay({ pool, table: 'outbox', sns, topicArn, metrics, log });
      lifecycle.onClose('outbox', relay.close);

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

      const access = createClient<AccessServiceDefinition>({
        protoService: 'healthbooker.scheduler.v1.AccessService',
        address: config.SCHEDULER_ADDRESS,
        metrics,
        tls: config,
      });
      lifecycle.onClose('access client', access.close);
      const appointment = createClient<AppointmentServiceDefinition>({
        protoService: 'healthbooker.appointment.v1.AppointmentService',
        address: config.APPOINTMENT_ADDRESS,
        metrics,
        tls: config,
      });
      lifecycle.onClose('appointment client', appointment.close);
      const tokens = createWorkloadTokens(config.WORKLOAD_TOKEN_DIR);
      const names = createNames({ appointment, token: () => tokens.tokenFor('appointment') });
      const visits = createVisits(scheduler, () => tokens.tokenFor('scheduler'));
      const follower = startAccessFollower({
        ...{ pool, access, names, log, metrics, intervalMs: config.ACCESS_INTERVAL_MS },
        token: () => tokens.tokenFor('scheduler'),
      });
      lifecycle.onClose('access follower', follower.close);

      const expiry = startDraftExpiry({ pool, clock, log, metrics });
      lifecycle.onClose('draft expiry', expiry.close);

      const denials = new Counter({
        name: 'chart_denials_total',
        help: 'Charts refused because reader and patient have no relationship',
        registers,
      });
      const medicineChecks = new Counter({
        name: 'medicine_checks_total',
        help: 'Medicines and allergies checked against their chart: warned is a refusal, overridden was written anyway',
        labelNames: ['outcome'] as const,
        registers,
      });
      const parts = {
        medicineChecks,
        pool,
        cache,
        scheduler,
        proxies,
        names,
        visits,
        follower,
        relay,
        denials,
        clock,
      };
      const server = createGrpcServer({
        services: [
          serve<EhrServiceDefinition>('healthbooker.ehr.v1.EhrService', {
            AddEntry: addEntry(parts),
            AmendEntry: amendEntry(parts),
            AnswerCorrection: answerCorrection(parts),
            DiscardDraft: discardDraft(parts),
            GetChart: getChart(parts),
            GetDraft: getDraft(parts),
            GetEntryHistory: getEntryHistory(parts),
            ListAccess: listAccess(parts),
            RequestCorrection: requestCorrection(parts),
            SaveDraft: saveDraft(parts),
          }),
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
