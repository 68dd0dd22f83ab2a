import type { CatalogueService } from '../catalogue.ts';
import type { Manifest } from '../manifest.ts';
import { burnAlerts, objectiveRecords } from './burn-rate.ts';
import { invariantAlerts } from './invariants.ts';
import type { Rule } from './rule.ts';

type Group = { name: string; interval: string; rules: Rule[] };

/** The groups as a rule file of Prometheus holds them. */
export function ruleGroups(services: readonly CatalogueService[]): Group[] {
  return [
    { name: 'healthbooker-objectives', interval: '30s', rules: objectiveRecords(services) },
    { name: 'healthbooker-budgets', interval: '30s', rules: burnAlerts(services) },
    { name: 'healthbooker-invariants', interval: '15s', rules: invariantAlerts(services) },
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
