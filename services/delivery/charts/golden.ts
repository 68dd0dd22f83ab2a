import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { root } from '../root.ts';
import { applyDifference, differenceOf, normal } from './renders.ts';

/**
 * What charts render to. Prod's renders are there whole; of other environments only what differs from prod. So a
 * review sees what a change of a chart does, and how environments differ.
 */
export const goldenDir = 'charts/golden';
const compared = 'prod';

/** Turns renders into what is committed. Their names are relative to `goldenDir`, as if all were whole. */
export function committed(renders: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...renders].map(([file, text]) => {
      const [environment = '', chart = ''] = file.split('/');
      const base = renders.get(`${compared}/${chart}`);
      if (environment === compared || base === undefined) return [file, text];
      const difference = differenceOf(base, text, { base: compared, own: environment });
      if (applyDifference(base, difference) !== normal(text)) throw new Error(`${file} is not had back`);
      return [file.replace(/yaml$/, 'diff'), difference];
    }),
  );
}

/** The file that holds a chart's render for an environment, relative to the repository. */
export function goldenFile(environment: string, chart: string): string {
  const whole = `${goldenDir}/${environment}/${chart}.yaml`;
  return existsSync(join(root, whole)) ? whole : whole.replace(/yaml$/, 'diff');
}

/** Every such file of one environment, or of all. */
export function goldenFiles(environment = '*'): string[] {
  return globSync(`${goldenDir}/${environment}/*.{yaml,diff}`, { cwd: root }).sort();
}

/** The render that such a file stands for. */
export function goldenText(file: string): string {
  const text = readFileSync(join(root, file), 'utf8');
  if (!file.endsWith('.diff')) return text;
  const base = join(root, goldenDir, compared, basename(file).replace(/diff$/, 'yaml'));
  return applyDifference(readFileSync(base, 'utf8'), text);
}

/** A Kubernetes object as far as tests look into it. */
export type Rendered = {
  kind: string;
  metadata: { name: string; labels?: Record<string, string> };
  spec: unknown;
};

export type Peer = {
  podSelector?: { matchLabels?: Record<string, string> };
  namespaceSelector?: { matchLabels?: Record<string, string> };
  ipBlock?: { cidr: string };
};
export type Rule = { from?: Peer[]; to?: Peer[]; ports: { port: number; protocol: string }[] };
export type NetworkPolicySpec = {
  podSelector: { matchLabels?: Record<string, string> };
  policyTypes: string[];
  ingress?: Rule[];
  egress?: Rule[];
};

type Volume = {
  name: string;
  secret?: { secretName: string };
  projected?: {
    sources: { serviceAccountToken: { audience: string; expirationSeconds: number; path: string } }[];
  };
};
export type Container = {
  image: string;
  env?: { name: string; value?: string }[];
  lifecycle?: { preStop: { sleep: { seconds: number } } };
  readinessProbe?: { grpc?: { port: number }; httpGet?: { path: string } };
  resources: Record<'requests' | 'limits', { cpu: string; memory: string }>;
  securityContext: {
    readOnlyRootFilesystem: boolean;
    allowPrivilegeEscalation: boolean;
    capabilities: { drop: string[] };
  };
};
export type Pod = {
  metadata: { labels: Record<string, string> };
  spec: {
    automountServiceAccountToken: boolean;
    serviceAccountName?: string;
    terminationGracePeriodSeconds: number;
    dnsConfig: { options: { name: string; value: string }[] };
    securityContext: { runAsNonRoot: boolean; seccompProfile: { type: string } };
    topologySpreadConstraints: { topologyKey: string; whenUnsatisfiable: string }[];
    containers: Container[];
    volumes: Volume[];
  };
};

/** The objects of one committed render. */
export function readGolden(environment: string, chart: string): Rendered[] {
  const documents = parseAllDocuments(goldenText(goldenFile(environment, chart)));
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document) => {
    const value = document.toJS() as Rendered | null;
    return value === null ? [] : [value];
  });
}

/** The one object of a kind, and of a name where there are several. */
export function only(objects: readonly Rendered[], kind: string, name?: string): Rendered {
  const found = objects.filter(
    (each) => each.kind === kind && (name === undefined || each.metadata.name === name),
  );
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw new Error(`${found.length} objects of kind ${kind} ${name ?? ''}`);
  }
  return first;
}
