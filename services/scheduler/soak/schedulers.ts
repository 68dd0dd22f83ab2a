import { setTimeout as sleep } from 'node:timers/promises';
import { type ServiceProcess, startService } from '@healthbooker/local/test/processes';
import { clientsAt } from '../test/service.ts';

const KILL_EVERY_MS = [4000, 12_000] as const;
const SAMPLE_EVERY_MS = 10_000;

type Replica = { process: ServiceProcess; clients: ReturnType<typeof clientsAt> };

export type Schedulers = {
  /** Clients of one of the replicas that live, taking turns. */
  next(): ReturnType<typeof clientsAt>;
  kills(): number;
  /** Resident memory of the replica that is never killed, in MB, every 10 s. */
  residentMb(): readonly number[];
  /** No further kills; resolves when both replicas are there. */
  calm(): Promise<void>;
  close(): Promise<void>;
};

/** Two schedulers on the same stores. The second one is killed again and again, and started anew at once. */
export async function startSchedulers(env: Record<string, string>): Promise<Schedulers> {
  const start = async (): Promise<Replica> => {
    const process = await startService('scheduler', { ...env, LOG_LEVEL: 'silent' });
    return { process, clients: clientsAt(process.address) };
  };
  const steady = await start();
  let second: Replica | undefined = await start();
  let killed = 0;
  let turn = 0;
  const residentMb: number[] = [];
  const ended = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, { signal: ended.signal }).catch(() => undefined);

  async function killAgainAndAgain(): Promise<void> {
    const [least, most] = KILL_EVERY_MS;
    for (;;) {
      await pause(least + Math.random() * (most - least));
      if (ended.signal.aborted) return;
      const victim = second;
      second = undefined;
      await victim?.process.end('SIGKILL');
      victim?.clients.close();
      killed += 1;
      second = await start();
    }
  }

  async function sample(): Promise<void> {
    for (; !ended.signal.aborted; await pause(SAMPLE_EVERY_MS)) {
      const text = await (await fetch(`${steady.process.metricsUrl}/metrics`)).text();
      const bytes = Number(/^process_resident_memory_bytes\S* (\S+)$/m.exec(text)?.[1] ?? Number.NaN);
      residentMb.push(Math.round(bytes / 1e6));
    }
  }

  const killing = killAgainAndAgain();
  const sampling = sample();
  return {
    next() {
      turn += 1;
      return turn % 2 === 0 && second !== undefined ? second.clients : steady.clients;
    },
    kills: () => killed,
    residentMb: () => residentMb,
    async calm() {
      ended.abort();
      await Promise.all([killing, sampling]);
    },
    async close() {
      for (const replica of [steady, second]) {
        replica?.clients.close();
        await replica?.process.end();
      }
    },
  };
}
