import type { Capacity } from '@healthbooker/runtime/context';
import { makeRequest, type Supply } from './arguments.ts';
import type { Account, Attacker } from './attackers.ts';
import type { Canaries, Canary } from './canaries.ts';
import type { Chain, Pairs } from './chains.ts';
import { type Kind, readIds } from './ids.ts';
import type { Operation } from './operations.ts';
import type { Random } from './random.ts';
import type { Sender } from './send.ts';
import type { Victim } from './victim.ts';

/** What an attacker got that is another person's. */
export type Find = { attacker: string; canaries: readonly Canary[]; steps: readonly string[] };

/** How often an operation was answered with each status. */
export type Tally = Map<string, Map<number, number>>;

/** Ids that are remembered from all chains, of each kind. */
const remembered = 24;
/** Draws by which an operation is tried before it counts as one that is always refused. */
const probes = 6;

type Setting = {
  attacker: Attacker;
  victim: Victim;
  canaries: Canaries;
  sender: Sender;
  random: Random;
  /** Kinds of visits to ask for. */
  needs: Supply['needs'];
  /** Takes the pairs that were tried. */
  tried: Pairs;
};

/** One attacker at work on their victim. */
export class Attack {
  readonly attacker: Attacker;
  readonly victim: Victim;
  readonly #setting: Setting;
  readonly finds: Find[] = [];
  readonly tally: Tally = new Map();
  /** Calls that the system broke over: whoever can make one can make many. */
  readonly broken: string[] = [];
  /** Changes that were made, and how often. */
  readonly changes = new Map<string, number>();
  calls = 0;
  chains = 0;
  readonly #gained = new Map<Kind, string[]>();
  readonly #versions = new Map<string, number>();
  /** As what an operation is not refused. */
  readonly #admitted = new Map<Operation, Set<Capacity>>();
  readonly #capacities: readonly Capacity[];

  constructor(setting: Setting) {
    this.attacker = setting.attacker;
    this.victim = setting.victim;
    this.#setting = setting;
    this.#capacities = (['patient', 'staff'] as const).filter((capacity) =>
      setting.attacker.tokenAs(capacity),
    );
  }

  /** Tries each operation by itself; returns those that are not always refused for who asks. */
  async probe(operations: readonly Operation[]): Promise<Operation[]> {
    const all = operations.flatMap((operation) =>
      this.#capacities.map((capacity) => async () => {
        for (let each = 0; each < probes; each += 1) {
          const status = await this.#step(operation, capacity, new Map(), []);
          if (status === 401 || status === 403) continue;
          const admitted = this.#admitted.get(operation) ?? new Set();
          this.#admitted.set(operation, admitted.add(capacity));
          return;
        }
      }),
    );
    await inParallel(all, (run) => run());
    return operations.filter((operation) => this.#admitted.has(operation));
  }

  /** Makes all calls of the chains, many chains at a time. */
  async run(chains: readonly Chain[]): Promise<void> {
    await inParallel(chains, async (chain) => {
      const seen = new Map<Kind, string[]>();
      const steps: string[] = [];
      for (const operation of chain) await this.#step(operation, this.#capacityFor(operation), seen, steps);
      this.#setting.tried.add(chain);
      this.chains += 1;
    });
  }

  /** Mostly that in which the operation is not refused; now and then the other. */
  #capacityFor(operation: Operation): Capacity {
    const admitted = [...(this.#admitted.get(operation) ?? [])];
    const usual = admitted.length > 0 && !this.#setting.random.chance(0.05) ? admitted : this.#capacities;
    return this.#setting.random.of(usual) ?? 'patient';
  }

  async #step(
    operation: Operation,
    capacity: Capacity,
    seen: Map<Kind, string[]>,
    steps: string[],
  ): Promise<number> {
    const made = makeRequest(operation, {
      random: this.#setting.random,
      known: this.victim.known,
      seen,
      gained: this.#gained,
      needs: this.#setting.needs,
      versionOf: (id) => this.#versions.get(id) ?? 1,
    });
    const { status, text, body } = await this.#setting.sender.send(
      operation,
      made,
      this.attacker.tokenAs(capacity),
    );
    this.calls += 1;
    const byStatus = this.tally.get(operation.name) ?? new Map<number, number>();
    this.tally.set(operation.name, byStatus.set(status, (byStatus.get(status) ?? 0) + 1));
    const about = JSON.stringify(made.body) ?? '';
    steps.push(`${operation.name} as ${capacity} → ${status}   ${made.path} ${about}`.slice(0, 600));
    if (status === 500) this.broken.push(steps.at(-1) ?? '');
    if (status < 300) {
      this.#remember(body, seen);
      if (operation.method !== 'GET' && `${made.path}${about}`.includes(this.victim.id))
        this.changes.set(operation.name, (this.changes.get(operation.name) ?? 0) + 1);
    }
    const found = this.#setting.canaries
      .in(text)
      .filter(({ field }) => !this.attacker.openFields?.test(field));
    if (found.length > 0)
      this.finds.push({ attacker: this.attacker.name, canaries: found, steps: [...steps] });
    return status;
  }

  #remember(body: unknown, seen: Map<Kind, string[]>): void {
    readIds(body, (kind, id, version) => {
      if (version !== undefined) this.#versions.set(id, version);
      for (const ids of [seen, this.#gained]) {
        const before = ids.get(kind) ?? [];
        if (!before.includes(id)) ids.set(kind, [...before, id].slice(-remembered));
      }
    });
  }
}

const at_once = 24;

async function inParallel<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = all.values();
  const worker = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: at_once }, worker));
}

/** The id by which an account is told apart. */
export const idsOf = (accounts: readonly Account[]): string[] => accounts.map(({ sub }) => sub);
