import type { Environment } from '../../environments.ts';
import type { Manifest } from '../../manifest.ts';

export const appNamespace = 'healthbooker';
export const dataNamespace = 'healthbooker-data';
export const ownNamespaces = [appNamespace, dataNamespace];

/** The namespaces of HealthBooker, under the strictest Pod Security level. */
export function namespaces(): Manifest[] {
  return ownNamespaces.map((name) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: {
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/enforce-version': 'v1.35',
        'pod-security.kubernetes.io/warn': 'restricted',
        'pod-security.kubernetes.io/audit': 'restricted',
      },
      // Deleting the namespace would delete everything in it.
      annotations: { 'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm' },
    },
  }));
}

/** Nothing enters or leaves a pod unless a policy of its chart says so; Prometheus may read metrics. */
export function networkPolicies(metricsPorts: readonly number[]): Manifest[] {
  const deny = ownNamespaces.map((namespace) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'default-deny', namespace },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  }));
  const scrape = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'allow-scraping', namespace: appNamespace },
    spec: {
      podSelector: {},
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
          ports: metricsPorts.map((port) => ({ protocol: 'TCP', port })),
        },
      ],
    },
  };
  return [...deny, scrape];
}

/**
 * How much the services may take together, and how much one pod may. The range is set for pods only: for containers
 * it would fill in missing limits, and the admission policy could no longer refuse them.
 */
export function quotas({ quota }: Environment): Manifest[] {
  return [
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'services', namespace: appNamespace },
      spec: {
        hard: {
          'requests.cpu': quota.requestsCpu,
          'requests.memory': quota.requestsMemory,
          'limits.cpu': quota.limitsCpu,
          'limits.memory': quota.limitsMemory,
          pods: String(quota.pods),
          'services.loadbalancers': '0',
          persistentvolumeclaims: '0',
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: { name: 'pods', namespace: appNamespace },
      spec: { limits: [{ type: 'Pod', max: { cpu: '4', memory: '4Gi' } }] },
    },
  ];
}
