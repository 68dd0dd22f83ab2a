import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { root } from '../root.ts';

/** A folder per environment, with the render of each chart. */
export const goldenDir = join(root, 'charts/golden');

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
  const text = readFileSync(join(goldenDir, environment, `${chart}.yaml`), 'utf8');
  const documents = parseAllDocuments(text);
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
