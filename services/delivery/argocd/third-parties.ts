import { type AwsParts, type Environment, originOf } from '../environments.ts';

/** A chart of somebody else, at an exact version. */
export type ThirdParty = {
  name: string;
  repository: string;
  chart: string;
  version: string;
  namespace: string;
  values: Record<string, unknown>;
  /** Some CustomResourceDefinitions are too large for an annotation and need this. */
  serverSideApply?: boolean;
};

const small = { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '500m', memory: '256Mi' } };
const medium = { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1', memory: '512Mi' } };

/** What the cluster needs before our services can run in it. The order does not matter. */
export function thirdParties({ name }: Environment, { region, foundation }: AwsParts): ThirdParty[] {
  const cluster = `healthbooker-${name}`;
  const replicas = name === 'dev' ? 1 : 2;
  return [
    {
      name: 'cert-manager',
      repository: 'https://charts.jetstack.io',
      chart: 'cert-manager',
      version: 'v1.21.1',
      namespace: 'cert-manager',
      values: {
        crds: { enabled: true, keep: true },
        replicaCount: replicas,
        resources: small,
        prometheus: { servicemonitor: { enabled: true } },
      },
    },
    {
      name: 'external-secrets',
      repository: 'https://charts.external-secrets.io',
      chart: 'external-secrets',
      version: '2.9.0',
      namespace: 'external-secrets',
      values: {
        replicaCount: replicas,
        leaderElect: true,
        serviceAccount: { name: 'external-secrets' },
        resources: small,
      },
      serverSideApply: true,
    },
    {
      name: 'argo-rollouts',
      repository: 'https://argoproj.github.io/argo-helm',
      chart: 'argo-rollouts',
      version: '2.41.0',
      namespace: 'argo-rollouts',
      values: {
        controller: {
          replicas,
          resources: small,
          metrics: { enabled: true, serviceMonitor: { enabled: true } },
        },
      },
    },
    {
      name: 'keda',
      repository: 'https://kedacore.github.io/charts',
      chart: 'keda',
      version: '2.20.2',
      namespace: 'keda',
      values: {
        operator: { replicaCount: replicas },
        serviceAccount: { operator: { name: 'keda-operator' } },
        podIdentity: { aws: { irsa: { enabled: false } } },
      },
      serverSideApply: true,
    },
    {
      name: 'aws-load-balancer-controller',
      repository: 'https://aws.github.io/eks-charts',
      chart: 'aws-load-balancer-controller',
      version: '3.5.0',
      namespace: 'kube-system',
      values: {
        clusterName: cluster,
        region,
        vpcId: foundation.vpcId,
        replicaCount: replicas,
        serviceAccount: { create: true, name: 'aws-load-balancer-controller' },
        resources: small,
      },
    },
    {
      name: 'karpenter',
      repository: 'public.ecr.aws/karpenter',
      chart: 'karpenter',
      version: '1.14.1',
      namespace: 'kube-system',
      values: {
        replicas,
        serviceAccount: { name: 'karpenter' },
        settings: { clusterName: cluster },
        // It makes nodes, so it must not run on nodes that it made.
        nodeSelector: { 'healthbooker/nodes': 'base' },
        controller: { resources: medium },
      },
    },
    {
      name: 'kube-prometheus-stack',
      repository: 'https://prometheus-community.github.io/helm-charts',
      chart: 'kube-prometheus-stack',
      version: '88.5.3',
      namespace: 'monitoring',
      values: monitoring(name),
      serverSideApply: true,
    },
  ];
}

/** Prometheus reads every rule and monitor; its operator serves it as `prometheus-operated`. */
function monitoring(environment: string): Record<string, unknown> {
  const inProd = environment === 'prod';
  return {
    fullnameOverride: 'monitoring',
    prometheus: {
      prometheusSpec: {
        scrapeInterval: '15s',
        evaluationInterval: '15s',
        // The slowest alert looks three days back; budgets are told over 30.
        retention: '35d',
        replicas: inProd ? 2 : 1,
        ruleSelectorNilUsesHelmValues: false,
        podMonitorSelectorNilUsesHelmValues: false,
        serviceMonitorSelectorNilUsesHelmValues: false,
        resources: { requests: { cpu: '500m', memory: '2Gi' }, limits: { cpu: '2', memory: '4Gi' } },
        storageSpec: {
          volumeClaimTemplate: {
            spec: {
              accessModes: ['ReadWriteOnce'],
              resources: { requests: { storage: inProd ? '200Gi' : '50Gi' } },
            },
          },
        },
      },
    },
    alertmanager: {
      alertmanagerSpec: { replicas: inProd ? 2 : 1, configSecret: 'alertmanager-receivers' },
    },
    grafana: {
      adminUser: 'admin',
      admin: { existingSecret: 'grafana-admin', userKey: 'user', passwordKey: 'password' },
      sidecar: { dashboards: { enabled: true, label: 'grafana_dashboard', labelValue: '1' } },
      'grafana.ini': { server: { root_url: `${originOf(environment)}/grafana` } },
    },
  };
}
