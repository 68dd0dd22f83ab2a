import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startService } from '@healthbooker/local/test/processes';
import { ServiceError } from '@healthbooker/runtime/errors';
import { observeStatements } from '@healthbooker/runtime/fault-point';
import {
  clientsAt,
  makeBed,
  startOn,
  type TestBed,
  type TestScheduler,
} from '@healthbooker/scheduler/test/service';
import { type Attempt, firstDay, type Operation } from './crash-operations.ts';

/** The sweeper works each second. Its own statements are not fault points of the operation. */
const idle_ms = 1300;
/** Time for the work after the reply, such as settling the freed slot. */
const aftermath_ms = 600;
const death_ms = 8000;
const limit_ms = 600_000;

/** Each operation has one of its own: attempts use up days. */
let bed: TestBed;

/** A scheduler of this process that sees the time as the one to be killed does. */
function healthy(): Promise<TestScheduler> {
  return startOn(bed, {}, new Date());
}

/** The fault points of an operation: after each of its statements, and after each commit. */
async function boundariesOf(operation: Operation): Promise<string[]> {
  const scheduler = await healthy();
  try {
    // The job that makes slots looks each minute, which may be now.
    const idle = new Set<string>(['sessions-due']);
    const seen = new Set<string>();
    const last = new WeakMap<object, string>();
    const attempt = await operation.prepare(scheduler, bed);
    observeStatements((name) => void idle.add(name));
    await sleep(idle_ms);
    observeStatements((name, client) => {
      const before = last.get(client);
      if (name === 'commit' && before !== undefined) seen.add(`${before}+commit`);
      else if (!idle.has(name)) seen.add(name);
      if (name === 'commit' || idle.has(name)) last.delete(client);
      else last.set(client, name);
    });
    await attempt(scheduler);
    await sleep(aftermath_ms);
    return [...seen];
  } finally {
    observeStatements(undefined);
    await scheduler.close();
  }
}

/** Lets a scheduler of its own process die at the point while it works on the attempt. */
async function dieAt(point: string, attempt: Attempt): Promise<void> {
  const env = { ...bed.env, LOG_LEVEL: 'silent', FAULT_POINT: point };
  const doomed = await startService('scheduler', env).catch((error: unknown) => {
    // Its first sweep may reach the point before any request arrives; then nothing was printed.
    if (error instanceof Error && error.message === 'scheduler ended before it was ready:\n')
      return undefined;
    throw error;
  });
  if (doomed === undefined) return;
  const clients = clientsAt(doomed.address);
  try {
    await attempt(clients).catch((error: unknown) => {
      if (!(error instanceof ServiceError)) throw error;
      assert.ok(['unavailable', 'deadline'].includes(error.kind), `${point}: ${error.message}`);
    });
    for (const end = Date.now() + death_ms; doomed.ended() === undefined && Date.now() < end; )
      await sleep(20);
    assert.equal(doomed.ended(), 'SIGKILL', `the scheduler lives on after ${point}`);
  } finally {
    clients.close();
    await doomed.end('SIGKILL');
  }
}

/** A test for each operation: a scheduler is killed after each of its statements, then another one is asked again. */
export function killAtEachStatement(operations: readonly Operation[]): void {
  beforeEach(async () => {
    bed = await makeBed();
    firstDay();
  });
  afterEach(() => bed?.remove());

  for (const operation of operations) {
    const name = `killed at each statement of ${operation.name}, it is done once or not at all`;
    test(name, { timeout: limit_ms }, async () => {
      const points = await boundariesOf(operation);
      assert.ok(points.length >= operation.leastBoundaries, `only ${points.join(' ')}`);
      let living = await healthy();
      try {
        for (const point of points) {
          const attempt = await operation.prepare(living, bed);
          await living.close();
          await dieAt(point, attempt);
          living = await healthy();
          // The same request again, like a client that got no answer.
          await attempt(living);
          assert.deepEqual(await bed.broken(), [], point);
        }
      } finally {
        await living.close();
      }
    });
  }
}
