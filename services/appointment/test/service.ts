import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testEvents } from '@healthbooker/local/test/events';
import { identityEnv, workloadToken } from '@healthbooker/local/test/tokens';
import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import { createClient, type GrpcClient } from '@healthbooker/runtime/grpc-client';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics, type Metrics } from '@healthbooker/runtime/metrics';
import { newTrace } from '@healthbooker/runtime/trace';
import { appointmentConfig } from '../config.ts';
import { create } from '../service.ts';
import type { Store } from '../tables/store.ts';
import { testTable } from './table.ts';

type Client = GrpcClient<AppointmentServiceDefinition>;

/** Everything one call needs, by token. */
export const as = (token: string, ms = 5000) => ({
  token,
  deadline: Date.now() + ms,
  trace: newTrace(),
});

export type TestService = {
  call: Client['call'];
  identity: GrpcClient<IdentityServiceDefinition>['call'];
  store: Store;
  metrics: Metrics;
  publish: Awaited<ReturnType<typeof testEvents>>['publish'];
  close(): Promise<void>;
};

/** The real service on a table and a queue of its own. Without an address, no scheduler answers. */
export async function startAppointment(
  env: Record<string, string> = {},
  clock?: () => Date,
): Promise<TestService> {
  const [table, events, tokenDir] = await Promise.all([
    testTable(),
    testEvents(),
    mkdtemp(join(tmpdir(), 'workload-')),
  ]);
  await writeFile(join(tokenDir, 'scheduler'), await workloadToken('appointment', 'scheduler'));
  const config = appointmentConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['HB_TEST_LOG'] ? 'debug' : 'silent',
    HOST: '127.0.0.1',
    SCHEDULER_ADDRESS: '127.0.0.1:9',
    WORKLOAD_TOKEN_DIR: tokenDir,
    RECONCILE_INTERVAL_MS: '200',
    ...events.env,
    ...table.env,
    ...identityEnv(),
    ...env,
  });
  const metrics = createMetrics('appointment');
  const log = createLogger('appointment', config.LOG_LEVEL);
  const service = await create(config, { log, metrics, ...(clock === undefined ? {} : { clock }) });
  const { ports } = await service.start();
  const client = createClient<AppointmentServiceDefinition>({
    protoService: 'healthbooker.appointment.v1.AppointmentService',
    address: `127.0.0.1:${ports['grpc']}`,
    metrics: createMetrics('test'),
  });
  const identity = createClient<IdentityServiceDefinition>({
    protoService: 'healthbooker.appointment.v1.IdentityService',
    address: `127.0.0.1:${ports['grpc']}`,
    metrics: createMetrics('test'),
  });
  return {
    call: client.call,
    identity: identity.call,
    store: table.store,
    metrics,
    publish: events.publish,
    async close() {
      client.close();
      identity.close();
      await service.close();
      await Promise.all([table.remove(), events.remove(), rm(tokenDir, { recursive: true })]);
    },
  };
}
