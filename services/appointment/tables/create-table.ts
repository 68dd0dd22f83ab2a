import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';

/** README.md says which items have these attributes and so are in an index. */
export const emailIndex = 'EmailIndex';
export const providerScheduleIndex = 'ProviderScheduleIndex';

/** Keys and indexes of PBHMS_Core, without a name: everything that creates the table takes it from here. */
export const coreTable = {
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [
    { AttributeName: 'PK', KeyType: 'HASH' },
    { AttributeName: 'SK', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    { AttributeName: 'PK', AttributeType: 'S' },
    { AttributeName: 'SK', AttributeType: 'S' },
    { AttributeName: 'email', AttributeType: 'S' },
    { AttributeName: 'providerId', AttributeType: 'S' },
    { AttributeName: 'appointmentDate', AttributeType: 'S' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: emailIndex,
      KeySchema: [{ AttributeName: 'email', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    },
    {
      IndexName: providerScheduleIndex,
      KeySchema: [
        { AttributeName: 'providerId', KeyType: 'HASH' },
        { AttributeName: 'appointmentDate', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
} satisfies Omit<CreateTableCommandInput, 'TableName'>;

/** Creates the table unless it is there, and waits at most 20 s until it takes requests. */
export async function ensureTable(client: DynamoDBClient, name: string): Promise<void> {
  try {
    await client.send(new CreateTableCommand({ ...coreTable, TableName: name }));
  } catch (err) {
    if (!(err instanceof ResourceInUseException)) throw err;
  }
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1, maxDelay: 2 }, { TableName: name });
}
