import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** One entry of services/catalogue.json, as far as a cluster is concerned. */
export type CatalogueService = {
  name: string;
  kind: 'edge' | 'grpc';
  /** By what is spoken there: `grpc` or `http`, `health`. */
  ports: Readonly<Record<string, number>> & { metrics: number };
  callers: string[];
  stores: string[];
  pools: { postgres?: number };
  replicas: { min: number; max: number };
  /** Availability as a ratio; latencies in milliseconds that half, or 99 of 100, requests stay within. */
  slo: { availability: number; latency_ms: { p50: number; p99: number } };
};

export const catalogueFile = join(root, 'services/catalogue.json');

/** Every service of the catalogue, in its order. */
export function readCatalogue(): CatalogueService[] {
  const { services } = JSON.parse(readFileSync(catalogueFile, 'utf8')) as { services: CatalogueService[] };
  return services;
}
