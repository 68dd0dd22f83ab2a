import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { ensureTable } from '@healthbooker/appointment/tables/create-table';
import { awsEnv, region, type Stores } from './stores.ts';

export const coreTableName = 'PBHMS_Core';
export const followers = ['appointment', 'notification'] as const;
export type Follower = (typeof followers)[number];

export type EventResources = { topicArn: string; queueUrls: Record<Follower, string> };

/** After this many tries an event goes to the dead-letter queue of its queue. */
const tries = 5;
const visibility_s = 30;
const dead_letter_retention_s = 14 * 24 * 3600;

const credentials = { accessKeyId: awsEnv.AWS_ACCESS_KEY_ID, secretAccessKey: awsEnv.AWS_SECRET_ACCESS_KEY };

/**
 * Creates the table, the topic, and each follower's queue with its dead-letter queue, where they are absent.
 * @param prefix begins the names of topic and queues
 */
export async function ensureResources(
  { urls }: { urls: Pick<Stores['urls'], 'dynamodb' | 'events'> },
  table = coreTableName,
  prefix = 'healthbooker',
): Promise<EventResources> {
  const dynamodb = new DynamoDBClient({ endpoint: urls.dynamodb, region, credentials });
  const sns = new SNSClient({ endpoint: urls.events, region, credentials });
  const sqs = new SQSClient({ endpoint: urls.events, region, credentials });
  try {
    await ensureTable(dynamodb, table);
    const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: `${prefix}-events` }));
    const topicArn = present(TopicArn);
    const queueUrls = {} as Record<Follower, string>;
    for (const follower of followers) {
      queueUrls[follower] = await ensureQueue(sns, sqs, topicArn, `${prefix}-${follower}`);
    }
    return { topicArn, queueUrls };
  } finally {
    for (const client of [dynamodb, sns, sqs]) client.destroy();
  }
}

async function ensureQueue(
  sns: SNSClient,
  sqs: SQSClient,
  topicArn: string,
  QueueName: string,
): Promise<string> {
  const dead = await ensureNamedQueue(sqs, `${QueueName}-dead`);
  const queue = await ensureNamedQueue(sqs, QueueName);
  await sqs.send(
    new SetQueueAttributesCommand({
      QueueUrl: dead.url,
      Attributes: { MessageRetentionPeriod: String(dead_letter_retention_s) },
    }),
  );
  await sqs.send(
    new SetQueueAttributesCommand({
      QueueUrl: queue.url,
      Attributes: {
        VisibilityTimeout: String(visibility_s),
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: tries }),
      },
    }),
  );
  await sns.send(
    new SubscribeCommand({
      TopicArn: topicArn,
      Protocol: 'sqs',
      Endpoint: queue.arn,
      Attributes: { RawMessageDelivery: 'true' },
    }),
  );
  return queue.url;
}

async function ensureNamedQueue(sqs: SQSClient, QueueName: string): Promise<{ url: string; arn: string }> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName }));
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  return { url: present(QueueUrl), arn: present(Attributes?.QueueArn) };
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The stand-in for SNS and SQS left a field out of its answer');
  return value;
}
