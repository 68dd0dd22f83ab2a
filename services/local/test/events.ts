import { randomUUID } from 'node:crypto';
import {
  CreateTopicCommand,
  DeleteTopicCommand,
  PublishCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { awsEnv, region } from '../stores.ts';
import { testVariable } from './variables.ts';

export type TestEvents = {
  topicArn: string;
  /** The queue that receives everything published to the topic, as production wires a follower's. */
  queueUrl: string;
  /** The variables with which a service under test uses this topic and queue. */
  env: Record<string, string>;
  /** Publishes an event's JSON; `type` becomes the message attribute that filters use. */
  publish(event: { type: string } & Record<string, unknown>): Promise<void>;
  /** Takes events off the queue until `count` have come; fails after `timeout_ms`. */
  take(count: number, timeout_ms?: number): Promise<unknown[]>;
  /** Throws away all events in the queue. */
  discard(): Promise<void>;
  remove(): Promise<void>;
};

/** Creates a topic with one queue for a single test. */
export async function testEvents(): Promise<TestEvents> {
  const endpoint = testVariable('HB_TEST_AWS_ENDPOINT');
  const options = {
    endpoint,
    region,
    credentials: { accessKeyId: awsEnv.AWS_ACCESS_KEY_ID, secretAccessKey: awsEnv.AWS_SECRET_ACCESS_KEY },
  };
  const sns = new SNSClient(options);
  const sqs = new SQSClient(options);
  const name = `test-${randomUUID()}`;
  const topicArn = defined((await sns.send(new CreateTopicCommand({ Name: name }))).TopicArn);
  const queueUrl = defined((await sqs.send(new CreateQueueCommand({ QueueName: name }))).QueueUrl);
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['QueueArn'] }),
  );
  await sns.send(
    new SubscribeCommand({
      TopicArn: topicArn,
      Protocol: 'sqs',
      Endpoint: defined(Attributes?.QueueArn),
      Attributes: { RawMessageDelivery: 'true' },
    }),
  );

  return {
    topicArn,
    queueUrl,
    env: {
      ...awsEnv,
      SNS_ENDPOINT: endpoint,
      SQS_ENDPOINT: endpoint,
      EVENTS_TOPIC_ARN: topicArn,
      EVENTS_QUEUE_URL: queueUrl,
    },
    async publish(event) {
      await sns.send(
        new PublishCommand({
          TopicArn: topicArn,
          Message: JSON.stringify(event),
          MessageAttributes: { type: { DataType: 'String', StringValue: event.type } },
        }),
      );
    },
    async take(count, timeout_ms = 10_000) {
      const taken: unknown[] = [];
      const deadline = performance.now() + timeout_ms;
      while (taken.length < count) {
        if (performance.now() > deadline) {
          throw new Error(`${taken.length} of ${count} events came within ${timeout_ms} ms`);
        }
        const { Messages = [] } = await sqs.send(
          new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
        );
        for (const { Body, ReceiptHandle } of Messages) {
          taken.push(JSON.parse(defined(Body)));
          await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
        }
      }
      return taken;
    },
    async discard() {
      await sqs.send(new PurgeQueueCommand({ QueueUrl: queueUrl }));
    },
    async remove() {
      await sns.send(new DeleteTopicCommand({ TopicArn: topicArn }));
      await sqs.send(new DeleteQueueCommand({ QueueUrl: queueUrl }));
      sns.destroy();
      sqs.destroy();
    },
  };
}

function defined<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The events stand-in left a field out of its answer');
  return value;
}
