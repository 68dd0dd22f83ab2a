import { join } from 'node:path';
import { migrate } from '@healthbooker/runtime/migrate';
import { startControl } from './control.ts';
import { clearDataFolder, type DataFolder, takeDataFolder } from './data-folder.ts';
import { prepareIdentity } from './identity.ts';
import type { Route } from './ingress/routes.ts';
import { openLogs } from './log-output.ts';
import { requireFree } from './port-holder.ts';
import { buildPortals } from './portals.ts';
import { accepts, loopback } from './ports.ts';
import type { Postgres } from './postgres/postgres.ts';
import { ensureResources } from './resources.ts';
import { shownLogins } from './seed/logins.ts';
import { isSeeded, seed } from './seed/seed.ts';
import { type Login, type StackParts, serviceEnv } from './service-env.ts';
import {
  type LocalService,
  migrationsDir,
  placeServices,
  serviceProcess,
  workloadPairs,
} from './services.ts';
import { writeStackFile } from './stack-file.ts';
import { nodeProcess, prepareStores } from './stores.ts';
import { createSupervisor } from './supervisor.ts';
import { startWorkloadIssuer } from './workload-issuer.ts';

export type StackOptions = {
  dataDir: string;
  /** Where the ingress listens. */
  port: number;
  /** Empties the data folder first. */
  reset: boolean;
  /** Leaves a new data folder without the made-up hospital. */
  empty: boolean;
  /** Shows every line of every log on the terminal, not only warnings. */
  verbose: boolean;
  /** Tells the person at the terminal something. */
  say(text: string): void;
};

export type Stack = {
  url: string;
  logins: readonly Login[];
  /** Ends edges, services and stores, in this order, and gives the data folder up. */
  stop(): Promise<void>;
};

/** The pools of all services, with room for the supervisor, the seed and somebody who looks. */
const max_connections = 100;

/**
 * Starts the whole system in its data folder. When anything fails or `signal` aborts, what was started is stopped
 * before the promise rejects.
 */
export async function startStack(options: StackOptions, signal: AbortSignal): Promise<Stack> {
  const folder = await takeDataFolder(options.dataDir, `http://localhost:${options.port}`);
  if (folder.orphans.length > 0) {
    options.say(`Ended what a killed start had left running: ${folder.orphans.join(', ')}`);
  }
  try {
    await requireFree(options.port, 'HB_PORT');
    if (options.reset) clearDataFolder(folder.path);
    options.say(
      `Starting HealthBooker in ${folder.path}; a first start builds the portals and takes up to a minute.`,
    );
    return await startIn(folder, options, signal);
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function startIn(folder: DataFolder, options: StackOptions, signal: AbortSignal): Promise<Stack> {
  const url = `http://localhost:${options.port}`;
  const logs = openLogs(join(folder.path, 'logs'), options.verbose, (text) => process.stdout.write(text));
  const supervisor = createSupervisor({
    // What Node has compiled once it need not compile at the next start, which halves the time that takes.
    env: { NODE_COMPILE_CACHE: join(folder.path, 'compile-cache') },
    onLine: logs.line,
    onChange,
  });
  const services = await placeServices();
  const edges = services.filter(({ kind }) => kind === 'edge');
  const inner = services.filter(({ kind }) => kind !== 'edge');
  const issuer = startWorkloadIssuer(join(folder.path, 'workload'), workloadPairs(services));
  const control = await startControl(supervisor, issuer.keySet);
  let parts: StackParts | undefined;
  const logins = options.empty && !isSeeded(folder.path) ? [] : shownLogins;

  let isTold = false;

  /** These files are only for others. If they cannot be written, the stack must still run, and end when told to. */
  function onChange(): void {
    try {
      folder.recordProcesses(supervisor.running());
      if (parts) writeStackFile(folder.path, parts, control, supervisor.status());
    } catch (error) {
      if (!isTold) options.say(`What runs cannot be written down in ${folder.path}: ${error}`);
      isTold = true;
    }
  }

  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= stopAll();
    return stopped;
  };

  async function stopAll(): Promise<void> {
    await supervisor.close();
    issuer.close();
    control.close();
    folder.release();
  }

  /** Starts services, each after those that it calls, so that none calls a service that is not up yet. */
  async function startAll(list: readonly LocalService[], known: StackParts): Promise<void> {
    const started = new Map<string, Promise<void>>();
    async function startAfterCallees(service: LocalService): Promise<void> {
      await Promise.all(list.filter(({ callers }) => callers.includes(service.name)).map(start));
      await supervisor.start(serviceProcess(service, serviceEnv(service, known)));
    }
    function start(service: LocalService): Promise<void> {
      const starting = started.get(service.name) ?? startAfterCallees(service);
      started.set(service.name, starting);
      return starting;
    }
    await Promise.all(list.map(start));
  }

  signal.addEventListener('abort', () => void stop(), { once: true });
  try {
    const stores = await prepareStores({
      dataDir: folder.path,
      durable: true,
      maxConnections: max_connections,
    });
    const identity = await prepareIdentity({ dataDir: folder.path, smtpUrl: stores.urls.smtp });
    const building = buildPortals(logs.line, signal);
    // It is awaited later. Until then nobody handles a failure.
    building.catch(() => {});
    await Promise.all([...stores.specs, identity.spec].map((spec) => supervisor.start(spec)));
    const [{ databases, owners }, events] = await Promise.all([
      migrateDatabases(stores.postgres, services),
      ensureResources(stores),
    ]);
    parts = { url, services, stores, identity, issuer, control, events, databases, owners, logins };
    if (!options.empty) await seed(folder.path, parts, logs.line, signal);
    await startAll(inner, parts);
    await building;
    await startAll(edges, parts);
    await supervisor.start(ingressProcess(options.port, parts));
    return { url, logins, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Brings each service's database up to date, as a migration job does before the service in a cluster. */
async function migrateDatabases(postgres: Postgres, services: readonly LocalService[]) {
  const databases: Record<string, string> = {};
  const owners: Record<string, string> = {};
  for (const { name, pools } of services) {
    if (pools.postgres === undefined) continue;
    const { url, ownerUrl } = await postgres.createDatabase(name);
    await migrate({ url: ownerUrl, dir: migrationsDir(name) });
    databases[name] = url;
    owners[name] = ownerUrl;
  }
  return { databases, owners };
}

function ingressProcess(port: number, { services, stores, identity }: StackParts) {
  const edge = (name: string) =>
    `http://${loopback}:${services.find((service) => service.name === name)?.ports.http}`;
  const routes: Route[] = [
    { prefix: '/', target: edge('patient-edge') },
    { prefix: '/clinic', target: edge('clinic-edge') },
    { prefix: '/admin', target: edge('clinic-edge') },
    { prefix: '/cognito', target: identity.url, strip: true },
    { prefix: '/inbox', target: new URL(stores.urls.inbox).origin },
  ];
  return nodeProcess({
    name: 'ingress',
    tier: 'edge',
    main: 'ingress/main.ts',
    env: { PORT: String(port), ROUTES: JSON.stringify(routes) },
    isReady: () => accepts(port),
  });
}
