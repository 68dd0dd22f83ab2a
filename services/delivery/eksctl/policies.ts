import { readCatalogue } from '../catalogue.ts';
import { bucketName } from '../cdk8s/data/buckets.ts';
import { deadLetterName, followers, queueName, topicName } from '../cdk8s/data/events.ts';
import { coreTableName } from '../cdk8s/data/table.ts';
import type { AwsParts } from '../environments.ts';

export type Statement = {
  Sid: string;
  Effect: 'Allow';
  Action: string[];
  Resource: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
};

/** Services that publish events. */
const publishers = ['scheduler', 'ehr'];

/**
 * What each service may do in AWS, and nothing else; a service that is absent gets no identity. The contract test
 * compares the actions with the commands that the code sends.
 */
export function servicePolicies(environment: string, aws: AwsParts): Map<string, Statement[]> {
  const policies = new Map<string, Statement[]>();
  for (const { name, kind } of readCatalogue()) {
    const statements = [
      ...(kind === 'edge' ? [accounts(aws)] : []),
      ...(name === 'appointment' ? [table(aws), notices(aws)] : []),
      ...(name === 'ehr' ? documents(environment, aws) : []),
      ...(name === 'scheduler' ? [archive(environment, aws)] : []),
      ...(publishers.includes(name) ? [publish(aws)] : []),
      ...(followers.includes(name) ? follow(name, aws) : []),
    ];
    if (statements.length === 0) continue;
    const usesKey = kind !== 'edge';
    policies.set(name, usesKey ? [...statements, dataKey(aws)] : statements);
  }
  return policies;
}

function accounts({ region, foundation }: AwsParts): Statement {
  return {
    Sid: 'Accounts',
    Effect: 'Allow',
    // GetUser is called with the person's own token and needs no permission.
    Action: ['cognito-idp:AdminAddUserToGroup', 'cognito-idp:AdminListGroupsForUser'],
    Resource: `arn:aws:cognito-idp:${region}:${foundation.accountId}:userpool/${foundation.userPoolId}`,
  };
}

function table({ region, foundation }: AwsParts): Statement {
  const arn = `arn:aws:dynamodb:${region}:${foundation.accountId}:table/${coreTableName}`;
  return {
    Sid: 'Table',
    Effect: 'Allow',
    // No Scan, and Delete only for notices: the code uses neither for anything else.
    Action: [
      'dynamodb:BatchGetItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    ],
    Resource: [arn, `${arn}/index/*`],
  };
}

/** Only the lists of what is still to be done for people are deleted from the table. */
function notices({ region, foundation }: AwsParts): Statement {
  return {
    Sid: 'NoticesThatWereSent',
    Effect: 'Allow',
    Action: ['dynamodb:DeleteItem'],
    Resource: `arn:aws:dynamodb:${region}:${foundation.accountId}:table/${coreTableName}`,
    Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['NOTICES', 'REACH', 'REQUESTS'] } },
  };
}

function documents(environment: string, { foundation }: AwsParts): Statement[] {
  const documentsArn = `arn:aws:s3:::${bucketName('documents', environment, foundation.accountId)}`;
  const auditArn = `arn:aws:s3:::${bucketName('audit', environment, foundation.accountId)}`;
  return [
    {
      Sid: 'Documents',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: `${documentsArn}/*`,
    },
    // It may only write a head; what is written is locked.
    {
      Sid: 'AccessLogHeads',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: `${auditArn}/*`,
    },
  ];
}

/** Decisions that are over are written and read back, and not deleted. */
function archive(environment: string, { foundation }: AwsParts): Statement {
  return {
    Sid: 'Archive',
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:PutObject'],
    Resource: `arn:aws:s3:::${bucketName('archive', environment, foundation.accountId)}/decisions/*`,
  };
}

function publish({ region, foundation }: AwsParts): Statement {
  return {
    Sid: 'Publish',
    Effect: 'Allow',
    Action: ['sns:Publish'],
    Resource: `arn:aws:sns:${region}:${foundation.accountId}:${topicName}`,
  };
}

function follow(service: string, { region, foundation }: AwsParts): Statement[] {
  const arn = (name: string) => `arn:aws:sqs:${region}:${foundation.accountId}:${name}`;
  return [
    {
      Sid: 'Follow',
      Effect: 'Allow',
      Action: [
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:ReceiveMessage',
      ],
      Resource: arn(queueName(service)),
    },
    {
      Sid: 'CountDeadLetters',
      Effect: 'Allow',
      Action: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
      Resource: arn(deadLetterName(service)),
    },
  ];
}

