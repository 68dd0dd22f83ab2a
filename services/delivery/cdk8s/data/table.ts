import { coreTable } from '@healthbooker/appointment/tables/create-table';
import type { AwsParts } from '../../environments.ts';
import type { Manifest } from '../../manifest.ts';
import { retained, tags } from './retained.ts';

/** The name that services/appointment expects. */
export const coreTableName = 'PBHMS_Core';

/** PBHMS_Core with the keys and indexes that the code creates elsewhere, encrypted and restorable to any second. */
export function table(environment: string, { foundation }: AwsParts): Manifest {
  const keys = (schema: readonly { AttributeName: string; KeyType: string }[]) =>
    schema.map(({ AttributeName, KeyType }) => ({ attributeName: AttributeName, keyType: KeyType }));
  return retained({ apiVersion: 'dynamodb.services.k8s.aws/v1alpha1', kind: 'Table' }, 'pbhms-core', {
    tableName: coreTableName,
    billingMode: coreTable.BillingMode,
    keySchema: keys(coreTable.KeySchema),
    attributeDefinitions: coreTable.AttributeDefinitions.map(({ AttributeName, AttributeType }) => ({
      attributeName: AttributeName,
      attributeType: AttributeType,
    })),
    globalSecondaryIndexes: coreTable.GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => ({
      indexName: IndexName,
      keySchema: keys(KeySchema),
      projection: { projectionType: Projection.ProjectionType },
    })),
    continuousBackups: { pointInTimeRecoveryEnabled: true },
    deletionProtectionEnabled: true,
    sseSpecification: { enabled: true, sseType: 'KMS', kmsMasterKeyID: foundation.dataKeyArn },
    tags: tags(environment),
  });
}
