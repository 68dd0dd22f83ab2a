import { readFileSync } from 'node:fs';

/** One entry of services/catalogue.json, as far as the cluster is concerned. */
export type CatalogueService = {
  name: string;
  kind: 'edge' | 'grpc';
  ports: { metrics: number };
  callers: string[];
  pools: { postgres?: number };
  /** Availability as a ratio; latencies in milliseconds that half, or 99 of 100, requests stay within. */
  slo: { availability: number; latency_ms: { p50: number; p99: number } };
};

/** Every service of the catalogue, in its order. */
export function readCatalogue(): CatalogueService[] {
  const file = new URL('../services/catalogue.json', import.meta.url);
  const { services } = JSON.parse(readFileSync(file, 'utf8')) as { services: CatalogueService[] };
  return services;
}
