import { AsyncLocalStorage } from 'node:async_hooks';
import type { Agent } from 'node:http';

/** The scenario that an iteration belongs to. */
export type Scenario = {
  name: string;
  executor: string;
  /** When it began, in milliseconds since 1970. */
  startTime: number;
  tags: Readonly<Record<string, string>>;
};

/** One virtual user, and what it is doing. */
export type Virtual = {
  id: number;
  agent: Agent;
  scenario: Scenario;
  iterationInScenario: number;
  iterationInTest: number;
  tags: Record<string, string>;
  metadata: Record<string, string>;
};

const running = new AsyncLocalStorage<Virtual>();

/** Runs `work` as this virtual user: everything it awaits still belongs to them. */
export function runAs<Result>(user: Virtual, work: () => Promise<Result>): Promise<Result> {
  return running.run(user, work);
}

/** The virtual user whose code is running; undefined before any has begun. */
export function current(): Virtual | undefined {
  return running.getStore();
}
