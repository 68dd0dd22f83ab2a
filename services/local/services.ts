import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answers, freePorts, loopback } from './ports.ts';
import { nodeProcess } from './stores.ts';
import type { ProcessSpec } from './supervisor.ts';

type CatalogueEntry = {
  name: string;
  kind: 'edge' | 'grpc';
  callers: string[];
  pools: { postgres?: number };
};

/** One service of services/catalogue.json with the ports it has in this stack. */
export type LocalService = CatalogueEntry & {
  ports: { http: number; grpc: number; health: number; metrics: number };
};

/** Every service of the catalogue, with free ports. */
export async function placeServices(): Promise<LocalService[]> {
  const { services } = JSON.parse(readFileSync(new URL('../catalogue.json', import.meta.url), 'utf8')) as {
    services: CatalogueEntry[];
  };
  const ports = await freePorts(services.length * 4);
  return services.map((service, index) => {
    const [http, grpc, health, metrics] = ports.slice(index * 4) as [number, number, number, number];
    return { ...service, ports: { http, grpc, health, metrics } };
  });
}

/** Who has a workload token for whom: an edge's stands beside the person's, where it vouches for what it looked up. */
export function workloadPairs(services: readonly LocalService[]): [string, string][] {
  return services.flatMap(({ name, callers }) => callers.map((caller): [string, string] => [caller, name]));
}

/** The addresses of all gRPC services, as every service's environment names its peers. */
export function peerEnv(services: readonly LocalService[]): Record<string, string> {
  return Object.fromEntries(
    services
      .filter(({ kind }) => kind === 'grpc')
      .map(({ name, ports }) => [`${name.toUpperCase()}_ADDRESS`, `${loopback}:${ports.grpc}`]),
  );
}

/** A service as its own process; it counts as ready when its own readiness probe says so. */
export function serviceProcess(
  { name, kind, ports }: LocalService,
  env: Record<string, string>,
): ProcessSpec {
  return nodeProcess({
    name,
    tier: kind === 'edge' ? 'edge' : 'service',
    main: `../${name}/main.ts`,
    env: {
      HOST: loopback,
      HTTP_PORT: String(ports.http),
      GRPC_PORT: String(ports.grpc),
      HEALTH_PORT: String(ports.health),
      METRICS_PORT: String(ports.metrics),
      ...env,
    },
    isReady: () => answers(`http://${loopback}:${ports.metrics}/readyz`),
  });
}

/** The folder of a service's SQL migrations. */
export function migrationsDir(service: string): string {
  return fileURLToPath(new URL(`../${service}/migrations`, import.meta.url));
}
