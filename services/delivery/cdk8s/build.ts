import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { App, Chart, YamlOutputType } from 'cdk8s';
import { stringify } from 'yaml';
import { type CatalogueService, readCatalogue } from '../catalogue.ts';
import { type Environment, environments, originOf } from '../environments.ts';
import { add, type Manifest } from '../manifest.ts';
import { buckets } from './data/buckets.ts';
import { cache } from './data/cache.ts';
import { database } from './data/database.ts';
import { events } from './data/events.ts';
import { secrets } from './data/secrets.ts';
import { table } from './data/table.ts';
import { nodes } from './nodes/karpenter.ts';
import { type Built, objectsOf, shareParts } from './parts.ts';
import { admissionPolicies } from './platform/admission.ts';
import { internalAuthority } from './platform/identity.ts';
import { namespaces, networkPolicies, quotas } from './platform/namespaces.ts';
import { priorityClasses } from './platform/priorities.ts';
import { analysisTemplates } from './slo/analysis.ts';
import { dashboards, grafanaJson } from './slo/dashboards.ts';
import { podMonitor, prometheusRules, ruleGroups } from './slo/prometheus-rules.ts';

/** Every file below dist/ with its text, by path relative to it. */
export function buildAll(): Map<string, string> {
  return shareParts(environments.map((environment) => build(environment)));
}

/** Every object of an environment, whoever else has the same. */
export function build(environment: Environment, services = readCatalogue()): Built {
  const parts = synthesise(environment, services).map(
    ([file, text]) => [basename(file, '.yaml'), objectsOf(text)] as const,
  );
  return { environment: environment.name, parts: new Map(parts) };
}

/**
 * What is committed in shared pieces, or only inside objects, as whole files: `<environment>/<part>.yaml`, and rules and
 * dashboards for a Prometheus without its operator and any Grafana.
 */
export function wholeFiles(services = readCatalogue()): Map<string, string> {
  return new Map([
    ...environments.flatMap((environment) =>
      synthesise(environment, services).map(([file, text]) => [`${environment.name}/${file}`, text] as const),
    ),
    ['prometheus-rules.yaml', stringify({ groups: ruleGroups(services) }, { lineWidth: 0 })],
    ...dashboards(services).map((each) => [`dashboards/${each.uid}.json`, pretty(each)] as const),
  ]);
}

/** The parts of one environment: each is an Application of its own in Argo CD. */
function partsOf(
  environment: Environment,
  services: readonly CatalogueService[],
): Record<string, Manifest[]> {
  const { name, aws } = environment;
  const metricsPorts = [...new Set(services.map(({ ports }) => ports.metrics))];
  const everywhere = {
    platform: [
      ...namespaces(),
      ...priorityClasses(),
      ...admissionPolicies(),
      ...networkPolicies(metricsPorts),
      ...quotas(environment),
    ],
    slo: analysisTemplates(services, environment),
  };
  if (aws === undefined) return everywhere;
  return {
    ...everywhere,
    slo: [
      ...everywhere.slo,
      ...prometheusRules(services),
      podMonitor(),
      ...dashboards(services).map(dashboardMap),
    ],
    identity: internalAuthority(),
    secrets: secrets(name, services, aws),
    nodes: nodes(name, aws),
    data: [
      table(name, aws),
      ...database(name, environment.maxConnections, aws),
      ...cache(name, aws),
      ...buckets(name, originOf(name), aws),
      ...events(name, aws),
    ],
  };
}

/** Grafana's sidecar takes every ConfigMap with this label. */
function dashboardMap(dashboard: Parameters<typeof grafanaJson>[0]): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: dashboard.uid, namespace: 'monitoring', labels: { grafana_dashboard: '1' } },
    data: { [`${dashboard.uid}.json`]: pretty(dashboard) },
  };
}

const pretty = (dashboard: Parameters<typeof grafanaJson>[0]) =>
  `${JSON.stringify(grafanaJson(dashboard), null, 2)}\n`;

function synthesise(environment: Environment, services: readonly CatalogueService[]): [string, string][] {
  const outdir = mkdtempSync(join(tmpdir(), 'healthbooker-cdk8s-'));
  try {
    const app = new App({
      outdir,
      outputFileExtension: '.yaml',
      yamlOutputType: YamlOutputType.FILE_PER_CHART,
    });
    for (const [part, manifests] of Object.entries(partsOf(environment, services))) {
      add(new Chart(app, part), manifests);
    }
    app.synth();
    return readdirSync(outdir).map((file) => [file, readFileSync(join(outdir, file), 'utf8')]);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
