import { fileURLToPath } from 'node:url';
import { countCalls, createSns } from '@healthbooker/runtime/aws';
import { callersOf } from '@healthbooker/runtime/catalogue';
import { createGrpcServer } from '@healthbooker/runtime/grpc-server';
import { createHealth } from '@healthbooker/runtime/health';
import { listenProbes } from '@healthbooker/runtime/health-server';
import { createVerifier } from '@healthbooker/runtime/identity';
import { waitForKeys } from '@healthbooker/runtime/keys-gate';
import { createLifecycle, type Service } from '@healthbooker/runtime/lifecycle';
import { createLogger, type Logger } from '@healthbooker/runtime/log';
import { createMetrics, type Metrics } from '@healthbooker/runtime/metrics';
import { startOutboxRelay } from '@healthbooker/runtime/outbox';
import { waitForSchema } from '@healthbooker/runtime/schema-gate';
import { createTieBreak } from './allocate/tie-break.ts';
import { startExtending } from './availability/extend-job.ts';
import { startSettler } from './booking/settler.ts';
import type { Config } from './config.ts';
import { startSampler } from './decisions/sampler.ts';
import { createMeasures } from './measures.ts';
import type { Parts } from './parts.ts';
import { openSchedulerPool } from './pool.ts';
import { served } from './rpcs.ts';

const migrations = fileURLToPath(new URL('./migrations', import.meta.url));

/** The scheduler with its database; nothing listens before `start`. */
export async function create(
  config: Config,
  overrides: { clock?: () => Date; log?: Logger; metrics?: Metrics } = {},
): Promise<Service> {
  const { clock = () => new Date(), log = createLogger('scheduler', config.LOG_LEVEL) } = overrides;
  const metrics = overrides.metrics ?? createMetrics('scheduler');
  const measures = createMeasures(metrics.registry);
  const health = createHealth();
  const lifecycle = createLifecycle({ health, log, shutdownDelayMs: config.SHUTDOWN_DELAY_MS });

  return {
    async start() {
      const probes = await listenProbes({ health, metrics, log, lifecycle, config });

      const verifier = createVerifier(config, { callee: 'scheduler', callers: callersOf('scheduler') });
      lifecycle.onClose('keys', waitForKeys({ verifier, health, log }).close);

      const { DATABASE_URL: url, DATABASE_PASSWORD: password, DATABASE_POOL_MAX: max } = config;
      const { DATABASE_PASSWORD_FILE: passwordFile } = config;
      const pool = openSchedulerPool({ url, password, passwordFile, max, metrics, log, health });
      lifecycle.onClose('pool', () => pool.end());
      lifecycle.onClose('schema', waitForSchema({ pool, dir: migrations, health, log }).close);

      const sns = createSns(config);
      countCalls(sns, 'sns', metrics);
      lifecycle.onClose('sns', () => sns.destroy());
      const topicArn = config.EVENTS_TOPIC_ARN;
      const relay = startOutboxRelay({ pool, table: 'outbox', sns, topicArn, metrics, log });
      lifecycle.onClose('outbox', relay.close);
      const tieBreak = createTieBreak(config.ALLOCATION_KEY);
      const settler = startSettler({ pool, clock, log, measures, relay, tieBreak });
      lifecycle.onClose('settler', settler.close);
      lifecycle.onClose('extending', startExtending({ pool, clock, log }).close);
      lifecycle.onClose('replaying', startSampler({ pool, clock, log, measures }).close);

      const parts: Parts = {
        pool,
        clock,
        log,
        measures,
        relay,
        settler,
        tieBreak,
        holdMs: config.HOLD_MS,
        reserveQueueMax: config.RESERVE_QUEUE_MAX,
      };
      const server = createGrpcServer({
        services: served(parts),
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
