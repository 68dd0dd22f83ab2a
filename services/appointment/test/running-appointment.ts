import { randomUUID } from 'node:crypto';
import { testDatabase } from '@healthbooker/local/test/database';
import { testEvents } from '@healthbooker/local/test/events';
import { type TestHospital, testHospital } from '@healthbooker/local/test/hospital';
import { startService } from '@healthbooker/local/test/processes';
import { accessToken, identityEnv } from '@healthbooker/local/test/tokens';
import { testVariable } from '@healthbooker/local/test/variables';
import type { OutgoingContext } from '@healthbooker/runtime/context';
import { type Cut, cuttable } from './cut.ts';
import { as, startAppointment, type TestService } from './service.ts';

const day_ms = 864e5;

/** The answers of somebody whom nothing urgent brings. */
export const noSymptoms = {
  emergencySigns: false,
  gettingWorse: false,
  limitsDailyLife: false,
  longStanding: false,
};

export type RunningAppointment = {
  service: TestService;
  /** What the service asks: a test can cut it off. */
  dynamodb: Cut;
  toScheduler: Cut;
  /** The scheduler itself, which is never cut off. */
  schedulerAddress: string;
  hospital: TestHospital;
  /** Somebody new, without a profile. */
  patient(): Promise<{ sub: string; call(): OutgoingContext }>;
  /** Free slots of the first provider, at 09:00 UTC on a day of their own. */
  slots(count: number): Promise<string[]>;
  close(): Promise<void>;
};

/**
 * The service with a scheduler of its own, in a process of its own. Its queue is another one than the scheduler's events
 * go to, so only the reconciler repairs.
 */
export async function runningAppointment(env: Record<string, string> = {}): Promise<RunningAppointment> {
  const [database, events, dynamodb] = await Promise.all([
    testDatabase('scheduler'),
    testEvents(),
    cuttable(testVariable('HB_TEST_DYNAMODB_ENDPOINT')),
  ]);
  const hospital = await testHospital(database.url);
  const scheduler = await startService('scheduler', {
    ...identityEnv(),
    ...events.env,
    DATABASE_URL: database.serviceUrl,
    LOG_LEVEL: 'warn',
  });
  const toScheduler = await cuttable(`http://${scheduler.address}`);
  const service = await startAppointment({
    SCHEDULER_ADDRESS: new URL(toScheduler.url).host,
    DYNAMODB_ENDPOINT: dynamodb.url,
    ...env,
  });
  let nextDay = 2;
  return {
    service,
    dynamodb,
    toScheduler,
    schedulerAddress: scheduler.address,
    hospital,
    async patient() {
      const sub = randomUUID();
      const token = await accessToken({ sub, groups: ['Patients'] });
      return { sub, call: () => as(token) };
    },
    async slots(count) {
      nextDay += 1;
      return hospital.addSlots(new Date(Math.ceil(Date.now() / day_ms + nextDay) * day_ms + 9 * 36e5), count);
    },
    async close() {
      await service.close();
      await toScheduler.close();
      await scheduler.end();
      await hospital.close();
      await dynamodb.close();
      await events.remove();
      await database.drop();
    },
  };
}
