import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '@healthbooker/local/test/database';
import { testEvents } from '@healthbooker/local/test/events';
import { accessToken, identityEnv, workloadToken } from '@healthbooker/local/test/tokens';
import { findIn } from '@healthbooker/local/verify/subjects';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { OutgoingContext } from '@healthbooker/runtime/context';
import { createClient, type GrpcClient } from '@healthbooker/runtime/grpc-client';
import type { ServiceDefinition } from '@healthbooker/runtime/grpc-methods';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import type { Pool } from '@healthbooker/runtime/postgres';
import { newTrace } from '@healthbooker/runtime/trace';
import { materialise } from '../calendar/materialise.ts';
import { schedulerConfig } from '../config.ts';
import { replayAll } from '../history/replay-all.ts';
import { watchLocks } from '../locks.ts';
import { openSchedulerPool } from '../pool.ts';
import { create } from '../service.ts';
import { fillHospital, type Hospital } from './hospital.ts';

/** Tuesday morning in both zones; every test begins here. */
export const START = new Date('2026-12-01T08:00:00Z');

export type TestScheduler = SchedulerClients & {
  pool: Pool;
  hospital: Hospital;
  clock: { now: Date };
  take(count: number): Promise<unknown[]>;
  /** Ids of free slots, earliest first, from an instant on. */
  freeSlots(specialty: string, from?: string): Promise<string[]>;
  /** Every broken invariant; `settled` waits until nothing is settling and all is published. */
  broken(): Promise<unknown[]>;
  close(): Promise<void>;
};

/** The stores of a scheduler with the small hospital, and the variables with which one starts on them. */
export type TestBed = {
  pool: Pool;
  hospital: Hospital;
  env: Record<string, string>;
  take(count: number): Promise<unknown[]>;
  /** Empties the queue that follows the topic. */
  discardEvents(): Promise<void>;
  /** Every broken invariant as of `now` or of the clock, and every decision that does not replay. */
  broken(now?: Date): Promise<unknown[]>;
  remove(): Promise<void>;
};

watchLocks();

/** How long a statement of the bed may take, and what is left to be settled until it counts as broken. */
const LIMITS = { statementTimeoutMs: 10_000, settleWithinMs: 10_000 };

/** A database with the small hospital's slots from START on, and a topic. */
export async function makeBed({ statementTimeoutMs, settleWithinMs } = LIMITS): Promise<TestBed> {
  const [database, events] = await Promise.all([testDatabase('scheduler'), testEvents()]);
  const metrics = createMetrics('test');
  const log = createLogger('test', 'silent');
  const pool = openSchedulerPool({ url: database.url, max: 3, metrics, log, statementTimeoutMs });
  const hospital = await fillHospital(pool, '2026-01-01');
  await materialise(pool, START);
  // The SDK finds its credentials in the environment of the process.
  Object.assign(process.env, events.env);
  const found = (when: 'always' | 'settled', now = new Date()) => findIn(pool, 'scheduler', when, { now });
  return {
    pool,
    hospital,
    env: { HOST: '127.0.0.1', DATABASE_URL: database.serviceUrl, ...events.env, ...identityEnv() },
    take: events.take,
    discardEvents: events.discard,
    async broken(now) {
      const end = Date.now() + settleWithinMs;
      let unsettled = await found('settled', now);
      while (unsettled.length > 0 && Date.now() < end) {
        await sleep(50);
        unsettled = await found('settled', now);
      }
      const { mismatches } = await replayAll(pool, new Date(0));
      return [...(await found('always', now)), ...unsettled, ...mismatches];
    },
    async remove() {
      await pool.end();
      await Promise.all([database.drop(), events.remove()]);
    },
  };
}

/** A scheduler on a bed of its own, its clock standing at START. */
export async function startScheduler(env: Record<string, string> = {}): Promise<TestScheduler> {
  const bed = await makeBed();
  const scheduler = await startOn(bed, env);
  return {
    ...scheduler,
    async close() {
      await scheduler.close();
      await bed.remove();
    },
  };
}

