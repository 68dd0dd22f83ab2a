import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** The outputs of the stack of eksctl/foundation.yaml; `eksctl/README.md` says how to renew the files. */
export type Foundation = {
  accountId: string;
  vpcId: string;
  vpcCidr: string;
  privateSubnetIds: [string, string];
  publicSubnetIds: [string, string];
  databaseSecurityGroupId: string;
  cacheSecurityGroupId: string;
  clusterKeyArn: string;
  dataKeyArn: string;
  ackRoleArn: string;
  userPoolId: string;
};

/** How a canary is judged: how often, over which window, and on how much. */
export type CanaryPace = {
  /** Prometheus durations. */
  window: string;
  interval: string;
  initialDelay: string;
  /** With fewer requests in the window a ratio is not judged. */
  leastRequests: number;
  /** With fewer checked bookings in the window invariants are not judged. */
  leastBookings: number;
  /** Measurements that the gate before promotion takes. */
  gateCount: number;
};

export type AwsParts = {
  region: string;
  zones: [string, string];
  foundation: Foundation;
  database: {
    instanceClass: string;
    storageGb: number;
    maxStorageGb: number;
    multiAz: boolean;
    backupDays: number;
  };
  cache: { nodeType: string; replicas: number };
  nodes: { capacityTypes: string[]; cpuLimit: string; memoryLimit: string };
  /** Days that an object of the audit bucket cannot be deleted; compliance mode: by nobody. */
  objectLock: { mode: 'GOVERNANCE' | 'COMPLIANCE'; days: number };
};

export type Environment = {
  name: string;
  /** The connections that all replicas may open together stay below 0.8 of it. */
  maxConnections: number;
  quota: {
    requestsCpu: string;
    requestsMemory: string;
    limitsCpu: string;
    limitsMemory: string;
    pods: number;
  };
  prometheus: { address: string; podHashLabel: string };
  canary: CanaryPace;
  /** Absent on the test cluster, which has no AWS, no Karpenter and no Prometheus operator. */
  aws?: AwsParts;
};

const operatorPrometheus = {
  address: 'http://prometheus-operated.monitoring.svc.cluster.local:9090',
  podHashLabel: 'rollouts_pod_template_hash',
};

const carefulCanary: CanaryPace = {
  window: '2m',
  interval: '30s',
  initialDelay: '90s',
  leastRequests: 100,
  leastBookings: 5,
  gateCount: 5,
};

const region = 'eu-central-1';
const zones: [string, string] = ['eu-central-1a', 'eu-central-1b'];

export const environments: readonly Environment[] = [
  {
    name: 'rig',
    maxConnections: 200,
    quota: { requestsCpu: '8', requestsMemory: '12Gi', limitsCpu: '32', limitsMemory: '20Gi', pods: 80 },
    prometheus: {
      address: 'http://prometheus.monitoring.svc.cluster.local:9090',
      podHashLabel: 'hash',
    },
    canary: {
      window: '30s',
      interval: '5s',
      initialDelay: '20s',
      leastRequests: 10,
      leastBookings: 3,
      gateCount: 5,
    },
  },
  {
    name: 'dev',
    maxConnections: 200,
    quota: { requestsCpu: '16', requestsMemory: '24Gi', limitsCpu: '48', limitsMemory: '48Gi', pods: 80 },
    prometheus: operatorPrometheus,
    canary: { ...carefulCanary, window: '1m', interval: '15s', initialDelay: '60s', leastRequests: 20 },
    aws: {
      region,
      zones,
      foundation: readFoundation('dev'),
      database: {
        instanceClass: 'db.t4g.medium',
        storageGb: 20,
        maxStorageGb: 100,
        multiAz: false,
        backupDays: 7,
      },
      cache: { nodeType: 'cache.t4g.small', replicas: 0 },
      nodes: { capacityTypes: ['spot', 'on-demand'], cpuLimit: '32', memoryLimit: '128Gi' },
      objectLock: { mode: 'GOVERNANCE', days: 1 },
    },
  },
  {
    name: 'staging',
    maxConnections: 400,
    quota: { requestsCpu: '32', requestsMemory: '48Gi', limitsCpu: '96', limitsMemory: '96Gi', pods: 150 },
    prometheus: operatorPrometheus,
    canary: carefulCanary,
    aws: {
      region,
      zones,
      foundation: readFoundation('staging'),
      database: {
        instanceClass: 'db.m7g.large',
        storageGb: 100,
        maxStorageGb: 400,
        multiAz: true,
        backupDays: 14,
      },
      cache: { nodeType: 'cache.t4g.small', replicas: 1 },
      nodes: { capacityTypes: ['spot', 'on-demand'], cpuLimit: '64', memoryLimit: '256Gi' },
      objectLock: { mode: 'GOVERNANCE', days: 1 },
    },
  },
  {
    name: 'prod',
    maxConnections: 800,
    quota: { requestsCpu: '96', requestsMemory: '160Gi', limitsCpu: '256', limitsMemory: '256Gi', pods: 400 },
    prometheus: operatorPrometheus,
    canary: carefulCanary,
    aws: {
      region,
      zones,
      foundation: readFoundation('prod'),
      database: {
        instanceClass: 'db.m7g.xlarge',
        storageGb: 200,
        maxStorageGb: 2000,
        multiAz: true,
        backupDays: 35,
      },
      cache: { nodeType: 'cache.m7g.large', replicas: 1 },
      nodes: { capacityTypes: ['on-demand'], cpuLimit: '192', memoryLimit: '768Gi' },
      objectLock: { mode: 'COMPLIANCE', days: 3650 },
    },
  },
];

/** Where people reach an environment. */
export const originOf = (environment: string): string =>
  environment === 'prod' ? 'https://healthbooker.example' : `https://${environment}.healthbooker.example`;

function readFoundation(environment: string): Foundation {
  return JSON.parse(readFileSync(join(root, `eksctl/outputs/${environment}.json`), 'utf8')) as Foundation;
}
