import { stringify } from 'yaml';
import { type AwsParts, type Environment, environments } from '../environments.ts';
import { type Statement, servicePolicies, thirdPartyPolicies } from './policies.ts';

export const kubernetesVersion = '1.35';

type Size = { instanceTypes: string[]; perZone: { min: number; wanted: number; max: number } };

/** Nodes that are always there, per zone: room for the system's own pods and one replica of everything. */
const sizes: Readonly<Record<string, Size>> = {
  dev: { instanceTypes: ['m7i.large', 'm6i.large'], perZone: { min: 1, wanted: 1, max: 3 } },
  staging: { instanceTypes: ['m7i.large', 'm6i.large'], perZone: { min: 1, wanted: 2, max: 4 } },
  prod: { instanceTypes: ['m7i.xlarge', 'm6i.xlarge'], perZone: { min: 2, wanted: 2, max: 6 } },
};

/** The ClusterConfig of every environment in AWS: file name to text. */
export function clusterConfigs(): Map<string, string> {
  const files = new Map<string, string>();
  for (const environment of environments) {
    if (environment.aws === undefined) continue;
    const config = clusterConfig(environment, environment.aws);
    const head = `# Made by npm run k8s:manifests from services/delivery/eksctl/cluster.ts and eksctl/outputs/${environment.name}.json.\n`;
    files.set(
      `${environment.name}.yaml`,
      head + stringify(config, { lineWidth: 0, aliasDuplicateObjects: false }),
    );
  }
  return files;
}

function clusterConfig({ name }: Environment, aws: AwsParts): Record<string, unknown> {
  const { region, zones, foundation } = aws;
  const tags = { application: 'healthbooker', environment: name };
  return {
    apiVersion: 'eksctl.io/v1alpha5',
    kind: 'ClusterConfig',
    metadata: { name: `healthbooker-${name}`, region, version: kubernetesVersion, tags },
    upgradePolicy: { supportType: 'STANDARD' },
    accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: true },
    secretsEncryption: { keyARN: foundation.clusterKeyArn },
    zonalShiftConfig: { enabled: true },
    // The network comes from foundation.yaml: the database is in it and outlives the cluster.
    vpc: {
      id: foundation.vpcId,
      clusterEndpoints: { privateAccess: true, publicAccess: name === 'dev' },
      manageSharedNodeSecurityGroupRules: true,
      subnets: {
        private: subnets(zones, foundation.privateSubnetIds),
        public: subnets(zones, foundation.publicSubnetIds),
      },
    },
    cloudWatch: {
      clusterLogging: {
        enableTypes: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
        logRetentionInDays: name === 'prod' ? 365 : 30,
      },
    },
    addonsConfig: { disableDefaultAddons: true },
    addons: addons(name === 'dev' ? 1 : 2),
    iam: { withOIDC: false, podIdentityAssociations: identities(name, aws) },
    capabilities: [
      { name: 'ack', type: 'ACK', roleArn: foundation.ackRoleArn, deletePropagationPolicy: 'RETAIN', tags },
    ],
    managedNodeGroups: zones.map((zone) => nodeGroup(name, zone, foundation.accountId)),
  };
}

function subnets(zones: [string, string], [a, b]: [string, string]): Record<string, { id: string }> {
  return { [zones[0]]: { id: a }, [zones[1]]: { id: b } };
}

/** A group per zone, so that a zone can be emptied, or stay empty, without touching the other. */
function nodeGroup(environment: string, zone: string, accountId: string): Record<string, unknown> {
  const { instanceTypes, perZone } = sizes[environment] ?? {
    instanceTypes: [],
    perZone: { min: 1, wanted: 1, max: 1 },
  };
  return {
    name: `base-${zone.at(-1)}`,
    availabilityZones: [zone],
    instanceTypes,
    minSize: perZone.min,
    desiredCapacity: perZone.wanted,
    maxSize: perZone.max,
    amiFamily: 'Bottlerocket',
    privateNetworking: true,
    volumeSize: 40,
    volumeType: 'gp3',
    volumeEncrypted: true,
    disableIMDSv1: true,
    disablePodIMDS: true,
    iam: { instanceRoleARN: `arn:aws:iam::${accountId}:role/healthbooker-${environment}-node` },
    labels: { 'healthbooker/nodes': 'base' },
    updateConfig: { maxUnavailable: 1 },
    nodeRepairConfig: { enabled: true },
    tags: { application: 'healthbooker', environment },
  };
}

function addons(replicas: number): Record<string, unknown>[] {
  return [
    {
      name: 'vpc-cni',
      // The CNI enforces NetworkPolicies. Its strict mode would also cut off third parties, which have no policies.
      configurationValues: JSON.stringify({
        enableNetworkPolicy: 'true',
        env: { ENABLE_PREFIX_DELEGATION: 'true' },
      }),
      useDefaultPodIdentityAssociations: true,
    },
    { name: 'kube-proxy' },
    {
      name: 'coredns',
      configurationValues: JSON.stringify({
        replicaCount: replicas,
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            topologyKey: 'topology.kubernetes.io/zone',
            whenUnsatisfiable: 'ScheduleAnyway',
            labelSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
          },
        ],
      }),
    },
    { name: 'eks-pod-identity-agent' },
    { name: 'metrics-server' },
    { name: 'aws-ebs-csi-driver', useDefaultPodIdentityAssociations: true },
  ];
}

/** Identities of pods: one per service that calls AWS, and those of third parties. Charts make the accounts. */
function identities(environment: string, aws: AwsParts): Record<string, unknown>[] {
  const document = (Statement: Statement[]) => ({ Version: '2012-10-17', Statement });
  const own = [...servicePolicies(environment, aws)].map(([service, statements]) => ({
    namespace: 'healthbooker',
    serviceAccountName: service,
    createServiceAccount: false,
    permissionPolicyName: 'needs',
    permissionPolicy: document(statements),
  }));
  const others = thirdPartyPolicies(environment, aws).map(({ namespace, serviceAccount, statements }) => ({
    namespace,
    serviceAccountName: serviceAccount,
    createServiceAccount: false,
    permissionPolicyName: 'needs',
    permissionPolicy: document(statements),
  }));
  return [
    ...own,
    ...others,
    {
      namespace: 'kube-system',
      serviceAccountName: 'aws-load-balancer-controller',
      createServiceAccount: false,
      wellKnownPolicies: { awsLoadBalancerController: true },
    },
  ];
}