/** A scheduler in this process, on a bed that stays when it is closed. */
export async function startOn(
  bed: TestBed,
  env: Record<string, string> = {},
  now = START,
): Promise<TestScheduler> {
  const { pool, hospital, take } = bed;
  const config = schedulerConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['HB_TEST_LOG'] ? 'debug' : 'silent',
    ...bed.env,
    ...env,
  });
  const clock = { now };
  const service = await create(config, { clock: () => clock.now });
  const { ports } = await service.start();
  const client = clientsAt(`127.0.0.1:${ports['grpc']}`);
  return {
    ...client,
    pool,
    hospital,
    clock,
    take,
    broken: () => bed.broken(clock.now),
    async freeSlots(specialty, from = START.toISOString()) {
      const found = await pool.query(
        `select id from slot where state = 'free' and specialty_id = $1 and start_at >= $2 and release_at is null
         order by start_at, id limit 200`,
        [specialty, from],
      );
      return found.rows.map((row) => row.id);
    },
    async close() {
      client.close();
      await service.close();
    },
  };
}

/** What calls a scheduler, wherever it runs. */
export type SchedulerClients = Pick<GrpcClient<SchedulerServiceDefinition>, 'call'> & {
  /** Calls another service of the same process, by its name: `healthbooker.scheduler.v1.ProxyService`. */
  service<D extends ServiceDefinition>(name: string): GrpcClient<D>['call'];
};

/** Clients of the scheduler at `host:port`. */
export function clientsAt(address: string): SchedulerClients & { close(): void } {
  const clients = new Map<string, GrpcClient<ServiceDefinition>>();
  function client<D extends ServiceDefinition>(protoService: string): GrpcClient<D> {
    const known = clients.get(protoService) as GrpcClient<D> | undefined;
    const made = known ?? createClient<D>({ protoService, address, metrics: createMetrics('test') });
    clients.set(protoService, made);
    return made;
  }
  return {
    call: client<SchedulerServiceDefinition>('healthbooker.scheduler.v1.SchedulerService').call,
    service: <D extends ServiceDefinition>(name: string) => client<D>(name).call,
    close() {
      for (const { close } of clients.values()) close();
    },
  };
}

export type Person = {
  id: string;
  as(ms?: number): OutgoingContext;
  /** As {@link as}, through the clinic's edge, which vouches for what it looked up. */
  atClinic(): OutgoingContext;
};

async function person(id: string, groups: string[]): Promise<Person> {
  const token = await accessToken({ sub: id, groups });
  const as = (ms = 10_000) => ({ token, deadline: Date.now() + ms, trace: newTrace() });
  const atClinic = () => ({ ...as(), workloadToken: () => workloadToken('clinic-edge', 'scheduler') });
  return { id, as, atClinic };
}

export const aPatient = (): Promise<Person> => person(randomUUID(), ['Patients']);
export const aReceptionist = (): Promise<Person> => person(randomUUID(), ['Receptionists']);
export const aManager = (): Promise<Person> => person(randomUUID(), ['Managers']);
export const aPrivacyOfficer = (): Promise<Person> => person(randomUUID(), ['Privacy']);
export const anAdmin = (): Promise<Person> => person(randomUUID(), ['Admins']);
export const theProvider = (id: string): Promise<Person> => person(id, ['Providers']);

/** What reception says when it lets a parent act for a child. */
export const forChild = {
  scope: 'PROXY_SCOPE_RECORD',
  evidence: 'Birth certificate and passport',
  reason: 'Mother of a child',
  patientBirthDate: '2020-02-01',
} as const;

/** A ReserveRequest of somebody for a slot, with fresh ids. */
export function wanting(patient: Person, slotId: string | undefined, other: Record<string, string> = {}) {
  return {
    appointmentId: randomUUID(),
    patientId: patient.id,
    slotId: slotId ?? '',
    reason: 'My heart beats',
    urgency: 'URGENCY_ROUTINE' as const,
    operationKey: randomUUID(),
    ...other,
  };
}