function dataKey({ foundation }: AwsParts): Statement {
  return {
    Sid: 'DataKey',
    Effect: 'Allow',
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: foundation.dataKeyArn,
  };
}

/** What the programs of third parties in the cluster may do. */
export const thirdPartyPolicies = (
  environment: string,
  { region, foundation }: AwsParts,
): { namespace: string; serviceAccount: string; statements: Statement[] }[] => {
  const cluster = `healthbooker-${environment}`;
  const ec2 = (what: string) => `arn:aws:ec2:${region}:*:${what}/*`;
  const owned = { StringEquals: { [`aws:ResourceTag/kubernetes.io/cluster/${cluster}`]: 'owned' } };
  const ownedRequest = { StringEquals: { [`aws:RequestTag/kubernetes.io/cluster/${cluster}`]: 'owned' } };
  return [
    {
      namespace: 'external-secrets',
      serviceAccount: 'external-secrets',
      statements: [
        {
          Sid: 'Read',
          Effect: 'Allow',
          Action: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
          Resource: `arn:aws:secretsmanager:${region}:${foundation.accountId}:secret:healthbooker/${environment}/*`,
        },
        { Sid: 'Key', Effect: 'Allow', Action: ['kms:Decrypt'], Resource: foundation.dataKeyArn },
      ],
    },
    {
      namespace: 'keda',
      serviceAccount: 'keda-operator',
      statements: [
        {
          Sid: 'QueueDepth',
          Effect: 'Allow',
          Action: ['sqs:GetQueueAttributes'],
          Resource: followers.map(
            (follower) => `arn:aws:sqs:${region}:${foundation.accountId}:${queueName(follower)}`,
          ),
        },
      ],
    },
    {
      namespace: 'kube-system',
      serviceAccount: 'karpenter',
      statements: [
        {
          Sid: 'Look',
          Effect: 'Allow',
          Action: [
            'ec2:DescribeCapacityReservations',
            'ec2:DescribeImages',
            'ec2:DescribeInstances',
            'ec2:DescribeInstanceTypeOfferings',
            'ec2:DescribeInstanceTypes',
            'ec2:DescribeLaunchTemplates',
            'ec2:DescribeSecurityGroups',
            'ec2:DescribeSpotPriceHistory',
            'ec2:DescribeSubnets',
            'pricing:GetProducts',
            'ssm:GetParameter',
          ],
          Resource: '*',
        },
        {
          Sid: 'UseNetworkAndImages',
          Effect: 'Allow',
          Action: ['ec2:CreateFleet', 'ec2:RunInstances'],
          Resource: ['image', 'security-group', 'snapshot', 'subnet', 'launch-template'].map(ec2),
        },
        {
          Sid: 'MakeOwn',
          Effect: 'Allow',
          Action: ['ec2:CreateFleet', 'ec2:CreateLaunchTemplate', 'ec2:CreateTags', 'ec2:RunInstances'],
          Resource: [
            'fleet',
            'instance',
            'launch-template',
            'network-interface',
            'spot-instances-request',
            'volume',
          ].map(ec2),
          Condition: ownedRequest,
        },
        {
          Sid: 'EndOwn',
          Effect: 'Allow',
          Action: ['ec2:DeleteLaunchTemplate', 'ec2:TerminateInstances', 'ec2:CreateTags'],
          Resource: ['instance', 'launch-template'].map(ec2),
          Condition: owned,
        },
        {
          Sid: 'PassNodeRole',
          Effect: 'Allow',
          Action: ['iam:PassRole'],
          Resource: `arn:aws:iam::${foundation.accountId}:role/${cluster}-node`,
          Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
        },
        {
          Sid: 'OwnProfiles',
          Effect: 'Allow',
          Action: [
            'iam:AddRoleToInstanceProfile',
            'iam:CreateInstanceProfile',
            'iam:DeleteInstanceProfile',
            'iam:GetInstanceProfile',
            'iam:ListInstanceProfiles',
            'iam:RemoveRoleFromInstanceProfile',
            'iam:TagInstanceProfile',
          ],
          Resource: `arn:aws:iam::${foundation.accountId}:instance-profile/${cluster}*`,
        },
        {
          Sid: 'FindCluster',
          Effect: 'Allow',
          Action: ['eks:DescribeCluster'],
          Resource: `arn:aws:eks:${region}:${foundation.accountId}:cluster/${cluster}`,
        },
      ],
    },
  ];
};
