import exec from 'k6/execution';
import { call, type Reply, type Request } from './call.ts';
import { tokenOf } from './identity.ts';
import type { EdgeConfig } from './sign-in.ts';
import type { Account } from './sign-up.ts';

export type Directory = {
  specialties: { id: string }[];
  visitTypes: { id: string; specialtyId: string }[];
  regions: { id: string }[];
};

/** The outcome of all requests of a person. */
export type Outcome = {
  /** Whether each was answered as it must be. */
  isGood: boolean;
  /** How long the first request took, in milliseconds: time to think before it is no latency. */
  first_ms: number;
};

/** A person at their portal, as journeys use them. */
export type Person = {
  /** Their e-mail address: acknowledged appointments are recorded under it. */
  name: string;
  random(): number;
  pick<T>(list: readonly T[]): T;
  /** Sends a request with their token. */
  call(request: Omit<Request, 'token'>): Promise<Reply>;
  /** The directory, kept for a minute as browsers do; undefined when it could not be had. */
  directory(): Promise<Directory | undefined>;
  /** What became of their requests so far. */
  outcome(): Outcome;
};

const kept_ms = 60_000;
const directories = new Map<number, { directory: Directory; readAt: number }>();

/**
 * A person of a run.
 * @param phaseNow which part of the run it is, asked before each request
 */
export function personOf(account: Account, config: EdgeConfig, phaseNow: () => string): Person {
  let isGood = true;
  let first_ms: number | undefined;
  const person: Person = {
    name: account.email,
    random: Math.random,
    pick(list) {
      const one = list[Math.floor(Math.random() * list.length)];
      if (one === undefined) throw new Error('There is nothing to choose from.');
      return one;
    },
    async call(request) {
      const token = await tokenOf(account, config);
      const sentAt = Date.now();
      const reply = await call({ ...request, token }, phaseNow());
      first_ms ??= Date.now() - sentAt;
      isGood &&= reply.isAnswer;
      return reply;
    },
    outcome: () => ({ isGood, first_ms: first_ms ?? 0 }),
    async directory() {
      const browser = exec.vu.idInTest;
      const known = directories.get(browser);
      if (known !== undefined && Date.now() - known.readAt < kept_ms) return known.directory;
      const reply = await person.call({
        op: 'directory',
        method: 'GET',
        path: '/v1/directory',
        answers: [200],
      });
      if (!reply.isAnswer) return undefined;
      const directory = reply.json as Directory;
      directories.set(browser, { directory, readAt: Date.now() });
      return directory;
    },
  };
  return person;
}
