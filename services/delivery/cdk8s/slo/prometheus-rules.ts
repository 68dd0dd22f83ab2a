import type { CatalogueService } from '../../catalogue.ts';
import type { Manifest } from '../../manifest.ts';
import { appNamespace } from '../platform/namespaces.ts';
import { burnAlerts, objectiveRecords } from './burn-rate.ts';
import { deliveryAlerts } from './delivery.ts';
import { invariantAlerts } from './invariants.ts';
import type { Rule } from './rule.ts';

type Group = { name: string; interval: string; rules: Rule[] };

/** The groups as a rule file of Prometheus holds them. */
export function ruleGroups(services: readonly CatalogueService[]): Group[] {
  return [
    { name: 'healthbooker-objectives', interval: '30s', rules: objectiveRecords(services) },
    { name: 'healthbooker-budgets', interval: '30s', rules: burnAlerts(services) },
    { name: 'healthbooker-invariants', interval: '15s', rules: invariantAlerts(services) },
    { name: 'healthbooker-delivery', interval: '30s', rules: deliveryAlerts },
  ];
}

/** The same for the Prometheus operator. Found by its label. */
export function prometheusRules(services: readonly CatalogueService[]): Manifest[] {
  return [
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: {
        name: 'healthbooker',
        namespace: 'monitoring',
        labels: { release: 'kube-prometheus-stack' },
      },
      spec: { groups: ruleGroups(services) },
    },
  ];
}

/**
 * Which pods Prometheus reads: all pods of our services, each with the hash of its release, so that canaries can be
 * told apart.
 */
export function podMonitor(): Manifest {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name: 'services', namespace: appNamespace },
    spec: {
      selector: {
        matchLabels: {
          'app.kubernetes.io/part-of': 'healthbooker',
          'app.kubernetes.io/component': 'service',
        },
      },
      podTargetLabels: ['rollouts-pod-template-hash'],
      podMetricsEndpoints: [{ port: 'metrics', path: '/metrics', interval: '15s' }],
    },
  };
}
