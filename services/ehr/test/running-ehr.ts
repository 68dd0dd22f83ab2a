import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { testDatabase } from '@healthbooker/local/test/database';
import { type TestEvents, testEvents } from '@healthbooker/local/test/events';
import { type TestHospital, testHospital } from '@healthbooker/local/test/hospital';
import { type ServiceProcess, startService } from '@healthbooker/local/test/processes';
import { testProfiles } from '@healthbooker/local/test/profiles';
import { writeWorkloadTokens } from '@healthbooker/local/test/system';
import { accessToken, identityEnv } from '@healthbooker/local/test/tokens';
import { testVariable } from '@healthbooker/local/test/variables';
import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import type { Entry__Output } from '@healthbooker/protos/gen/healthbooker/ehr/v1/Entry';
import type { EntryBody } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EntryBody';
import type { Release } from '@healthbooker/protos/gen/healthbooker/ehr/v1/Release';
import type { OutgoingContext } from '@healthbooker/runtime/context';
import { createClient, type GrpcClient } from '@healthbooker/runtime/grpc-client';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { newTrace } from '@healthbooker/runtime/trace';
import pg from 'pg';
import { putInCare } from './in-care.ts';

export type RunningEhr = {
  ehr: GrpcClient<EhrServiceDefinition>;
  /** ehr's database, as the owner. */
  store: pg.Pool;
  /** Its URL for the service's role. */
  serviceUrl: string;
  hospital: TestHospital;
  /** What ehr announces. */
  events: Pick<TestEvents, 'take'>;
  /** What ehr was started with: another process of it is started alike. */
  env: Record<string, string>;
  as(group: string, sub: string): Promise<OutgoingContext>;
  /** The clinician of every patient in care. */
  doctor(): Promise<OutgoingContext>;
  /** A patient whom the first provider of the hospital sees in ten days or a little later, each at another hour. */
  patientInCare(): Promise<string>;
  /** An entry that the clinician writes, released at once and with a key of its own unless the test says otherwise. */
  add(patientId: string, body: EntryBody, release?: Release, operationKey?: string): Promise<Entry__Output>;
  close(): Promise<void>;
};

export function connect({ address }: Pick<ServiceProcess, 'address'>): GrpcClient<EhrServiceDefinition> {
  const metrics = createMetrics('test');
  return createClient({ protoService: 'healthbooker.ehr.v1.EhrService', address, metrics });
}

/** What one call of somebody needs. */
export async function as(group: string, sub: string): Promise<OutgoingContext> {
  const token = await accessToken({ sub, groups: [group] });
  return { token, deadline: Date.now() + 5000, trace: newTrace() };
}

/** ehr with all that it asks, on stores of their own. */
export async function runningEhr(): Promise<RunningEhr> {
  const databases = { scheduler: await testDatabase('scheduler'), ehr: await testDatabase('ehr') };
  const [events, profiles, tokens] = [await testEvents(), await testProfiles(), await writeWorkloadTokens()];
  const hospital = await testHospital(databases.scheduler.url);
  const store = new pg.Pool({ connectionString: databases.ehr.url });
  const shared = {
    ...identityEnv(),
    ...events.env,
    REDIS_URL: testVariable('HB_TEST_REDIS_URL'),
    LOG_LEVEL: 'warn',
  };
  const services: ServiceProcess[] = [];
  const start = async (name: string, env: Record<string, string>) => {
    const service = await startService(name, { ...shared, ...env });
    services.unshift(service);
    return service;
  };
  const scheduler = await start('scheduler', { DATABASE_URL: databases.scheduler.serviceUrl });
  const appointment = await start('appointment', {
    ...profiles.env,
    SCHEDULER_ADDRESS: scheduler.address,
    WORKLOAD_TOKEN_DIR: join(tokens, 'appointment'),
  });
  const env = {
    ...shared,
    DATABASE_URL: databases.ehr.serviceUrl,
    SCHEDULER_ADDRESS: scheduler.address,
    APPOINTMENT_ADDRESS: appointment.address,
    WORKLOAD_TOKEN_DIR: join(tokens, 'ehr'),
  };
  const ehr = connect(await start('ehr', env));
  const doctor = () => as('Providers', hospital.providers[0]);
  let visits = 0;
  return {
    ehr,
    store,
    serviceUrl: databases.ehr.serviceUrl,
    hospital,
    events,
    env,
    as,
    doctor,
    async patientInCare() {
      const patientId = randomUUID();
      visits += 1;
      await putInCare(hospital, patientId, visits);
      return patientId;
    },
    async add(patientId, body, release = 'RELEASE_NOW', operationKey = randomUUID()) {
      const request = { patientId, body, release, operationKey };
      const { entry } = await ehr.call('AddEntry', request, await doctor());
      assert.ok(entry);
      return entry;
    },
    async close() {
      ehr.close();
      await store.end();
      await hospital.close();
      for (const service of services) await service.end();
      await events.remove();
      profiles.close();
      rmSync(tokens, { recursive: true });
      for (const database of Object.values(databases)) await database.drop();
    },
  };
}
