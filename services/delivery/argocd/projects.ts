import { appNamespace, dataNamespace } from '../cdk8s/platform/namespaces.ts';
import type { Manifest } from '../manifest.ts';
import type { ThirdParty } from './third-parties.ts';

export const argoNamespace = 'argocd';
const server = 'https://kubernetes.default.svc';

type Kind = { group: string; kind: string };
const kinds = (group: string, ...names: string[]): Kind[] => names.map((kind) => ({ group, kind }));

/** Kinds that charts of services may make; a test compares them with what they do make. */
export const serviceKinds: Kind[] = [
  ...kinds('', 'ConfigMap', 'Service', 'ServiceAccount'),
  ...kinds('apps', 'Deployment'),
  ...kinds('argoproj.io', 'Rollout'),
  ...kinds('autoscaling', 'HorizontalPodAutoscaler'),
  ...kinds('batch', 'Job'),
  ...kinds('cert-manager.io', 'Certificate'),
  ...kinds('keda.sh', 'ScaledObject', 'TriggerAuthentication'),
  ...kinds('networking.k8s.io', 'Ingress', 'NetworkPolicy'),
  ...kinds('policy', 'PodDisruptionBudget'),
];

/** Stand-ins for AWS, on the test cluster; compared in the same way. */
export const standInKinds: Kind[] = [
  ...kinds('', 'ConfigMap', 'PersistentVolumeClaim', 'Secret', 'Service', 'ServiceAccount'),
  ...kinds('apps', 'DaemonSet', 'Deployment', 'StatefulSet'),
  ...kinds('batch', 'Job'),
  ...kinds('networking.k8s.io', 'NetworkPolicy'),
  ...kinds('policy', 'PodDisruptionBudget'),
];

const platformClusterKinds: Kind[] = [
  ...kinds('', 'Namespace'),
  ...kinds('admissionregistration.k8s.io', 'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'),
  ...kinds('argoproj.io', 'ClusterAnalysisTemplate'),
  ...kinds('cert-manager.io', 'ClusterIssuer'),
  ...kinds('karpenter.k8s.aws', 'EC2NodeClass'),
  ...kinds('karpenter.sh', 'NodePool'),
  ...kinds('scheduling.k8s.io', 'PriorityClass'),
];

function project(name: string, description: string, spec: Record<string, unknown>): Manifest {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name, namespace: argoNamespace, annotations: { 'argocd.argoproj.io/sync-wave': '-5' } },
    spec: { description, orphanedResources: { warn: false }, ...spec },
  };
}

const into = (...namespaces: string[]) => namespaces.map((namespace) => ({ server, namespace }));

/**
 * What each project may create, and where: the chart of a service cannot create a namespace, a third party cannot
 * touch ours.
 */
export function projects(repository: string, others: readonly ThirdParty[], hasAws: boolean): Manifest[] {
  const ours = { sourceRepos: [repository] };
  return [
    project('platform', 'What cuts across services: cdk8s/', {
      ...ours,
      destinations: into(appNamespace, dataNamespace, 'monitoring', 'cert-manager'),
      clusterResourceWhitelist: platformClusterKinds,
      namespaceResourceWhitelist: [
        ...kinds('', 'ConfigMap', 'LimitRange', 'ResourceQuota'),
        ...kinds('cert-manager.io', 'Certificate'),
        ...kinds('external-secrets.io', 'ExternalSecret', 'SecretStore'),
        ...kinds('monitoring.coreos.com', 'PodMonitor', 'PrometheusRule'),
        ...kinds('networking.k8s.io', 'NetworkPolicy'),
      ],
    }),
    project('services', 'The services: charts/ at the revisions in argocd/envs', {
      ...ours,
      destinations: into(appNamespace),
      clusterResourceWhitelist: [],
      namespaceResourceWhitelist: serviceKinds,
    }),
    hasAws
      ? project('data', 'Data tier on AWS: synchronised by a person only', {
          ...ours,
          destinations: into(dataNamespace),
          clusterResourceWhitelist: [],
          namespaceResourceWhitelist: [
            ...kinds('dynamodb.services.k8s.aws', 'Table'),
            ...kinds('elasticache.services.k8s.aws', 'CacheSubnetGroup', 'ReplicationGroup'),
            ...kinds('rds.services.k8s.aws', 'DBInstance', 'DBParameterGroup', 'DBSubnetGroup'),
            ...kinds('s3.services.k8s.aws', 'Bucket'),
            ...kinds('sns.services.k8s.aws', 'Subscription', 'Topic'),
            ...kinds('sqs.services.k8s.aws', 'Queue'),
          ],
          syncWindows: [
            {
              kind: 'deny',
              schedule: '* * * * *',
              duration: '24h',
              applications: ['*'],
              manualSync: true,
              timeZone: 'UTC',
            },
          ],
        })
      : project('data', 'Stand-ins for AWS', {
          ...ours,
          destinations: into(dataNamespace),
          clusterResourceWhitelist: [],
          namespaceResourceWhitelist: standInKinds,
        }),
    ...(hasAws
      ? [
          project('third-parties', 'Charts of others, at exact versions', {
            sourceRepos: [...new Set(others.map((other) => other.repository))],
            destinations: into(...new Set(others.map(({ namespace }) => namespace))),
            clusterResourceWhitelist: [{ group: '*', kind: '*' }],
            namespaceResourceWhitelist: [{ group: '*', kind: '*' }],
          }),
        ]
      : []),
  ];
}
