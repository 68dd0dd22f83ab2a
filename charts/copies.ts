import { readFileSync } from 'node:fs';

/** Every service of the catalogue, in its order, as far as charts are concerned. */
export type CatalogueService = {
  name: string;
  kind: 'edge' | 'grpc';
  /** By what is spoken there: `grpc`, `http`, `health`, `metrics`. */
  ports: Readonly<Record<string, number>>;
  callers: string[];
  stores: string[];
  pools: { postgres?: number };
  replicas: { min: number; max: number };
};

const catalogueFile = new URL('../services/catalogue.json', import.meta.url);

export function readCatalogue(): CatalogueService[] {
  return (JSON.parse(readFileSync(catalogueFile, 'utf8')) as { services: CatalogueService[] }).services;
}

/** The environments that charts are rendered for: charts/envs has values for each. */
export const environments = ['rig', 'dev', 'staging', 'prod'] as const;

/** Files that charts hold copies of. */
export function copies(): { from: URL; to: URL }[] {
  const here = (path: string) => new URL(path, import.meta.url);
  return [
    { from: catalogueFile, to: here('healthbooker-service/catalogue.generated.json') },
    ...readCatalogue().map(({ name }) => ({
      from: here('healthbooker-service/service.schema.json'),
      to: here(`${name}/values.schema.json`),
    })),
  ];
}
