import type { AwsParts } from '../../environments.ts';
import type { Manifest } from '../../manifest.ts';
import { retained, tags } from './retained.ts';

/** PostgreSQL as the services are tested with. */
const engineVersion = '18';

/**
 * One RDS instance with a database per service; with `multiAz` a synchronous standby in the other zone. It takes TLS
 * connections only.
 */
export function database(environment: string, maxConnections: number, aws: AwsParts): Manifest[] {
  const { foundation, database: size } = aws;
  const name = `healthbooker-${environment}`;
  return [
    retained({ apiVersion: 'rds.services.k8s.aws/v1alpha1', kind: 'DBSubnetGroup' }, name, {
      name,
      description: 'Private subnets in both zones',
      subnetIDs: foundation.privateSubnetIds,
      tags: tags(environment),
    }),
    retained({ apiVersion: 'rds.services.k8s.aws/v1alpha1', kind: 'DBParameterGroup' }, name, {
      name,
      description: 'Room for the pools of all services, and TLS only',
      family: `postgres${engineVersion}`,
      parameterOverrides: {
        max_connections: String(maxConnections),
        'rds.force_ssl': '1',
        // Nobody waits for a lock or a statement longer than a caller waits for an answer.
        idle_in_transaction_session_timeout: '15000',
        log_min_duration_statement: '500',
      },
      tags: tags(environment),
    }),
    retained(
      { apiVersion: 'rds.services.k8s.aws/v1alpha1', kind: 'DBInstance' },
      name,
      {
        dbInstanceIdentifier: name,
        engine: 'postgres',
        engineVersion,
        dbInstanceClass: size.instanceClass,
        allocatedStorage: size.storageGb,
        maxAllocatedStorage: size.maxStorageGb,
        storageType: 'gp3',
        storageEncrypted: true,
        kmsKeyID: foundation.dataKeyArn,
        multiAZ: size.multiAz,
        ...(!size.multiAz && { availabilityZone: aws.zones[0] }),
        dbSubnetGroupRef: { from: { name } },
        dbParameterGroupRef: { from: { name } },
        vpcSecurityGroupIDs: [foundation.databaseSecurityGroupId],
        publiclyAccessible: false,
        port: 5432,
        masterUsername: 'healthbooker',
        // RDS keeps and rotates it in Secrets Manager; no manifest and no Secret of ours holds it.
        manageMasterUserPassword: true,
        masterUserSecretKMSKeyID: foundation.dataKeyArn,
        backupRetentionPeriod: size.backupDays,
        preferredBackupWindow: '01:00-02:00',
        preferredMaintenanceWindow: 'sun:02:30-sun:03:30',
        copyTagsToSnapshot: true,
        deletionProtection: true,
        autoMinorVersionUpgrade: true,
        caCertificateIdentifier: 'rds-ca-rsa2048-g1',
        performanceInsightsEnabled: true,
        performanceInsightsKMSKeyID: foundation.dataKeyArn,
        enableCloudwatchLogsExports: ['postgresql', 'upgrade'],
        tags: tags(environment),
      },
      { wave: 1 },
    ),
  ];
}
