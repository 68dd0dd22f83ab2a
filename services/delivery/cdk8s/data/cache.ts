import type { AwsParts } from '../../environments.ts';
import type { Manifest } from '../../manifest.ts';
import { retained, tags } from './retained.ts';

/** Redis-compatible cache and channel of live updates. Nothing is lost with it, so it has no snapshots. */
export function cache(environment: string, { foundation, cache: size }: AwsParts): Manifest[] {
  const name = `healthbooker-${environment}`;
  const twoZones = size.replicas > 0;
  return [
    retained({ apiVersion: 'elasticache.services.k8s.aws/v1alpha1', kind: 'CacheSubnetGroup' }, name, {
      cacheSubnetGroupName: name,
      cacheSubnetGroupDescription: 'Private subnets in both zones',
      subnetIDs: foundation.privateSubnetIds,
      tags: tags(environment),
    }),
    retained(
      { apiVersion: 'elasticache.services.k8s.aws/v1alpha1', kind: 'ReplicationGroup' },
      name,
      {
        replicationGroupID: name,
        description: 'HealthBooker: renderings of charts, live updates, rate limits',
        engine: 'valkey',
        engineVersion: '8.0',
        cacheNodeType: size.nodeType,
        numNodeGroups: 1,
        replicasPerNodeGroup: size.replicas,
        automaticFailoverEnabled: twoZones,
        multiAZEnabled: twoZones,
        cacheSubnetGroupRef: { from: { name } },
        securityGroupIDs: [foundation.cacheSecurityGroupId],
        atRestEncryptionEnabled: true,
        kmsKeyID: foundation.dataKeyArn,
        transitEncryptionEnabled: true,
        snapshotRetentionLimit: 0,
        preferredMaintenanceWindow: 'sun:03:30-sun:04:30',
        port: 6379,
        tags: tags(environment),
      },
      { wave: 1 },
    ),
  ];
}
