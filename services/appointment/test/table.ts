import { randomUUID } from 'node:crypto';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { testVariable } from '@healthbooker/local/test/variables';
import { ensureTable } from '../tables/create-table.ts';
import { openStore, type Store } from '../tables/store.ts';

/** The stand-in takes any credentials, but the client wants some. */
const awsEnv = { AWS_REGION: 'eu-west-2', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };

/** A table of its own for one test file. Its credentials are set in this process. */
export async function testTable(): Promise<{
  store: Store;
  env: Record<string, string>;
  remove(): Promise<void>;
}> {
  Object.assign(process.env, awsEnv);
  const endpoint = testVariable('HB_TEST_DYNAMODB_ENDPOINT');
  const table = `core-${randomUUID()}`;
  const plain = new DynamoDBClient({ endpoint, region: awsEnv.AWS_REGION });
  await ensureTable(plain, table);
  const store = openStore({ endpoint, region: awsEnv.AWS_REGION, table });
  return {
    store,
    env: { ...awsEnv, DYNAMODB_ENDPOINT: endpoint, DYNAMODB_TABLE: table },
    async remove() {
      store.close();
      await plain.send(new DeleteTableCommand({ TableName: table }));
      plain.destroy();
    },
  };
}
