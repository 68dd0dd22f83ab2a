import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@healthbooker/local/ports';
import { preparePostgres, removePostgres } from '@healthbooker/local/postgres/postgres';
import { createSupervisor } from '@healthbooker/local/supervisor';
import { migrate } from '@healthbooker/runtime/migrate';
import { benchEngine, type EngineSize, type Measured } from './engine/engine.ts';

const migrations = fileURLToPath(new URL('../../scheduler/migrations', import.meta.url));

/** 1,000 providers of 90 days come to about a million slots. */
const full: EngineSize = {
  rounds: 5,
  providers: 1000,
  bookings: 4000,
  searches: 1000,
  decisions: 20_000,
};
const quick: EngineSize = { rounds: 2, providers: 40, bookings: 800, searches: 200, decisions: 5000 };

type Row = { key: string; name: string; goal: string; show: (value: number) => string };

const ratio = (value: number) => value.toFixed(2);
const rows: readonly Row[] = [
  { key: 'search', name: 'slot search p99 ÷ `select 1` p99, one client', goal: '≤ 2.5', show: ratio },
  {
    key: 'bookings',
    name: 'bookings a second: Reserve in process ÷ one statement each at its best number of connections',
    goal: '≥ 1.5',
    show: ratio,
  },
  {
    key: 'contended',
    name: "bookings a second: all want one specialty's earliest slot ÷ each wants the earliest of one of 50 specialties",
    goal: '≥ 0.8',
    show: ratio,
  },
  {
    key: 'chosen',
    name: "bookings a second: all want one specialty's earliest slot ÷ each names another slot",
    goal: '',
    show: ratio,
  },
  { key: 'latency', name: 'Reserve: p99 at 256 in flight ÷ p50 at 1 in flight', goal: '≤ 100', show: ratio },
  {
    key: 'materialise',
    name: 'slots made a second',
    goal: '≥ 20,000',
    show: (value) => Math.round(value).toLocaleString('en'),
  },
  {
    key: 'decide',
    name: '`decide` over 20 slots',
    goal: '≤ 50 µs',
    show: (value) => `${value.toFixed(1)} µs`,
  },
  {
    key: 'leave',
    name: 'a leave of 40 visits over 400 slots',
    goal: '≤ 1 s',
    show: (value) => `${(value / 1000).toFixed(2)} s`,
  },
];

/** Measures the engine on a PostgreSQL of its own, with the settings of a hospital's, and prints the table. */
export async function benchTheEngine(options: { isQuick: boolean }): Promise<void> {
  const size = options.isQuick ? quick : full;
  const dataDir = mkdtempSync(join(tmpdir(), 'healthbooker-bench-'));
  // PostgreSQL may run as another user, who must be able to enter the folder.
  chmodSync(dataDir, 0o711);
  const supervisor = createSupervisor({
    env: {},
    onLine: (name, line) => console.error(`${name} | ${line}`),
    onChange: () => undefined,
  });
  try {
    const port = await freePort();
    const postgres = await preparePostgres({ dataDir, port, durable: true, maxConnections: 100 });
    await supervisor.start(postgres.spec);
    const { url, ownerUrl } = await postgres.createDatabase('scheduler');
    await migrate({ url: ownerUrl, dir: migrations });
    print(await benchEngine({ url, ownerUrl }, size, (words) => console.error(words)), size);
  } finally {
    await supervisor.close();
    removePostgres(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function print(results: ReadonlyMap<string, readonly Measured[]>, { rounds }: EngineSize): void {
  console.log(`\nThe engine: median of ${rounds} rounds, and the spread.\n`);
  console.log('| measure | goal | median | from – to | median round | CPU-ms: Node + PostgreSQL | buffers |');
  console.log('|---|---|---|---|---|---|---|');
  for (const { key, name, goal, show } of rows) {
    const sorted = (results.get(key) ?? []).toSorted((a, b) => a.value - b.value);
    const median = sorted[Math.floor(sorted.length / 2)];
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (median === undefined || first === undefined || last === undefined) continue;
    const spread = `${show(first.value)} – ${show(last.value)}`;
    const { cost } = median;
    const cpu = cost === undefined ? '' : `${cost.node_ms.toFixed(2)} + ${cost.postgres_ms.toFixed(2)}`;
    const buffers = cost === undefined ? '' : cost.buffers.toFixed(0);
    console.log(
      `| ${name} | ${goal} | ${show(median.value)} | ${spread} | ${median.detail} | ${cpu} | ${buffers} |`,
    );
  }
}
