import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Pool } from '@healthbooker/runtime/postgres';
import { findForAnyone } from '@healthbooker/scheduler/booking/find-candidates';
import { decide, RULE_VERSION } from '@healthbooker/scheduler/engine/decide';
import { createTieBreak } from '@healthbooker/scheduler/engine/tie-break';
import type { Visit } from '@healthbooker/scheduler/leave/assignment';
import { solve } from '@healthbooker/scheduler/leave/solve';
import { visitTypeOf } from './hospital.ts';

const DAY_MS = 86_400_000;

/** Microseconds that one decision over 20 slots takes, once the code is warm. */
export async function decideMicros(pool: Pool, specialtyId: string, times: number): Promise<number> {
  const now = new Date();
  const wish = {
    specialtyId,
    visitTypeId: visitTypeOf(specialtyId),
    urgency: 'routine' as const,
    isLonger: false,
    providerId: null,
    locationId: null,
    earliestDate: null,
    latestDate: null,
    mode: null,
    target: null,
    timesOfDay: [],
    daysOfWeek: [],
    regionIds: [],
    needsStepFree: false,
  };
  const tieBreak = createTieBreak(undefined);
  const period = { now, until: new Date(now.getTime() + 90 * DAY_MS) };
  const { request, rows } = await findForAnyone(pool, wish, period, 20, (slotId) => tieBreak(slotId, 'x'));
  if (rows.length !== 20) throw new Error(`there are ${rows.length} free slots, not 20`);
  const run = () => {
    const began = performance.now();
    for (let i = 0; i < times; i += 1) {
      decide(RULE_VERSION, { ...request, busy: [] }, rows, now.getTime());
    }
    return ((performance.now() - began) / times) * 1000;
  };
  run();
  return run();
}

/** Milliseconds until 40 visits have been given the best of 400 slots, when all would like the same ones. */
export async function leaveMillis(): Promise<number> {
  const slots = Array.from({ length: 400 }, (_, i) => ({ id: randomUUID(), startMs: i * 1_800_000 }));
  const visits: Visit[] = Array.from({ length: 40 }, (_, v) => ({
    id: randomUUID(),
    patientId: randomUUID(),
    unplacedCost: 1_000_000,
    options: slots
      .map(({ id, startMs }, s) => ({
        slotIds: [id] as const,
        cost: s * 10 + ((v * 7919 + s * 104_729) % 97),
        startMs,
        endMs: startMs + 1_800_000,
      }))
      .sort((a, b) => a.cost - b.cost),
  }));
  const began = performance.now();
  const { method } = await solve(visits);
  if (method !== 'optimal') throw new Error(`the plan is ${method}, not optimal`);
  return performance.now() - began;
}
