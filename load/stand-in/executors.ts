import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { dueAfter, type Stage } from '../k6/lib/due.ts';
import { runAs, type Scenario, type Virtual } from './context.ts';
import { addSample } from './samples.ts';

/** A scenario as scripts describe it; durations are text like `20s`. */
export type ScenarioOptions = {
  executor: string;
  startTime?: string;
  gracefulStop?: string;
  tags?: Record<string, string>;
  vus?: number;
  duration?: string;
  rate?: number;
  startRate?: number;
  timeUnit?: string;
  stages?: { target: number; duration: string }[];
  preAllocatedVUs?: number;
  maxVUs?: number;
};

export type Work = () => Promise<void>;

/** `20s` or `1m`, in milliseconds. */
export function milliseconds(text: string): number {
  const [, count, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  const factor = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[unit ?? ''];
  if (factor === undefined) throw new Error(`no duration ${text}`);
  return Number(count) * factor;
}

/** The virtual users of a run: each has an id, and connections of its own from one of the local addresses. */
export function createUsers(localAddresses: readonly string[]) {
  const agents = new Map<number, Agent>();
  return {
    user(id: number, scenario: Scenario): Virtual {
      const localAddress = localAddresses[(id - 1) % localAddresses.length];
      const agent =
        agents.get(id) ?? new Agent({ keepAlive: true, ...(localAddress !== undefined && { localAddress }) });
      agents.set(id, agent);
      return { id, agent, scenario, iterationInScenario: 0, iterationInTest: 0, tags: {}, metadata: {} };
    },
    close(): void {
      for (const agent of agents.values()) agent.destroy();
    },
  };
}

export type Users = ReturnType<typeof createUsers>;

/** Runs one scenario to its end: resolves once its iterations are over or their time to stop is up. */
export async function runScenario(
  name: string,
  options: ScenarioOptions,
  users: Users,
  work: Work,
  signal: AbortSignal,
): Promise<void> {
  await sleep(milliseconds(options.startTime ?? '0s'), undefined, { signal }).catch(() => undefined);
  const scenario: Scenario = {
    name,
    executor: options.executor,
    startTime: Date.now(),
    tags: options.tags ?? {},
  };
  const running =
    options.executor === 'constant-vus'
      ? constantUsers(scenario, options, users, work, signal)
      : arrivals(scenario, options, users, work, signal);
  await running;
}

async function iterate(user: Virtual, work: Work): Promise<void> {
  const began = performance.now();
  await runAs(user, async () => {
    try {
      await work();
    } catch (error) {
      console.error(error instanceof Error ? error.stack : error);
      addSample('hb_script_errors', 1);
    }
    addSample('iterations', 1);
    addSample('iteration_duration', performance.now() - began);
  });
}

async function constantUsers(
  scenario: Scenario,
  { vus = 1, duration = '1s', gracefulStop = '30s' }: ScenarioOptions,
  users: Users,
  work: Work,
  signal: AbortSignal,
): Promise<void> {
  const ends = scenario.startTime + milliseconds(duration);
  let iterations = 0;
  const all = Array.from({ length: vus }, async (_, index) => {
    const user = users.user(index + 1, scenario);
    while (Date.now() < ends && !signal.aborted) {
      await iterate({ ...user, iterationInTest: iterations++ }, work);
      user.iterationInScenario += 1;
    }
  });
  await within(Promise.all(all), ends - Date.now() + milliseconds(gracefulStop), signal);
}

/** Starts iterations when they are due, by a user who is free; with none left the arrival is dropped. */
async function arrivals(
  scenario: Scenario,
  options: ScenarioOptions,
  users: Users,
  work: Work,
  signal: AbortSignal,
): Promise<void> {
  const { startRate, stages } = rates(options);
  const { preAllocatedVUs = 1, maxVUs = preAllocatedVUs, gracefulStop = '30s' } = options;
  const free = Array.from({ length: preAllocatedVUs }, (_, index) => users.user(index + 1, scenario));
  let made = preAllocatedVUs;
  const underWay = new Set<Promise<void>>();
  for (let arrival = 0; !signal.aborted; arrival++) {
    const due_s = dueAfter(startRate, stages, arrival);
    if (due_s === undefined) break;
    const wait = scenario.startTime + due_s * 1000 - Date.now();
    if (wait > 0) await sleep(wait, undefined, { signal }).catch(() => undefined);
    const user = free.pop() ?? (made < maxVUs ? users.user(++made, scenario) : undefined);
    if (user === undefined) {
      addSample('dropped_iterations', 1, { scenario: scenario.name });
      continue;
    }
    const done = iterate({ ...user, iterationInTest: arrival }, work).then(() => {
      user.iterationInScenario += 1;
      free.push(user);
      underWay.delete(done);
    });
    underWay.add(done);
  }
  await within(Promise.all(underWay), milliseconds(gracefulStop), signal);
}

function rates(options: ScenarioOptions): { startRate: number; stages: Stage[] } {
  const unit_s = milliseconds(options.timeUnit ?? '1s') / 1000;
  const { executor, rate = 0, duration = '1s', startRate = 0, stages = [] } = options;
  if (executor === 'constant-arrival-rate') {
    const target = rate / unit_s;
    return { startRate: target, stages: [{ target, duration_s: milliseconds(duration) / 1000 }] };
  }
  if (executor !== 'ramping-arrival-rate') throw new Error(`no executor ${executor}`);
  return {
    startRate: startRate / unit_s,
    stages: stages.map((stage) => ({
      target: stage.target / unit_s,
      duration_s: milliseconds(stage.duration) / 1000,
    })),
  };
}

/** Resolves with the work or once its time is up, whichever is first. */
async function within(work: Promise<unknown>, limit_ms: number, signal: AbortSignal): Promise<void> {
  const done = new AbortController();
  const limit = sleep(Math.max(0, limit_ms), undefined, { signal: AbortSignal.any([done.signal, signal]) });
  await Promise.race([work, limit.catch(() => undefined)]);
  done.abort();
}
