import type { AwsParts } from '../../environments.ts';
import type { Manifest } from '../../manifest.ts';
import { retained, tags } from './retained.ts';

/** Services with a queue of their own; the local stack makes the same ones. */
export const followers = ['appointment', 'notification'];
export const topicName = 'healthbooker-events';
/** Deliveries before an event goes to the dead-letter queue. */
export const tries = 5;
export const visibility_s = 30;
const dead_letter_retention_s = 14 * 24 * 3600;
/** Longer than any outage that a follower is expected to sit out. */
const retention_s = 4 * 24 * 3600;

export const queueName = (follower: string): string => `healthbooker-${follower}`;
export const deadLetterName = (follower: string): string => `healthbooker-${follower}-dead`;

/** The topic that outboxes publish to, and for each follower a queue with its dead-letter queue. */
export function events(environment: string, { region, foundation }: AwsParts): Manifest[] {
  const { accountId, dataKeyArn } = foundation;
  const arn = (service: 'sns' | 'sqs', name: string) => `arn:aws:${service}:${region}:${accountId}:${name}`;
  const url = (name: string) => `https://sqs.${region}.amazonaws.com/${accountId}/${name}`;
  const topicArn = arn('sns', topicName);

  const queue = (name: string, spec: Record<string, string>, wave: number) =>
    retained(
      { apiVersion: 'sqs.services.k8s.aws/v1alpha1', kind: 'Queue' },
      name,
      {
        queueName: name,
        kmsMasterKeyID: dataKeyArn,
        kmsDataKeyReusePeriodSeconds: '300',
        tags: Object.fromEntries(tags(environment).map(({ key, value }) => [key, value])),
        ...spec,
      },
      { found: { queueURL: url(name) }, wave },
    );

  return [
    retained(
      { apiVersion: 'sns.services.k8s.aws/v1alpha1', kind: 'Topic' },
      topicName,
      { name: topicName, kmsMasterKeyID: dataKeyArn, tags: tags(environment) },
      { found: { arn: topicArn } },
    ),
    ...followers.flatMap((follower) => [
      queue(deadLetterName(follower), { messageRetentionPeriod: String(dead_letter_retention_s) }, 0),
      queue(
        queueName(follower),
        {
          messageRetentionPeriod: String(retention_s),
          visibilityTimeout: String(visibility_s),
          receiveMessageWaitTimeSeconds: '20',
          redrivePolicy: JSON.stringify({
            deadLetterTargetArn: arn('sqs', deadLetterName(follower)),
            maxReceiveCount: tries,
          }),
          policy: JSON.stringify({
            Version: '2012-10-17',
            Statement: [
              {
                Sid: 'TopicOnly',
                Effect: 'Allow',
                Principal: { Service: 'sns.amazonaws.com' },
                Action: 'sqs:SendMessage',
                Resource: arn('sqs', queueName(follower)),
                Condition: { ArnEquals: { 'aws:SourceArn': topicArn } },
              },
            ],
          }),
        },
        1,
      ),
      {
        ...retained(
          { apiVersion: 'sns.services.k8s.aws/v1alpha1', kind: 'Subscription' },
          queueName(follower),
          {
            topicRef: { from: { name: topicName } },
            protocol: 'sqs',
            endpoint: arn('sqs', queueName(follower)),
            rawMessageDelivery: 'true',
          },
          { wave: 2 },
        ),
      },
    ]),
  ];
}
