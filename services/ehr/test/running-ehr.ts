import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { testDatabase } from '@healthbooker/local/test/database';
import { testEvents } from '@healthbooker/local/test/events';
import { type TestHospital, testHospital } from '@healthbooker/local/test/hospital';
import { type ServiceProcess, startService } from '@healthbooker/local/test/processes';
import { testProfiles } from '@healthbooker/local/test/profiles';
import { writeWorkloadTokens } from '@healthbooker/local/test/system';
import { accessToken, identityEnv } from '@healthbooker/local/test/tokens';
import { testVariable } from '@healthbooker/local/test/variables';
import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import type { OutgoingContext } from '@healthbooker/runtime/context';
import { createClient, type GrpcClient } from '@healthbooker/runtime/grpc-client';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { newTrace } from '@healthbooker/runtime/trace';
import pg from 'pg';

export type RunningEhr = {
  ehr: GrpcClient<EhrServiceDefinition>;
  /** ehr's database, as the owner. */
  store: pg.Pool;
  /** Its URL for the service's role. */
  serviceUrl: string;
  hospital: TestHospital;
  /** What ehr was started with: another process of it is started alike. */
  env: Record<string, string>;
  as(group: string, sub: string): Promise<OutgoingContext>;
  /** The clinician of every patient in care. */
  doctor(): Promise<OutgoingContext>;
  /** A patient whom the first provider of the hospital sees in ten days or a little later, each at another hour. */
  patientInCare(): Promise<string>;
  close(): Promise<void>;
};

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
  const { address } = await start('ehr', env);
  const metrics = createMetrics('test');
  const ehr = createClient<EhrServiceDefinition>({
    protoService: 'healthbooker.ehr.v1.EhrService',
    address,
    metrics,
  });
  const as = async (group: string, sub: string) => {
    const token = await accessToken({ sub, groups: [group] });
    return { token, deadline: Date.now() + 5000, trace: newTrace() };
  };
  let visits = 0;
  return {
    ehr,
    store,
    serviceUrl: databases.ehr.serviceUrl,
    hospital,
    env,
    as,
    doctor: () => as('Providers', hospital.providers[0]),
    async patientInCare() {
      const patientId = randomUUID();
      visits += 1;
      const start = new Date(Date.now() + 10 * 864e5 + visits * 3_600_000);
      const [slotId] = await hospital.addSlots(start, 1);
      await hospital.pool.query(`update slot set state = 'booked' where id = $1`, [slotId]);
      await hospital.pool.query(
        `insert into reservation (appointment_id, patient_id, slot_id, during, version, status, sequence, details,
           booked_at, changed_at)
         select $1, $2, id, during, 1, 'booked', 0, '{}', now(), now() from slot where id = $3`,
        [randomUUID(), patientId, slotId],
      );
      return patientId;
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
