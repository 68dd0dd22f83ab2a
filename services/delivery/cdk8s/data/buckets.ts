import type { AwsParts } from '../../environments.ts';
import type { Manifest } from '../../manifest.ts';
import { retained, tags } from './retained.ts';

/** Names are global in S3, so they carry the account. */
export const bucketName = (
  use: 'documents' | 'archive' | 'audit' | 'access-logs',
  environment: string,
  accountId: string,
): string => `healthbooker-${use}-${environment}-${accountId}`;

/** No request without TLS, whoever asks. */
const tlsOnly = (name: string) => ({
  Sid: 'TlsOnly',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});

const policy = (Statement: unknown[]) => JSON.stringify({ Version: '2012-10-17', Statement });

/** Where the load balancer writes its access log. It can only write with S3's own encryption (SSE-S3). */
function accessLogs(environment: string, aws: AwsParts): Manifest {
  const name = bucketName('access-logs', environment, aws.foundation.accountId);
  const deliver = {
    Sid: 'LoadBalancer',
    Effect: 'Allow',
    Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: `arn:aws:s3:::${name}/*`,
  };
  return bucket(name, environment, aws, {
    encryption: {
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
    },
    policy: policy([tlsOnly(name), deliver]),
    lifecycle: {
      rules: [{ id: 'old', status: 'Enabled', filter: { prefix: '' }, expiration: { days: 90 } }],
    },
  });
}

function bucket(name: string, environment: string, aws: AwsParts, more: Record<string, unknown>): Manifest {
  return retained({ apiVersion: 's3.services.k8s.aws/v1alpha1', kind: 'Bucket' }, name, {
    name,
    createBucketConfiguration: { locationConstraint: aws.region },
    objectOwnership: 'BucketOwnerEnforced',
    publicAccessBlock: {
      blockPublicACLs: true,
      blockPublicPolicy: true,
      ignorePublicACLs: true,
      restrictPublicBuckets: true,
    },
    versioning: { status: 'Enabled' },
    encryption: {
      rules: [
        {
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: 'aws:kms',
            kmsMasterKeyID: aws.foundation.dataKeyArn,
          },
          bucketKeyEnabled: true,
        },
      ],
    },
    policy: policy([tlsOnly(name)]),
    tagging: { tagSet: tags(environment) },
    ...more,
  });
}

/**
 * Four buckets: documents of patients, decisions that are over, logs of the load balancer, and the heads of the access log,
 * which nobody can delete before their time.
 * Browsers send and fetch documents themselves, by presigned addresses, hence the CORS rule.
 */
export function buckets(environment: string, origin: string, aws: AwsParts): Manifest[] {
  const { accountId } = aws.foundation;
  return [
    bucket(bucketName('documents', environment, accountId), environment, aws, {
      cors: {
        corsRules: [
          {
            allowedOrigins: [origin],
            allowedMethods: ['PUT', 'GET'],
            allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
            maxAgeSeconds: 3600,
          },
        ],
      },
      lifecycle: {
        rules: [
          {
            id: 'unfinished-uploads',
            status: 'Enabled',
            filter: { prefix: '' },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
          },
        ],
      },
    }),
    bucket(bucketName('archive', environment, accountId), environment, aws, {
      // An object that was written again without somebody who was erased: as long as a database can be restored with them.
      lifecycle: {
        rules: [
          {
            id: 'replaced',
            status: 'Enabled',
            filter: { prefix: '' },
            noncurrentVersionExpiration: { noncurrentDays: 35 },
          },
        ],
      },
    }),
    accessLogs(environment, aws),
    bucket(bucketName('audit', environment, accountId), environment, aws, {
      objectLockEnabledForBucket: true,
      objectLockConfiguration: {
        rule: { defaultRetention: { mode: aws.objectLock.mode, days: aws.objectLock.days } },
      },
    }),
  ];
}
