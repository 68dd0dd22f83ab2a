import { setTimeout as sleep } from 'node:timers/promises';
import { type ServiceProcess, startService } from '@healthbooker/local/test/processes';
import { clientsAt, type SchedulerClients } from '@healthbooker/scheduler/test/service';

const LOOK_EVERY_MS = 50;
const MOST_STARTS = 10;
/** The same limits as in the chart. Without them Node lets both parts of its heap grow with the machine's memory. */
const NODE_OPTIONS = '--max-old-space-size=256 --max-semi-space-size=16';

/** The first lines say what went wrong; a broken store would fill the memory with more. */
const MOST_ERRORS = 50;

type Replica = { process: ServiceProcess; clients: SchedulerClients & { close(): void } };

export type Schedulers = {
  /** Clients of one of the replicas that live, taking turns. */
  next(): SchedulerClients;
  kills(): number;
  /** Resident memory of the replica that is never killed and of the other, in MB; 0 while there is none. */
  residentMb(): Promise<{ steady: number; other: number }>;
  /** What both have written since the last time, the first lines of it. */
  errors(): string[];
  /** No further kills; resolves when both replicas are there. */
  calm(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Two schedulers on the same stores. The second one is killed again and again, and started anew at once.
 *
 * @param done operations answered so far
 * @param killEvery operations between two kills, on average; each gap is drawn at random
 */
export async function startSchedulers(
  env: Record<string, string>,
  done: () => number,
  killEvery: number,
): Promise<Schedulers> {
  const started: { process: ServiceProcess; read: number }[] = [];
  /** On a busy machine a scheduler may not be ready in time: it is started again. */
  const start = async (tries = MOST_STARTS): Promise<Replica> => {
    try {
      const process = await startService('scheduler', { ...env, LOG_LEVEL: 'error', NODE_OPTIONS });
      started.push({ process, read: 0 });
      return { process, clients: clientsAt(process.address) };
    } catch (error) {
      if (tries <= 1) throw error;
      console.log(`started once more: ${error}`);
      return start(tries - 1);
    }
  };
  const steady = await start();
  let second: Replica | undefined = await start();
  let killed = 0;
  let turn = 0;
  let isCalm = false;

  async function killAgainAndAgain(): Promise<void> {
    for (let next = 0; !isCalm; ) {
      next = done() + killEvery * (0.2 + 1.6 * Math.random());
      while (done() < next && !isCalm) await sleep(LOOK_EVERY_MS);
      if (isCalm) return;
      const victim = second;
      second = undefined;
      await victim?.process.end('SIGKILL');
      victim?.clients.close();
      killed += 1;
      second = await start();
    }
  }

  const killing = killAgainAndAgain();
  return {
    next() {
      turn += 1;
      return turn % 2 === 0 && second !== undefined ? second.clients : steady.clients;
    },
    kills: () => killed,
    async residentMb() {
      const [own, others] = await Promise.all([resident(steady), resident(second)]);
      return { steady: own, other: others };
    },
    errors() {
      return started.flatMap((one) => {
        const output = one.process.output();
        const lines = output.slice(one.read).split('\n');
        one.read = output.length;
        return lines.filter((line) => line !== '').slice(0, MOST_ERRORS);
      });
    },
    async calm() {
      isCalm = true;
      await killing;
    },
    async close() {
      for (const replica of [steady, second]) {
        replica?.clients.close();
        await replica?.process.end();
      }
    },
  };
}

/** What Prometheus would read; 0 for one that was killed just then. */
async function resident(replica: Replica | undefined): Promise<number> {
  if (replica === undefined) return 0;
  const text = await fetch(`${replica.process.metricsUrl}/metrics`)
    .then((reply) => reply.text())
    .catch(() => '');
  const bytes = Number(/^process_resident_memory_bytes\S* (\S+)$/m.exec(text)?.[1] ?? 0);
  return Math.round(bytes / 1e6);
}
